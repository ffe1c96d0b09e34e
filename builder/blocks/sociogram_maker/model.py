"""A sociogram of one's own: the learner enters who chooses whom and sees it drawn. Nothing is kept or sent."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.blocks.base import Block
from builder.content.fields import Line, Prose


class SociogramMaker(Block):
    """A tool, not a question: what is entered is about pupils, so it lives in the open page only."""

    type: Literal["sociogram-maker"]
    title: Line
    body: Prose | None = None
    choices: int = Field(default=3, ge=1, le=5)
    """How many others each person chooses at most."""


MODEL = SociogramMaker
