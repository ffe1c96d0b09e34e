"""No file is encrypted: an LMS has no password."""

from __future__ import annotations

from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V103"


def check(package: Package) -> Iterator[Problem]:
    for entry in package.entries:
        if entry.fault == "encrypted":
            yield Problem(
                CODE, package.at(entry.name), "dit bestand is versleuteld.",
                "Maak de zip opnieuw, zonder wachtwoord.",
            )
