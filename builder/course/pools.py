"""The test is fair in every sector: enough questions, new ones at a retake, taught and practised first, and never shared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.blocks.assessment.model import Assessment
from builder.blocks.base import Block, Question
from builder.content.fields import walk
from builder.course.model import Course, Lesson
from builder.course.references import Known
from builder.problems import Problem

POOL_PER_DRAW = 2
"""A retake has other questions only when the pool holds twice as many as one attempt draws."""
SAFETY_NEEDED, SAFETY_WANTED = 2, 3
"""Per sector: who misses a question about safety gets another, and a retake should not bring the same two."""

_NO_LETTERS = re.compile(r"[^\w ]|_")


def check_pools(course: Course, known: Known) -> Iterator[Problem]:
    """Faults between assessments, pools and lessons. Only what is ``known`` as a whole is counted."""
    unknown = _unknown_objectives(course, known)
    for pool in course.pools:
        for question in pool.questions:
            if question.objective not in {pool.objective, *unknown}:
                yield Problem("Q33", question.position,
                              f"vraag ‘{question.id}’ hoort bij {question.objective}, maar staat in een bestand voor {pool.objective}.",
                              "Zet haar in het bestand van haar eigen leerdoel.")
            if question.practice_only:
                yield Problem("Q33", question.position, f"een vraag van de soort ‘{question.type}’ kan niet in een toets.",
                              "Zet haar als oefening in een les.")
    yield from _shared(course)
    if unknown or not known.whole:
        return
    for lesson, assessment in course.assessments():
        sectors = [sector.id for sector in course.info.sectors if _reaches(lesson, sector.id) and _reaches(assessment, sector.id)]
        for sector in sectors:
            yield from _sizes(course, assessment, sector)
            yield from _safety(course, assessment, sector)
            yield from _coverage(course, assessment, sector)


def _unknown_objectives(course: Course, known: Known) -> set[str]:
    """Names of objectives that do not exist: a fault of their own, which makes every number wrong."""
    if known.info is None:
        return set()
    questions = [question for _, question in course.practice()]
    questions += [question for pool in course.pools for question in pool.questions]
    named = {question.objective for question in questions} | {name for lesson in course.lessons() for name in lesson.objectives}
    return named - {objective.id for objective in known.info.objectives}


def _reaches(part: Lesson | Block, sector: str) -> bool:
    return not part.sectors or sector in part.sectors


def _pool(course: Course, assessment: Assessment, sector: str) -> list[Question]:
    return [
        question
        for pool in course.pools
        if pool.use == assessment.use
        for question in pool.questions
        if question.objective in assessment.draw and _reaches(question, sector)
    ]


def _sizes(course: Course, assessment: Assessment, sector: str) -> Iterator[Problem]:
    pool = _pool(course, assessment, sector)
    for objective, wanted in assessment.draw.items():
        size = sum(question.objective == objective for question in pool)
        if size < wanted:
            yield Problem("Q31", assessment.position,
                          f"‘{assessment.id}’ trekt {wanted} vragen voor {objective}, maar er zijn er {size} voor {sector}.",
                          "Schrijf vragen bij in questions/.")
        elif size < POOL_PER_DRAW * wanted:
            yield Problem("Q32", assessment.position,
                          f"‘{assessment.id}’ trekt {wanted} van de {size} vragen voor {objective} en {sector}: "
                          "bij opnieuw doen komen er vragen terug.",
                          f"Schrijf er bij tot {POOL_PER_DRAW * wanted}.", "warning")


def _safety(course: Course, assessment: Assessment, sector: str) -> Iterator[Problem]:
    if not assessment.safety:
        return
    size = sum(question.safety for question in _pool(course, assessment, sector))
    if size < SAFETY_NEEDED:
        yield Problem("Q34", assessment.position,
                      f"‘{assessment.id}’ vraagt altijd naar veiligheid, maar voor {sector} zijn er {size} vragen met ‘safety: true’.",
                      f"Schrijf er minstens {SAFETY_NEEDED}: na een antwoord dat nog niet klopt, komt er een andere.")
    elif size < SAFETY_WANTED:
        yield Problem("Q34", assessment.position,
                      f"‘{assessment.id}’ heeft voor {sector} maar {size} vragen over veiligheid.",
                      f"Schrijf er minstens {SAFETY_WANTED}, zodat ook opnieuw doen een andere geeft.", "warning")


def _coverage(course: Course, assessment: Assessment, sector: str) -> Iterator[Problem]:
    lessons = [lesson for lesson in course.lessons() if _reaches(lesson, sector)]
    practised = {
        block.objective
        for lesson in lessons
        for block in lesson.blocks
        if isinstance(block, Question) and _reaches(block, sector)
    }
    taught = {
        str(objective)
        for lesson in lessons
        if any(not isinstance(block, Question | Assessment) and _reaches(block, sector) for block in lesson.blocks)
        and not any(isinstance(block, Assessment) for block in lesson.blocks)
        for objective in lesson.objectives
    }
    for objective in assessment.draw:
        if objective not in taught:
            yield Problem("Q35", assessment.position,
                          f"‘{assessment.id}’ toetst {objective}, maar geen les voor {sector} legt het uit.",
                          f"Zet {objective} bij ‘objectives:’ van de les die het uitlegt.")
        elif objective not in practised:
            yield Problem("Q35", assessment.position,
                          f"‘{assessment.id}’ toetst {objective}, maar voor {sector} is er geen oefenvraag over.",
                          "Zet een vraag met dit leerdoel in een les.")


def _shared(course: Course) -> Iterator[Problem]:
    """No item serves two uses: who has practised with it would know it."""
    seen: dict[str, tuple[str, Question]] = {}
    items = [("practice", question) for _, question in course.practice()]
    items += [(pool.use, question) for pool in course.pools for question in pool.questions]
    for use, question in items:
        print_ = _fingerprint(question)
        if print_ in seen and seen[print_][0] != use:
            other = seen[print_][1]
            yield Problem("Q30", question.position,
                          f"vraag ‘{question.id}’ is gelijk aan ‘{other.id}’ ({other.position}), die ergens anders voor dient.",
                          "Oefenen, korte toets en eindtoets delen nooit een vraag: maak er een andere van.")
        seen.setdefault(print_, (use, question))


def _fingerprint(question: Question) -> str:
    """What a learner reads before answering, without case and punctuation."""
    read = [question.prompt or ""]
    for model in walk(question):
        read += [getattr(model, name) for name in ("text", "statement", "left", "says") if getattr(model, name, None)]
    return " ".join(sorted(_NO_LETTERS.sub("", text.lower()) for text in read))
