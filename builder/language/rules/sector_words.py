"""Each sector reads its own words: no ‘leerling’ in mbo, no ‘student’ in primary school.

Terms (``{{ leerling }}``) solve most of it. Parents may occur everywhere, but in mbo and higher
education a professional does not talk with them about a student: that is for the student.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from builder.blocks.base import Sector
from builder.blocks.sector_comparison.model import SectorComparison
from builder.content import markup
from builder.language.manuscript import Manuscript
from builder.language.passages import Passage
from builder.language.reading import Reading
from builder.problems import Problem

CODE = "T20"
_NAME = "sector-words"

_PUPIL = r"\w*(?:leerling|scholier|schoolkind|schoolplein)\w*"
_TEACHER = r"\b(?:leraar|leraren|lerares|juf|juffen|meester|meesters|ib’er|intern begeleider|basisschool\w*|groep [1-8])\b"
_LECTURE = r"(?<![\w-])(?:hoor)?colleges?\b"
_STUDENT = rf"\b(?:mede)?student(?:en|es?)?\b|\bstudie(?:adviseur|genoot|genoten)\w*|\bwerkgroep(?:en)?\b|{_LECTURE}"
_COURSE = r"\b(?:de|je|jouw|een|hun|onze|elke|deze|die|op) opleiding(?:en)?\b"

_FOREIGN: Mapping[Sector, str] = {
    "po": rf"{_STUDENT}|{_COURSE}|\bdocent(?:en)?\b",
    "vo": rf"{_STUDENT}|{_COURSE}|\bleraar\b|\bleraren\b",
    "mbo": rf"{_PUPIL}|{_TEACHER}|{_LECTURE}",
    "hbo-wo": rf"{_PUPIL}|{_TEACHER}|\bzorgteam\b",
}
_PATTERNS = {sector: re.compile(pattern, re.IGNORECASE) for sector, pattern in _FOREIGN.items()}

_PARENTS = r"(?:ouders?|vader|moeder|verzorgers?)"
_TALK = r"(?:praat|praten|gepraat|spreek|spreken|gesproken|bespreek|bespreken|besproken|overleg\w*|bel|bellen|belt|mail|mailt|gesprek\w*|informeer|licht|betrek|contact|vraag|nodig|samen)"
_PARTNER = re.compile(
    rf"\b{_TALK}\b[^.?!\n]{{0,40}}\bmet (?:\w+ ){{0,2}}{_PARENTS}\b"
    rf"|\bmet (?:\w+ ){{0,2}}{_PARENTS}\b[^.?!\n]{{0,30}}\b{_TALK}\b"
    rf"|\b(?:bel|belt|mail|mailt|informeer|informeert|betrek|betrekt|spreek|spreekt|vraag) (?:\w+ ){{0,2}}{_PARENTS}\b",
    re.IGNORECASE,
)


def check(manuscript: Manuscript) -> Iterator[Problem]:
    for passage in manuscript.passages:
        if passage.looked_up or passage.quoted:
            continue
        yield from _terms_in_comparison(passage)
        for sector, reading in passage.readings.items():
            for found in _PATTERNS[sector].finditer(reading.text):
                if not manuscript.allowed(_NAME, reading, *found.span()):
                    yield _problem(reading, found, f"‘{found.group()}’ is geen woord voor {sector}.",
                                   "Gebruik een term tussen {{ }}, of geef elke sector met ‘sectors:’ een eigen tekst.")
            if sector in ("mbo", "hbo-wo"):
                for found in _PARTNER.finditer(reading.text):
                    if not manuscript.allowed(_NAME, reading, *found.span()):
                        yield _problem(reading, found, f"in {sector} praat je niet met ouders: ‘{found.group()}’.",
                                       "Praat met de student, of met een collega.")


def _problem(reading: Reading, found: re.Match[str], message: str, hint: str) -> Problem:
    return Problem(CODE, reading.place(found.start()), message, hint)


def _terms_in_comparison(passage: Passage) -> Iterator[Problem]:
    """There each sector reads about the other ones, in which its own words would be wrong."""
    if isinstance(passage.model, SectorComparison):
        for mark in markup.terms(passage.source):
            yield Problem(CODE, passage.source.at(mark.offset), f"{mark.shown} wordt hier het woord van wie het leest.",
                          "Schrijf het woord van de sector waar het over gaat.")
