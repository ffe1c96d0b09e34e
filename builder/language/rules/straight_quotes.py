"""Quotation marks and apostrophes are typographic: ‘ ’, “ ” and ’."""

from __future__ import annotations

from collections.abc import Iterator

from builder.language.manuscript import Manuscript
from builder.problems import Problem

CODE = "T13"


def check(manuscript: Manuscript) -> Iterator[Problem]:
    for passage in manuscript.passages:
        for offset, character in enumerate(passage.source):
            if character in "\"'":
                yield Problem(CODE, passage.source.at(offset), f"hier staat een recht aanhalingsteken: {character}",
                              "Gebruik ‘…’ of “…”, en ’ als apostrof.", "warning")
