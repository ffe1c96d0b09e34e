"""One organization with one item.

Several SCOs are legal, but some LMSs refuse them, and Moodle's report of answers mixes them up.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.tree import items, organizations
from builder.validate.xml import line

CODE = "V223"


def check(package: Package) -> Iterator[Problem]:
    root = package.manifest
    if root is None:
        return
    count, trees = len(items(root)), len(organizations(root))
    if count > 1 or trees > 1:
        many = f"{count} items" if count > 1 else f"{trees} organizations"
        yield Problem(
            CODE, package.at(MANIFEST, line(root)), f"het pakket heeft {many}.",
            "Niet elke leeromgeving kan dat aan. Eén item is het veiligst.", "warning",
        )
