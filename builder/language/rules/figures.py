"""A figure about loneliness never stands without its group and its measure.

One in ten is true of pupils who are often or always lonely, 57 percent of young adults who are so to
some extent: the two cannot be compared, and neither says anything without its measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.blocks.base import Sector
from builder.language.manuscript import Manuscript
from builder.language.passages import Passage
from builder.problems import Position, Problem

CODE = "T30"
_NAME = "figures"

_FIGURE = re.compile(
    r"\b(?:een|één|twee|drie|vier|vijf|\d+) op (?:de|elke) (?:\d+|drie|vier|vijf|tien|honderd)\b"
    r"|\b\d+ van (?:de|elke) 100\b"
    r"|\b\d+(?:,\d+)? ?(?:procent|%)"
    r"|\bmeer dan de helft\b",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\b(?:kinderen|scholieren|jongeren|jongvolwassenen|leerlingen tussen|studenten tussen|\d+ (?:tot|en|t/m) \d+ jaar)\b", re.IGNORECASE)
_MEASURE = re.compile(r"vaak of altijd|significante mate|enigszins tot sterk|enigszins of sterk|sterk eenzaam|ernstig eenzaam|duidelijk eenzaam", re.IGNORECASE)


def check(manuscript: Manuscript) -> Iterator[Problem]:
    together: dict[tuple[Position, Sector], list[Passage]] = {}
    for passage in manuscript.passages:
        if not passage.looked_up:
            for sector in passage.readings:
                together.setdefault((passage.block, sector), []).append(passage)
    for (_, sector), block in together.items():
        whole = "\n".join(passage.readings[sector].text for passage in block)
        lacking = [word for word, pattern in (("groep", _GROUP), ("maat", _MEASURE)) if not pattern.search(whole)]
        if not lacking:
            continue
        for passage in block:
            reading = passage.readings[sector]
            for found in _FIGURE.finditer(reading.text):
                if not manuscript.allowed(_NAME, reading, *found.span()):
                    yield Problem(CODE, reading.place(found.start()), f"bij ‘{found.group()}’ ontbreekt de {' en de '.join(lacking)}.",
                                  "Noem om wie het gaat, en hoe vaak of hoe sterk. Bijvoorbeeld: scholieren van 10 tot 15 jaar, vaak of altijd eenzaam.")
