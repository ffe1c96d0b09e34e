"""The manifest is UTF-8 and starts with its first tag or declaration.

XML allows other encodings, but importers that read it as text do not look at the declaration. A
byte order mark is allowed as well and still trips some of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.xml import line_at

CODE = "V202"

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_SAVE = "Sla het manifest op als UTF-8 zonder BOM."


def check(package: Package) -> Iterator[Problem]:
    data = package.manifest_data
    if data is None:
        return
    if data.startswith(_UTF16) or b"\0" in data[:4]:
        yield Problem(CODE, package.at(MANIFEST, 1), "het manifest is UTF-16.", _SAVE)
        return
    if data.startswith(_BOM):
        yield Problem(CODE, package.at(MANIFEST, 1), "het manifest begint met een BOM.", _SAVE, "warning")
    elif data[:1].isspace():
        yield Problem(
            CODE, package.at(MANIFEST, 1), "het manifest begint met een spatie of een lege regel.",
            "Begin met ‘<?xml’, zonder iets ervoor.",
        )
    declared = _DECLARED.match(data.removeprefix(_BOM).lstrip())
    if declared and declared[1].lower() not in (b"utf-8", b"us-ascii"):
        yield Problem(
            CODE, package.at(MANIFEST, 1), f"het manifest zegt dat het {declared[1].decode('ascii')} is.", _SAVE
        )
        return
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield Problem(
            CODE, package.at(MANIFEST, line_at(data, error.start)), "hier staat een teken dat geen UTF-8 is.", _SAVE
        )
