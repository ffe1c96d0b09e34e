"""The stylesheet: the page's own styles in their order, with those of the blocks in between."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from builder.blocks import rooms

FOLDER = Path(__file__).parent / "styles"

BUILDER = FOLDER.parents[1]

#: Blocks come after the page; reference and printables build on blocks and sheets; print and preferences
#: have the last word.
_BLOCKS_COME_BEFORE = "7"
_PARTS_COME_BEFORE = "8"
_PARTS = ("reference", "printables")


@cache
def stylesheet(font: str) -> bytes:
    """All styles, without comments; ``font`` is the file name of the heading letter."""
    files = sorted(FOLDER.glob("*.css"))
    page = [file for file in files if file.name < _BLOCKS_COME_BEFORE]
    sheets = [file for file in files if _BLOCKS_COME_BEFORE <= file.name < _PARTS_COME_BEFORE]
    last = [file for file in files if file.name >= _PARTS_COME_BEFORE]
    parts = [BUILDER / part / "style.css" for part in _PARTS]
    blocks = [room.folder / "style.css" for room in rooms().values() if (room.folder / "style.css").exists()]
    text = "\n".join(file.read_text("utf-8") for file in [*page, *blocks, *sheets, *parts, *last])
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    text = re.sub(r"\n\s*\n+", "\n", text)
    text = re.sub(r"^[ \t]+", "", text, flags=re.M)
    text = re.sub(r"url\([\"']?[^)\"']*faustina[^)\"']*[\"']?\)", f'url("{font}")', text)
    return text.strip().encode("utf-8")
