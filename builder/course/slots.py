"""What the saved state keeps of the course, and the layout that an edition gets of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.blocks.assessment.model import Assessment
from builder.blocks.base import AnswerShape, Question
from builder.blocks.categorise.model import Categorise
from builder.content.files import is_there, read_file
from builder.course.edition import Edition
from builder.course.model import Course, Lesson
from builder.problems import BuildError, Position, Problems
from builder.state import (
    REVISION,
    Field,
    Lock,
    Slot,
    layout_for,
    parse,
    serialise,
    update,
    worst_case,
)

LOCK = "saved-state.lock"


@dataclass(frozen=True)
class SavedState:
    """The lock brought up to date, and where it belongs."""

    lock: Lock
    path: Path
    text: str

    def for_edition(self, edition: Edition) -> tuple[dict[str, Any], int]:
        """Layout for the player, and the most characters that a state of this edition can have."""
        layout = layout_for(self.lock, edition_slots(edition))
        return layout.as_json(), worst_case(layout)

    def to_write(self) -> dict[Path, bytes]:
        """The lock beside the course, when something was added."""
        data = self.text.encode()
        return {} if self.path.exists() and self.path.read_bytes() == data else {self.path: data}


def read_lock(folder: Path, problems: Problems) -> Lock | None:
    """The lock of ``folder``, an empty one where there is none yet; None when it is broken, and ``problems`` says why."""
    if not is_there(folder / LOCK):
        return Lock()
    data = read_file(folder / LOCK, _name(folder), problems)
    return None if data is None else parse(data.decode("utf-8", "replace"), _name(folder), problems)


def saved_state(course: Course, folder: Path, problems: Problems, lock: Lock | None = None) -> SavedState:
    """``lock``, or else that of ``folder``, brought up to date with ``course``; what learners lose becomes a warning.

    Raises ``BuildError`` when the lock is broken.
    """
    lock = lock or read_lock(folder, problems)
    if lock is None:
        raise BuildError(problems)
    new, changes = update(lock, course_slots(course))
    for change in changes:
        if change.kind in ("replaced", "narrowed", "unused"):
            problems.warn("L10", Position(_name(folder)), change.message)
    return SavedState(new, folder / LOCK, serialise(new))


def _name(folder: Path) -> str:
    return f"{folder.name}/{LOCK}"


def course_slots(course: Course) -> Iterator[Slot]:
    """Every slot of the whole course, in its order."""
    pooled = [question for pool in course.pools for question in pool.questions]
    return _slots(course, course.lessons(), pooled)


def edition_slots(edition: Edition) -> Iterator[Slot]:
    """The slots of one edition, with the ids that it has."""
    pooled = [placed.question for placed in edition.questions if placed.use != "practice"]
    return _slots(edition.course, [item.lesson for item in edition.lessons], pooled)


def _slots(course: Course, lessons: Iterable[Lesson], pooled: Iterable[Question]) -> Iterator[Slot]:
    lessons = list(lessons)
    info = course.info
    yield Slot("course", (
        Field.choice("location", ["start", *(lesson.id for lesson in lessons)]),
        Field.choice("sector", [sector.id for sector in info.sectors]),
        Field.choice("edition", [edition.id for edition in info.editions]),
        Field.number("seed", 0xFFFF),
        REVISION,
        Field.number("minutes", 0x3FF),
    ))
    for lesson in lessons:
        yield Slot(f"lesson/{lesson.id}", (Field.number("seen", 1), Field.number("done", 1)))
        for block in lesson.blocks:
            if isinstance(block, Question):
                yield _practice_slot(block, course)
            elif isinstance(block, Assessment):
                yield _assessment_slot(block)
    for question in pooled:
        yield _pool_slot(question, course)


def _practice_slot(question: Question, course: Course) -> Slot:
    shape = answer_shape(question, course)
    fields = [_answer_field("first", shape), _answer_field("now", shape), Field.number("tries", 7), Field.number("done", 3)]
    if question.confidence:
        fields.append(Field.number("sure", 3))
    return Slot(f"question/{question.id}", tuple(fields))


def _pool_slot(question: Question, course: Course) -> Slot:
    answer = _answer_field("now", answer_shape(question, course))
    return Slot(f"question/{question.id}", (answer, Field.number("place", 31), Field.number("seen", 7)))


def _assessment_slot(assessment: Assessment) -> Slot:
    return Slot(f"assessment/{assessment.id}", (
        Field.number("attempts", 63),
        Field.number("open", 1),
        Field.number("handed", 63),
        Field.number("best", 100),
        Field.number("passed", 0x3FFF),
        Field.number("safety", 3),
        Field.numbers("objectives", [objective.lower() for objective in assessment.draw], 101),
    ))


def answer_shape(question: Question, course: Course) -> AnswerShape:
    """The question's own shape, with the categories of its set filled in."""
    shape = question.answer()
    if isinstance(question, Categorise):
        categories = course.info.category_sets[question.categories]
        return AnswerShape("map", shape.ids, tuple(category.id for category in categories))
    return shape


def _answer_field(name: str, shape: AnswerShape) -> Field:
    match shape.kind:
        case "number":
            return Field.number(name, shape.largest + 1)
        case "choice":
            return Field.choice(name, shape.ids)
        case "set":
            return Field.subset(name, shape.ids)
        case "order":
            return Field.order(name, shape.ids)
        case "map":
            return Field.mapping(name, shape.ids, shape.targets)
