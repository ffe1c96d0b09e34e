"""The figures of an edition for the table of the build: minutes, words, items, duplication."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.blocks.base import Sector
from builder.course.edition import Edition, sector_edition, select_edition
from builder.course.model import Course, EditionInfo
from builder.coverage.duplication import Twins
from builder.coverage.minutes import Effort, lesson_effort
from builder.problems import Problem

SHORTEST, LONGEST = 50, 60
"""Minutes that the course takes: 55, give or take 5."""
_OFF = 1.0
"""Minutes that a lesson may differ from what it says."""
MOST_DUPLICATION = 0.05


@dataclass(frozen=True)
class EditionFigures:
    """Of one edition; where it has several sectors, the mean of what their learners get."""

    lessons: int
    minutes: float
    words: int
    """Reading text of the lessons, questions left out."""
    items: int
    """Questions, in lessons and pools."""
    duplication: float
    """Share of the sentences that a variant for another sector has too, so that one would have done: 0 to 1."""


def measure(edition: Edition, twins: Twins | None = None) -> EditionFigures:
    """What ``edition`` asks of a learner. ``twins`` is the same for all editions of a course: make it once."""
    efforts = []
    for sector in edition.sectors:
        own = edition if not edition.many_sectors else sector_edition(edition.course, sector)
        efforts.append(sum(lesson_efforts(own).values(), Effort()))
    return EditionFigures(
        lessons=len(edition.lessons),
        minutes=sum(effort.seconds for effort in efforts) / 60 / len(efforts),
        words=round(sum(effort.words for effort in efforts) / len(efforts)),
        items=len(edition.questions),
        duplication=(twins or Twins(edition.course)).share(edition),
    )


def lesson_efforts(edition: Edition) -> dict[str, Effort]:
    """What each lesson of an edition of one sector asks, by its id."""
    return {item.lesson.id: lesson_effort(item.lesson, edition) for item in edition.lessons}


def check_minutes(course: Course) -> Iterator[Problem]:
    """Lessons whose ``minutes`` differ from the measure, and sectors that take too long or are over too soon."""
    editions: dict[Sector, Edition] = {sector.id: sector_edition(course, sector) for sector in course.info.sectors}
    efforts = {sector: lesson_efforts(edition) for sector, edition in editions.items()}
    for lesson in course.lessons():
        measured = [own[lesson.id].seconds / 60 for own in efforts.values() if lesson.id in own]
        mean = sum(measured) / len(measured) if measured else 0
        if measured and abs(mean - lesson.minutes) > _OFF:
            yield Problem("D50", lesson.position, f"les ‘{lesson.id}’ zegt {lesson.minutes} minuten, maar duurt er {_comma(mean)}.",
                          f"Schrijf ‘minutes: {max(1, round(mean))}’, of pas de les aan.", "warning")
    for sector, own in efforts.items():
        total = sum(effort.seconds for effort in own.values()) / 60
        if not SHORTEST <= total <= LONGEST:
            yield Problem("D51", course.info.position, f"de cursus duurt in {sector} {_comma(total)} minuten, in plaats van {SHORTEST} tot {LONGEST}.",
                          "Kijk in docs/coverage.md welke les lang is.", "warning")
    everything = EditionInfo.model_construct(id="alles", title="", sectors=list(editions), terms={})
    share = Twins(course).share(select_edition(course, everything))
    if share > MOST_DUPLICATION:
        yield Problem("D52", course.info.position, f"{_comma(100 * share)} procent van de zinnen staat ook in een tekst voor een andere sector.",
                      "Maak er één tekst van, met termen tussen {{ }}.", "warning")


def _comma(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
