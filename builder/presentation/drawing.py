"""A picture of the course as shapes of a slide.

PowerPoint shows SVG only together with a bitmap. Shapes need none: they stay sharp on any beamer, weigh a
few kilobytes, and the same picture gives the same bytes. Our pictures are flat: fills and round strokes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from builder.content.pictures import PictureError
from builder.presentation.svg_path import Point, Step, steps

#: CSS custom properties inside pictures have their light value behind the comma.
_VARIABLE = re.compile(r"var\(--[a-z-]+,\s*(#[0-9a-fA-F]{3,6})\)")
_TRANSFORM = re.compile(r"(translate|scale)\(([^)]*)\)")
_SEPARATOR = re.compile(r"[\s,]+")
_DRAWN = ("path", "rect", "line")
_IGNORED = ("title", "desc", "style", "defs")


#: Coordinates of a picture are whole tenths of its own units: short numbers, and finer than anyone sees.
UNIT = 10


@dataclass(frozen=True)
class Box:
    """A rectangle: on a slide in EMU (914,400 to the inch), inside a picture in its own units."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Shape:
    """One outline with its colours; ``steps`` from the corner of ``box``, none for an ellipse."""

    box: Box
    steps: list[tuple[str, list[tuple[int, int]]]]
    fill: str | None
    """Six hexadecimal digits."""
    stroke: str | None
    stroke_width: int
    """In EMU: a group scales what is inside it, but not the width of lines."""
    dashes: list[tuple[int, int]]
    """Dash and gap in thousandths of a percent of the width of the stroke."""


@dataclass(frozen=True)
class Picture:
    """A picture in its own units: ``frame`` is what fills its place on the slide."""

    frame: Box
    shapes: list[Shape]


@dataclass(frozen=True)
class _Paint:
    """What inner elements inherit, and where they stand."""

    fill: str = "#000000"
    stroke: str = "none"
    stroke_width: float = 1.0
    dasharray: str = "none"
    dx: float = 0.0
    dy: float = 0.0
    sx: float = 1.0
    sy: float = 1.0
    emu: float = 1.0
    """EMU to the unit of the picture."""

    def at(self, point: Point) -> Point:
        return self.dx + point[0] * self.sx, self.dy + point[1] * self.sy


def proportion(svg: bytes) -> float:
    """Width of the picture divided by its height. Raises ``PictureError``."""
    _, _, width, height = _view_box(etree.fromstring(svg))
    return width / height


def picture(svg: bytes, width: int) -> Picture:
    """The picture as shapes, for a place of ``width`` EMU. Raises ``PictureError`` for what a slide cannot show."""
    root = etree.fromstring(svg)
    frame = Box(*(round(number * UNIT) for number in _view_box(root)))
    paint = _Paint(sx=UNIT, sy=UNIT, emu=width / frame.width)
    return Picture(frame, [shape for element in root for shape in _draw(element, paint)])


def _view_box(root: etree._Element) -> tuple[float, float, float, float]:
    try:
        left, top, width, height = (float(number) for number in _SEPARATOR.split(root.get("viewBox", "").strip()))
    except ValueError as error:
        raise PictureError("heeft geen viewBox van vier getallen") from error
    return left, top, width, height


def _draw(element: etree._Element, paint: _Paint) -> Iterator[Shape]:
    if not isinstance(element.tag, str):
        return  # a comment
    name = etree.QName(element).localname
    if name in _IGNORED:
        return
    paint = _inherit(element, paint)
    if name == "g":
        for child in element:
            yield from _draw(child, paint)
    elif name in ("circle", "ellipse"):
        rx, ry = float(element.get("rx", element.get("r", 0))), float(element.get("ry", element.get("r", 0)))
        x, y = float(element.get("cx", 0)), float(element.get("cy", 0))
        yield _shape([], [paint.at((x - rx, y - ry)), paint.at((x + rx, y + ry))], paint)
    elif name in _DRAWN:
        outline = [Step(step.command, tuple(paint.at(point) for point in step.points)) for step in _outline(name, element)]
        yield _shape(outline, [point for step in outline for point in step.points], paint)
    else:
        raise PictureError(f"heeft een <{name}>, en dat kan een dia niet tonen")


