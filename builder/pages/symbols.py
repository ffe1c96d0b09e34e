"""Pictures and icons as symbols of the page itself: every file that an LMS serves costs it time.

A picture stands in the page once and is drawn wherever it is used.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

ICONS = Path(__file__).parent / "icons.svg"

_OPEN = re.compile(r"<svg\b[^>]*?viewBox=\"([^\"]+)\"[^>]*>(.*)</svg>\s*$", re.S)
_SYMBOL = re.compile(r"<symbol\b.*?</symbol>", re.S)
_ID = re.compile(r"\bid=\"([^\"]+)\"")
_BETWEEN = re.compile(r">\s+<")


class PictureError(ValueError):
    """A picture that cannot be a symbol; the message is Dutch."""


def picture_symbol(name: str, svg: bytes) -> tuple[str, str]:
    """View box and symbol of a picture. Raises ``PictureError``."""
    try:
        text = svg.decode("utf-8")
    except UnicodeDecodeError as error:
        raise PictureError("is geen UTF-8") from error
    found = _OPEN.search(text)
    if not found:
        raise PictureError("heeft geen <svg> met een viewBox")
    if re.search(r"<script|\bon\w+=|href=\"(?!#)|<foreignObject|url\((?!#)", found.group(2)):
        raise PictureError("bevat een script of een verwijzing naar buiten")
    inside = _BETWEEN.sub("><", found.group(2)).strip()
    inside = re.sub(r"<(title|desc|style)\b.*?</\1>", "", inside, flags=re.S)
    for inner in _ID.findall(inside):
        inside = inside.replace(f'id="{inner}"', f'id="{name}-{inner}"').replace(f"#{inner})", f"#{name}-{inner})")
        inside = inside.replace(f'href="#{inner}"', f'href="#{name}-{inner}"')
    return found.group(1), f'<symbol id="image-{name}" viewBox="{found.group(1)}">{inside}</symbol>'


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
