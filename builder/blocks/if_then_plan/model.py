"""An if-then plan in guided parts; it stays on the device and can be printed."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from builder.blocks.base import Block, FactId, Part
from builder.content.fields import Id, Line, Prose, short_for


class Action(Part):
    """A small action to choose from."""

    text: Line
    facts: list[FactId] = []


class Moment(Part):
    """A moment or place that is already there."""

    text: Line


class IfThenPlan(Block):
    """When (a moment), then (an action), an obstacle, somebody who helps, a date to look back."""

    type: Literal["if-then-plan"]
    id: Id
    intro: Prose | None = None
    example: Line | None = None
    moments: list[Annotated[Moment, short_for("text")]] = Field(min_length=1)
    actions: list[Annotated[Action, short_for("text")]] = Field(min_length=1)
    obstacle: Line | None = None
    helper: Line | None = None

    doing: ClassVar[float] = 120


MODEL = IfThenPlan
