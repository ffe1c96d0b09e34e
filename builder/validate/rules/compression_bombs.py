"""Nothing swells to many times its size: that is how one brings a server down."""

from __future__ import annotations

from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V116"


def check(package: Package) -> Iterator[Problem]:
    for entry in package.entries:
        if entry.fault == "oversized":
            yield Problem(
                CODE, package.at(entry.name),
                f"dit bestand wordt bij het uitpakken verdacht groot ({entry.size // 1_000_000} MB).",
                "Vertrouw dit pakket niet. Vraag de maker om een ander.",
            )
