"""The manifest has no DOCTYPE.

A DTD can name files of the server and make text that never ends, so parsers forbid it; SCORM 1.2
has no DTD to refer to.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.xml import line_at

CODE = "V204"


def check(package: Package) -> Iterator[Problem]:
    data = package.manifest_data or b""
    if (at := data.find(b"<!DOCTYPE")) >= 0:
        yield Problem(
            CODE, package.at(MANIFEST, line_at(data, at)), "het manifest heeft een DOCTYPE.", "Haal de DOCTYPE weg."
        )
