"""The manifest is well-formed XML, to the end.

Moodle imports a manifest that stops half-way without a word: the rest of the course is gone.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.rules import manifest_encoding

CODE = "V203"


def check(package: Package) -> Iterator[Problem]:
    fault = package.manifest_fault
    if fault is None or any(problem.severity == "error" for problem in manifest_encoding.check(package)):
        return
    yield Problem(
        CODE, package.at(MANIFEST, fault.line), "het manifest is geen geldige XML.",
        f"Verbeter het hier of vlak ervoor. De XML-lezer meldt: {fault.reason}.",
    )
