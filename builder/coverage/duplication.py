"""Sentences that were written twice: the same words in variants for different sectors.

A sentence that differs only by a term of the sectors (leerling, student) is the same sentence: a term would have done.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from builder.content import markup
from builder.content.fields import Model
from builder.course.edition import Edition
from builder.course.model import Course
from builder.coverage.reach import Gathered, Sectors, gather

_FEWEST_WORDS = 4
"""Shorter ones (‘Vraag het na.’) come back by nature."""
_LINK_TARGET = re.compile(r"\]\([^()\s]*\)")
_BREAK = re.compile(r"(?<=[.!?…])[’”\")\]*_]*\s+(?=[^a-zà-ÿ])|\n\s*(?:\n|[-*#]|\d+\.)\s*")
_ENDS = re.compile(r"[.!?…][’”\")\]*_]*$")
_NO_WORD = re.compile(r"[^\w{}]+")


class Twins:
    """For each sentence that variants for different sectors share: in how many of them it stands."""

    def __init__(self, course: Course) -> None:
        self._sentences = _reader(course)
        everyone: Sectors = frozenset(sector.id for sector in course.info.sectors)
        gathered = Gathered()
        for model in _roots(course):
            gather(model, everyone, gathered)
        variants: dict[str, list[Sectors]] = {}
        for text, sectors in gathered.words:
            if sectors != everyone:
                for sentence in self._sentences(text):
                    known = variants.setdefault(sentence, [])
                    if not any(sectors & other for other in known):
                        known.append(sectors)
        self.copies = {sentence: len(known) for sentence, known in variants.items() if len(known) > 1}

    def share(self, edition: Edition) -> float:
        """Which part of the sentences of ``edition`` need not have been written, 0 to 1.

        Of two variants with the same sentence each has half of the blame, of three each two thirds. What one
        variant says several times (‘Welke soort past het best?’) counts once.
        """
        gathered = Gathered()
        everyone: Sectors = frozenset(edition.info.sectors)
        for model in _edition_roots(edition):
            gather(model, everyone, gathered)
        sentences = {(sentence, sectors) for text, sectors in gathered.words for sentence in self._sentences(text)}
        blame = sum(1 - 1 / self.copies.get(sentence, 1) for sentence, _ in sentences)
        return blame / len(sentences) if sentences else 0.0


def _roots(course: Course) -> Iterator[Model]:
    yield from course.lessons()
    yield from course.pools
    yield from course.printables.values()
    if course.presentation:
        yield course.presentation


def _edition_roots(edition: Edition) -> Iterator[Model]:
    yield from (item.lesson for item in edition.lessons)
    yield from (placed.question for placed in edition.questions if placed.use != "practice")
    yield from edition.printables.values()
    if edition.presentation:
        yield edition.presentation


def _reader(course: Course) -> Callable[[str], list[str]]:
    """Gives the sentences of a text, plain: small letters, terms for the words of a sector, no punctuation."""
    masked = _mask(course)

    @cache
    def sentences(text: str) -> list[str]:
        plain = (_plain(masked(sentence)) for sentence in _split(text))
        return [sentence for sentence in plain if sentence.count(" ") >= _FEWEST_WORDS - 1]

    return sentences


def _mask(course: Course) -> Callable[[str], str]:
    """Puts the name of a term for every word that a sector uses for it."""
    names = {str(word): name for sector in course.info.sectors for name, word in sector.terms.items()}
    if not names:
        return lambda text: text
    pattern = re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in sorted(names, key=len, reverse=True))})\b")

    def masked(text: str) -> str:
        text = markup.TERM.sub(lambda found: "{" + found[1].lower() + "}", text.lower())
        return pattern.sub(lambda found: "{" + names[found[0]] + "}", text)

    return masked


def _split(text: str) -> list[str]:
    """Its finished sentences; labels are not counted."""
    return [part for part in _BREAK.split(_LINK_TARGET.sub("]", text)) if part and _ENDS.search(part.rstrip())]


def _plain(sentence: str) -> str:
    return _NO_WORD.sub(" ", sentence).strip()
