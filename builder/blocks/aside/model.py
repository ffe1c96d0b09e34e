"""A remark in the margin."""

from __future__ import annotations

from typing import Literal

from builder.blocks.base import Block
from builder.content.fields import Prose


class Aside(Block):
    """One remark beside the text; never something that one must know."""

    type: Literal["aside"]
    body: Prose


MODEL = Aside
