"""Each item that can be chosen leads to a resource, and that resource has an address.

Otherwise the learner opens an empty frame: Moodle warns at most once, at the upload.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.problems import Problem, did_you_mean
from builder.validate.package import Package
from builder.validate.tree import items, resources
from builder.validate.xml import line

CODE = "V217"


def check(package: Package) -> Iterator[Problem]:
    root = package.manifest
    if root is None:
        return
    known = {resource.get("identifier"): resource for resource in resources(root)}
    for item in items(root):
        place = package.at(MANIFEST, line(item))
        reference = item.get("identifierref")
        if not reference:
            if item.find("{*}item") is None:
                yield Problem(
                    CODE, place, "dit item wijst nergens naar.", "Geef het een identifierref naar een resource."
                )
        elif reference not in known:
            names = [identifier for identifier in known if identifier]
            yield Problem(CODE, place, f"er is geen resource ‘{reference}’.", did_you_mean(reference, names))
        elif not known[reference].get("href"):
            yield Problem(
                CODE, package.at(MANIFEST, line(known[reference])),
                f"resource ‘{reference}’ heeft geen href en is dus niet te openen.", "Geef de resource een href.",
            )
