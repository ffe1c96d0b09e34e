"""Each lesson and pool scores 60 or more on the scale of Flesch-Douma, in every sector.

Flesch-Douma: 206.835 − 0.93 · words per sentence − 77 · syllables per word (Douma, 1960). A formula
says nothing about content; it only shows where to look.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.language.manuscript import Manuscript
from builder.language.syllables import flesch_douma
from builder.problems import Position, Problem

CODE = "T03"

_LEAST = 60.0


def check(manuscript: Manuscript) -> Iterator[Problem]:
    if manuscript.syllables is None:
        return
    for file, sector, sentences in manuscript.running_text():
        score = flesch_douma([[word.text for word in sentence.words] for sentence in sentences], manuscript.syllables)
        if score < _LEAST:
            yield Problem(CODE, Position(file), f"de tekst scoort in {sector} {score:.0f} op de schaal van Flesch-Douma.",
                          f"Ga naar {_LEAST:.0f} of meer: kortere woorden, kortere zinnen.")
