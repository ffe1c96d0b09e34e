"""A standing in Dutch lines, for somebody who helps a learner and never saw the course."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from builder.tracking.answers import shorten
from builder.tracking.standing import (
    MOST_TRIES,
    AnswerStanding,
    AssessmentStanding,
    LessonStanding,
    Standing,
)

_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
           "november", "december")
_LESSON = {"done": "klaar", "opened": "geopend", "untouched": "nog niet"}
_STAGE = {"done": "klaar", "checked": "nog niet goed", "open": "bezig"}
#: Enough to know which question or option it is.
_PROMPT, _ANSWER = 70, 200


def report(standing: Standing) -> str:
    """The whole standing; ends with a line break."""
    return "\n".join([*_summary(standing), "", *_lessons(standing), *_practice(standing), *_assessments(standing)]) + "\n"


def _summary(standing: Standing) -> Iterator[str]:
    done = sum(lesson.state == "done" for lesson in standing.lessons)
    begun = sum(len(answers) for _, answers in standing.practice)
    info = standing.edition.info
    for name, value in [
        ("Editie", f"{info.title} ({info.id})"),
        ("Sector", standing.sector or "nog niet gekozen"),
        ("Is nu bij", _place(standing.location) if standing.location else "de startpagina"),
        ("Lessen klaar", f"{done} van {len(standing.lessons)}"),
        ("Oefenvragen", f"{begun} van {standing.practice_total} begonnen"),
        *((assessment.title, _result(assessment)) for assessment in standing.assessments if assessment.counts),
        ("Studietijd", _counted(standing.minutes, "minuut", "minuten")),
        ("Wijzigingen", str(standing.revision)),
    ]:
        yield f"{name:<14} {value}"


def _lessons(standing: Standing) -> Iterator[str]:
    yield "Lessen"
    for lesson in standing.lessons:
        yield f"  {_LESSON[lesson.state]:<9} {_place(lesson)}"


def _practice(standing: Standing) -> Iterator[str]:
    for lesson, answers in standing.practice:
        yield from ("", f"Geoefend in {_place(lesson)}")
        for answer in answers:
            yield _question(answer)
            tries = f", {_tries(answer.tries)}" if answer.tries else ""
            yield f"      eerst: {_given(answer.first)}"
            yield f"      nu:    {_given(answer.now)} ({_STAGE[answer.stage]}{tries})"


def _assessments(standing: Standing) -> Iterator[str]:
    for assessment in standing.assessments:
        if not assessment.begun:
            continue
        yield from ("", f"{assessment.title}: {_result(assessment)}")
        for number, answer in enumerate(assessment.questions, start=1):
            yield f"{number:>4}. {_question(answer).strip()}"
            yield f"      {_given(answer.now)}"


def _result(assessment: AssessmentStanding) -> str:
    parts = []
    if assessment.passed_on:
        parts.append(f"gehaald op {_day(assessment.passed_on)}")
    elif assessment.safety_open:
        parts.append("de vraag over veiligheid moet nog goed")
    elif assessment.handed_in:
        parts.append("nog niet gehaald")
    if assessment.best is not None:
        parts.append(f"beste score {assessment.best} van de 100")
    if assessment.handed_in:
        parts.append(f"{assessment.handed_in} keer ingeleverd")
    if assessment.is_open:
        parts.append(f"bezig met poging {assessment.begun}")
    return ", ".join(parts) or "nog niet begonnen"


def _place(lesson: LessonStanding) -> str:
    return f"{lesson.number} {lesson.title}"


def _question(answer: AnswerStanding) -> str:
    return f"    {answer.id}: {shorten(answer.prompt, _PROMPT)}"


def _given(answer: str) -> str:
    return shorten(answer, _ANSWER) or "geen antwoord"


def _tries(count: int) -> str:
    return f"{MOST_TRIES} pogingen of meer" if count >= MOST_TRIES else _counted(count, "poging", "pogingen")


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
