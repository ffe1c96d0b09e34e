"""Several right answers; the page says how many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from pydantic import Field

from builder.blocks.base import AnswerShape, Option, Question, enough, unique
from builder.problems import Problem


class MultipleChoice(Question):
    """Every right tick earns its part, every wrong one takes a part away; never below zero."""

    type: Literal["multiple-choice"]
    options: list[Option] = Field(min_length=3, max_length=36)

    thinking: ClassVar[tuple[float, float]] = (6, 3)

    def check(self) -> Iterator[Problem]:
        yield from unique(self.options, "opties")
        yield from enough(self.options, 3, self)
        right = sum(option.right for option in self.options)
        if right == 0:
            yield Problem("Q01", self.position, f"vraag ‘{self.id}’ heeft geen goed antwoord.",
                          "Zet ‘right: true’ bij de goede opties.")
        elif right == len(self.options):
            yield Problem("Q04", self.position, f"bij vraag ‘{self.id}’ zijn alle opties goed.",
                          "Voeg een optie toe die niet klopt.")

    def answer(self) -> AnswerShape:
        return AnswerShape("set", tuple(option.id for option in self.options))

    def player_data(self) -> dict[str, Any]:
        return {
            "options": [option.id for option in self.options],
            "right": [option.id for option in self.options if option.right],
        }


MODEL = MultipleChoice
