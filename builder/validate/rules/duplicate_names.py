"""No two files share a name, capitals or not.

Which of the two wins differs per LMS, and a disk that ignores capitals keeps only one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V109"


def check(package: Package) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for entry in package.entries:
        key = unicodedata.normalize("NFC", entry.name).casefold()
        first = seen.setdefault(key, entry.name)
        if first is not entry.name:
            same = "staat twee keer in de zip" if first == entry.name else f"verschilt alleen in hoofdletters van ‘{first}’"
            yield Problem(CODE, package.at(entry.name), f"deze naam {same}.", "Geef elk bestand een eigen naam.")
