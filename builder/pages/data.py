"""What the player must know of an edition: identity, order, questions; no texts that the page has already."""

from __future__ import annotations

from typing import Any

from builder.blocks.categorise.model import Categorise
from builder.course.edition import Edition, PlacedQuestion
from builder.pages.text import Writer


def player_data(edition: Edition, layout: dict[str, Any], writer: Writer) -> dict[str, Any]:
    """The data of ``builder/player/course/data.js``."""
    info = edition.course.info
    everyone: list[str] = [sector.id for sector in edition.sectors]
    return {
        "id": info.id,
        "edition": edition.info.id,
        "title": writer.plain(info.title),
        "subtitle": writer.plain(info.subtitle),
        "editionTitle": writer.plain(edition.info.title),
        "version": info.version,
        "publisher": writer.plain(info.publisher),
        "accreditation": writer.plain(info.accreditation) if info.accreditation else None,
        "minutes": edition.minutes,
        "sectors": everyone,
        "endsWith": info.ends_with,
        "units": [
            {"id": unit.info.id, "title": writer.plain(unit.info.title), "minutes": unit.minutes}
            for unit in edition.units
        ],
        "lessons": [
            {
                "id": item.lesson.id,
                "number": item.number,
                "title": writer.plain(item.lesson.title),
                "unit": item.unit.id,
                "minutes": item.lesson.minutes,
                "sectors": item.lesson.sectors or everyone,
            }
            for item in edition.lessons
        ],
        "questions": [_question(placed, index, everyone) for index, placed in enumerate(edition.questions)],
        "assessments": [
            {
                "id": assessment.id,
                "lesson": item.lesson.id,
                "title": writer.plain(assessment.title),
                "use": assessment.use,
                "draw": dict(assessment.draw),
                "counts": assessment.counts,
                "safety": assessment.safety,
                "safetyLesson": assessment.safety_lesson,
                "passMark": assessment.pass_mark or info.pass_mark,
                "sectors": assessment.sectors or item.lesson.sectors or everyone,
            }
            for item, assessment in edition.assessments
        ],
        "objectives": [
            {
                "id": objective.id,
                "short": writer.plain(objective.short),
                "text": writer.plain(objective.text),
                "revisit": objective.revisit,
            }
            for objective in info.objectives
        ],
        "layout": layout,
    }


def _question(placed: PlacedQuestion, index: int, everyone: list[str]) -> dict[str, Any]:
    question = placed.question
    data: dict[str, Any] = {
        "id": question.id,
        "type": question.type,
        "objective": question.objective,
        "use": placed.use,
        "sectors": question.sectors or everyone,
        "index": index,
        "data": question.player_data(),
    }
    if placed.lesson:
        data["lesson"] = placed.lesson
    if question.safety:
        data["safety"] = True
    if question.confidence:
        data["confidence"] = True
    if isinstance(question, Categorise) and len(question.items) == 1:
        data["kind"] = question.items[0].category
    return data
