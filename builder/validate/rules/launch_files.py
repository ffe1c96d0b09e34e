"""The address that starts an item is a page in the package, without query or fragment.

Some LMSs drop what comes after ``?`` or ``#``, or put their own parameters there.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.tree import launched, path
from builder.validate.xml import line

CODE = "V219"

_PAGES = (".html", ".htm", ".xhtml")


def check(package: Package) -> Iterator[Problem]:
    root = package.manifest
    if root is None:
        return
    for _, resource in launched(root):
        href = resource.get("href", "")
        if not href:
            continue
        place = package.at(MANIFEST, line(resource))
        target = path(resource, href)
        if target is None:
            yield Problem(
                CODE, place, f"‘{href}’ is geen bestand in het pakket.", "Laat de cursus beginnen met een eigen pagina."
            )
        elif not target.lower().endswith(_PAGES):
            yield Problem(
                CODE, place, f"de cursus begint met ‘{target}’: dat is geen webpagina.",
                "Laat de cursus beginnen met een html-bestand.", "warning",
            )
        elif "?" in href or "#" in href:
            yield Problem(
                CODE, place, f"het adres ‘{href}’ heeft een ‘?’ of ‘#’.",
                "Laat dat weg: niet elke leeromgeving geeft het door.", "warning",
            )
