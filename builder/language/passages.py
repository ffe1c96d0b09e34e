"""Every text of the course, once, with what each sector reads in it.

What a sector gets is asked of ``sector_edition``, so that the lint and the package never differ.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from builder.blocks.base import Block, Sector
from builder.blocks.quotation.model import Quotation
from builder.blocks.sector_comparison.model import SectorComparison
from builder.content.fields import Line, Model, Prose
from builder.content.source import Text
from builder.course.edition import Edition, sector_edition
from builder.course.model import Course, EditionInfo, HelpLine, SectorInfo, Source, Term
from builder.language.reading import Reading, read
from builder.problems import Position

_LOOKED_UP = (Source, HelpLine, Term)


@dataclass(frozen=True)
class Passage:
    """A text with its readings: one per sector that gets it."""

    source: Text
    model: Model
    """The mapping that holds it."""
    block: Position
    """Where the block, or another part of a file that belongs together, starts."""
    readings: dict[Sector, Reading] = field(default_factory=dict)

    @property
    def file(self) -> str:
        return self.source.position.file

    @property
    def quoted(self) -> bool:
        """Somebody else's words: they cannot be made shorter."""
        return isinstance(self.model, Quotation)

    @property
    def looked_up(self) -> bool:
        """A name, a title or a definition, not running text."""
        return isinstance(self.model, _LOOKED_UP)

    def distinct(self) -> Iterator[tuple[Reading, list[Sector]]]:
        """The readings that differ, each with whose they are."""
        same: dict[str, list[Sector]] = {}
        for sector, reading in self.readings.items():
            same.setdefault(reading.text, []).append(sector)
        for sectors in same.values():
            yield self.readings[sectors[0]], sectors


def passages(course: Course) -> list[Passage]:
    """All texts that somebody reads, in the order of the lessons, pools and lists."""
    found: dict[int, Passage] = {}
    for sector in course.info.sectors:
        for model, block in _models(sector_edition(course, sector)):
            for text in own_words(model, sector.id):
                passage = found.setdefault(id(text), Passage(text, model, block))
                passage.readings[sector.id] = _reading(text, sector, course, passage)
    return list(found.values())


def own_words(model: Model, sector: Sector) -> Iterator[Text]:
    """The texts that stand in ``model`` itself and that ``sector`` reads, those of inner models left out."""
    if isinstance(model, SectorInfo) and model.id != sector:
        return
    if isinstance(model, EditionInfo) and model.sectors != [sector]:
        return
    for name in word_fields(type(model)):
        value = getattr(model, name)
        if isinstance(model, SectorComparison) and name == "items":
            value = value.get(sector)
        yield from _texts(value)


@cache
def word_fields(model: type[Model]) -> tuple[str, ...]:
    """Names of the fields that hold words for readers: ``Prose`` or ``Line``, not ids or addresses."""
    return tuple(
        name
        for name, info in model.model_fields.items()
        if set(map(id, info.metadata)) & _READ or _holds_words(info.annotation)
    )


_READ = {id(typing.get_args(kind)[1]) for kind in (Prose, Line)}


def _holds_words(annotation: Any) -> bool:
    if set(map(id, getattr(annotation, "__metadata__", ()))) & _READ:
        return True
    return any(_holds_words(argument) for argument in typing.get_args(annotation))


def _texts(value: Any) -> Iterator[Text]:
    if isinstance(value, Text):
        if value.position.file:
            yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)


def _models(edition: Edition) -> Iterator[tuple[Model, Position]]:
    """Every model of an edition, each once, with the start of the block it belongs to."""
    yield from _inside(edition.course.info, edition.course.info.position)
    for unit in edition.units:
        yield from _inside(unit.info, unit.info.position)
        for item in unit.lessons:
            yield from _inside(item.lesson, item.lesson.position)
    for placed in edition.questions:
        if placed.use != "practice":
            yield from _inside(placed.question, placed.question.position)
    for group in (edition.printables, edition.terms, edition.sources, edition.help_lines):
        for model in group.values():
            yield from _inside(model, model.position)
    if edition.presentation:
        for slide in edition.presentation.slides:
            yield from _inside(slide, slide.position)
        yield from ((edition.presentation, edition.presentation.position),)


def _inside(model: Model, block: Position) -> Iterator[tuple[Model, Position]]:
    if isinstance(model, Block):
        block = model.position
    yield model, block
    for name in type(model).model_fields:
        yield from _children(getattr(model, name), block)


def _children(value: Any, block: Position) -> Iterator[tuple[Model, Position]]:
    if isinstance(value, Model):
        yield from _inside(value, block)
    elif isinstance(value, list):
        for item in value:
            yield from _children(item, block)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _children(item, block)


def _reading(text: Text, sector: SectorInfo, course: Course, passage: Passage) -> Reading:
    """A text without terms reads the same for everyone."""
    if "{{" not in text and passage.readings:
        return next(iter(passage.readings.values()))

    def name_of(target: str) -> str:
        kind, _, name = target.partition(":")
        if kind == "lesson":
            return next((str(lesson.title) for lesson in course.lessons() if lesson.id == name), "")
        if kind == "download":
            return str(course.presentation.title) if course.presentation else ""
        named: dict[str, Mapping[str, Any]] = {"source": course.sources, "term": course.terms, "print": course.printables}
        return str(getattr(named.get(kind, {}).get(name), "word" if kind == "term" else "title", ""))

    return read(text, sector.terms, name_of)
