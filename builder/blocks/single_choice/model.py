"""One right answer among a few."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from pydantic import Field

from builder.blocks.base import AnswerShape, Option, Question, enough, unique
from builder.problems import Problem


class SingleChoice(Question):
    """A case with one best answer; wrong options are real misconceptions."""

    type: Literal["single-choice"]
    options: list[Option] = Field(min_length=2, max_length=36)

    def check(self) -> Iterator[Problem]:
        yield from unique(self.options, "opties")
        yield from enough(self.options, 2, self)
        right = [option for option in self.options if option.right]
        if not right:
            yield Problem("Q01", self.position, f"vraag ‘{self.id}’ heeft geen goed antwoord.",
                          "Zet ‘right: true’ bij één optie.")
        elif len(right) > 1:
            yield Problem("Q03", right[1].position, f"vraag ‘{self.id}’ heeft meer dan één goed antwoord.",
                          "Laat er één staan, of maak er ‘multiple-choice’ van.")

    def answer(self) -> AnswerShape:
        return AnswerShape("choice", tuple(option.id for option in self.options))

    def player_data(self) -> dict[str, Any]:
        return {"right": next(option.id for option in self.options if option.right)}

    def right_lengths(self) -> tuple[int, Sequence[int]]:
        right = next(len(option.text) for option in self.options if option.right)
        return right, [len(option.text) for option in self.options if not option.right]


MODEL = SingleChoice
