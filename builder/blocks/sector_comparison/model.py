"""How the same thing goes in other sectors."""

from __future__ import annotations

from typing import Literal

from builder.blocks.base import Block, Sector
from builder.content.fields import Line, Prose


class SectorComparison(Block):
    """Folded; only in an edition with more than one sector."""

    type: Literal["sector-comparison"]
    title: Line | None = None
    items: dict[Sector, Prose]


MODEL = SectorComparison
