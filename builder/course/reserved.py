"""What the pages ask of every course, and offer it: words and pictures that they use, ids that they have given away.

A test compares this with the templates and with icons.svg.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.course.model import Course
from builder.problems import Problem

#: Terms in the templates' own sentences.
WORDS = ("het_zorgteam", "leerling", "leerlingen")
#: Pictures of the start page, the proof and the cards.
IMAGES = ("connection", "conversation", "start", "together")
#: Ids in the templates; the player goes to lessons and sheets by theirs.
IDS = ("bewijs", "content", "found", "gains-title", "naslag", "proof-name", "refresher-title", "route-title", "search",
       "search-step", "start", "vooraf")

#: Pictograms that authors may name.
PICTOGRAMS = (
    "alarm", "book", "card", "eye", "gedrag", "house", "levensgebeurtenissen", "lichamelijk", "mentaal", "network",
    "online", "people", "phone", "plan", "school", "search", "slides", "sociaal", "speech",
)


def check_reserved(course: Course) -> Iterator[Problem]:
    """Pictures that are missing and ids that the page has already; missing words are found with the editions."""
    for name in IMAGES:
        if name not in course.images:
            yield Problem("C22", course.info.position, f"de tekening images/{name}.svg ontbreekt: de pagina’s gebruiken haar.",
                          "Voeg haar toe.")
    for identifier in [*(lesson.id for lesson in course.lessons()), *(sheet.id for sheet in course.printables.values())]:
        if identifier in IDS:
            yield Problem("C17", identifier.position, f"de id ‘{identifier}’ is al van de pagina zelf.",
                          "Kies een andere id.")
