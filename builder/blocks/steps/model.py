"""Steps in order."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.blocks.base import Block, Part
from builder.content.fields import Line, Prose


class Step(Part):
    """What to do first, next, last."""

    title: Line
    body: Prose | None = None


class Steps(Block):
    """A numbered way of working."""

    type: Literal["steps"]
    title: Line | None = None
    items: list[Step] = Field(min_length=1)


MODEL = Steps
