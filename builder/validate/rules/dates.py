"""Each file has a date that exists: a zip counts from 1 January 1980 (APPNOTE 4.4.6).

Month 0 is what a writer leaves that put zeros there; strict unzippers stop at it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V114"


def check(package: Package) -> Iterator[Problem]:
    for entry in package.entries:
        try:
            date(*entry.date)
        except ValueError:
            year, month, day = entry.date
            yield Problem(
                CODE, package.at(entry.name), f"de datum van dit bestand bestaat niet ({day}-{month}-{year}).",
                "Maak de zip opnieuw met een ander programma.", "warning",
            )
