"""In each lesson and pool the sentences have 11 words on average, or fewer, in every sector.

Labels and other texts without an end do not count: they would hide long sentences.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.language.manuscript import Manuscript
from builder.problems import Position, Problem

CODE = "T02"

_MOST = 11.0


def check(manuscript: Manuscript) -> Iterator[Problem]:
    for file, sector, sentences in manuscript.running_text():
        average = sum(len(sentence.words) for sentence in sentences) / len(sentences)
        if average > _MOST:
            yield Problem(CODE, Position(file), f"de zinnen hebben in {sector} gemiddeld {average:.1f} woorden.".replace(".", ",", 1),
                          f"Ga naar {_MOST:.0f} of minder.")
