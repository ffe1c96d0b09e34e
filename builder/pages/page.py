"""One edition as one page: start page, lessons, pool, and the data that the player needs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from builder.blocks import FOLDER as BLOCKS
from builder.blocks import rooms
from builder.blocks.base import Block
from builder.course.edition import Edition
from builder.pages.compiled import CompiledTemplates
from builder.pages.data import player_data
from builder.pages.symbols import picture_symbol, symbols_used
from builder.pages.text import Writer
from builder.reference.entries import label, reference

TEMPLATES = Path(__file__).parent / "templates"

#: Nothing is loaded from elsewhere; ``data:`` is the empty favicon.
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
          "connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'")

_FACT_ICONS = {"minutes": "clock", "proof": "certificate", "printables": "card", "reference": "book"}
_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
           "oktober", "november", "december")
_NUMBERS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")

#: Symbols that only the script draws.
_SCRIPT_SYMBOLS = (
    *(f"icon-{name}" for name in (
        "check", "back", "next", "previous", "plus", "saved", "saving", "unsaved", "device",
        "book", "print", "certificate", "external", "search",
    )),
    "picto-eye", "image-together", "image-connection", "distance-best", "distance-half", "distance-poor",
)


@cache
def environment() -> Environment:
    """The templates of pages and blocks; compiled once for all editions."""
    options: dict[str, Any] = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    return Environment(
        loader=FileSystemLoader([TEMPLATES, BLOCKS, BLOCKS.parent]),
        bytecode_cache=CompiledTemplates(TEMPLATES / "__pycache__", repr(options)),
        undefined=StrictUndefined,
        auto_reload=False,
        **options,
    )


class PageWriter(Writer):
    """What the templates call ``t``: texts, pictures, and the attributes that depend on the edition."""

    def __init__(self, edition: Edition, decks: Mapping[str, str]) -> None:
        super().__init__(edition, decks)
        drawn = {name: picture_symbol(name, svg) for name, svg in edition.course.images.items()}
        self.pictures = {name: symbol for name, (_, symbol) in drawn.items()}
        self._view_boxes = {name: box for name, (box, _) in drawn.items()}

    def only(self, part: Any) -> Markup:
        """The attribute that shows ``part`` to its sectors alone; empty where every learner gets it."""
        sectors = getattr(part, "sectors", None)
        if not sectors or not self.edition.many_sectors:
            return Markup()
        return Markup(f' data-sectors="{" ".join(sectors)}"')

    def image(self, name: str, alt: str | None = None, extra: str = "") -> Markup:
        """A picture; without ``alt`` it is decoration."""
        role = Markup('role="img" aria-label="{}"').format(self.plain(alt)) if alt else Markup('aria-hidden="true"')
        return Markup('<svg class="image{}" viewBox="{}" {}><use href="#image-{}"/></svg>').format(
            f" {extra}" if extra else "", self._view_boxes[name], role, name)

    def source(self, name: str) -> Any:
        return self.edition.course.sources[name]

    def sources_of(self, parts: list[Any]) -> list[Any]:
        """The sources of ``parts``, each once."""
        names = dict.fromkeys(name for part in parts for name in part.source)
        return [self.source(name) for name in names]

    def help_lines(self, names: list[str]) -> list[Any]:
        return [self.edition.help_lines[name] for name in names if name in self.edition.help_lines]

    def has_picto(self, name: str) -> bool:
        from builder.pages.symbols import icon_symbols

        return f"picto-{name}" in icon_symbols()

    def month(self, date: str) -> str:
        """``2026-11`` or ``2026-11-25`` as ``november 2026``."""
        return f"{_MONTHS[int(date[5:7]) - 1]} {date[:4]}"

    def number(self, value: int) -> str:
        """Small numbers in words."""
        return _NUMBERS[value] if value < len(_NUMBERS) else str(value)


def write_page(edition: Edition, layout: dict[str, Any], names: dict[str, str],
               decks: Mapping[str, str]) -> str:
    """The HTML of ``index.html``.

    ``names`` are the files it loads: style, script, font; ``decks`` those of the presentations, per sector.
    """
    templates = environment()
    writer = PageWriter(edition, decks)
    numbered = _Counter()

    def draw(block: Block) -> Any:
        return rooms()[block.type].draw(block)

    def render(block: Block, use: str = "practice") -> Markup:
        room = rooms()[block.type]
        template = templates.get_template(f"{room.folder.name}/template.html")
        return Markup(template.render(
            block=block, use=use, t=writer, edition=edition, uid=f"{block.type}-{numbered.next()}",
            heading="h2", draw=draw,
        ))

    pool = Markup("\n").join(
        render(placed.question, placed.use) for placed in edition.questions if placed.use != "practice"
    )
    page = templates.get_template("page.html").render(
        edition=edition,
        t=writer,
        title=f"{writer.plain(edition.course.info.title)}: {writer.plain(edition.info.title).lower()}",
        policy=POLICY,
        render_block=render,
        fact_icons=_FACT_ICONS,
        checked=min((line.checked for line in edition.help_lines.values()), default="2026-11"),
        pool=pool,
        reference=reference(edition, writer),
        label=label,
        symbols=Markup("{}"),
        data=Markup(_json(player_data(edition, layout, writer))),
        **names,
    )
    return page.replace("{}", symbols_used(page, writer.pictures, _SCRIPT_SYMBOLS), 1)


def _json(value: Any) -> str:
    """JSON that can stand inside an element of the page."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


class _Counter:
    def __init__(self) -> None:
        self.value = 0

    def next(self) -> int:
        self.value += 1
        return self.value


