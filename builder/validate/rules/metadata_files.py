"""Files with metadata that the manifest refers to are in the package (SCORM 1.2 CAM, 2.3.2.5).

An LMS that follows ``adlcp:location`` stops the import when there is nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.package.manifest import ADLCP
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.references import resolve
from builder.validate.tree import text
from builder.validate.xml import line

CODE = "V211"


def check(package: Package) -> Iterator[Problem]:
    root = package.manifest
    if root is None:
        return
    for location in root.iterfind(f".//{{{ADLCP}}}location"):
        target = resolve("", text(location).strip())
        if target is None or target not in package.files:
            yield Problem(
                CODE, package.at(MANIFEST, line(location)), f"het bestand ‘{text(location)}’ zit niet in het pakket.",
                "Voeg het toe, of haal ‘adlcp:location’ weg.",
            )
