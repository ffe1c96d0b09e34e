"""Links, each with what it is for."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.blocks.base import Block, FactId, Part
from builder.content.fields import Id, Line


class Instrument(Part):
    """A source, and what one uses it for."""

    source: Id
    purpose: Line
    facts: list[FactId] = []


class Instruments(Block):
    """A list of aids with their links."""

    type: Literal["instruments"]
    title: Line | None = None
    items: list[Instrument] = Field(min_length=1)


MODEL = Instruments
