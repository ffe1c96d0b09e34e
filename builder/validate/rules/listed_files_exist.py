"""Each file that the manifest lists is in the package, capitals included.

A server on Linux does not find ``Foto.jpg`` when the file is called ``foto.jpg``.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.problems import Problem
from builder.validate.nearest import nearest
from builder.validate.package import Package
from builder.validate.tree import path, resources
from builder.validate.xml import line

CODE = "V301"


def check(package: Package) -> Iterator[Problem]:
    root = package.manifest
    if root is None:
        return
    for resource in resources(root):
        for element in [resource, *resource.findall("{*}file")]:
            href = element.get("href")
            target = None if href is None else path(resource, href)
            if target is None or target in package.files:
                continue
            yield Problem(
                CODE, package.at(MANIFEST, line(element)), f"het bestand ‘{href}’ zit niet in het pakket.",
                nearest(target, package),
            )
