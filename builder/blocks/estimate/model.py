"""Guess first, then see the figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from pydantic import Field

from builder.blocks.base import AnswerShape, Question
from builder.blocks.statistic.model import Statistic
from builder.content.fields import Line
from builder.problems import Problem


class Estimate(Question):
    """A slider; afterwards the real figure as a drawing with its measure."""

    type: Literal["estimate"]
    min: int = 0
    max: int = 100
    step: int = Field(default=1, gt=0)
    answer_is: int = Field(alias="answer")
    unit: Line
    margin: int = Field(default=10, ge=0)
    """How far off still counts as right, in the same unit."""
    statistic: Statistic

    practice_only: ClassVar[bool] = True

    def check(self) -> Iterator[Problem]:
        if not self.min <= self.answer_is <= self.max <= 1000 or self.min < 0:
            yield Problem("Q07", self.position, f"het antwoord van ‘{self.id}’ past niet tussen min en max.",
                          "Kies 0 ≤ min ≤ answer ≤ max ≤ 1000.")

    def answer(self) -> AnswerShape:
        return AnswerShape("number", largest=1000)

    def player_data(self) -> dict[str, Any]:
        return {"min": self.min, "max": self.max, "right": self.answer_is, "margin": self.margin}


MODEL = Estimate
