"""What there is to look up, found in the course itself: nothing is written for the reference alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from builder.blocks.assessment.model import Assessment
from builder.blocks.base import Block, Part
from builder.blocks.cards.model import Cards
from builder.blocks.categorise.model import Categorise
from builder.blocks.instruments.model import Instrument
from builder.blocks.panels.model import Panels
from builder.blocks.rule.model import Rule
from builder.blocks.steps.model import Steps
from builder.content import markup
from builder.content.fields import Model, texts, walk
from builder.content.source import Text
from builder.course.edition import Edition, EditionLesson
from builder.course.model import Category, Source, Term
from builder.printables.model import SIGNALS

Kind = Literal["les", "begrip", "signaal", "stappen", "hulpmiddel"]


@dataclass(frozen=True)
class Subject:
    """Something to look up. ``title`` and ``Paragraph.text`` are authors' texts, with marks and terms."""

    kind: Kind
    title: str
    paragraphs: list[Paragraph]
    lesson: EditionLesson | None = None
    sectors: Sequence[str] = ()
    """Who gets it; empty means everyone."""
    ordered: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A piece of the explanation, with a name in front of it when it has one."""

    text: str
    name: str = ""
    sectors: Sequence[str] = ()


def subjects(edition: Edition) -> list[Subject]:
    """All subjects of ``edition``, in no order."""
    places = _Places(edition)
    found = [_lesson(edition, item) for item in edition.lessons if not _is_test(item)]
    found += [_signal(edition, places, category) for category in edition.course.info.category_sets.get(SIGNALS, [])]
    found += [_term(places, term) for term in edition.terms.values()]
    found += [_source(places, source) for source in edition.sources.values()]
    found += [
        Subject("stappen", block.title or item.lesson.title,
                [Paragraph(step.body or "", step.title, step.sectors) for step in block.items],
                item, _narrowest(item.lesson, block), ordered=True)
        for item in edition.lessons if not _is_test(item)
        for block in item.lesson.blocks
        if isinstance(block, Steps)
    ]
    return found


def _is_test(item: EditionLesson) -> bool:
    """In a test there is nothing to look up."""
    return any(isinstance(block, Assessment) for block in item.lesson.blocks)


def _lesson(edition: Edition, item: EditionLesson) -> Subject:
    """A lesson as its lead, its kinds and the sentences to remember."""
    objectives = {objective.id: objective for objective in edition.course.info.objectives}
    parts = [Paragraph(item.lesson.lead)] if item.lesson.lead else []
    for block in item.lesson.blocks:
        sectors = block.sectors
        if isinstance(block, Panels):
            parts += [Paragraph(f"{panel.key} {panel.body}", panel.title, sectors or panel.sectors)
                      for panel in block.items]
        elif isinstance(block, Rule):
            parts.append(Paragraph(f"**{block.rule.strip()}**", block.intro or "", sectors))
    parts += [Paragraph(objectives[name].short, "Je leert") for name in item.lesson.objectives if name in objectives]
    return Subject("les", item.lesson.title, parts, item, item.lesson.sectors)


def _signal(edition: Edition, places: _Places, category: Category) -> Subject:
    """A kind of signal: its test question, and what the card of that name says about it."""
    parts = [Paragraph(category.test, "Testvraag")]
    parts += [
        Paragraph(card.back, sectors=card.sectors)
        for item in edition.lessons
        for block in item.lesson.blocks
        if isinstance(block, Cards)
        for card in block.items
        if card.id == category.id
    ]
    return Subject("signaal", f"Signaal: {category.label.lower()}", parts, places.sorts(SIGNALS))


def _term(places: _Places, term: Term) -> Subject:
    word = term.word[:1].upper() + term.word[1:]
    lesson = places.of("term", term.id, term) or places.naming(term.word, term)
    return Subject("begrip", word, [Paragraph(term.explanation)], lesson, term.sectors)


def _source(places: _Places, source: Source) -> Subject:
    purposes = [Paragraph(use.purpose, sectors=sectors) for use, sectors in places.uses[source.id]]
    link = Paragraph(f"[](source:{source.id}), {source.publisher}")
    return Subject("hulpmiddel", source.title, [Paragraph(source.what), *purposes, link],
                   places.of("source", source.id, source), source.sectors)


class _Places:
    """Where in the lessons a source or term stands, and which words are used there."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.uses: dict[str, list[tuple[Instrument, Sequence[str]]]] = defaultdict(list)
        self._lessons: dict[tuple[str, str], list[EditionLesson]] = defaultdict(list)
        self._sets: dict[str, EditionLesson] = {}
        self._words: list[tuple[str, EditionLesson]] = []
        for item in edition.lessons:
            said: list[str] = []
            for block in item.lesson.blocks:
                for model in walk(block):
                    self._read(model, block, item)
                    said += texts(model)
            self._words.append((" ".join(said).casefold(), item))

    def _read(self, model: Model, block: Block, item: EditionLesson) -> None:
        for text in texts(model):
            for mark in markup.links(text):
                kind, _, name = mark.target.partition(":")
                self._lessons[kind, name].append(item)
        cited = getattr(model, "source", None) or []
        for name in [cited] if isinstance(cited, Text) else cited:
            self._lessons["source", name].append(item)
        if isinstance(model, Instrument):
            self.uses[model.source].append((model, _narrowest(model, block)))
        if isinstance(model, Categorise):
            self._sets.setdefault(model.categories, item)

    def of(self, kind: str, name: str, part: Part) -> EditionLesson | None:
        """The first lesson that links to it, if possible one for all who get ``part``."""
        return self._best(self._lessons[kind, name], part)

    def naming(self, word: str, part: Part) -> EditionLesson | None:
        """The lesson that uses the word most."""
        folded = word.casefold()
        whole = re.compile(rf"\b{re.escape(folded)}\b")
        # Most lessons do not have it at all, and looking for letters is faster than looking for a word.
        counted = [(len(whole.findall(said)), item) for said, item in self._words if folded in said]
        counted.sort(key=lambda use: -use[0])
        return self._best((item for count, item in counted if count), part)

    def sorts(self, categories: str) -> EditionLesson | None:
        """The lesson with the first exercise in these categories."""
        return self._sets.get(categories)

    def _best(self, lessons: Iterable[EditionLesson], part: Part) -> EditionLesson | None:
        lessons = list(lessons)
        everyone = {sector.id for sector in self.edition.sectors}
        wanted = everyone & set(part.sectors) if part.sectors else everyone
        whole = [item for item in lessons if not item.lesson.sectors or wanted <= set(item.lesson.sectors)]
        return next(iter(whole or lessons), None)


def _narrowest(*parts: Part) -> Sequence[str]:
    """The sectors that get something which stands in all of ``parts``; empty means everyone."""
    limits: Iterator[Sequence[str]] = (part.sectors for part in parts if part.sectors)
    narrowest = next(limits, ())
    for limit in limits:
        narrowest = [sector for sector in narrowest if sector in limit]
    return narrowest


