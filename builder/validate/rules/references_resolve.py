"""What pages and style sheets point at is in the package, capitals included.

This goes for ``src``, ``href``, ``srcset``, ``poster`` and ``data`` in HTML and SVG, and for ``url()`` and
``@import`` in CSS. What a script builds by itself cannot be seen from here.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.nearest import nearest
from builder.validate.package import Package

CODE = "V303"


def check(package: Package) -> Iterator[Problem]:
    folders = {name.rpartition("/")[0] + "/" for name in package.files}
    for reference in package.references:
        target = reference.target
        if target is None or target in package.files or target in folders:
            continue
        place = package.at(reference.file, reference.line)
        if target.startswith(("/", "../")):
            yield Problem(
                CODE, place, f"‘{reference.address}’ wijst naar een plek buiten het pakket.",
                "Gebruik een adres vanaf dit bestand, zoals ‘images/foto.svg’.",
            )
        else:
            yield Problem(CODE, place, f"‘{reference.address}’ zit niet in het pakket.", nearest(target, package))
