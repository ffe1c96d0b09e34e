"""``organizations`` says which organization is the default, and that one exists.

Without it an LMS takes the first, or none.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.problems import Problem, did_you_mean
from builder.validate.package import Package
from builder.validate.tree import organizations
from builder.validate.xml import line

CODE = "V215"


def check(package: Package) -> Iterator[Problem]:
    root = package.manifest
    parent = None if root is None else root.find("{*}organizations")
    if root is None or parent is None:
        return
    known = [organization.get("identifier") for organization in organizations(root)]
    default = parent.get("default")
    place = package.at(MANIFEST, line(parent))
    if default is None:
        if known:
            yield Problem(
                CODE, place, "‘organizations’ zegt niet welke de standaard is.",
                f"Schrijf default=\"{known[0]}\".", "warning",
            )
    elif default not in known:
        yield Problem(
            CODE, place, f"de standaard ‘{default}’ bestaat niet.",
            did_you_mean(default, [identifier for identifier in known if identifier]),
        )
