"""The zip holds files only; folders follow from their names.

Some importers make an empty *file* of a folder's own entry and then cannot put files in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V110"


def check(package: Package) -> Iterator[Problem]:
    folders = [entry for entry in package.entries if entry.is_folder]
    if folders:
        yield Problem(
            CODE, package.at(folders[0].name),
            f"de zip heeft mappen als los onderdeel ({len(folders)}).",
            "Maak de zip opnieuw zonder onderdelen voor mappen (‘zip -D’).", "warning",
        )
