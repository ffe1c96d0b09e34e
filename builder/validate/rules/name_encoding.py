"""Names outside ASCII say that they are UTF-8 (flag bit 11).

Without the flag, the name is read as DOS text: ‘één.html’ becomes another name and the page is not
found. With it, old importers still go wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V112"

_UTF8 = 0x800


def check(package: Package) -> Iterator[Problem]:
    for entry in package.entries:
        if entry.name.isascii():
            continue
        if not entry.flags & _UTF8:
            yield Problem(
                CODE, package.at(entry.name), "deze naam heeft letters met accenten zonder dat de zip zegt welke.",
                "Geef het bestand een naam zonder accenten en maak de zip opnieuw.",
            )
        else:
            yield Problem(
                CODE, package.at(entry.name), "deze naam heeft letters met accenten.",
                "Gebruik in namen alleen a–z, 0–9, punt, streepje en laag streepje.", "warning",
            )
