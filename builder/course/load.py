"""From a folder of YAML to a checked ``Course``, with every fault at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from builder.content.fields import Model
from builder.content.pictures import check_picture
from builder.content.source import Text, read_yaml
from builder.course.check import check_course
from builder.course.explain import explain
from builder.course.model import (
    Course,
    CourseInfo,
    HelpLine,
    HelpLineList,
    Lesson,
    Pool,
    Source,
    SourceList,
    Term,
    TermList,
    Unit,
    UnitInfo,
)
from builder.presentation.model import Presentation
from builder.printables.model import Printable
from builder.problems import BuildError, Position, Problems, did_you_mean

M = TypeVar("M", bound=Model)
N = TypeVar("N", Term, Source, HelpLine)


def load_course(folder: Path) -> tuple[Course, Problems]:
    """The course in ``folder`` and its warnings. Raises ``BuildError`` with every error found."""
    problems = Problems()
    reader = _Folder(folder, problems)
    info = reader.read("course.yaml", CourseInfo)
    units = [reader.unit(unit_id) for unit_id in info.units] if info else []
    reader.others()
    pools = [reader.read(name, Pool) for name in reader.names("questions", "*.yaml")]
    terms = reader.read("glossary.yaml", TermList)
    sources = reader.read("sources.yaml", SourceList)
    help_lines = reader.read("helplines.yaml", HelpLineList)
    printables = [reader.printable(name) for name in info.printables] if info else []
    presentation = (reader.read("presentation.yaml", Presentation)
                    if (folder / "presentation.yaml").is_file() else None)
    images = {Path(name).stem: reader.picture(name) for name in reader.names("images", "*.svg")}
    if info is None:
        raise BuildError(problems)
    course = Course(
        info=info,
        units=[unit for unit in units if unit],
        pools=[pool for pool in pools if pool],
        terms=reader.by_id(terms.terms if terms else []),
        sources=reader.by_id(sources.sources if sources else []),
        help_lines=reader.by_id(help_lines.helplines if help_lines else []),
        images=images,
        printables={printable.id: printable for printable in printables if printable},
        presentation=presentation,
    )
    problems.extend(check_course(course, everything_read=not problems.errors))
    if problems.errors:
        raise BuildError(problems)
    return course, problems


class _Folder:
    def __init__(self, folder: Path, problems: Problems) -> None:
        self.folder, self.problems = folder, problems
        self.seen: set[str] = set()
        self.broken: set[str] = set()

    def names(self, below: str, pattern: str) -> list[str]:
        return sorted(f"{below}/{path.name}" for path in (self.folder / below).glob(pattern))

    def read(self, name: str, model: type[M]) -> M | None:
        shown = f"{self.folder.name}/{name}"
        self.seen.add(name)
        data = read_yaml(self.folder / name, shown, self.problems)
        if data is not None:
            try:
                return model.model_validate(data)
            except ValidationError as error:
                self.problems.extend(explain(details, data, model) for details in error.errors())
        self.broken.add(name)
        return None

    def picture(self, name: str) -> bytes:
        svg = (self.folder / name).read_bytes()
        self.problems.extend(check_picture(svg, f"{self.folder.name}/{name}"))
        return svg

    def unit(self, unit_id: Text) -> Unit | None:
        name = f"units/{unit_id}/unit.yaml"
        if not (self.folder / name).is_file():
            self.problems.error(
                "C20", unit_id.position, f"onderdeel ‘{unit_id}’ heeft geen {self.folder.name}/{name}.",
                did_you_mean(unit_id, (path.name for path in (self.folder / "units").glob("*/"))),
            )
            return None
        info = self.read(name, UnitInfo)
        if info is None:
            return None
        if info.id != unit_id:
            self.problems.error("C21", info.id.position, f"dit onderdeel heet ‘{info.id}’, maar zijn map ‘{unit_id}’.",
                                "Geef ze dezelfde naam.")
        lessons = [self.lesson(unit_id, lesson_id) for lesson_id in info.lessons]
        return Unit(info, [lesson for lesson in lessons if lesson])

    def others(self) -> None:
        """Files in units/ that no list names. Where the list itself is broken, their faults are reported too."""
        for path in sorted((self.folder / "units").glob("*/*.yaml")):
            unit = f"units/{path.parent.name}"
            name = f"{unit}/{path.name}"
            if name in self.seen:
                continue
            if self.broken & {"course.yaml", f"{unit}/unit.yaml"}:
                self.read(name, UnitInfo if path.name == "unit.yaml" else Lesson)
            else:
                self.problems.warn("C23", Position(f"{self.folder.name}/{name}"), "dit bestand doet niet mee.",
                                   "Noem een les bij ‘lessons’ in unit.yaml, en een onderdeel bij ‘units’ in course.yaml.")

    def by_id(self, items: Iterable[N]) -> dict[str, N]:
        """``items`` by their id; the second of two with the same id is a fault."""
        found: dict[str, N] = {}
        for item in items:
            if item.id in found:
                self.problems.error("C10", item.id.position,
                                    f"de id ‘{item.id}’ bestaat al ({found[item.id].id.position}).",
                                    "Geef deze een andere id.")
            found.setdefault(item.id, item)
        return found

    def lesson(self, unit_id: Text, lesson_id: Text) -> Lesson | None:
        name = f"units/{unit_id}/{lesson_id}.yaml"
        if not (self.folder / name).is_file():
            known = {path.stem for path in (self.folder / "units" / unit_id).glob("*.yaml")} - {"unit"}
            self.problems.error("C20", lesson_id.position,
                                f"les ‘{lesson_id}’ heeft geen bestand {self.folder.name}/{name}.",
                                did_you_mean(lesson_id, known))
            return None
        lesson = self.read(name, Lesson)
        if lesson and lesson.id != lesson_id:
            self.problems.error("C21", lesson.id.position,
                                f"deze les heet ‘{lesson.id}’, maar zijn bestand ‘{lesson_id}.yaml’.",
                                "Geef ze dezelfde naam.")
        return lesson

    def printable(self, name: Text) -> Printable | None:
        file = f"printables/{name}.yaml"
        if not (self.folder / file).is_file():
            known = {path.stem for path in (self.folder / "printables").glob("*.yaml")}
            self.problems.error("C20", name.position, f"blad ‘{name}’ heeft geen bestand {self.folder.name}/{file}.",
                                did_you_mean(name, known))
            return None
        printable = self.read(file, Printable)
        if printable and printable.id != name:
            self.problems.error("C21", printable.id.position,
                                f"dit blad heet ‘{printable.id}’, maar zijn bestand ‘{name}.yaml’.",
                                "Geef ze dezelfde naam.")
        return printable
