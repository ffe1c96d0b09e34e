"""Some words hurt, judge or shut out, and the course does without them.

A label such as ‘de eenzame leerling’ makes a feeling into a person; ‘zelfmoord’ sounds like a crime; ‘Fout’
and praise are about the learner, not about the answer. What somebody says in a conversation may
differ where the table says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from builder.language.manuscript import Manuscript
from builder.language.speech import spoken
from builder.problems import Problem

CODE = "T10"
_NAME = "banned-words"


class Banned(NamedTuple):
    """A pattern, what to write instead, and whether somebody may say it."""

    pattern: re.Pattern[str]
    instead: str
    may_be_said: bool = False


def _banned(pattern: str, instead: str, may_be_said: bool = False, any_case: bool = True) -> Banned:
    return Banned(re.compile(pattern, re.IGNORECASE if any_case else 0), instead, may_be_said)


_PERSONS = r"(?:leerling|student|scholier|kind|jongere|jongvolwassene|mens|klasgeno(?:o|)t)(?:en|eren|es|s|jes?)?"
_FIRST = r"(?:^|(?<=[.!?] )|(?<=\n))"
_TABLE = (
    _banned(rf"\beenzame (?:\w+ )?{_PERSONS}\b", "Schrijf ‘wie zich eenzaam voelt’."),
    _banned(r"\b(?:de|een|alle|deze|die) eenzamen?\b(?! \w*gevoel)(?=[.,;:!?]|$)", "Schrijf ‘wie zich eenzaam voelt’."),
    _banned(r"(?<!113 )\bzelfmoord\w*", "Schrijf ‘zelfdoding’. Alleen de naam 113 Zelfmoordpreventie blijft.", True),
    _banned(r"\bzelfdoding (?:plegen|pleegt|pleegde|gepleegd)|\b(?:pleegt|pleegde|plegen) zelfdoding", "Plegen hoort bij een misdaad. Schrijf ‘overleden door zelfdoding’.", True),
    _banned(r"\bu(?:w|zelf)?\b", "Schrijf ‘je’.", True),
    _banned(r"\bhelaas\b", "Zeg wat er aan de hand is, zonder spijt.", True),
    _banned(rf"{_FIRST}(?:Fout|Helemaal fout|Jammer)\b", "Zeg wat er klopt en waarom.", any_case=False),
    _banned(rf"{_FIRST}(?:Goed (?:gedaan|zo|bezig)|Knap gedaan|Prima gedaan|Super|Gefeliciteerd|Bravo|Hoera|Top)\b",
            "Bevestig de regel, niet de persoon.", may_be_said=True, any_case=False),
    _banned(r"\b(?:klik|druk|tik) (?:dan )?hier\b|\bhier klikken\b", "Noem in de link waar die heen gaat."),
    _banned(r"^Nog niet(?=[.,:]| helemaal)", "‘Nog niet’ zegt het programma zelf al.", any_case=False),
    _banned(r"\bdader\b|\bslachtoffer\w*", "Noem wat er gebeurde.", True),
    _banned(r"\b(?:normale|gewone) (?:leerling|student|kind)(?:en|eren)?\b", "Schrijf ‘andere’.", True),
    _banned(r"\bTODO\b|\bXXX\b|\blorem ipsum\b|\?\?\?", "Schrijf de tekst zelf.", any_case=False),
)


def check(manuscript: Manuscript) -> Iterator[Problem]:
    for passage in manuscript.passages:
        if passage.quoted:
            continue
        for reading, _ in passage.distinct():
            for banned in _TABLE:
                for found in banned.pattern.finditer(reading.text):
                    start, end = found.span()
                    if banned.may_be_said and spoken(passage, reading, start):
                        continue
                    if not manuscript.allowed(_NAME, reading, start, end):
                        yield Problem(CODE, reading.place(start), f"‘{found.group()}’ past niet in deze cursus.", banned.instead)
