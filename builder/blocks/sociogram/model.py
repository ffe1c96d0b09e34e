"""Who chooses whom: a network drawn by the builder, with the same facts as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from builder.blocks.base import Block
from builder.content.fields import Line
from builder.content.source import Text
from builder.problems import Problem


class Sociogram(Block):
    """Names of an invented class and whom each of them chose."""

    type: Literal["sociogram"]
    question: Line
    """What the pupils were asked."""
    alt: Line
    date: Line | None = None
    people: dict[str, list[Line]] = Field(min_length=2, max_length=40)

    doing: ClassVar[float] = 20

    def check(self) -> Iterator[Problem]:
        for name, chosen in self.people.items():
            for place, other in enumerate(chosen):
                position = other.position if isinstance(other, Text) else self.position
                if other == name:
                    yield Problem("Q21", position, f"{name} kiest zichzelf.", "Haal deze naam hier weg.")
                elif other in chosen[:place]:
                    yield Problem("Q23", position, f"{name} kiest {other} twee keer.", "Haal er één weg.")
                elif other not in self.people:
                    yield Problem("Q22", position, f"{name} kiest ‘{other}’, maar die staat niet in de groep.",
                                  f"Kies uit: {', '.join(self.people)}.")

    def chosen_by(self) -> dict[str, list[str]]:
        """For each person who chose them, in the order of the source."""
        return {
            name: [other for other, chosen in self.people.items() if name in chosen]
            for name in self.people
        }

    def mutual(self) -> list[tuple[str, str]]:
        """Pairs who chose each other, each pair once."""
        names = list(self.people)
        return [
            (a, b)
            for i, a in enumerate(names)
            for b in names[i + 1 :]
            if b in self.people[a] and a in self.people[b]
        ]


MODEL = Sociogram
