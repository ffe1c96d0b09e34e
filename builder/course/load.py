"""From a folder of YAML to a checked ``Course``, with every fault at once."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from builder.content.fields import Model
from builder.content.source import Text, read_yaml
from builder.course.check import check_course
from builder.course.explain import explain
from builder.course.model import (
    Course,
    CourseInfo,
    HelpLineList,
    Lesson,
    Pool,
    SourceList,
    TermList,
    Unit,
    UnitInfo,
)
from builder.presentation.model import Presentation
from builder.printables.model import Printable
from builder.problems import BuildError, Problems, did_you_mean

M = TypeVar("M", bound=Model)


def load_course(folder: Path) -> tuple[Course, Problems]:
    """The course in ``folder`` and its warnings. Raises ``BuildError`` with every error found."""
    problems = Problems()
    reader = _Folder(folder, problems)
    info = reader.read("course.yaml", CourseInfo)
    units = [reader.unit(unit_id) for unit_id in info.units] if info else []
    pools = [reader.read(name, Pool) for name in reader.names("questions", "*.yaml")]
    terms = reader.read("glossary.yaml", TermList)
    sources = reader.read("sources.yaml", SourceList)
    help_lines = reader.read("helplines.yaml", HelpLineList)
    printables = [reader.printable(name) for name in info.printables] if info else []
    presentation = (reader.read("presentation.yaml", Presentation)
                    if (folder / "presentation.yaml").is_file() else None)
    images = {
        Path(name).stem: (folder / name).read_bytes() for name in reader.names("images", "*.svg")
    }
    if info is None:
        raise BuildError(problems)
    course = Course(
        info=info,
        units=[unit for unit in units if unit],
        pools=[pool for pool in pools if pool],
        terms={term.id: term for term in terms.terms} if terms else {},
        sources={source.id: source for source in sources.sources} if sources else {},
        help_lines={line.id: line for line in help_lines.helplines} if help_lines else {},
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

    def names(self, below: str, pattern: str) -> list[str]:
        return sorted(f"{below}/{path.name}" for path in (self.folder / below).glob(pattern))

    def read(self, name: str, model: type[M]) -> M | None:
        shown = f"{self.folder.name}/{name}"
        data = read_yaml(self.folder / name, shown, self.problems)
        if data is None:
            return None
        try:
            return model.model_validate(data)
        except ValidationError as error:
            self.problems.extend(explain(details, data, model) for details in error.errors())
            return None

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
