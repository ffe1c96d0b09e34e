"""Each item belongs to one of a few categories."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from pydantic import Field

from builder.blocks.base import AnswerShape, Part, Question, unique
from builder.content.fields import Id, Line, Prose
from builder.problems import Problem


class Item(Part):
    """Something to sort; ``wrong`` explains, per tempting category, why it does not belong there."""

    id: Id
    text: Line
    category: Id
    right: Prose
    wrong: dict[str, Prose] = {}


class Categorise(Question):
    """A button per category for each item; dragging is never needed."""

    type: Literal["categorise"]
    categories: Id
    """Name of a set in ``category_sets`` of course.yaml."""
    items: list[Item] = Field(min_length=1, max_length=36)

    immediate: ClassVar[bool] = True
    thinking: ClassVar[tuple[float, float]] = (5, 6)

    def check(self) -> Iterator[Problem]:
        yield from unique(self.items, "onderdelen")

    def answer(self) -> AnswerShape:
        return AnswerShape("map", tuple(item.id for item in self.items))

    def player_data(self) -> dict[str, Any]:
        return {"items": [
            {"id": item.id, "right": item.category, "sectors": item.sectors} for item in self.items
        ]}


MODEL = Categorise
