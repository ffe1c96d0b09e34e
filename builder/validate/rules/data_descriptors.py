"""Sizes are before the contents, not after them (APPNOTE 4.3.9, flag bit 3).

Unzippers that read a stream, such as Java's, cannot tell where a stored file ends, and refuse it.
For a deflated file most of them manage.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V105"

_DESCRIPTOR = 0x8
_STORED = 0


def check(package: Package) -> Iterator[Problem]:
    streamed = [entry for entry in package.entries if entry.flags & _DESCRIPTOR]
    stored = [entry for entry in streamed if entry.method == _STORED and entry.size]
    if streamed:
        yield Problem(
            CODE, package.at((stored or streamed)[0].name),
            f"de grootte staat pas achter de inhoud; bij {len(streamed)} van de {len(package.entries)} bestanden.",
            "Maak de zip opnieuw met een ander programma, niet als stroom.",
            "error" if stored else "warning",
        )
