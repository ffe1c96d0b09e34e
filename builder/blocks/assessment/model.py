"""A quiz or the test: questions drawn from the pools of the objectives."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from builder.blocks.base import Block, ObjectiveId
from builder.content.fields import Id, Line, Prose


class Assessment(Block):
    """Draws so many questions per objective; questions not seen before come first."""

    type: Literal["assessment"]
    id: Id
    title: Line
    intro: Prose | None = None
    use: Literal["quiz", "test"]
    draw: dict[ObjectiveId, Annotated[int, Field(ge=1, le=30)]] = Field(min_length=1)
    """Number of questions per objective."""
    counts: bool = False
    """Whether it decides score and status."""
    safety: bool = False
    """One of its questions is always about safety."""
    safety_lesson: Id | None = None
    """Where a wrong answer to that one leads; absent means the lesson of its objective."""
    pass_mark: int | None = Field(default=None, ge=1, le=100)
    """Percentage; absent means that of the course."""

    @property
    def size(self) -> int:
        """How many questions one attempt has."""
        return sum(self.draw.values())

    def needed(self, pass_mark: int) -> int:
        """Questions that must be right to pass; ``pass_mark`` is that of the course, as a percentage."""
        return -(-self.size * (self.pass_mark or pass_mark) // 100)


MODEL = Assessment
