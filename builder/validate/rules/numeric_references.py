"""Characters are written as themselves, not as numbers.

Moodle escapes the ``&`` of ``&#233;`` first, so that learners read those six characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.xml import line_at

CODE = "V206"

_NUMERIC = re.compile(rb"&#(x[0-9A-Fa-f]+|[0-9]+);")


def check(package: Package) -> Iterator[Problem]:
    data = package.manifest_data or b""
    if found := _NUMERIC.search(data):
        yield Problem(
            CODE, package.at(MANIFEST, line_at(data, found.start())),
            f"‘{found[0].decode('ascii')}’ komt in Moodle letterlijk in beeld.",
            "Schrijf het teken zelf.", "warning",
        )
