"""A figure, never without its group and measure."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.blocks.base import Block
from builder.content.fields import Line


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


MODEL = Statistic
