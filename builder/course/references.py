"""Whether everything that the course refers to is there: by id in a field, by a link in a text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from builder.blocks.base import Question
from builder.blocks.categorise.model import Categorise
from builder.content import markup
from builder.content.fields import Model
from builder.content.source import Text
from builder.course.model import (
    Category,
    CourseInfo,
    HelpLine,
    Lesson,
    Source,
    Term,
)
from builder.course.reserved import PICTOGRAMS
from builder.presentation.model import Presentation
from builder.printables.model import SIGNALS, Printable, Signal
from builder.problems import Problem, did_you_mean


@dataclass(frozen=True)
class Known:
    """What can be referred to, by id, as far as its files could be read: nobody is blamed for the fault of another file.

    None instead of a kind: its file could not be read, so anything may be in it. None instead of a lesson or a sheet:
    it is there, but what it holds could not be read.
    """

    info: CourseInfo | None
    lessons: Mapping[str, Lesson | None]
    printables: Mapping[str, Printable | None]
    terms: Mapping[str, Term] | None
    sources: Mapping[str, Source] | None
    help_lines: Mapping[str, HelpLine] | None
    presentations: Mapping[str, Presentation] | None
    images: Collection[str]
    whole: bool
    """Whether every lesson and every question could be read, so that they can be counted."""


def check_references(model: Model, known: Known) -> Iterator[Problem]:
    """Ids in the fields of ``model`` that nothing has."""
    if known.info:
        yield from _to_course_file(model, known.info)
    for name, value in model.__dict__.items():
        if name == "image" and isinstance(value, Text):
            yield from _missing([value], known.images, "afbeelding", "images/")
        elif name == "source":
            yield from _missing(value if isinstance(value, list) else [value], known.sources, "bron", "sources.yaml")
        elif name in ("lines", "help_lines") and isinstance(value, list):
            yield from _missing(value, known.help_lines, "hulplijn", "helplines.yaml")
        elif name == "pictogram" and isinstance(value, Text):
            for fault in _missing([value], PICTOGRAMS, "pictogram", "builder/pages/icons.svg"):
                # A button without its picture still works; an empty place on a card does not.
                yield replace(fault, severity="warning") if isinstance(model, Category) else fault
        elif name in ("revisit", "safety_lesson") and isinstance(value, Text):
            yield from _missing([value], known.lessons, "les", "units/")


def _to_course_file(model: Model, info: CourseInfo) -> Iterator[Problem]:
    """Objectives and categories stand in course.yaml."""
    named = [model.objective] if isinstance(model, Question) else model.objectives if isinstance(model, Lesson) else []
    objectives = {objective.id for objective in info.objectives} if named else set()
    for name in named:
        if name not in objectives:
            yield Problem("C11", model.position, f"leerdoel ‘{name}’ bestaat niet.", did_you_mean(name, objectives))
    if isinstance(model, Categorise):
        yield from _categories(model, info)
    if isinstance(model, Signal):
        signals = [category.id for category in info.category_sets.get(SIGNALS, [])]
        yield from _missing([model.category], signals, "soort", f"‘{SIGNALS}’ van course.yaml")


def _categories(question: Categorise, info: CourseInfo) -> Iterator[Problem]:
    sets = info.category_sets
    if question.categories not in sets:
        yield Problem("C11", question.categories.position,
                      f"de indeling ‘{question.categories}’ staat niet bij category_sets in course.yaml.",
                      did_you_mean(question.categories, sets))
        return
    names = [category.id for category in sets[question.categories]]
    for item in question.items:
        yield from _missing([item.category], names, "soort", f"‘{question.categories}’")
        for wrong in item.wrong:
            if wrong not in names:
                yield Problem("C11", item.position, f"soort ‘{wrong}’ staat niet in ‘{question.categories}’.",
                              did_you_mean(wrong, names))
            elif wrong == item.category:
                yield Problem("Q08", item.position, f"‘{wrong}’ is hier het goede antwoord, en staat ook bij wrong.",
                              "Haal die regel bij wrong weg.")


def _missing(ids: Iterable[Text], known: Collection[str] | None, what: str, where: str) -> Iterator[Problem]:
    for identifier in ids:
        if known is not None and identifier not in known:
            yield Problem("C11", identifier.position, f"{what} ‘{identifier}’ staat niet in {where}.",
                          did_you_mean(identifier, known))


#: Kinds of link, and what authors call the thing at the other end.
_LINKS = {"lesson": "les", "source": "bron", "term": "begrip", "print": "blad", "download": "bestand"}


def check_links(text: Text, sectors: frozenset[str], known: Known) -> Iterator[Problem]:
    """Links in ``text``, which ``sectors`` read, that lead nowhere or not for all of them."""
    for mark in markup.links(text):
        kind, _, name = mark.target.partition(":")
        place = text.at(mark.offset)
        if kind not in _LINKS:
            yield Problem("C14", place, f"de link ‘{mark.target}’ is niet van een soort die hier kan.",
                          f"Kies uit {', '.join(f'{kind}:id' for kind in _LINKS)}.")
            continue
        targets = _targets(kind, known)
        if targets is None:
            continue
        if name not in targets:
            yield Problem("C15", place, f"de link wijst naar {_LINKS[kind]} ‘{name}’, en dat is er niet.",
                          did_you_mean(name, targets))
        elif kind in ("lesson", "print") and (missing := _without(targets[name], sectors)):
            yield Problem("C15", place, f"{_LINKS[kind]} ‘{name}’ is er niet voor {', '.join(sorted(missing))}.",
                          f"Beperk deze tekst met ‘sectors:’, of verwijs naar een ander(e) {_LINKS[kind]}.")


def _without(target: Lesson | Printable | None, sectors: frozenset[str]) -> frozenset[str]:
    """Those of ``sectors`` that do not get ``target``."""
    return sectors - set(target.sectors) if target and target.sectors else frozenset()


def _targets(kind: str, known: Known) -> Mapping[str, Any] | None:
    return {"lesson": known.lessons, "source": known.sources, "term": known.terms, "print": known.printables,
            "download": known.presentations}[kind]
