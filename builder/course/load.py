"""From a folder of YAML to a checked ``Course``, with every fault at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from builder.content.files import is_there
from builder.course.check import check_course
from builder.course.folder import CourseFolder
from builder.course.model import (
    Course,
    CourseInfo,
    HelpLine,
    HelpLineList,
    Pool,
    Source,
    SourceList,
    Term,
    TermList,
)
from builder.course.references import Known
from builder.presentation.model import Presentation
from builder.problems import BuildError, Position, Problems

N = TypeVar("N", Term, Source, HelpLine)


def load_course(folder: Path, problems: Problems | None = None) -> tuple[Course, Problems]:
    """The course in ``folder``, and its warnings behind what is already in ``problems``.

    Raises ``BuildError`` with every error found, those of before included.
    """
    problems = Problems() if problems is None else problems
    if not folder.is_dir():
        problems.error("Y01", Position(str(folder)), "deze map is er niet.", "Kijk of de naam achter ‘--course’ klopt.")
        raise BuildError(problems)
    files = CourseFolder(folder, problems)
    info = files.read("course.yaml", CourseInfo)
    units = files.units(info)
    pools = files.read_all("questions/*.yaml", Pool)
    terms = files.read("glossary.yaml", TermList)
    sources = files.read("sources.yaml", SourceList)
    help_lines = files.read("helplines.yaml", HelpLineList)
    printables = files.sheets(info)
    presentation = files.read("presentation.yaml", Presentation) if is_there(folder / "presentation.yaml") else None
    presentations: dict[str, Presentation] = {presentation.id: presentation} if presentation else {}
    course = Course(
        info=info or _no_info(folder),
        units=units,
        pools=pools,
        terms=_by_id(terms.terms if terms else [], problems),
        sources=_by_id(sources.sources if sources else [], problems),
        help_lines=_by_id(help_lines.helplines if help_lines else [], problems),
        images=files.images(),
        printables=printables,
        presentation=presentation,
    )
    known = Known(
        info=info,
        lessons=files.known_lessons(),
        printables=files.known_sheets(),
        terms=course.terms if terms else None,
        sources=course.sources if sources else None,
        help_lines=course.help_lines if help_lines else None,
        presentations=None if "presentation.yaml" in files.broken else presentations,
        images=course.images,
        whole=not any(name.startswith(("course.yaml", "units/", "questions/")) for name in files.broken),
    )
    problems.extend(check_course(course, known))
    if info:
        problems.extend(files.unread())
    if problems.errors:
        raise BuildError(problems)
    return course, problems


def _no_info(folder: Path) -> CourseInfo:
    """In place of a course.yaml that cannot be read, so that the other files are checked all the same."""
    info = CourseInfo.model_construct(objectives=[], sectors=[], editions=[], units=[], printables=[], category_sets={})
    info._position = Position(f"{folder.name}/course.yaml")
    return info


def _by_id(items: Iterable[N], problems: Problems) -> dict[str, N]:
    """``items`` by their id; the second of two with the same id is a fault."""
    found: dict[str, N] = {}
    for item in items:
        if item.id in found:
            problems.error("C10", item.id.position, f"de id ‘{item.id}’ bestaat al ({found[item.id].id.position}).",
                           "Geef deze een andere id.")
        found.setdefault(item.id, item)
    return found
