"""Steps to put in order."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from pydantic import Field

from builder.blocks.base import AnswerShape, Part, Question, unique
from builder.content.fields import Id, Line
from builder.problems import Problem


class OrderItem(Part):
    """One step."""

    id: Id
    text: Line


class Order(Question):
    """Authors write the steps in the right order; learners get them shuffled."""

    type: Literal["order"]
    items: list[OrderItem] = Field(max_length=12)

    thinking: ClassVar[tuple[float, float]] = (5, 5)

    def check(self) -> Iterator[Problem]:
        yield from unique(self.items, "stappen")
        if len(self.items) < 2:
            yield Problem("Q06", self.position, f"vraag ‘{self.id}’ heeft maar één stap.",
                          "Een volgorde heeft er twee of meer nodig.")

    def mixed(self) -> list[OrderItem]:
        """The steps in an order that gives nothing away, the same in every build."""
        mixed = sorted(self.items, key=lambda item: zlib.crc32(f"{self.id} {item.id}".encode()))
        return mixed if mixed != self.items else mixed[1:] + mixed[:1]

    def answer(self) -> AnswerShape:
        return AnswerShape("order", tuple(item.id for item in self.items))

    def player_data(self) -> dict[str, Any]:
        return {"items": [item.id for item in self.items]}


MODEL = Order
