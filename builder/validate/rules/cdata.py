"""The manifest has no CDATA.

It is XML, but Oracle's LMS refuses it, and Moodle shows ``&`` in it as ``&amp;``.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.xml import line_at

CODE = "V205"


def check(package: Package) -> Iterator[Problem]:
    data = package.manifest_data or b""
    if (at := data.find(b"<![CDATA[")) >= 0:
        yield Problem(
            CODE, package.at(MANIFEST, line_at(data, at)), "het manifest heeft CDATA.",
            "Schrijf de tekst gewoon, met &amp; en &lt; waar dat moet.", "warning",
        )
