"""presentation.yaml: slides for the group, with notes for the professional."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import Field

from builder.blocks.base import Part
from builder.content.fields import Id, Line, Model, Prose, short_for
from builder.problems import Position, Problem

#: A presentation of this many slides fits in a lesson.
FEWEST, MOST = 8, 10
#: More lines than this do not fit on a slide at a size that can be read from the back.
MOST_LINES = 5


def deck_name(course: str, sector: str) -> str:
    """Name under which the presentation of a sector is written and saved."""
    return f"{course}-{sector}-presentatie.pptx"


class Point(Part):
    """One line on a slide."""

    text: Line


class Slide(Part):
    """What the group sees, and what the professional reads below it."""

    id: Id
    title: Line
    image: Id | None = None
    alt: Line | None = None
    points: list[Annotated[Point, short_for("text")]] = Field(min_length=1)
    help_lines: list[Id] = []
    """Ids of helplines.yaml, shown as numbers under the points."""
    notes: Prose

    def check(self) -> Iterator[Problem]:
        """Faults of this slide alone."""
        if self.image and not self.alt:
            yield Problem("A10", self.image.position, "deze afbeelding heeft geen beschrijving.",
                          "Voeg ‘alt:’ toe met wat er te zien is.")


class Presentation(Model):
    """The whole file. Every sector gets its own selection of the slides."""

    id: Id
    title: Line
    lead: Line
    slides: list[Slide]

    def check(self, sectors: Sequence[str]) -> Iterator[Problem]:
        """Faults of the slides, and per sector how many there are."""
        first: dict[str, Position] = {}
        for slide in self.slides:
            yield from slide.check()
            if slide.id in first:
                yield Problem("C10", slide.id.position, f"de id ‘{slide.id}’ bestaat al ({first[slide.id]}).",
                              "Geef deze dia een andere id.")
            first.setdefault(slide.id, slide.id.position)
        for sector in sectors:
            own = [slide for slide in self.slides if not slide.sectors or sector in slide.sectors]
            if not FEWEST <= len(own) <= MOST:
                yield Problem("A11", self.position,
                              f"de presentatie heeft {len(own)} dia’s voor {sector}; {FEWEST} tot {MOST} passen in een les.",
                              "Voeg dia’s toe of haal er weg, of kijk naar ‘sectors’.")
            for slide in own:
                lines = sum(not point.sectors or sector in point.sectors for point in slide.points)
                if lines + len(slide.help_lines) > MOST_LINES + 2:
                    yield Problem("A12", slide.position,
                                  f"op dia ‘{slide.id}’ staan {lines + len(slide.help_lines)} regels voor {sector}.",
                                  f"Houd het bij {MOST_LINES}: dan is de dia achterin te lezen.")
