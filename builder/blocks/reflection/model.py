"""A moment to think, in words that stay on the device."""

from __future__ import annotations

from typing import ClassVar, Literal

from builder.blocks.base import Block
from builder.content.fields import Id, Line


class Reflection(Block):
    """An open field; its text is never sent to the LMS: it may be about a pupil."""

    type: Literal["reflection"]
    id: Id
    prompt: Line
    hint: Line | None = None

    doing: ClassVar[float] = 45


MODEL = Reflection
