"""Nothing is fetched from another host: script, style, image, font, frame, media.

A school's filter or a missing connection then breaks the course, and the other host learns who is
learning. Links that a learner has to follow are fine.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V304"


def check(package: Package) -> Iterator[Problem]:
    for reference in package.references:
        if reference.fetched and reference.host:
            yield Problem(
                CODE, package.at(reference.file, reference.line), f"dit wordt opgehaald bij {reference.host}.",
                "Zet het bestand in het pakket.",
            )
