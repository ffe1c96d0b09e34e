"""The package is of a size that an LMS takes.

Limits differ per site. Many PHP sites stop at 50 or 100 MB; unpacking thousands of files takes
longer than a request may last.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V115"

_MB = 1_000_000
_WARN_FROM = 50 * _MB
_ALSO_WARN_FROM = 100 * _MB
_ERROR_FROM = 250 * _MB
_MOST_FILES = 5_000


def check(package: Package) -> Iterator[Problem]:
    size = max(package.size, sum(entry.size for entry in package.entries))
    if size > _ERROR_FROM:
        yield Problem(
            CODE, package.at(), f"het pakket is met {size // _MB} MB te groot.",
            f"Blijf onder {_ERROR_FROM // _MB} MB: maak filmpjes kleiner of zet ze ergens anders.",
        )
    elif package.size > _WARN_FROM:
        sites = "de meeste" if package.size > _ALSO_WARN_FROM else "veel"
        yield Problem(
            CODE, package.at(), f"het pakket is {package.size // _MB} MB: {sites} leeromgevingen weigeren dat.",
            "Vraag de beheerder hoe groot een bestand mag zijn.", "warning",
        )
    if len(package.entries) > _MOST_FILES:
        yield Problem(
            CODE, package.at(), f"het pakket heeft {len(package.entries)} bestanden.",
            f"Blijf onder {_MOST_FILES}.",
        )
