"""No entry uses zip64, which is for files over 4 GB: some unzippers refuse the extra field."""

from __future__ import annotations

from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V106"


def check(package: Package) -> Iterator[Problem]:
    for entry in package.entries:
        if entry.zip64:
            yield Problem(
                CODE, package.at(entry.name), "dit bestand is ingepakt als zip64.",
                "Maak de zip opnieuw zonder zip64: dat is alleen nodig boven 4 GB.", "warning",
            )
