"""What the builder thinks that the pages ask, is what the templates really ask."""

from __future__ import annotations

import re
from pathlib import Path

from builder.course.reserved import IDS, IMAGES, PICTOGRAMS, WORDS
from builder.pages.symbols import icon_symbols

BUILDER = Path(__file__).parents[2] / "builder"
TEMPLATES = "\n".join(
    path.read_text("utf-8") for path in sorted(BUILDER.rglob("*.html")) if "node_modules" not in path.parts
)
SCRIPTS = (BUILDER / "pages" / "page.py").read_text("utf-8")


def test_words() -> None:
    sentences = re.findall(r't\.(?:inline|prose|plain)\("([^"]*)"', TEMPLATES)
    used = {name.lower() for sentence in sentences for name in re.findall(r"\{\{ (\w+) \}\}", sentence)}
    assert used | {"leerling"} == set(WORDS)


def test_images() -> None:
    drawn = set(re.findall(r't\.image\("([^"]*)"', TEMPLATES)) | set(re.findall(r'"image-([a-z]+)"', SCRIPTS))
    assert drawn == set(IMAGES)


def test_ids() -> None:
    assert set(re.findall(r'\bid="([a-z][a-z-]*)"', TEMPLATES)) == set(IDS)


def test_pictograms() -> None:
    assert {name.removeprefix("picto-") for name in icon_symbols() if name.startswith("picto-")} == set(PICTOGRAMS)
