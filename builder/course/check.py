"""What only the whole course can tell: every reference resolves, every id is one of a kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from builder.blocks.base import Block, Question
from builder.blocks.categorise.model import Categorise
from builder.blocks.text.model import TextBlock
from builder.content import markup
from builder.content.fields import Model, texts, walk
from builder.content.source import Text
from builder.course.edition import select_part
from builder.course.help_lines import check_help_lines
from builder.course.model import Category, Course, Lesson
from builder.course.pools import check_pools
from builder.course.reserved import PICTOGRAMS, WORDS, check_reserved
from builder.printables.model import SIGNALS, Signal
from builder.problems import Position, Problem, did_you_mean

_HEADING = re.compile(r"^(#+) ", re.M)


def check_course(course: Course, everything_read: bool) -> Iterator[Problem]:
    """Faults between the parts. Without ``everything_read`` a missing target is not held against anyone."""
    yield from _editions(course, everything_read)
    yield from _ids(course)
    yield from check_reserved(course)
    yield from check_help_lines(course)
    sectors = [sector.id for sector in course.info.sectors]
    for model in _models(course):
        if isinstance(model, Block):
            yield from _block(model, sectors)
        if everything_read:
            yield from _references(course, model)
    for printable in course.printables.values():
        yield from printable.check()
    if course.presentation:
        yield from course.presentation.check([sector.id for sector in course.info.sectors])
    targets = _targets(course)
    words = frozenset(name for sector in course.info.sectors for name in sector.terms)
    for readers, model in _with_sectors(course):
        for text in texts(model):
            yield from _text(text, words, targets, readers, everything_read)
    for lesson in course.lessons():
        yield from _headings(lesson)
        for sector in lesson.sectors or sectors:
            if select_part(lesson, frozenset({sector})) is None:
                yield Problem("C32", lesson.position, f"van les ‘{lesson.id}’ blijft voor {sector} niets over.",
                              f"Haal {sector} weg bij ‘sectors’ van de les, of geef {sector} ook iets.", "warning")
    if everything_read:
        yield from check_pools(course)


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


def _editions(course: Course, everything_read: bool) -> Iterator[Problem]:
    info = course.info
    known = {sector.id: sector for sector in info.sectors}
    words = {name for sector in info.sectors for name in sector.terms} | set(WORDS)
    for sector in info.sectors:
        for name in sorted(words - set(sector.terms)):
            yield Problem("C30", sector.position, f"sector ‘{sector.id}’ heeft geen woord voor ‘{name}’.",
                          f"Voeg ‘{name}:’ toe aan de terms.")
    for edition in info.editions:
        has_lessons = any(set(edition.sectors) & set(lesson.sectors or edition.sectors) for lesson in course.lessons())
        if everything_read and not has_lessons:
            yield Problem("C31", edition.position, f"editie ‘{edition.id}’ heeft geen enkele les.",
                          "Haal de editie weg, of kijk bij de lessen naar ‘sectors’.")
        for sector_id in edition.sectors:
            if sector_id not in known:
                yield Problem("C11", edition.position, f"sector ‘{sector_id}’ bestaat niet.",
                              did_you_mean(sector_id, known))
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


def _references(course: Course, model: Model) -> Iterator[Problem]:
    info = course.info
    objectives = {objective.id for objective in info.objectives}
    if isinstance(model, Question) and model.objective not in objectives:
        yield Problem("C11", model.position, f"leerdoel ‘{model.objective}’ bestaat niet.",
                      did_you_mean(model.objective, objectives))
    if isinstance(model, Lesson):
        for objective in model.objectives:
            if objective not in objectives:
                yield Problem("C11", model.position, f"leerdoel ‘{objective}’ bestaat niet.",
                              did_you_mean(objective, objectives))
    if isinstance(model, Categorise):
        yield from _categories(course, model)
    if isinstance(model, Signal):
        signals = [category.id for category in course.info.category_sets.get(SIGNALS, [])]
        yield from _known([model.category], signals, "soort", f"‘{SIGNALS}’ van course.yaml")
    for name, value in model.__dict__.items():
        if name == "image" and isinstance(value, Text):
            yield from _known([value], course.images, "afbeelding", "images/")
        elif name == "source":
            yield from _known(value if isinstance(value, list) else [value], course.sources, "bron", "sources.yaml")
        elif name in ("lines", "help_lines") and isinstance(value, list):
            yield from _known(value, course.help_lines, "hulplijn", "helplines.yaml")
        elif name == "pictogram" and isinstance(value, Text):
            for fault in _known([value], PICTOGRAMS, "pictogram", "builder/pages/icons.svg"):
                # A button without its picture still works; an empty place on a card does not.
                yield replace(fault, severity="warning") if isinstance(model, Category) else fault
        elif name in ("revisit", "safety_lesson") and isinstance(value, Text):
            yield from _known([value], {lesson.id for lesson in course.lessons()}, "les", "units/")


def _known(ids: Iterable[Text], known: Iterable[str], what: str, where: str) -> Iterator[Problem]:
    names = set(known)
    for identifier in ids:
        if identifier not in names:
            yield Problem("C11", identifier.position, f"{what} ‘{identifier}’ staat niet in {where}.",
                          did_you_mean(identifier, names))


def _categories(course: Course, question: Categorise) -> Iterator[Problem]:
    sets = course.info.category_sets
    if question.categories not in sets:
        yield Problem("C11", question.categories.position,
                      f"de indeling ‘{question.categories}’ staat niet bij category_sets in course.yaml.",
                      did_you_mean(question.categories, sets))
        return
    names = [category.id for category in sets[question.categories]]
    for item in question.items:
        yield from _known([item.category], names, "soort", f"‘{question.categories}’")
        for wrong in item.wrong:
            if wrong not in names:
                yield Problem("C11", item.position, f"soort ‘{wrong}’ staat niet in ‘{question.categories}’.",
                              did_you_mean(wrong, names))
            elif wrong == item.category:
                yield Problem("Q08", item.position, f"‘{wrong}’ is hier het goede antwoord, en staat ook bij wrong.",
                              "Haal die regel bij wrong weg.")


#: Kinds of link, and what authors call the thing at the other end.
_LINKS = {"lesson": "les", "source": "bron", "term": "begrip", "print": "blad", "download": "bestand"}

Targets = dict[str, Mapping[str, Any]]


def _targets(course: Course) -> Targets:
    """What each kind of link can point to, by id."""
    presentation: dict[str, Any] = {course.presentation.id: course.presentation} if course.presentation else {}
    return {"lesson": {lesson.id: lesson for lesson in course.lessons()}, "source": course.sources,
            "term": course.terms, "print": course.printables, "download": presentation}


def _text(text: Text, words: frozenset[str], targets: Targets, sectors: frozenset[str],
          everything_read: bool) -> Iterator[Problem]:
    for mark in markup.terms(text):
        name = mark.target[:1].lower() + mark.target[1:]
        if name not in words:
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
    for mark in markup.links(text):
        kind, _, name = mark.target.partition(":")
        place = text.at(mark.offset)
        if kind not in _LINKS:
            yield Problem("C14", place, f"de link ‘{mark.target}’ is niet van een soort die hier kan.",
                          f"Kies uit {', '.join(f'{kind}:id' for kind in _LINKS)}.")
        elif everything_read and name not in targets[kind]:
            yield Problem("C15", place, f"de link wijst naar {_LINKS[kind]} ‘{name}’, en dat is er niet.",
                          did_you_mean(name, targets[kind]))
        elif everything_read and kind in ("lesson", "print"):
            own = targets[kind][name].sectors
            missing = sectors - set(own) if own else frozenset()
            if missing:
                yield Problem("C15", place, f"{_LINKS[kind]} ‘{name}’ is er niet voor {', '.join(sorted(missing))}.",
                              f"Beperk deze tekst met ‘sectors:’, of verwijs naar een ander(e) {_LINKS[kind]}.")
