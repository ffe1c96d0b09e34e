"""Something to keep in mind: a warning, a tip or an addition."""

from __future__ import annotations

from typing import Literal

from builder.blocks.base import Block
from builder.content.fields import Line, Prose


class Callout(Block):
    """A remark that must not be missed; at most one ``let-op`` on a lesson."""

    type: Literal["callout"]
    kind: Literal["let-op", "tip", "aanvulling"]
    title: Line | None = None
    body: Prose


MODEL = Callout
