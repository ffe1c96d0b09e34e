"""A figure, never without its group and measure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from builder.blocks.base import Block
from builder.content.fields import Line
from builder.problems import Problem


class Statistic(Block):
    """A number drawn as people: ``count`` of ``out_of`` stand apart."""

    type: Literal["statistic"]
    figure: Line
    sentence: Line
    who: Line
    measure: Line
    extra: Line | None = None
    count: int = Field(ge=0)
    out_of: int = Field(gt=0, le=100)

    def check(self) -> Iterator[Problem]:
        if self.count > self.out_of:
            yield Problem("Q07", self.position, f"{self.count} van de {self.out_of} kan niet.",
                          "Maak ‘count’ hoogstens zo groot als ‘out_of’.")


MODEL = Statistic
