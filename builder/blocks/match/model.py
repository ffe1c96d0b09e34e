"""Pairs that belong together; one right side is left over."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from pydantic import Field

from builder.blocks.base import AnswerShape, Part, Question, enough, unique
from builder.content.fields import Id, Line, Prose
from builder.problems import Problem


class Pair(Part):
    """A left side and the right side that goes with it."""

    id: Id
    left: Line
    right: Line
    feedback: Prose


class Extra(Part):
    """A right side that goes with nothing, so that the last pair is not given away."""

    id: Id
    text: Line
    feedback: Prose | None = None


class Match(Question):
    """A list of right sides to choose from beside each left side."""

    type: Literal["match"]
    pairs: list[Pair] = Field(min_length=2, max_length=12)
    extra: Extra | None = None

    thinking: ClassVar[tuple[float, float]] = (5, 6)

    def check(self) -> Iterator[Problem]:
        yield from unique([*self.pairs, *([self.extra] if self.extra else [])], "paren")
        yield from enough(self.pairs, 2, self)
        seen: dict[str, str] = {}
        for pair in self.pairs:
            right = " ".join(pair.right.lower().split())
            if right in seen:
                yield Problem("Q05", pair.right.position,
                              f"‘{pair.right}’ hoort al bij ‘{seen[right]}’.",
                              "Twee gelijke rechterkanten zijn niet te onderscheiden: maak ze verschillend.")
            seen[right] = pair.id
        if self.extra and " ".join(self.extra.text.lower().split()) in seen:
            yield Problem("Q05", self.extra.text.position, "de overblijver is gelijk aan een goede rechterkant.",
                          "Kies een andere tekst.")

    def targets(self) -> list[str]:
        """Ids of the right sides: each pair's own id, and the extra."""
        return [*(str(pair.id) for pair in self.pairs), *([str(self.extra.id)] if self.extra else [])]

    def choices(self) -> list[Extra]:
        """The right sides in an order that gives nothing away, the same in every build."""
        every = [Extra(id=pair.id, text=pair.right) for pair in self.pairs]
        every += [self.extra] if self.extra else []
        return sorted(every, key=lambda choice: zlib.crc32(f"{self.id} {choice.id}".encode()))

    def answer(self) -> AnswerShape:
        return AnswerShape("map", tuple(pair.id for pair in self.pairs), tuple(self.targets()))

    def player_data(self) -> dict[str, Any]:
        return {"pairs": [pair.id for pair in self.pairs], "targets": self.targets()}


MODEL = Match
