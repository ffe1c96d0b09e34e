"""What reaches the learners of each sector, lesson by lesson: facts, links, words.

One pass over the course as it was written; ``sectors`` of a part narrow those of what holds it, and a
list whose parts are all for other sectors takes its block with it, as in ``select_edition``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from builder.blocks.assessment.model import Assessment
from builder.blocks.base import Block, Part, Question, Sector
from builder.blocks.sector_comparison.model import SectorComparison
from builder.content import markup
from builder.content.fields import Model
from builder.content.source import Text
from builder.course.model import Course, Lesson
from builder.problems import Position

Sectors = frozenset[Sector]


class Found(NamedTuple):
    """An id where somebody wrote it, and who gets to see it."""

    id: str
    sectors: Sectors
    position: Position


@dataclass
class Gathered:
    """What stands in a lesson or on a sheet: each fact, each link, each text, with who gets it."""

    facts: list[Found] = field(default_factory=list)
    sources: list[Found] = field(default_factory=list)
    words: list[tuple[str, Sectors]] = field(default_factory=list)
    """Texts in small letters, as written."""

    @cached_property
    def facts_for(self) -> dict[str, set[str]]:
        return _by_sector(self.facts)

    @cached_property
    def sources_for(self) -> dict[str, set[str]]:
        return _by_sector(self.sources)

    @cached_property
    def _everything(self) -> str:
        return "\n".join(text for text, _ in self.words)

    def names(self, word: str, sector: Sector) -> bool:
        """Whether a text for ``sector`` has a word that starts with ``word``."""
        word = word.lower()
        if word not in self._everything:
            return False
        start = re.compile(rf"(?<![^\W_]){re.escape(word)}")
        return any(sector in sectors and start.search(text) for text, sectors in self.words)


def _by_sector(found: list[Found]) -> dict[str, set[str]]:
    sets: dict[str, set[str]] = defaultdict(set)
    for item in found:
        for sector in item.sectors:
            sets[sector].add(item.id)
    return sets


@dataclass
class LessonReach(Gathered):
    """What one lesson brings."""

    lesson: Lesson = field(kw_only=True)
    blocks: list[tuple[Block, Sectors]] = field(default_factory=list)


@dataclass(frozen=True)
class Reach:
    """The whole course, and the questions of its pools."""

    sectors: Sectors
    lessons: list[LessonReach]
    sheets: Gathered
    """Sheets to print and the presentation."""
    pools: dict[tuple[str, str], list[tuple[Question, Sectors]]]
    """By use and objective: the questions, and who may get each."""

    @cached_property
    def assessments(self) -> list[tuple[Assessment, Sectors]]:
        return [(block, who) for lesson in self.lessons for block, who in lesson.blocks if isinstance(block, Assessment)]

    @cached_property
    def practice(self) -> list[tuple[Question, Sectors]]:
        return [(block, who) for lesson in self.lessons for block, who in lesson.blocks if isinstance(block, Question)]

    @property
    def pooled(self) -> list[tuple[Question, Sectors]]:
        return [item for pool in self.pools.values() for item in pool]

def reach(course: Course) -> Reach:
    """What the course brings to whom."""
    everyone: Sectors = frozenset(sector.id for sector in course.info.sectors)
    lessons = []
    for lesson in course.lessons():
        found = LessonReach(lesson=lesson)
        own = _narrowed(lesson, everyone)
        for block in lesson.blocks:
            sectors = _narrowed(block, own)
            found.blocks.append((block, sectors))
            if not isinstance(block, SectorComparison):
                gather(block, sectors, found)
        lessons.append(found)
    pools: dict[tuple[str, str], list[tuple[Question, Sectors]]] = {}
    for pool in course.pools:
        for question in pool.questions:
            pools.setdefault((pool.use, question.objective), []).append((question, _narrowed(question, everyone)))
    sheets = Gathered()
    for sheet in [*course.printables.values(), *([course.presentation] if course.presentation else [])]:
        gather(sheet, _narrowed(sheet, everyone), sheets)
    return Reach(everyone, lessons, sheets, pools)


def _narrowed(model: Model, sectors: Sectors) -> Sectors:
    own = getattr(model, "sectors", None)
    if own:
        sectors &= frozenset(own)
    for value in model.__dict__.values():
        if isinstance(value, list) and value and isinstance(value[0], Part) and all(item.sectors for item in value):
            sectors &= frozenset(sector for item in value for sector in item.sectors)
    return sectors


def gather(model: Model, sectors: Sectors, found: Gathered) -> None:
    """Adds everything in ``model``, which ``sectors`` get, to ``found``."""
    for name, value in model.__dict__.items():
        if name == "facts":
            found.facts += [Found(fact, sectors, model.position) for fact in value]
        elif name == "source":
            sources: list[Text] = [value] if isinstance(value, Text) else value
            found.sources += [Found(source, sectors, source.position) for source in sources]
        elif isinstance(value, Text):
            _read(value, sectors, found)
        elif isinstance(value, Model):
            gather(value, _narrowed(value, sectors), found)
        elif isinstance(value, list | dict):
            for item in value.values() if isinstance(value, dict) else value:
                if isinstance(item, Model):
                    gather(item, _narrowed(item, sectors), found)
                elif isinstance(item, Text):
                    _read(item, sectors, found)


def _read(text: Text, sectors: Sectors, found: Gathered) -> None:
    found.words.append((text.lower(), sectors))
    if "](source:" in text:
        for mark in markup.links(text):
            if mark.target.startswith("source:"):
                found.sources.append(Found(mark.target[7:], sectors, text.at(mark.offset)))
