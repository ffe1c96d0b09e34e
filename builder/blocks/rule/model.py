"""The one sentence of a lesson to remember."""

from __future__ import annotations

from typing import Literal

from builder.blocks.base import Block
from builder.content.fields import Line


class Rule(Block):
    """One rule, in large letters."""

    type: Literal["rule"]
    intro: Line | None = None
    rule: Line


MODEL = Rule