def _inherit(element: etree._Element, paint: _Paint) -> _Paint:
    for name in ("opacity", "clip-path", "mask", "filter"):
        if element.get(name):
            raise PictureError(f"gebruikt {name}, en dat kan een dia niet tonen")
    paint = replace(
        paint,
        fill=element.get("fill", paint.fill),
        stroke=element.get("stroke", paint.stroke),
        stroke_width=float(element.get("stroke-width", paint.stroke_width)),
        dasharray=element.get("stroke-dasharray", paint.dasharray),
    )
    transform = element.get("transform", "")
    if _TRANSFORM.sub("", transform).strip(" ,"):
        raise PictureError(f"gebruikt transform {transform}, en een dia kent alleen translate en scale")
    for kind, numbers in _TRANSFORM.findall(transform):
        values = [float(number) for number in _SEPARATOR.split(numbers.strip())]
        x, y = values[0], values[-1] if kind == "scale" or len(values) > 1 else 0.0
        if kind == "translate":
            dx, dy = paint.at((x, y))
            paint = replace(paint, dx=dx, dy=dy)
        else:
            paint = replace(paint, sx=paint.sx * x, sy=paint.sy * y)
    return paint


def _outline(name: str, element: etree._Element) -> list[Step]:
    def number(attribute: str) -> float:
        return float(element.get(attribute, 0))

    if name == "path":
        return list(steps(element.get("d", "")))
    if name == "line":
        return [Step("M", ((number("x1"), number("y1")),)), Step("L", ((number("x2"), number("y2")),))]
    x, y, width, height = number("x"), number("y"), number("width"), number("height")
    r = number("rx") or number("ry")
    return list(steps(f"M{x + r} {y}h{width - 2 * r}a{r} {r} 0 0 1 {r} {r}v{height - 2 * r}a{r} {r} 0 0 1 {-r} {r}"
                      f"h{2 * r - width}a{r} {r} 0 0 1 {-r} {-r}v{2 * r - height}a{r} {r} 0 0 1 {r} {-r}z"))


def _shape(outline: list[Step], points: list[Point], paint: _Paint) -> Shape:
    left, top = round(min(x for x, _ in points)), round(min(y for _, y in points))
    right, bottom = round(max(x for x, _ in points)), round(max(y for _, y in points))
    width = paint.stroke_width * (abs(paint.sx) + abs(paint.sy)) / 2 * paint.emu
    lengths = [] if paint.dasharray == "none" else [float(n) for n in _SEPARATOR.split(paint.dasharray.strip())]
    dashes = [(round(dash / paint.stroke_width * 100_000), round(gap / paint.stroke_width * 100_000))
              for dash, gap in zip(lengths[::2], lengths[1::2] or lengths, strict=False)]
    return Shape(
        # A shape without width or height is left out by some programs.
        box=Box(left, top, max(right - left, 1), max(bottom - top, 1)),
        steps=[(step.command, [(round(x) - left, round(y) - top) for x, y in step.points]) for step in outline],
        fill=_colour(paint.fill),
        stroke=_colour(paint.stroke),
        stroke_width=round(width),
        dashes=dashes,
    )


def _colour(value: str) -> str | None:
    """``#abc``, ``#aabbcc`` or a variable with such a value behind it."""
    if value == "none":
        return None
    found = _VARIABLE.fullmatch(value)
    digits = (found.group(1) if found else value).removeprefix("#")
    if not re.fullmatch(r"[0-9a-fA-F]{3}|[0-9a-fA-F]{6}", digits):
        raise PictureError(f"heeft de kleur {value}, en een dia kent alleen # met drie of zes cijfers")
    return "".join(c * 2 for c in digits) if len(digits) == 3 else digits
