"""Two lists side by side."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.blocks.base import Block, Part
from builder.content.fields import Line


class Column(Part):
    """One side; ``unseen`` marks what one sees less easily with a dotted rule."""

    title: Line
    items: list[Line] = Field(min_length=1)
    unseen: bool = False


class Comparison(Block):
    """Two columns to lay beside each other."""

    type: Literal["comparison"]
    title: Line | None = None
    columns: list[Column] = Field(min_length=2)


MODEL = Comparison
