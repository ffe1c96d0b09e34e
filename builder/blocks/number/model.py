"""A number to fill in."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from builder.blocks.base import AnswerShape, Question
from builder.content.fields import Line, Prose


class Number(Question):
    """Accepts digits and the number's own Dutch words."""

    type: Literal["number"]
    answer_is: int = Field(alias="answer", ge=0, le=1000)
    unit: Line | None = None
    words: list[str] = []
    """Words that count as the answer too, such as ‘drie’."""
    low: Prose
    """For who answers too little."""
    high: Prose
    """For who answers too much."""

    def answer(self) -> AnswerShape:
        return AnswerShape("number", largest=1000)

    def player_data(self) -> dict[str, Any]:
        return {"right": self.answer_is, "words": list(self.words)}


MODEL = Number
