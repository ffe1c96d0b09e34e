"""A resource that an item starts says ``adlcp:scormtype``, ``sco`` or ``asset``.

Without ``sco`` (SCORM 2004 writes ``scormType``) Moodle takes it for an asset: opened is completed,
and no score arrives. An asset as only content is allowed, but follows nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.tree import SCORMTYPE, launched
from builder.validate.xml import line

CODE = "V218"


def check(package: Package) -> Iterator[Problem]:
    root = package.manifest
    if root is None:
        return
    started = {id(resource): resource for _, resource in launched(root)}.values()
    for resource in started:
        if resource.get(SCORMTYPE) not in ("sco", "asset"):
            yield Problem(
                CODE, package.at(MANIFEST, line(resource)), "deze resource zegt niet of hij een SCO is.",
                "Schrijf adlcp:scormtype=\"sco\", in kleine letters.",
            )
    if started and all(resource.get(SCORMTYPE) == "asset" for resource in started):
        yield Problem(
            CODE, package.at(MANIFEST, line(next(iter(started)))), "geen enkel onderdeel is een SCO.",
            "Een leeromgeving volgt dan geen voortgang en geen score. Klopt dat?", "warning",
        )
