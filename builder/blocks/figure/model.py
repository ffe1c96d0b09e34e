"""A picture that carries meaning."""

from __future__ import annotations

from typing import ClassVar, Literal

from builder.blocks.base import Block
from builder.content.fields import Id, Line


class Figure(Block):
    """A drawing with its text alternative."""

    type: Literal["figure"]
    image: Id
    alt: Line
    caption: Line | None = None

    doing: ClassVar[float] = 4


MODEL = Figure
