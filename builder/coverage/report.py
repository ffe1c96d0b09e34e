"""docs/coverage.md: fact by lesson, link by lesson, instrument by lesson, objective by items, minutes by lesson.

For authors and for whoever wants to check the course beside the guide; the same course always gives the same text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from builder.blocks.base import Sector
from builder.content import markup
from builder.content.fields import Id
from builder.course.edition import Edition, sector_edition, select_edition
from builder.course.model import Course
from builder.coverage.check import (
    drawn,
    instrument_lessons,
    made,
    pool,
    practised,
    safety_items,
    sectors_of,
    taught,
)
from builder.coverage.duplication import Twins
from builder.coverage.guide import Guide
from builder.coverage.measure import lesson_efforts, measure
from builder.coverage.reach import LessonReach, Reach, reach

Where = dict[Sector, set[Id]]

_NOT_HERE = "–"
_MISSING = "**ontbreekt**"


def report(course: Course, guide: Guide) -> str:
    """The whole page, in Markdown."""
    found = reach(course)
    editions = [select_edition(course, info) for info in course.info.editions]
    return "\n".join([
        "# Wat elke editie behandelt",
        "",
        "Deze bladzijde wordt gemaakt met `make coverage`. Verander haar niet met de hand.",
        "",
        f"De handreiking geeft {len(guide.facts)} feiten, {len(guide.links)} links en {len(guide.instruments)} hulpmiddelen. "
        "Per feit, link en hulpmiddel staat hier in welke lessen een editie het heeft. "
        f"Een streepje ({_NOT_HERE}) betekent: dit geldt niet voor die sector.",
        "",
        *_figures(course, editions),
        *_minutes(course),
        *_objectives(course, found),
        *_facts(found, guide, editions),
        *_links(course, found, guide, editions),
        *_instruments(course, found, guide, editions),
    ]) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: bool = False) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|---|{('---:|' if numbers else '---|') * (len(head) - 1)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"
    yield ""


def _figures(course: Course, editions: list[Edition]) -> Iterator[str]:
    twins = Twins(course)
    yield from ("## Per editie", "")
    yield from ("Minuten: lezen (200 woorden per minuut), nadenken en antwoorden. Dubbel: zinnen die ook in een tekst voor "
                "een andere sector staan, en dus niet nodig waren.", "")
    rows = []
    for edition in editions:
        figures = measure(edition, twins)
        rows.append([edition.info.id, f"{figures.minutes:.0f}", str(figures.words), str(figures.items),
                     f"{100 * figures.duplication:.1f} %".replace(".", ",")])
    yield from _table(["editie", "minuten", "woorden leestekst", "vragen", "dubbel"], rows, numbers=True)


def _minutes(course: Course) -> Iterator[str]:
    editions = {sector.id: sector_edition(course, sector) for sector in course.info.sectors}
    efforts = {sector: lesson_efforts(edition) for sector, edition in editions.items()}
    yield from ("## Minuten per les", "")
    rows = []
    for lesson in course.lessons():
        cells = [f"{own[lesson.id].seconds / 60:.1f}".replace(".", ",") if lesson.id in own else _NOT_HERE for own in efforts.values()]
        rows.append([_plain(course, lesson.title), str(lesson.minutes), *cells])
    totals = [f"{sum(effort.seconds for effort in own.values()) / 60:.1f}".replace(".", ",") for own in efforts.values()]
    rows.append(["**Samen**", "", *totals])
    yield from _table(["les", "in de cursus", *efforts], rows, numbers=True)


def _objectives(course: Course, found: Reach) -> Iterator[str]:
    sectors = sectors_of(found)
    yield from ("## Leerdoelen", "")
    yield from ("Per sector: vragen om te oefenen · vragen in de korte toets · toetsvragen (waarvan de eindtoets er zoveel trekt).", "")
    rows = []
    for objective in course.info.objectives:
        cells = []
        for sector in sectors:
            if made(found, objective, sector):
                cells.append("zelf gemaakt")
                continue
            cells.append(f"{practised(found, objective, sector)} · {len(pool(found, objective, sector, 'quiz'))} · "
                         f"{len(pool(found, objective, sector))} ({drawn(found, objective, sector)})")
        lessons = dict.fromkeys(_plain(course, lesson.lesson.title) for sector in sectors for lesson in taught(found, objective, sector))
        rows.append([objective.id, str(objective.short), *cells, ", ".join(lessons)])
    rows.append(["", "Toetsvragen over veiligheid", *(str(len(safety_items(found, sector))) for sector in sectors), ""])
    yield from _table(["doel", "kort", *sectors, "lessen"], rows)


def _facts(found: Reach, guide: Guide, editions: list[Edition]) -> Iterator[str]:
    yield from ("## Feiten", "")

    def rows() -> Iterator[list[str]]:
        for fact in guide.facts.values():
            def teaches(lesson: LessonReach, sector: Sector, name: str = fact.id) -> bool:
                return name in lesson.facts_for[sector]

            yield [fact.id, str(fact.text), *(_lessons(found, edition, fact.sectors, teaches) for edition in editions)]

    yield from _table(["feit", "wat de handreiking zegt", *(edition.info.id for edition in editions)], rows())


def _links(course: Course, found: Reach, guide: Guide, editions: list[Edition]) -> Iterator[str]:
    yield from ("## Links", "")

    def rows() -> Iterator[list[str]]:
        for name, facts in guide.links.items():
            source = course.sources.get(name)
            known = source.sectors if source and source.sectors else list(found.sectors)
            sectors = [sector for sector in known if any(sector in fact.sectors for fact in facts)]

            def reaches(lesson: LessonReach, sector: Sector, name: str = name) -> bool:
                return name in lesson.sources_for[sector]

            title = f"[{source.title}]({source.url})" if source else _MISSING
            if source and source.suspect:
                title += f"; de cursus verwijst naar [dit adres]({source.href})"
            yield [name, title, ", ".join(fact.id for fact in facts),
                   *(_lessons(found, edition, sectors, reaches) for edition in editions)]

    yield from _table(["link", "titel", "feiten", *(edition.info.id for edition in editions)], rows())


def _instruments(course: Course, found: Reach, guide: Guide, editions: list[Edition]) -> Iterator[str]:
    yield from ("## Hulpmiddelen, programma’s en partners", "")

    def rows() -> Iterator[list[str]]:
        for instrument in guide.instruments.values():
            where: Where = {sector: {lesson.lesson.id for lesson in instrument_lessons(course, found, instrument, sector)}
                     for sector in sectors_of(found)}

            def has(lesson: LessonReach, sector: Sector, where: Where = where) -> bool:
                return lesson.lesson.id in where[sector]

            yield [str(instrument.name), *(_lessons(found, edition, instrument.sectors, has) for edition in editions)]

    yield from _table(["hulpmiddel", *(edition.info.id for edition in editions)], rows())


def _plain(course: Course, title: str) -> str:
    """A title with the words for no sector in particular, or those of the first."""
    terms = next((edition.terms for edition in course.info.editions if edition.terms), course.info.sectors[0].terms)
    return markup.TERM.sub(lambda found: str(terms.get(found[1].lower(), found[1])), title)


def _lessons(found: Reach, edition: Edition, holds: Sequence[Sector], has: Callable[[LessonReach, Sector], bool]) -> str:
    """Numbers of the lessons of ``edition`` that have it for one of its sectors for which it holds."""
    wanted = [sector.id for sector in edition.sectors if sector.id in holds]
    if not wanted:
        return _NOT_HERE
    numbers = {item.lesson.id: item.number for item in edition.lessons}
    there = [
        numbers[lesson.lesson.id]
        for lesson in found.lessons
        if lesson.lesson.id in numbers and any(has(lesson, sector) for sector in wanted)
    ]
    return ", ".join(there) or _MISSING
