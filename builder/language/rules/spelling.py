"""Every word stands in the dictionary or in course/words.txt.

Each distinct word is looked up once. Words of the list that nothing needs any more are reported,
so that it stays a list of this course.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.language.manuscript import Manuscript
from builder.problems import Position, Problem

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
                    own = {plain, plain.lower()} & manuscript.own_words
                    needed |= own
                    verdicts[plain] = bool(own or _NUMBER.match(plain) or manuscript.knows(plain))
                if not verdicts[plain]:
                    yield Problem(CODE, reading.place(word.start), f"‘{word.text}’ staat niet in het woordenboek.",
                                  "Verbeter het, of zet het in course/words.txt als het klopt.")
    for word in sorted(manuscript.own_words - needed):
        yield Problem(CODE, Position("course/words.txt"), f"‘{word}’ staat in de lijst, maar nergens in de cursus.",
                      "Haal het weg.", "warning")
