"""Organizations and items have a title that every LMS can show.

Moodle stores 255 characters and stops the import at 256; others cut at 100 or 200. Without a title
learners see the identifier, and Moodle loses the title ``0``.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.tree import items, organizations, text
from builder.validate.xml import line

CODE = "V220"

_SAFE = 100
_LIMIT = 200
"""Of the schema; between this and 255 only validating LMSs refuse it, and V208 says so."""
_BREAKS = 255


def check(package: Package) -> Iterator[Problem]:
    root = package.manifest
    if root is None:
        return
    for element in [*organizations(root), *items(root)]:
        title = element.find("{*}title")
        words = text(title)
        place = package.at(MANIFEST, line(element if title is None else title))
        if not words.strip() and (title is None or not len(title)):
            yield Problem(CODE, place, "hier ontbreekt een titel.", "Schrijf een <title>.", "warning")
        elif words.strip() == "0":
            yield Problem(CODE, place, "de titel ‘0’ verdwijnt in Moodle.", "Kies een andere titel.", "warning")
        elif len(words) > _BREAKS:
            yield Problem(
                CODE, place, f"deze titel heeft {len(words)} tekens; bij meer dan {_BREAKS} stopt de import in Moodle.",
                f"Maak de titel korter dan {_SAFE} tekens.",
            )
        elif _SAFE < len(words) <= _LIMIT:
            yield Problem(
                CODE, place, f"deze titel heeft {len(words)} tekens; niet elke leeromgeving laat dat zien.",
                f"Maak de titel korter dan {_SAFE} tekens.", "warning",
            )
