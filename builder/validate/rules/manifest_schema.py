"""The manifest follows the schemas: IMS Content Packaging 1.1.2, IMS Meta-data 1.2, ADL 1.2.

LMSs that validate refuse it; those that do not skip what is in the wrong place.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.package.files import MANIFEST
from builder.package.manifest import IMSCP
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.schemas import violations

CODE = "V208"


def check(package: Package) -> Iterator[Problem]:
    root = package.manifest
    if root is None or etree.QName(root).namespace != IMSCP:
        return
    for place, message in violations(root):
        yield Problem(CODE, package.at(MANIFEST, place), message, "Vergelijk het met het schema van SCORM 1.2.")
