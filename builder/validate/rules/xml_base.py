"""No ``xml:base``: addresses stand in full.

Moodle uses it on a resource only, and many importers nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.package.files import MANIFEST
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.tree import BASE
from builder.validate.xml import line

CODE = "V221"


def check(package: Package) -> Iterator[Problem]:
    root = package.manifest
    if root is None:
        return
    for element in root.iter("{*}manifest", "{*}resources", "{*}resource"):
        base = element.get(BASE)
        if base is not None:
            on_resource = etree.QName(element).localname == "resource"
            yield Problem(
                CODE, package.at(MANIFEST, line(element)), f"hier staat xml:base=\"{base}\".",
                "Haal het weg en zet de map in elk adres.", "warning" if on_resource else "error",
            )
