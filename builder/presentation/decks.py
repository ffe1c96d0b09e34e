"""The presentations of a course, one for each sector that has an edition."""

from __future__ import annotations

from collections.abc import Iterable

from builder.course.edition import sector_edition
from builder.course.model import Course, EditionInfo
from builder.presentation.deck import SlidePictureError, make_deck
from builder.problems import Problems


def make_decks(course: Course, editions: Iterable[EditionInfo]) -> tuple[dict[str, bytes], Problems]:
    """Per sector of ``editions`` the PowerPoint file. The edition for all sectors takes those of the others."""
    problems = Problems()
    wanted = {sector for edition in editions for sector in edition.sectors}
    decks: dict[str, bytes] = {}
    for sector in course.info.sectors:
        edition = sector_edition(course, sector)
        if sector.id in wanted and edition.presentation:
            try:
                decks[sector.id] = make_deck(edition, edition.presentation)
            except SlidePictureError as error:
                problems.error("A13", error.position, f"deze afbeelding {error}.",
                               "Kies een andere afbeelding, of teken haar met vlakken en lijnen.")
    return decks, problems
