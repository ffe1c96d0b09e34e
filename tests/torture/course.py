"""A small course for many sessions: the real one with most of it left out, in the real player."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from builder.blocks.assessment.model import Assessment
from builder.blocks.base import Question
from builder.course.edition import select_edition
from builder.course.load import load_course
from builder.course.model import Course, Lesson
from builder.course.slots import SavedState, edition_slots, saved_state
from builder.pages.package import package_files
from builder.problems import Problems
from builder.state import Layout, SavedStateError, State, decode, layout_for

COURSE = Path(__file__).parents[2] / "course"
EDITION = "vo"
#: Types that a script can answer with a click on a radio button or tick box.
CLICKED = ("single-choice", "multiple-choice", "true-false")
LESSONS = 5
POOL = 3


@dataclass(frozen=True)
class SmallCourse:
    """An unpacked package, what a learner can do in it, and the way to read what an LMS keeps of it."""

    folder: Path
    layout: Layout
    practice: list[str]
    """Ids of practice questions that can be clicked."""
    lessons: list[str]
    assessment: str

    def held(self, values: Mapping[str, str]) -> State | None:
        """The state among the ``values`` that an LMS has; None when there is none."""
        return self.read(values.get("cmi.suspend_data", ""))

    def read(self, text: str) -> State | None:
        """The state in ``text``; None when there is none."""
        try:
            return decode(self.layout, text)
        except SavedStateError:
            return None


def small_course(folder: Path) -> SmallCourse:
    """Writes the package into ``folder``, as an LMS unpacks it."""
    course, _ = load_course(COURSE)
    small = _cut(course)
    saved: SavedState = saved_state(course, COURSE, Problems())
    edition = select_edition(small, next(info for info in small.info.editions if info.id == EDITION))
    layout = layout_for(saved.lock, edition_slots(edition))
    for file in package_files(edition, layout.as_json(), {}):
        path = folder / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return SmallCourse(
        folder=folder,
        layout=layout,
        practice=[placed.question.id for placed in edition.questions
                  if placed.use == "practice" and placed.question.type in CLICKED],
        lessons=[item.lesson.id for item in edition.lessons],
        assessment=next(block.id for _, block in edition.assessments if block.counts),
    )


def _cut(course: Course) -> Course:
    """A few lessons with something to click, the one with the test, and short pools of questions to click."""
    test = next(block for _, block in course.assessments() if block.counts)
    kept = {lesson.id for lesson in _with_practice(course)} | {
        lesson.id for lesson, block in course.assessments() if block.counts
    }
    units = [
        replace(unit, lessons=[_only_clicked(lesson) for lesson in unit.lessons if lesson.id in kept])
        for unit in course.units
    ]
    pools = [
        pool.model_copy(update={"questions": _first(pool.questions)})
        for pool in course.pools
        if pool.use == test.use and pool.objective in test.draw
    ]
    return replace(course, units=[unit for unit in units if unit.lessons], pools=pools, printables={}, presentation=None)


def _with_practice(course: Course) -> list[Lesson]:
    found = [
        lesson for lesson in course.lessons()
        if not any(isinstance(block, Assessment) for block in lesson.blocks)
        and any(isinstance(block, Question) and block.type in CLICKED and _is_ours(block) for block in lesson.blocks)
        and _is_ours(lesson)
    ]
    return found[:LESSONS]


def _only_clicked(lesson: Lesson) -> Lesson:
    """Without the blocks that make a page heavy and that nobody clicks here."""
    kept = [block for block in lesson.blocks
            if isinstance(block, Assessment) or (isinstance(block, Question) and block.type in CLICKED)]
    copy = lesson.model_copy(update={"blocks": kept})
    copy._position = lesson.position
    return copy


def _first(questions: Iterable[Question]) -> list[Question]:
    fits = [question for question in questions if question.type in CLICKED and _is_ours(question)]
    safe = [question for question in fits if question.safety]
    return [*safe[:1], *[question for question in fits if not question.safety][:POOL]]


def _is_ours(part: Question | Lesson) -> bool:
    return not part.sectors or EDITION in part.sectors
