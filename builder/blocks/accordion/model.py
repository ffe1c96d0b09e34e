"""Sections that open and close."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.blocks.base import Block, Part
from builder.content.fields import Line, Prose


class Section(Part):
    """A heading with what opens under it."""

    title: Line
    body: Prose


class Accordion(Block):
    """Text that a reader may need, folded under its headings."""

    type: Literal["accordion"]
    intro: Line | None = None
    items: list[Section] = Field(min_length=1)


MODEL = Accordion
