"""The slides of one sector as a PowerPoint file (ECMA-376), the same bytes every time.

The parts are written out as templates: a master with our colours and letters, three layouts, and a slide
and its notes for each slide of presentation.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from builder.content import markup
from builder.content.pictures import PictureError
from builder.course.edition import Edition
from builder.course.model import HelpLine
from builder.package.zip import archive
from builder.pages.text import Writer
from builder.presentation.drawing import Box, picture, proportion
from builder.presentation.model import Presentation, Slide
from builder.problems import Position

TEMPLATES = Path(__file__).parent / "templates"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument"

#: Tags of DrawingML for the steps of an outline.
_TAGS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}

#: The light colours of the pages, in the places that a theme has for them.
COLOURS = {
    "dk1": "15272F", "lt1": "FFFFFF", "dk2": "0F5964", "lt2": "E4EEEE", "accent1": "0F5964", "accent2": "F3B23C",
    "accent3": "A33D25", "accent4": "758F96", "accent5": "27663A", "accent6": "A9CDD2", "hlink": "0F5964",
    "folHlink": "0A424B",
}

WIDTH, HEIGHT = 12_192_000, 6_858_000
_EDGE = 640_080
_GROUND = Box(0, HEIGHT - 57_150, WIDTH, 57_150)
_ACCENT = Box(_EDGE + 91_440, 500_000, 640_080, 57_150)

#: Hundredths of a point. Nothing is smaller than what can be read at the back of a classroom.
_LARGE, _NORMAL, _SMALL = 3400, 2800, 2600
_MANY_LINES = 5
#: A picture that is this many times wider than high stands below the text, others beside it.
_WIDE = 2.3


@dataclass(frozen=True)
class Layout:
    """Where things stand, in EMU. Every picture stands on the ground line at the foot of the slide."""

    name: str
    title: Box
    body: Box
    field: Box | None = None
    """A field of colour with the picture in it."""
    picture: Box | None = None
    """The most room that a picture gets."""


_TEXT = Layout("Titel en tekst", Box(_EDGE, 620_000, 10_911_840, 1_000_000), Box(_EDGE, 1_780_000, 10_911_840, 4_700_000))
_BESIDE = Layout("Titel, tekst en beeld ernaast", Box(_EDGE, 620_000, 6_850_000, 1_250_000),
                 Box(_EDGE, 1_950_000, 6_850_000, 4_600_000),
                 Box(7_740_000, 0, 4_452_000, _GROUND.y), Box(7_900_000, 900_000, 4_132_000, _GROUND.y - 900_000))
_BELOW = Layout("Titel, tekst en beeld eronder", Box(_EDGE, 620_000, 10_911_840, 850_000),
                Box(_EDGE, 1_500_000, 10_911_840, 2_980_000),
                Box(0, 4_560_000, WIDTH, _GROUND.y - 4_560_000), Box(_EDGE, 4_660_000, 10_911_840, _GROUND.y - 4_660_000))
_LAYOUTS = (_TEXT, _BESIDE, _BELOW)


@dataclass(frozen=True)
class _Slide:
    """A slide with its words as they are shown."""

    layout: Layout
    title: str
    points: list[str]
    help_lines: list[tuple[str, str]]
    size: int
    notes: list[str]
    picture: Markup
    place: Box | None
    alt: str


class SlidePictureError(PictureError):
    """A picture that no slide can show, with its place in presentation.yaml."""

    def __init__(self, message: str, position: Position) -> None:
        super().__init__(message)
        self.position = position


def make_deck(edition: Edition, presentation: Presentation) -> bytes:
    """The file of ``edition``, which has one sector. Raises ``SlidePictureError``."""
    writer = Writer(edition)
    slides = [_slide(slide, edition, writer) for slide in presentation.slides]
    parts = dict(_parts(edition, presentation, slides, writer))
    types = {name: _content_type(name) for name in parts if not name.endswith(".rels")}
    return archive([("[Content_Types].xml", _render("content-types.xml", types=types)), *parts.items()],
                   compress=False)


def _slide(slide: Slide, edition: Edition, writer: Writer) -> _Slide:
    layout, place, drawn = _TEXT, None, Markup()
    if slide.image:
        svg = edition.course.images[slide.image]
        try:
            ratio = proportion(svg)
            layout = _BELOW if ratio >= _WIDE else _BESIDE
            place = _fit(ratio, layout)
            drawn = _picture(svg, place.width)
        except PictureError as error:
            raise SlidePictureError(str(error), slide.image.position) from error
    lines = [edition.help_lines[name] for name in slide.help_lines if name in edition.help_lines]
    size = _LARGE if layout is _TEXT else _NORMAL
    if len(slide.points) + len(lines) > _MANY_LINES:
        size = _SMALL
    return _Slide(
        layout=layout,
        title=writer.plain(slide.title),
        points=[writer.plain(point.text) for point in slide.points],
        help_lines=[(writer.plain(line.name), _reach(line)) for line in lines],
        size=size,
        notes=[_note(paragraph, edition, writer) for paragraph in slide.notes.strip().split("\n\n")],
        picture=drawn,
        place=place,
        alt=writer.plain(slide.alt) if slide.alt else "",
    )


def _fit(ratio: float, layout: Layout) -> Box:
    """As large as fits, standing on the ground, in the middle of its room."""
    assert layout.picture
    room = layout.picture
    width = min(room.width, round(room.height * ratio))
    height = round(width / ratio)
    return Box(room.x + (room.width - width) // 2, room.y + room.height - height, width, height)


def _reach(line: HelpLine) -> str:
    """The number, or where there is none the address."""
    return line.number or (line.url or "").removeprefix("https://").removeprefix("www.")


def _note(paragraph: str, edition: Edition, writer: Writer) -> str:
    """On paper nothing can be clicked: the address stands behind the words of a link."""

    def with_address(link: re.Match[str]) -> str:
        kind, _, name = link.group(2).partition(":")
        source = edition.sources.get(name) if kind == "source" else None
        return f"{link.group(1) or source.title} ({source.href})" if source else link.group(0)

    return " ".join(writer.plain(markup.LINK.sub(with_address, paragraph)).split())


def _parts(edition: Edition, presentation: Presentation, slides: list[_Slide], writer: Writer) -> Iterator[tuple[str, bytes]]:
    info = edition.course.info
    numbers = range(1, len(slides) + 1)
    yield "_rels/.rels", _relationships([
        (f"{_OFFICE}/officeDocument", "ppt/presentation.xml"),
        (f"{_PACKAGE}/metadata/core-properties", "docProps/core.xml"),
        (f"{_OFFICE}/extended-properties", "docProps/app.xml"),
    ])
    yield "docProps/core.xml", _render(
        "core.xml", title=writer.plain(presentation.title), subject=writer.plain(edition.info.title),
        creator=writer.plain(info.publisher), version=info.version)
    yield "docProps/app.xml", _render("app.xml", slides=slides)
    yield "ppt/presentation.xml", _render("presentation.xml", slides=slides)
    yield "ppt/_rels/presentation.xml.rels", _relationships([
        (f"{_OFFICE}/slideMaster", "slideMasters/slideMaster1.xml"),
        (f"{_OFFICE}/notesMaster", "notesMasters/notesMaster1.xml"),
        (f"{_OFFICE}/theme", "theme/theme1.xml"),
        *((f"{_OFFICE}/slide", f"slides/slide{number}.xml") for number in numbers),
    ])
    yield from _frame()
    for number, slide in zip(numbers, slides, strict=True):
        yield f"ppt/slides/slide{number}.xml", _render("slide.xml", slide=slide)
        yield f"ppt/slides/_rels/slide{number}.xml.rels", _relationships([
            (f"{_OFFICE}/slideLayout", f"../slideLayouts/slideLayout{_LAYOUTS.index(slide.layout) + 1}.xml"),
            (f"{_OFFICE}/notesSlide", f"../notesSlides/notesSlide{number}.xml"),
        ])
        yield f"ppt/notesSlides/notesSlide{number}.xml", _render("notes.xml", slide=slide)
        yield f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels", _relationships([
            (f"{_OFFICE}/notesMaster", "../notesMasters/notesMaster1.xml"),
            (f"{_OFFICE}/slide", f"../slides/slide{number}.xml"),
        ])


@cache
def _frame() -> list[tuple[str, bytes]]:
    """Themes, masters and layouts: the same in every file."""
    parts = [
        ("ppt/theme/theme1.xml", _render("theme.xml", colours=COLOURS)),
        ("ppt/theme/theme2.xml", _render("theme.xml", colours=COLOURS)),
        ("ppt/slideMasters/slideMaster1.xml", _render("master.xml", layout=_TEXT, layouts=_LAYOUTS)),
        ("ppt/slideMasters/_rels/slideMaster1.xml.rels", _relationships([
            *((f"{_OFFICE}/slideLayout", f"../slideLayouts/slideLayout{number}.xml")
              for number in range(1, len(_LAYOUTS) + 1)),
            (f"{_OFFICE}/theme", "../theme/theme1.xml"),
        ])),
        ("ppt/notesMasters/notesMaster1.xml", _render("notes-master.xml")),
        ("ppt/notesMasters/_rels/notesMaster1.xml.rels", _relationships([(f"{_OFFICE}/theme", "../theme/theme2.xml")])),
    ]
    for number, layout in enumerate(_LAYOUTS, start=1):
        parts += [
            (f"ppt/slideLayouts/slideLayout{number}.xml",
             _render("layout.xml", layout=layout, ground=_GROUND, accent=_ACCENT)),
            (f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels",
             _relationships([(f"{_OFFICE}/slideMaster", "../slideMasters/slideMaster1.xml")])),
        ]
    return parts


def _content_type(name: str) -> str:
    if name == "docProps/core.xml":
        return "application/vnd.openxmlformats-package.core-properties+xml"
    if name == "docProps/app.xml":
        return f"{_TYPE}.extended-properties+xml"
    if name == "ppt/presentation.xml":
        return f"{_TYPE}.presentationml.presentation.main+xml"
    kind = re.sub(r"\d+\.xml$", "", name.rpartition("/")[2])
    return f"{_TYPE}.theme+xml" if kind == "theme" else f"{_TYPE}.presentationml.{kind}+xml"


def _relationships(relationships: list[tuple[str, str]]) -> bytes:
    return _render("relationships.xml", relationships=relationships)


def _render(template: str, **values: object) -> bytes:
    return _environment().get_template(template).render(values).encode("utf-8")


@cache
def _picture(svg: bytes, width: int) -> Markup:
    """The end of a group's properties and the shapes in it; several sectors show the same picture."""
    return Markup(_environment().get_template("picture.xml").render(picture=picture(svg, width)))


@cache
def _environment() -> Environment:
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined,
                              trim_blocks=True, auto_reload=False)
    environment.globals["tags"] = _TAGS
    return environment
