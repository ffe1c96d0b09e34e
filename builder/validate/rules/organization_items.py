"""There is an organization, and each has an item.

Without an item there is nothing to start: the LMS shows an empty course, or its import stops.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.tree import organizations
from builder.validate.xml import line

CODE = "V216"


def check(package: Package) -> Iterator[Problem]:
    root = package.manifest
    if root is None:
        return
    found = organizations(root)
    if not found:
        yield Problem(
            CODE, package.at(MANIFEST, line(root)), "het manifest heeft geen organization.",
            "Voeg een organization toe met een item dat naar de startpagina wijst.",
        )
    for organization in found:
        if organization.find("{*}item") is None:
            yield Problem(
                CODE, package.at(MANIFEST, line(organization)), "deze organization heeft geen item.",
                "Voeg een item toe dat naar de startpagina wijst.",
            )
