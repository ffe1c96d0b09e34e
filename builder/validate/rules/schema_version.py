"""The manifest says ``ADL SCORM`` and exactly ``1.2`` (SCORM 1.2 CAM, 2.3.2.1).

By this text an LMS decides which interface it offers. With ``CAM 1.3`` the course looks for one
that is not there; other texts mean something else in each LMS.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.tree import text
from builder.validate.xml import line

CODE = "V209"


def check(package: Package) -> Iterator[Problem]:
    root = package.manifest
    if root is None:
        return
    metadata = root.find("{*}metadata")
    version = None if metadata is None else metadata.find("{*}schemaversion")
    schema = None if metadata is None else metadata.find("{*}schema")
    if text(version) != "1.2":
        found = f"is ‘{text(version)}’" if version is not None else "ontbreekt"
        yield Problem(
            CODE, package.at(MANIFEST, line(root if version is None else version)),
            f"‘schemaversion’ {found} en moet ‘1.2’ zijn.",
            "Schrijf <schemaversion>1.2</schemaversion>, of kies bij het exporteren SCORM 1.2.",
        )
    if text(schema) != "ADL SCORM":
        found = f"is ‘{text(schema)}’" if schema is not None else "ontbreekt"
        yield Problem(
            CODE, package.at(MANIFEST, line(root if schema is None else schema)),
            f"‘schema’ {found} en moet ‘ADL SCORM’ zijn.", "Schrijf <schema>ADL SCORM</schema>.",
        )
