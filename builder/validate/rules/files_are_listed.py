"""Each file in the package is listed in a resource (SCORM 1.2 CAM, 2.3.2.3).

LMSs that copy what is listed, and nothing else, leave the rest behind. The manifest and the schemas
in the root belong to the package itself and need no mention.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.tree import path, resources

CODE = "V302"

_CONTROL = (".xsd", ".dtd")
_AT_MOST = 20
"""Files named one by one: an export that forgot the list forgot thousands."""


def check(package: Package) -> Iterator[Problem]:
    root = package.manifest
    if root is None:
        return
    listed = {
        path(resource, element.get("href", ""))
        for resource in resources(root)
        for element in [resource, *resource.findall("{*}file")]
    }
    unlisted = [
        name
        for name, entry in package.files.items()
        if name not in listed and not (name == MANIFEST or ("/" not in name and entry.suffix in _CONTROL))
    ]
    for name in unlisted[:_AT_MOST]:
        yield Problem(
            CODE, package.at(name), "dit bestand staat niet in het manifest.",
            "Voeg een <file> toe aan de resource, of haal het bestand weg.",
        )
    if len(unlisted) > _AT_MOST:
        yield Problem(
            CODE, package.at(MANIFEST), f"nog {len(unlisted) - _AT_MOST} bestanden staan niet in het manifest.",
            "Laat het manifest maken uit de inhoud van het pakket.",
        )
