"""The course does not cheer: an exclamation mark stands only in what somebody says.

The subject is heavy, and joy about a right answer is about the learner instead of the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.language.manuscript import Manuscript
from builder.language.speech import spoken
from builder.problems import Problem

CODE = "T12"
_NAME = "exclamation-marks"


def check(manuscript: Manuscript) -> Iterator[Problem]:
    for passage in manuscript.passages:
        if passage.quoted or passage.looked_up:
            continue
        for reading, _ in passage.distinct():
            for found in re.finditer("!", reading.text):
                start, end = found.span()
                if not spoken(passage, reading, start) and not manuscript.allowed(_NAME, reading, start, end):
                    yield Problem(CODE, reading.place(start), "hier staat een uitroepteken.", "Eindig met een punt.")
