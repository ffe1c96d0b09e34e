"""A case thought through aloud."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.blocks.base import Block
from builder.content.fields import Line, Prose


class WorkedExample(Block):
    """What somebody says, the steps of thinking, the conclusion."""

    type: Literal["worked-example"]
    title: Line | None = None
    quote: Prose
    steps: list[Line] = Field(min_length=1)
    conclusion: Line


MODEL = WorkedExample
