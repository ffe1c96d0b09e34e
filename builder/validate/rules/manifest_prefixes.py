"""Elements of the manifest have no prefix and those of ADL have the prefix ``adlcp``.

XML leaves prefixes free, but Moodle and others know no namespaces: with a prefix they find no
course at all, and with another prefix than ``adlcp`` a SCO becomes a page that is completed at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.package.files import MANIFEST
from builder.package.manifest import ADLCP, IMSCP
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.xml import line

CODE = "V207"


def check(package: Package) -> Iterator[Problem]:
    root = package.manifest
    if root is None:
        return
    here = package.at(MANIFEST, line(root))
    if etree.QName(root).localname != "manifest" or etree.QName(root).namespace != IMSCP:
        yield Problem(
            CODE, here, "dit is geen manifest van SCORM 1.2.",
            f"Het moet beginnen met <manifest xmlns=\"{IMSCP}\">.",
        )
    elif root.prefix:
        yield Problem(
            CODE, here, f"de elementen hebben het voorvoegsel ‘{root.prefix}:’.", "Maak er de standaard-namespace van."
        )
    prefixes = {prefix for prefix, namespace in root.nsmap.items() if namespace == ADLCP}
    if prefixes - {"adlcp"}:
        yield Problem(
            CODE, here, "het voorvoegsel voor ADL is niet ‘adlcp’.", f"Schrijf xmlns:adlcp=\"{ADLCP}\"."
        )
