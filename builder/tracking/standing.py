"""Where a learner stands: the saved state as facts about lessons, questions and assessments. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from builder.blocks.assessment.model import Assessment
from builder.blocks.base import Question
from builder.course.edition import Edition, EditionLesson
from builder.state import State
from builder.state.codec import Value
from builder.tracking.answers import answer_words, prompt_of

Say = Callable[[str], str]

#: Dates are kept as days since this one, which is day 1 (builder/player/course/attempt.js).
FIRST_DAY = date(2025, 1, 1)
#: A learner who tried more often is not counted further (builder/player/screen/practice.js).
MOST_TRIES = 7

_DONE, _CHECKED = 1, 2


@dataclass(frozen=True)
class LessonStanding:
    """A lesson of the edition, with its number such as ``2.1``."""

    id: str
    number: str
    title: str
    state: Literal["done", "opened", "untouched"]


@dataclass(frozen=True)
class AnswerStanding:
    """What was answered to one question. ``first`` and ``now`` are '' when there is no answer (any more).

    ``stage`` is of practice: ``done`` is right or the answer was shown, ``checked`` is "not yet", ``open`` is neither.
    ``tries`` is 0 where the course does not count them.
    """

    id: str
    prompt: str
    first: str
    now: str
    stage: Literal["done", "checked", "open"] = "open"
    tries: int = 0


@dataclass(frozen=True)
class AssessmentStanding:
    """A quiz or the test. ``best`` is a percentage, None before it was handed in; ``questions`` are the last that were drawn."""

    id: str
    title: str
    counts: bool
    begun: int
    handed_in: int
    is_open: bool
    best: int | None
    passed_on: date | None
    safety_open: bool
    questions: list[AnswerStanding]


@dataclass(frozen=True)
class Standing:
    """Everything that a saved state says of one learner in one edition."""

    edition: Edition
    sector: str
    """The sector's name; '' when the learner has not chosen one."""
    location: LessonStanding | None
    """None is the start page."""
    minutes: int
    revision: int
    lessons: list[LessonStanding]
    practice: list[tuple[LessonStanding, list[AnswerStanding]]]
    """Lessons with a question that was begun, and those questions."""
    practice_total: int
    assessments: list[AssessmentStanding]


def standing_of(edition: Edition, state: State, say: Say) -> Standing:
    """``state`` must be of ``edition``; ``say`` writes a text of the course as plain words."""
    course = state["course"]
    chosen = course["sector"] if edition.many_sectors else edition.sectors[0].id
    every = {str(item.lesson.id): _lesson(item, state, say) for item in edition.lessons}
    lessons = {
        str(item.lesson.id): every[item.lesson.id]
        for item in edition.lessons
        if not chosen or not item.lesson.sectors or chosen in item.lesson.sectors
    }
    practice: dict[str, list[AnswerStanding]] = {name: [] for name in lessons}
    total = 0
    for question, lesson in _practice(edition, chosen):
        if lesson in lessons:
            total += 1
            practice[lesson] += _begun(question, state, edition, say)
    return Standing(
        edition=edition,
        sector=next((say(sector.name) for sector in edition.sectors if sector.id == chosen), ""),
        location=every.get(str(course["location"])),
        minutes=_number(course, "minutes"),
        revision=_number(course, "revision"),
        lessons=list(lessons.values()),
        practice=[(lessons[name], answers) for name, answers in practice.items() if answers],
        practice_total=total,
        assessments=[
            _assessment(block, edition, state, say) for item, block in edition.assessments if item.lesson.id in lessons
        ],
    )


def _lesson(item: EditionLesson, state: State, say: Say) -> LessonStanding:
    kept = state[f"lesson/{item.lesson.id}"]
    stage: Literal["done", "opened", "untouched"] = (
        "done" if kept["done"] else "opened" if kept["seen"] else "untouched"
    )
    return LessonStanding(item.lesson.id, item.number, say(item.lesson.title), stage)


def _practice(edition: Edition, sector: Value) -> Iterator[tuple[Question, str]]:
    for placed in edition.questions:
        fits = not sector or not placed.question.sectors or sector in placed.question.sectors
        if placed.use == "practice" and placed.lesson and fits:
            yield placed.question, placed.lesson


def _begun(question: Question, state: State, edition: Edition, say: Say) -> Iterator[AnswerStanding]:
    kept = state[f"question/{question.id}"]
    first, now = (answer_words(question, kept[name], edition, say) for name in ("first", "now"))
    done, tries = _number(kept, "done"), _number(kept, "tries")
    if not (first or now or done or tries):
        return
    stage: Literal["done", "checked", "open"] = (
        "done" if done == _DONE else "checked" if done == _CHECKED else "open"
    )
    yield AnswerStanding(question.id, say(prompt_of(question)), first, now, stage, tries)


def _assessment(assessment: Assessment, edition: Edition, state: State, say: Say) -> AssessmentStanding:
    kept = state[f"assessment/{assessment.id}"]
    handed_in, passed = _number(kept, "handed"), _number(kept, "passed")
    drawn = sorted(
        (_number(state[f"question/{placed.question.id}"], "place"), index, placed.question)
        for index, placed in enumerate(edition.questions)
        if placed.use == assessment.use and placed.question.objective in assessment.draw
    )
    return AssessmentStanding(
        id=assessment.id,
        title=say(assessment.title),
        counts=assessment.counts,
        begun=_number(kept, "attempts"),
        handed_in=handed_in,
        is_open=bool(kept["open"]),
        best=_number(kept, "best") if handed_in else None,
        passed_on=FIRST_DAY + timedelta(days=passed - 1) if passed else None,
        safety_open=_number(kept, "safety") == 2,
        questions=[
            AnswerStanding(
                question.id, say(prompt_of(question)), "",
                answer_words(question, state[f"question/{question.id}"]["now"], edition, say),
            )
            for place, _, question in drawn
            if place > 0
        ],
    )


def _number(kept: Mapping[str, Value], name: str) -> int:
    value = kept.get(name)
    return value if isinstance(value, int) else 0
