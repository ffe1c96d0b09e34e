"""Folders are separated by ``/`` (APPNOTE 4.4.17.1).

With a backslash, an LMS on Linux puts all files flat in one folder and finds none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V107"


def check(package: Package) -> Iterator[Problem]:
    for entry in package.entries:
        if "\\" in entry.name:
            yield Problem(
                CODE, package.at(entry.name), "in deze bestandsnaam staat een backslash.",
                "Maak de zip opnieuw met een programma dat mappen scheidt met ‘/’.",
            )
