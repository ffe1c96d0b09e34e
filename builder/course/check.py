"""What only the whole course can tell: every id is one of a kind, every reader gets something, nothing strange in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from builder.blocks.base import Block, Question
from builder.blocks.text.model import TextBlock
from builder.content import markup
from builder.content.fields import Model, texts, walk
from builder.content.source import Text
from builder.course.edition import select_part
from builder.course.help_lines import check_help_lines
from builder.course.model import Course, Lesson
from builder.course.pools import check_pools
from builder.course.references import Known, check_links, check_references
from builder.course.reserved import WORDS, check_reserved
from builder.problems import Position, Problem, did_you_mean

_HEADING = re.compile(r"^(#+) ", re.M)


def check_course(course: Course, known: Known) -> Iterator[Problem]:
    """Faults between the parts of ``course``, which are those that could be read; ``known`` says what else there is."""
    yield from _editions(course, known)
    yield from _ids(course)
    yield from check_reserved(course)
    yield from check_help_lines(course)
    sectors = [sector.id for sector in course.info.sectors]
    for model in _models(course):
        if isinstance(model, Block):
            yield from _block(model, sectors)
        yield from check_references(model, known)
    for printable in course.printables.values():
        yield from printable.check()
    if course.presentation:
        yield from course.presentation.check(sectors)
    words = frozenset(name for sector in known.info.sectors for name in sector.terms) if known.info else None
    for readers, model in _with_sectors(course):
        for text in texts(model):
            yield from _text(text, words)
            yield from check_links(text, readers, known)
    for lesson in course.lessons():
        yield from _headings(lesson)
        for sector in lesson.sectors or sectors:
            if select_part(lesson, frozenset({sector})) is None:
                yield Problem("C32", lesson.position, f"van les ‘{lesson.id}’ blijft voor {sector} niets over.",
                              f"Haal {sector} weg bij ‘sectors’ van de les, of geef {sector} ook iets.", "warning")
    yield from check_pools(course, known)


def _block(block: Block, sectors: Iterable[str]) -> Iterator[Problem]:
    """Faults of a block as written, and of what a sector gets of it."""
    faults = list(block.check())
    yield from faults
    for sector in sectors:
        own = select_part(block, frozenset({sector}))
        for fault in own.check() if own and own is not block else ():
            if fault not in faults:
                yield replace(fault, message=f"{fault.message.removesuffix('.')} (in {sector}).")


def _headings(lesson: Lesson) -> Iterator[Problem]:
    """A ``###`` belongs under a ``##``: a screen reader's list of headings shows a gap otherwise (WCAG 1.3.1)."""
    seen_section = False
    for block in lesson.blocks:
        if not isinstance(block, TextBlock):
            continue
        for found in _HEADING.finditer(block.body):
            level = len(found.group(1))
            if level == 1 or level > 3:
                yield Problem("C16", block.body.at(found.start()), "deze kop heeft een niveau dat hier niet kan.",
                              "Gebruik ‘##’ of, daaronder, ‘###’. De titel van de les is de hoogste kop.")
            elif level == 3 and not seen_section:
                yield Problem("C16", block.body.at(found.start()), "voor deze kop staat nog geen kop met ‘##’ in de les.",
                              "Maak er ‘##’ van.")
            seen_section = seen_section or level == 2


def _models(course: Course) -> Iterator[Model]:
    yield from walk(course.info)
    for unit in course.units:
        yield from walk(unit.info)
        for lesson in unit.lessons:
            yield from walk(lesson)
    for pool in course.pools:
        yield from walk(pool)
    for group in (course.terms, course.sources, course.help_lines, course.printables):
        for model in group.values():
            yield from walk(model)
    yield from walk(course.presentation)


def _with_sectors(course: Course) -> Iterator[tuple[frozenset[str], Model]]:
    """Every model with the sectors that get to see it."""
    everyone = frozenset(sector.id for sector in course.info.sectors)

    def inside(model: Model, sectors: frozenset[str]) -> Iterator[tuple[frozenset[str], Model]]:
        own = getattr(model, "sectors", None)
        if own and all(isinstance(sector, str) for sector in own):
            sectors &= frozenset(own)
        yield sectors, model
        for value in model.__dict__.values():
            if isinstance(value, Model | list | dict):
                yield from children(value, sectors)

    def children(value: object, sectors: frozenset[str]) -> Iterator[tuple[frozenset[str], Model]]:
        if isinstance(value, Model):
            yield from inside(value, sectors)
        elif isinstance(value, list):
            for item in value:
                yield from children(item, sectors)
        elif isinstance(value, dict):
            for item in value.values():
                yield from children(item, sectors)

    roots: list[Model] = [course.info, *course.pools, *course.terms.values(),
                          *course.sources.values(), *course.help_lines.values(),
                          *course.printables.values(), *([course.presentation] if course.presentation else [])]
    for unit in course.units:
        roots += [unit.info, *unit.lessons]
    for root in roots:
        yield from inside(root, everyone)


