"""Somebody else's words."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.blocks.base import Block, SourceIds
from builder.content.fields import Prose


class Quotation(Block):
    """A short quotation; the source is obligatory."""

    type: Literal["quotation"]
    body: Prose
    source: SourceIds = Field(min_length=1)


MODEL = Quotation
