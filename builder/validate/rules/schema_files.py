"""Schemas that the manifest refers to are in the package.

Importers that validate open them there, and report or refuse when they are not.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.package.document import XSI
from builder.package.files import MANIFEST
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.xml import line

CODE = "V210"


def check(package: Package) -> Iterator[Problem]:
    root = package.manifest
    if root is None:
        return
    for name in root.get(f"{{{XSI}}}schemaLocation", "").split()[1::2]:
        if "://" not in name and name not in package.files:
            yield Problem(
                CODE, package.at(MANIFEST, line(root)), f"het schema ‘{name}’ zit niet in het pakket.",
                "Voeg het toe, bovenin de zip.", "warning",
            )