def _editions(course: Course, known: Known) -> Iterator[Problem]:
    info = course.info
    sectors = {sector.id for sector in info.sectors}
    words = {name for sector in info.sectors for name in sector.terms} | set(WORDS)
    for sector in info.sectors:
        for name in sorted(words - set(sector.terms)):
            yield Problem("C30", sector.position, f"sector ‘{sector.id}’ heeft geen woord voor ‘{name}’.",
                          f"Voeg ‘{name}:’ toe aan de terms.")
    for edition in info.editions:
        has_lessons = any(set(edition.sectors) & set(lesson.sectors or edition.sectors) for lesson in course.lessons())
        if known.whole and not has_lessons:
            yield Problem("C31", edition.position, f"editie ‘{edition.id}’ heeft geen enkele les.",
                          "Haal de editie weg, of kijk bij de lessen naar ‘sectors’.")
        for sector_id in edition.sectors:
            if sector_id not in sectors:
                yield Problem("C11", edition.position, f"sector ‘{sector_id}’ bestaat niet.",
                              did_you_mean(sector_id, sectors))
        if len(edition.sectors) > 1:
            for name in sorted(words - set(edition.terms)):
                yield Problem("C30", edition.position, f"editie ‘{edition.id}’ heeft geen woord voor ‘{name}’.",
                              f"Voeg ‘{name}:’ toe aan de terms: het geldt zolang geen sector gekozen is.")


def _ids(course: Course) -> Iterator[Problem]:
    """Of a kind: questions, assessments, what has its id in the page. The saved state or the page knows them by it."""
    first: dict[tuple[str, str], Position] = {}

    def see(kind: str, identifier: Text) -> Iterator[Problem]:
        if (kind, identifier) in first:
            yield Problem("C10", identifier.position,
                          f"de id ‘{identifier}’ bestaat al ({first[kind, identifier]}).",
                          "Geef deze een andere id. Laat een id die al gepubliceerd is staan.")
        else:
            first[kind, identifier] = identifier.position

    for kind, parts in _lists(course):
        for part in parts:
            yield from see(kind, Text(part.id, part.position))
    for unit in course.units:
        for lesson in unit.lessons:
            yield from see("page", lesson.id)
            for block in lesson.blocks:
                if hasattr(block, "id"):
                    kind = "question" if isinstance(block, Question) else "page"
                    yield from see(block.type if block.type == "assessment" else kind, block.id)
    for printable in course.printables.values():
        yield from see("page", printable.id)
    for pool in course.pools:
        for question in pool.questions:
            yield from see("question", question.id)


def _lists(course: Course) -> Iterator[tuple[str, Sequence[Any]]]:
    """The lists of course.yaml whose parts have an id."""
    info = course.info
    yield from (("objective", info.objectives), ("sector", info.sectors), ("edition", info.editions))
    for name, categories in info.category_sets.items():
        yield f"category {name}", categories


def _text(text: Text, words: frozenset[str] | None) -> Iterator[Problem]:
    """What may not stand in a text. ``words`` are those that sectors have; None when course.yaml could not be read."""
    for mark in markup.terms(text):
        name = mark.target[:1].lower() + mark.target[1:]
        if words is not None and name not in words:
            yield Problem("C12", text.at(mark.offset), f"het woord {mark.shown} staat niet bij de terms in course.yaml.",
                          did_you_mean(name, words))
    for offset in markup.raw_html(text):
        yield Problem("C13", text.at(offset), "er staat HTML in de tekst.",
                      "Gebruik Markdown. Een los kleiner-dan-teken schrijf je met een spatie erachter.")
    for mark in markup.bare_addresses(text):
        if text.position.file.endswith("sources.yaml"):
            break
        yield Problem("C14", text.at(mark.offset), f"er staat een los webadres in de tekst: {mark.target}.",
                      "Zet het adres in sources.yaml en verwijs met [tekst](source:id).")
