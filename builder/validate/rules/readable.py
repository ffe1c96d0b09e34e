"""The package can be opened as a zip.

An upload that was cut short, or a folder that only got the name .zip, is refused by every LMS.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V101"


def check(package: Package) -> Iterator[Problem]:
    if not package.is_zip:
        yield Problem(
            CODE, package.at(), "dit is geen zip, of hij is niet heel.",
            "Maak of download het pakket opnieuw.",
        )
