"""The part of the course that one edition gets: its sectors' lessons, blocks and questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from builder.blocks.assessment.model import Assessment
from builder.blocks.base import Question
from builder.content.fields import Model
from builder.course.model import (
    Category,
    Course,
    EditionInfo,
    HelpLine,
    Lesson,
    SectorInfo,
    Source,
    Start,
    Term,
    UnitInfo,
)
from builder.presentation.model import Presentation
from builder.printables.model import Printable

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class EditionLesson:
    """A lesson with its number in this edition, such as ``2.1``."""

    number: str
    unit: UnitInfo
    lesson: Lesson

    @property
    def counts(self) -> bool:
        """Whether completing the course depends on it."""
        return any(isinstance(block, Assessment) and block.counts for block in self.lesson.blocks)


@dataclass(frozen=True)
class EditionUnit:
    """A unit with the lessons that this edition has of it."""

    info: UnitInfo
    lessons: list[EditionLesson]

    @property
    def minutes(self) -> int:
        return sum(item.lesson.minutes for item in self.lessons)


@dataclass(frozen=True)
class PlacedQuestion:
    """A question with what it is for and the lesson that holds it (practice) or belongs to it."""

    question: Question
    use: str
    lesson: str | None


@dataclass(frozen=True)
class Edition:
    """One edition, selected; nothing in it is for another sector."""

    course: Course
    info: EditionInfo
    sectors: list[SectorInfo]
    units: list[EditionUnit]
    questions: list[PlacedQuestion]
    terms: dict[str, Term]
    sources: dict[str, Source]
    help_lines: dict[str, HelpLine]
    printables: dict[str, Printable]
    presentation: Presentation | None
    start: Start

    @property
    def package_id(self) -> str:
        """Such as ``eenzaamheid-vo``: the name of the file and of the manifest."""
        return f"{self.course.info.id}-{self.info.id}"

    @property
    def many_sectors(self) -> bool:
        """Whether the learner picks a sector."""
        return len(self.sectors) > 1

    @property
    def lessons(self) -> list[EditionLesson]:
        return [lesson for unit in self.units for lesson in unit.lessons]

    @property
    def assessments(self) -> list[tuple[EditionLesson, Assessment]]:
        return [
            (item, block)
            for item in self.lessons
            for block in item.lesson.blocks
            if isinstance(block, Assessment)
        ]

    @property
    def minutes(self) -> int:
        """For one learner: lessons of other sectors do not count twice."""
        return sum(unit.minutes for unit in self.units)

    def categories(self, name: str) -> list[Category]:
        return self.course.info.category_sets[name]

    def category(self, set_name: str, name: str) -> Category:
        return next(category for category in self.categories(set_name) if category.id == name)


def select_edition(course: Course, info: EditionInfo) -> Edition:
    """What ``info`` gets of the course."""
    sectors = frozenset(info.sectors)
    units = []
    for number, unit in enumerate(course.units):
        lessons = [lesson for lesson in (select_part(lesson, sectors) for lesson in unit.lessons) if lesson]
        if lessons:
            units.append(EditionUnit(unit.info, [
                EditionLesson(f"{number}.{position}", unit.info, lesson)
                for position, lesson in enumerate(lessons, start=1)
            ]))
    questions = [
        PlacedQuestion(block, "practice", item.lesson.id)
        for unit in units
        for item in unit.lessons
        for block in item.lesson.blocks
        if isinstance(block, Question)
    ]
    revisit = {objective.id: objective.revisit for objective in course.info.objectives}
    for pool in course.pools:
        for question in (select_part(question, sectors) for question in pool.questions):
            if question:
                questions.append(PlacedQuestion(question, pool.use, revisit.get(pool.objective)))
    return Edition(
        course=course,
        info=info,
        sectors=[sector for sector in course.info.sectors if sector.id in sectors],
        units=units,
        questions=questions,
        terms=_select_all(course.terms, sectors),
        sources=_select_all(course.sources, sectors),
        help_lines=_select_all(course.help_lines, sectors),
        printables=_select_all(course.printables, sectors),
        presentation=select_part(course.presentation, sectors) if course.presentation else None,
        start=select_part(course.info.start, sectors) or course.info.start,
    )


def sector_edition(course: Course, sector: SectorInfo) -> Edition:
    """What learners of ``sector`` get, whether or not there is a package for them alone."""
    info = EditionInfo.model_construct(id=sector.id, title=sector.name, sectors=[sector.id], terms={})
    return select_edition(course, info)


def _select_all(models: dict[str, M], sectors: frozenset[str]) -> dict[str, M]:
    selected = {name: select_part(model, sectors) for name, model in models.items()}
    return {name: model for name, model in selected.items() if model is not None}


def select_part(model: M, sectors: frozenset[str]) -> M | None:
    """``model`` without the parts for other sectors; None when nothing is left of it.

    A list that loses all its parts takes its model with it: an exercise without items is none.
    """
    own = getattr(model, "sectors", None)
    if own and not sectors & set(own):
        return None
    changes: dict[str, Any] = {}
    for name, value in model.__dict__.items():
        if isinstance(value, Model):
            kept = select_part(value, sectors)
            if kept is None:
                return None
            if kept is not value:
                changes[name] = kept
        elif isinstance(value, list) and any(isinstance(item, Model) for item in value):
            items = [(item, select_part(item, sectors) if isinstance(item, Model) else item) for item in value]
            if all(kept is None for _, kept in items):
                return None
            if any(kept is not item for item, kept in items):
                changes[name] = [kept for _, kept in items if kept is not None]
    if not changes:
        return model
    copy = model.model_copy(update=changes)
    copy._position = model.position
    return copy
