"""The files of one edition: the page, what it loads, and what SCORM 1.2 asks around it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from builder.course.edition import Edition
from builder.package.assemble import assemble
from builder.package.files import PackageFile, hashed_name, schema_files
from builder.package.info import PackageInfo
from builder.pages.page import write_page
from builder.pages.styles import stylesheet
from builder.pages.text import Writer

FONTS = Path(__file__).parent / "fonts"
SCRIPT = Path(__file__).parent.parent / "player" / "build" / "player.js"

#: Fetched after a commit, to see whether the server still answers this learner. Its text is known to the player.
ONLINE_CHECK = PackageFile("online.txt", b"eenzaamheid: online\n")


def package_files(edition: Edition, layout: dict[str, Any],
                  decks: Mapping[str, bytes]) -> list[PackageFile]:
    """Everything that goes into the zip, manifest included; ``decks`` are the presentations per sector."""
    common, names = _common_files()
    slides = {
        sector.id: PackageFile(hashed_name("presentatie", ".pptx", decks[sector.id]), decks[sector.id])
        for sector in edition.sectors if sector.id in decks
    }
    page = write_page(edition, layout, names, {sector: file.name for sector, file in slides.items()})
    pages = [PackageFile("index.html", page.encode("utf-8")), *common, *slides.values()]
    return assemble(package_info(edition), pages, schema_files())


@cache
def _common_files() -> tuple[list[PackageFile], dict[str, str]]:
    """What is the same in every edition, and the names under which the page loads it."""
    font_data = (FONTS / "faustina-600.woff2").read_bytes()
    font = PackageFile(hashed_name("faustina", ".woff2", font_data), font_data)
    style_data = stylesheet(font.name)
    style = PackageFile(hashed_name("style", ".css", style_data), style_data)
    script_data = SCRIPT.read_bytes()
    script = PackageFile(hashed_name("player", ".js", script_data), script_data)
    licence = PackageFile("faustina-ofl.txt", (FONTS / "faustina-OFL.txt").read_bytes())
    return [style, script, font, licence, ONLINE_CHECK], {
        "style": style.name, "script": script.name, "font": font.name,
    }


def package_info(edition: Edition) -> PackageInfo:
    """Identity and description of the edition for its manifest."""
    writer = Writer(edition)
    info = edition.course.info
    return PackageInfo(
        id=edition.package_id,
        title=f"{writer.plain(info.title)}: {_lower_first(writer.plain(info.subtitle))} "
              f"({_lower_first(writer.plain(edition.info.title))})",
        description=" ".join(writer.plain(info.description).split()),
        keywords=tuple(writer.plain(word) for word in info.keywords),
        version=info.version,
        language=info.language,
        sectors=tuple(sector.id for sector in edition.sectors),
        minutes=edition.minutes,
        publisher=writer.plain(info.publisher),
        catalog_uri=f"{info.catalog_uri}:{edition.info.id}",
        licence=info.licence,
    )


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
