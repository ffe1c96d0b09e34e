"""Every word stands in the dictionary or in words.txt, beside the course.

Each distinct word is looked up once. Words of the list that nothing needs any more are reported,
so that it stays a list of this course.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.language.manuscript import Manuscript
from builder.problems import Problem

CODE = "T50"

_NUMBER = re.compile(r"\d+([-.,:/]\d+)*(e|ste|de)?$")


def check(manuscript: Manuscript) -> Iterator[Problem]:
    if manuscript.knows is None:
        return
    verdicts: dict[str, bool] = {}
    needed: set[str] = set()
    for passage in manuscript.passages:
        for reading, _ in passage.distinct():
            for word in reading.words:
                plain = word.text.replace("’", "'")
                if plain not in verdicts:
                    own = {plain, plain.lower()} & manuscript.own_words.keys()
                    needed |= own
                    verdicts[plain] = bool(own or _NUMBER.match(plain) or manuscript.knows(plain))
                if not verdicts[plain]:
                    yield Problem(CODE, reading.place(word.start), f"‘{word.text}’ staat niet in het woordenboek.",
                                  "Verbeter het, of zet het in words.txt als het klopt.")
    for listed, position in manuscript.own_words.items():
        if listed not in needed:
            yield Problem(CODE, position, f"‘{listed}’ staat in de lijst, maar nergens in de cursus.",
                          "Haal het weg.", "warning")
