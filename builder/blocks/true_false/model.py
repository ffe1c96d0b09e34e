"""A statement that holds or does not hold."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import Field

from builder.blocks.base import AnswerShape, Option, Question
from builder.content.fields import Line, Prose
from builder.content.source import Text
from builder.problems import Position


class TrueFalse(Question):
    """Each of the two answers has its own feedback."""

    type: Literal["true-false"]
    prompt: Line = Text("Klopt dit?", Position(""))
    statement: Line
    answer_is: bool = Field(alias="answer")
    """Whether the statement holds."""
    feedback_true: Prose
    feedback_false: Prose

    thinking: ClassVar[tuple[float, float]] = (8, 0)

    def choices(self) -> list[Option]:
        """The two answers, as options."""
        return [
            Option.model_validate({"id": "true", "text": "Ja, dit klopt", "right": self.answer_is,
                                   "feedback": self.feedback_true}),
            Option.model_validate({"id": "false", "text": "Nee, dit klopt niet", "right": not self.answer_is,
                                   "feedback": self.feedback_false}),
        ]

    def answer(self) -> AnswerShape:
        return AnswerShape("choice", ("true", "false"))

    def player_data(self) -> dict[str, Any]:
        return {"right": "true" if self.answer_is else "false"}


MODEL = TrueFalse
