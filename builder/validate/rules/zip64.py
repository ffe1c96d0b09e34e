"""No entry uses zip64, which is for files over 4 GB: some unzippers refuse the extra field."""

from __future__ import annotations

from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V106"


def check(package: Package) -> Iterator[Problem]:
    large = [entry for entry in package.entries if entry.zip64]
    if large:
        yield Problem(
            CODE, package.at(large[0].name), f"de zip gebruikt zip64 bij {len(large)} bestanden.",
            "Maak de zip opnieuw zonder zip64: dat is alleen nodig boven 4 GB.", "warning",
        )
