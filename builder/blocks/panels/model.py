"""Pictures side by side, each with a name and a sentence."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from builder.blocks.base import Block, Part
from builder.content.fields import Id, Line, Prose


class Panel(Part):
    """One picture with its text; ``key`` is the sentence that tells it apart."""

    image: Id
    alt: Line
    title: Line
    key: Line
    body: Prose


class Panels(Block):
    """Two or three kinds, told apart by picture and key sentence."""

    type: Literal["panels"]
    items: list[Panel] = Field(min_length=1)


MODEL = Panels
