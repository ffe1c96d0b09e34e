"""The right answer is not to be found by its length or its place.

Per pool and over all questions with one right option: is it the longest, or at the same place, more often than chance
gives in one of a hundred courses? And in one question: does it stand out by its length?
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import comb

from builder.blocks.base import Question
from builder.blocks.single_choice.model import SingleChoice
from builder.course.model import Course
from builder.language.manuscript import Manuscript
from builder.problems import Position, Problem

CODE = "T40"
_NAME = "right-option"

_RARE = 0.01
_FEW = 4
"""Fewer questions than this show no habit."""
_STANDS_OUT = 1.6
"""Times the longest other option."""
_VISIBLE = 20
"""Characters of difference that one sees."""


def check(manuscript: Manuscript) -> Iterator[Problem]:
    groups = list(_groups(manuscript.course))
    for name, questions in groups:
        yield from _habits(Position(name), "hier", questions)
        for question in questions:
            right, others = question.right_lengths()
            if right > _STANDS_OUT * max(others) and right - max(others) >= _VISIBLE:
                option = next(option for option in question.options if option.right)
                yield Problem(CODE, option.text.position, f"het goede antwoord van ‘{question.id}’ valt op door zijn lengte.",
                              "Maak het korter, of een ander antwoord langer.", "warning")
    everything = [question for _, questions in groups for question in questions]
    if groups:
        yield from _habits(Position(groups[0][0].split("/")[0]), "in de hele cursus", everything)


def _groups(course: Course) -> Iterator[tuple[str, list[SingleChoice]]]:
    """The questions of each pool, and those of all lessons together."""
    in_lessons = _single([question for _, question in course.practice()])
    if in_lessons:
        yield in_lessons[0].position.file.split("/units/")[0] + "/units", in_lessons
    for pool in course.pools:
        questions = _single(pool.questions)
        if questions:
            yield pool.position.file, questions


def _single(questions: Sequence[Question]) -> list[SingleChoice]:
    return [question for question in questions if isinstance(question, SingleChoice)]


def _habits(position: Position, where: str, questions: Sequence[SingleChoice]) -> Iterator[Problem]:
    total = len(questions)
    if total < _FEW:
        return
    chance = sum(1 / len(question.options) for question in questions) / total
    longest = sum(right > max(others) for right, others in (question.right_lengths() for question in questions))
    if rare(longest, total, chance):
        yield Problem(CODE, position, f"{where} is het goede antwoord {longest} van de {total} keer het langst; "
                      f"bij toeval is dat {chance * total:.0f} keer.", "Maak goede antwoorden korter, of andere langer.")
    shortest = sum(right < min(others) for right, others in (question.right_lengths() for question in questions))
    if rare(shortest, total, chance):
        yield Problem(CODE, position, f"{where} is het goede antwoord {shortest} van de {total} keer het kortst; "
                      f"bij toeval is dat {chance * total:.0f} keer.", "Maak goede antwoorden langer, of andere korter.")
    for place in range(max(len(question.options) for question in questions)):
        here = sum(place < len(question.options) and question.options[place].right for question in questions)
        if rare(here, total, chance):
            yield Problem(CODE, position, f"{where} staat het goede antwoord {here} van de {total} keer op plaats {place + 1}; "
                          f"bij toeval is dat {chance * total:.0f} keer.", "Zet het vaker op een andere plaats.")


def rare(count: int, total: int, chance: float) -> bool:
    """Whether ``count`` or more out of ``total`` would be a coincidence (binomial, less than 1 in 100)."""
    tail = sum(comb(total, k) * chance**k * (1 - chance) ** (total - k) for k in range(count, total + 1))
    return tail < _RARE
