"""No traces of a computer or of version control.

macOS adds ``__MACOSX``, which some importers take for a second root; most skip it. The others are
refused by LMSs that allow a list of file types only, and ``.git`` holds more than was meant to be given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V111"

_MAC = re.compile(r"(^|/)(__MACOSX|\.DS_Store|\._[^/]*)(/|$)")
_OTHER = re.compile(r"(^|/)(Thumbs\.db|desktop\.ini|\.git|\.svn)(/|$)", re.IGNORECASE)


def check(package: Package) -> Iterator[Problem]:
    for entry in package.entries:
        mac = _MAC.search(entry.name)
        if mac or _OTHER.search(entry.name):
            yield Problem(
                CODE, package.at(entry.name), "dit bestand is van een computer, niet van de cursus.",
                "Haal het uit de zip. Op een Mac: ‘zip -X’ in plaats van Comprimeer.",
                "warning" if mac else "error",
            )
