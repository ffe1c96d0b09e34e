"""``imsmanifest.xml`` is in the root of the zip, under exactly that name (SCORM 1.2 CAM, 2.3.1).

Moodle looks for that name only; a zip of the *folder* with the course, or capitals in the name,
is the most common reason for a refused upload.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.problems import Problem
from builder.validate.package import Package

CODE = "V201"


def check(package: Package) -> Iterator[Problem]:
    if not package.is_zip or MANIFEST in package.files:
        return
    near = [name for name in package.files if posixpath.basename(name.replace("\\", "/")).lower() == MANIFEST]
    if not near:
        yield Problem(
            CODE, package.at(), f"in de zip staat geen {MANIFEST}: dit is geen SCORM-pakket.",
            "Exporteer de cursus als SCORM 1.2.",
        )
    elif near[0].lower() == MANIFEST:
        yield Problem(
            CODE, package.at(near[0]), f"deze naam moet precies ‘{MANIFEST}’ zijn, in kleine letters.",
            "Geef het bestand die naam en maak de zip opnieuw.",
        )
    else:
        yield Problem(
            CODE, package.at(near[0]), "het manifest staat niet los bovenin de zip.",
            "Zip de inhoud van de map, niet de map zelf.",
        )
