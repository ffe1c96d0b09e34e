"""Running text."""

from __future__ import annotations

from typing import Literal

from builder.blocks.base import Block
from builder.content.fields import Prose


class TextBlock(Block):
    """Paragraphs, lists and headings in Markdown."""

    type: Literal["text"]
    body: Prose


MODEL = TextBlock
