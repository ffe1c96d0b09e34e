"""The few marks that authors may use inside a text, and where they stand.

``{{ term }}`` is a word that differs per sector; ``[tekst](lesson:id)``, ``(source:id)``, ``(term:id)``,
``(print:id)`` for a sheet on paper and ``(download:id)`` for a file are the links. Addresses stand in sources.yaml, so a bare one is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

TERM = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
LINK = re.compile(r"\[([^\]\[]*)\]\(([^()\s]*)\)")
_HTML = re.compile(r"<(?=[A-Za-z/!?])")
_BARE_ADDRESS = re.compile(r"(?<![\w(:/])(?:https?://|www\.)\S+")


class Mark(NamedTuple):
    """Something marked in a text: its offset, the words shown, what it points to."""

    offset: int
    shown: str
    target: str


def terms(text: str) -> Iterator[Mark]:
    """Each ``{{ term }}``."""
    for match in TERM.finditer(text):
        yield Mark(match.start(), match.group(0), match.group(1))


def links(text: str) -> Iterator[Mark]:
    """Each ``[words](target)``."""
    for match in LINK.finditer(text):
        yield Mark(match.start(), match.group(1), match.group(2))


def raw_html(text: str) -> Iterator[int]:
    """Offset of each ``<`` that would start a tag."""
    return (match.start() for match in _HTML.finditer(text))


def bare_addresses(text: str) -> Iterator[Mark]:
    """Each web address that stands in the text itself."""
    for match in _BARE_ADDRESS.finditer(text):
        yield Mark(match.start(), match.group(0), match.group(0))
