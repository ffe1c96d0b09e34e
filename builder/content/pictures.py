"""Drawings of the course: SVG that may stand inside a page, so shapes and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from builder.problems import Position, Problem

_ELEMENTS = frozenset((
    "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan", "title", "desc",
    "defs", "use", "symbol", "clipPath", "mask", "linearGradient", "radialGradient", "stop",
))
SVG = "http://www.w3.org/2000/svg"
_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
_VIEW_BOX = re.compile(rf"\s*{_NUMBER}(?:[\s,]+{_NUMBER}){{3}}\s*")
_NOT_HERE = "Teken met vlakken en lijnen; zet kleuren in ‘fill’ en ‘stroke’."


class PictureError(ValueError):
    """A picture that cannot be shown somewhere; the message is Dutch and goes after ‘deze afbeelding’."""


def check_picture(svg: bytes, name: str) -> Iterator[Problem]:
    """What keeps the file ``name`` out of a page: no SVG, no view box, a script, something from elsewhere."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(svg, parser)
    except etree.XMLSyntaxError as error:
        yield Problem("C24", Position(name, error.lineno or 0, 1 if error.lineno else 0),
                      "dit is geen SVG die klopt.", "Bewaar de tekening opnieuw als gewone SVG.")
        return
    if root.prefix or root.tag != f"{{{SVG}}}svg" or not _VIEW_BOX.fullmatch(root.get("viewBox", "")):
        yield Problem("C24", _place(name, root), "deze tekening begint niet met <svg> met een viewBox van vier getallen.",
                      "Begin met <svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 120\">.")
    info: Any = root.getroottree().docinfo
    if info.doctype:
        yield Problem("C24", Position(name, 1, 1), "een tekening mag geen DOCTYPE hebben.", "Haal die regel weg.")
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        tag = etree.QName(element).localname
        if tag not in _ELEMENTS:
            yield Problem("C24", _place(name, element), f"<{tag}> kan niet in een tekening.", _NOT_HERE)
        for key, value in element.items():
            attribute = etree.QName(str(key)).localname
            inside = str(value).lstrip().startswith("#")
            if attribute.startswith("on") or attribute == "style" or (attribute == "href" and not inside):
                yield Problem("C24", _place(name, element), f"‘{attribute}’ kan niet in een tekening.", _NOT_HERE)
            elif "url(" in str(value) and "url(#" not in str(value):
                yield Problem("C24", _place(name, element), "een tekening mag niets van buiten halen.", _NOT_HERE)


def _place(name: str, element: etree._Element) -> Position:
    line: Any = element.sourceline
    return Position(name, line or 0, 1)
