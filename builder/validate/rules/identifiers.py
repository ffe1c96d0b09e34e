"""Identifiers are unique, ASCII, and names in the sense of XML (type xs:ID).

Moodle keeps one item when two share an identifier, and stores 255 characters; accents and digits
in front are legal or not depending on who reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.xml import line

CODE = "V214"

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
_LIMIT = 255
_BEARERS = ("manifest", "organization", "item", "resource")


def check(package: Package) -> Iterator[Problem]:
    root = package.manifest
    if root is None:
        return
    seen: dict[str, int] = {}
    for element in root.iter(*(f"{{*}}{name}" for name in _BEARERS)):
        identifier = element.get("identifier")
        if identifier is None:
            continue
        place = package.at(MANIFEST, line(element))
        if identifier in seen:
            yield Problem(
                CODE, place, f"het kenmerk ‘{identifier}’ staat er al op regel {seen[identifier]}.",
                "Geef elk onderdeel een eigen kenmerk.",
            )
        elif not _NAME.fullmatch(identifier):
            yield Problem(
                CODE, place, f"‘{identifier}’ kan geen kenmerk zijn.",
                "Begin met een letter. Gebruik alleen a–z, 0–9, punt, streepje en laag streepje.",
            )
        elif len(identifier) > _LIMIT:
            yield Problem(CODE, place, f"dit kenmerk is langer dan {_LIMIT} tekens.", "Kies een korter kenmerk.")
        seen.setdefault(identifier, line(element))
