"""A mastery score is a whole percentage (SCORM 1.2 CAM, 2.3.2.5).

LMSs read ``70%`` as 70 or as nothing, and ``0.7`` as less than one point. Moodle loses the value 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.package.files import MANIFEST
from builder.package.manifest import ADLCP
from builder.problems import Problem
from builder.validate.package import Package
from builder.validate.tree import text
from builder.validate.xml import line

CODE = "V222"

_WHOLE = re.compile(r"[0-9]{1,3}")
_FRACTION = re.compile(r"0?[.,][0-9]+|1([.,]0+)?")


def check(package: Package) -> Iterator[Problem]:
    root = package.manifest
    if root is None:
        return
    for score in root.iterfind(f".//{{{ADLCP}}}masteryscore"):
        value = text(score).strip()
        place = package.at(MANIFEST, line(score))
        if _FRACTION.fullmatch(value):
            yield Problem(
                CODE, place, f"de cesuur is {value}: dat is bijna niets.",
                "Bedoel je procenten? Schrijf dan bijvoorbeeld 70.", "warning",
            )
        elif not _WHOLE.fullmatch(value) or int(value) > 100:
            yield Problem(CODE, place, f"de cesuur ‘{value}’ is geen heel getal van 0 tot en met 100.",
                          "Schrijf bijvoorbeeld 70, of haal de cesuur weg.")
