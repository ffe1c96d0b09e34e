"""A file with metadata is XML and follows the schema of its namespace (IMS Meta-data 1.2).

Records in another namespace are not looked at, as nothing in a SCORM 1.2 package can say what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.package.manifest import IMSMD
from builder.package.metadata import LOM
from builder.problems import Problem
from builder.validate.metadata import metadata_documents
from builder.validate.package import Package
from builder.validate.schemas import violations
from builder.validate.xml import Unreadable

CODE = "V212"


def check(package: Package) -> Iterator[Problem]:
    for name, root in metadata_documents(package):
        if isinstance(root, Unreadable):
            yield Problem(
                CODE, package.at(name, root.line), "dit bestand met metadata is geen geldige XML.",
                f"Verbeter het hier of vlak ervoor. De XML-lezer meldt: {root.reason}.",
            )
        elif etree.QName(root).namespace in (LOM, IMSMD):
            for place, message in violations(root):
                yield Problem(CODE, package.at(name, place), message, "Vergelijk het met het schema van IMS.")
