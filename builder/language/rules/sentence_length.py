"""A sentence has at most 20 words, and better not more than 15.

Someone else's words are left as they are. Source: house style for B1.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.language.manuscript import Manuscript
from builder.problems import Problem

CODE = "T01"

_MOST = 20
_LONG = 15


def check(manuscript: Manuscript) -> Iterator[Problem]:
    for passage in manuscript.passages:
        if passage.quoted:
            continue
        longest: dict[int, Problem] = {}
        words_at: dict[int, int] = {}
        for reading, _ in passage.distinct():
            for number, sentence in enumerate(reading.sentences):
                count = len(sentence.words)
                if count > max(_LONG, words_at.get(number, 0)):
                    words_at[number] = count
                    longest[number] = Problem(
                        CODE, reading.place(sentence.start),
                        f"deze zin heeft {count} woorden: ‘{_start(sentence.text)} …’",
                        f"Maak er twee van, van hoogstens {_LONG} woorden.",
                        "error" if count > _MOST else "warning",
                    )
        yield from longest.values()


def _start(text: str) -> str:
    return " ".join(text.split()[:6])
