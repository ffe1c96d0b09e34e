"""Pictures and icons as symbols of the page itself: every file that an LMS serves costs it time.

A picture stands in the page once and is drawn wherever it is used.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from lxml import etree

ICONS = Path(__file__).parent / "icons.svg"

_INSIDE = re.compile(r"<svg\b[^>]*>(.*)</svg>\s*$", re.S)
#: What a drawing says in words is said again where it is used, as its ``alt``.
_SAID = re.compile(r"<(title|desc)\b.*?</\1>", re.S)
_SYMBOL = re.compile(r"<symbol\b.*?</symbol>", re.S)
_ID = re.compile(r"\bid=\"([^\"]+)\"")
_BETWEEN = re.compile(r">\s+<")


@lru_cache(maxsize=500)
def picture_symbol(name: str, svg: bytes) -> tuple[str, str]:
    """View box and symbol of a picture that ``check_picture`` found nothing wrong with."""
    root = etree.fromstring(svg, etree.XMLParser(remove_comments=True, remove_pis=True, no_network=True))
    view_box = str(root.get("viewBox"))
    found = _INSIDE.search(etree.tostring(root, encoding="unicode"))
    inside = _BETWEEN.sub("><", found.group(1)).strip() if found else ""
    inside = _SAID.sub("", inside)
    for inner in _ID.findall(inside):
        inside = inside.replace(f'id="{inner}"', f'id="{name}-{inner}"').replace(f"#{inner})", f"#{name}-{inner})")
        inside = inside.replace(f'href="#{inner}"', f'href="#{name}-{inner}"')
    return view_box, f'<symbol id="image-{name}" viewBox="{view_box}">{inside}</symbol>'


@cache
def icon_symbols() -> dict[str, str]:
    """The symbols of icons.svg by id, such as ``icon-check`` and ``picto-mentaal``."""
    symbols = _SYMBOL.findall(ICONS.read_text("utf-8"))
    return {_ID.search(symbol).group(1): _BETWEEN.sub("><", symbol) for symbol in symbols}  # type: ignore[union-attr]


def symbols_used(html: str, pictures: dict[str, str], always: tuple[str, ...]) -> str:
    """The symbols that ``html`` draws, and those that the script may draw."""
    wanted = set(re.findall(r"href=\"#((?:icon|picto|image|distance)-[a-z0-9-]+|person)\"", html)) | set(always)
    available = icon_symbols() | {f"image-{name}": symbol for name, symbol in pictures.items()}
    return "".join(available[name] for name in sorted(wanted) if name in available)
