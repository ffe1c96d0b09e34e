"""Files are stored or deflated: PHP and Java unzippers know nothing else for sure."""

from __future__ import annotations

from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V104"


def check(package: Package) -> Iterator[Problem]:
    for entry in package.entries:
        if entry.fault == "method":
            yield Problem(
                CODE, package.at(entry.name),
                f"dit bestand is ingepakt op een manier die veel leeromgevingen niet kennen ({entry.method}).",
                "Maak de zip opnieuw met de gewone methode (deflate).",
            )
