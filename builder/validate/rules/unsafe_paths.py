"""Every name stays inside the package: no ``..``, no root, no drive, no control characters.

Such a name can overwrite files of the server, so that an LMS refuses the package (APPNOTE 4.4.17.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V108"

_OUTSIDE = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|[\x00-\x1f\x7f]")


def check(package: Package) -> Iterator[Problem]:
    for entry in package.entries:
        if _OUTSIDE.search(entry.name):
            yield Problem(
                CODE, package.at(), f"deze naam wijst buiten het pakket: {entry.name!r}.",
                "Vertrouw dit pakket niet. Vraag de maker om een ander.",
            )
