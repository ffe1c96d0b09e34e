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
    for entry in package.entries:
        if entry.flags & _DESCRIPTOR:
            yield Problem(
                CODE, package.at(entry.name), "de grootte van dit bestand staat pas achter de inhoud.",
                "Maak de zip opnieuw met een ander programma, niet als stroom.",
                "error" if entry.method == _STORED and entry.size else "warning",
            )
