"""Telephone numbers for help."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.blocks.base import Block
from builder.content.fields import Id, Line


class HelpLines(Block):
    """Numbers from helplines.yaml, by id."""

    type: Literal["help-lines"]
    intro: Line | None = None
    lines: list[Id] = Field(min_length=1)


MODEL = HelpLines
