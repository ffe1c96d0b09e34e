"""Names need no encoding in a URL and are names on every system.

LMSs rename what they do not expect (``~``, ``&``, blanks), and Windows has names that no file can
have; in both cases the page that asks for the file gets nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V113"

_USUAL = re.compile(r"[A-Za-z0-9._/-]+")
_WINDOWS = re.compile(r"(^|/)(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.[^/]*)?(/|$)|[. ](/|$)", re.IGNORECASE)
_PART_LIMIT = 64


def check(package: Package) -> Iterator[Problem]:
    for name in package.files:
        if _WINDOWS.search(name):
            yield Problem(
                CODE, package.at(name), "zo mag een bestand op Windows niet heten.", "Geef het een andere naam."
            )
        elif name.isascii() and "\\" not in name and not _USUAL.fullmatch(name):
            yield Problem(
                CODE, package.at(name), "in deze naam staan tekens die een leeromgeving kan veranderen.",
                "Gebruik in namen alleen a–z, 0–9, punt, streepje en laag streepje.", "warning",
            )
        elif max(map(len, name.split("/"))) > _PART_LIMIT:
            yield Problem(
                CODE, package.at(name), f"deze naam is langer dan {_PART_LIMIT} tekens.",
                "Geef het bestand een kortere naam.", "warning",
            )
