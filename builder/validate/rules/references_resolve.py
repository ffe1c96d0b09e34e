"""What pages and style sheets point at is in the package, capitals included.

This goes for ``src``, ``href``, ``srcset``, ``poster`` and ``data`` in HTML and SVG, and for ``url()`` and
``@import`` in CSS. What a script builds by itself cannot be seen from here. An address that is wrong more than once in
a file is reported at its first place.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from builder.problems import Problem
from builder.validate.nearest import nearest
from builder.validate.package import Package
from builder.validate.references import Reference

CODE = "V303"


_AT_MOST = 50
"""Problems for one package: a folder that is missing breaks hundreds of references."""


def check(package: Package) -> Iterator[Problem]:
    broken: dict[tuple[str, str], Reference] = {}
    for reference in package.references:
        target = reference.target
        if target is not None and target not in package.files:
            broken.setdefault((reference.file, target), reference)
    for (file, target), reference in islice(broken.items(), _AT_MOST):
        place = package.at(file, reference.line)
        if target.startswith(("/", "../")):
            yield Problem(
                CODE, place, f"‘{reference.address}’ wijst naar een plek buiten het pakket.",
                "Gebruik een adres vanaf dit bestand, zoals ‘images/foto.svg’.",
            )
        else:
            yield Problem(CODE, place, f"‘{reference.address}’ zit niet in het pakket.", nearest(target, package))
