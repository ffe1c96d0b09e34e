"""Cards that turn over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from builder.blocks.base import Block, Part, unique
from builder.content.fields import Id, Line, Prose
from builder.problems import Problem


class Card(Part):
    """A question or name in front, the answer behind."""

    id: Id
    front: Line
    back: Prose
    pictogram: Id | None = None


class Cards(Block):
    """A set of cards; each turns over on its own."""

    type: Literal["cards"]
    intro: Line | None = None
    items: list[Card] = Field(min_length=1)

    def check(self) -> Iterator[Problem]:
        yield from unique(self.items, "kaarten")


MODEL = Cards
