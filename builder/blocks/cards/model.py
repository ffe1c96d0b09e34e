"""Cards that turn over."""

from __future__ import annotations

from typing import Literal

from builder.blocks.base import Block, Part
from builder.content.fields import Id, Line, Prose


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
    items: list[Card]


MODEL = Cards
