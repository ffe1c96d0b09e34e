"""There is a plainer word for these."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.language.manuscript import Manuscript
from builder.language.speech import spoken
from builder.problems import Problem

CODE = "T11"
_NAME = "plain-words"

_PLAINER = {
    "aangaande": "over", "aangezien": "omdat", "alsmede": "en", "alsook": "en", "alvorens": "voordat",
    "bewerkstelligen": "zorgen voor", "conform": "volgens", "derhalve": "dus", "desalniettemin": "toch",
    "dient te": "moet", "dienen te": "moeten", "echter": "maar", "faciliteren": "helpen", "genoemde": "deze",
    "hetgeen": "wat", "implementeren": "invoeren", "indien": "als", "inzake": "over", "middels": "met",
    "mits": "als", "omtrent": "over", "onderhavige": "deze", "reeds": "al", "tenzij": "behalve als",
    "teneinde": "om te", "tevens": "ook", "ten behoeve van": "voor", "ten aanzien van": "over",
    "trachten": "proberen", "verstrekken": "geven", "voornoemde": "deze", "wederom": "weer",
    "met betrekking tot": "over", "door middel van": "met", "in het kader van": "voor", "zorg dragen voor": "zorgen voor",
}
_PATTERN = re.compile(rf"\b(?:{'|'.join(sorted(_PLAINER, key=len, reverse=True))})\b", re.IGNORECASE)


def check(manuscript: Manuscript) -> Iterator[Problem]:
    for passage in manuscript.passages:
        if passage.quoted or passage.looked_up:
            continue
        for reading, _ in passage.distinct():
            for found in _PATTERN.finditer(reading.text):
                start, end = found.span()
                if not spoken(passage, reading, start) and not manuscript.allowed(_NAME, reading, start, end):
                    yield Problem(CODE, reading.place(start), f"‘{found.group()}’ kan gewoner.",
                                  f"Schrijf bijvoorbeeld ‘{_PLAINER[found.group().lower()]}’.", "warning")
