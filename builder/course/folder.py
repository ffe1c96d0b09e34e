"""The files of a course, each read once: what can be read as models, what is wrong as problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import TypeVar

from builder.content.fields import Model
from builder.content.files import is_there, read_file
from builder.content.pictures import check_picture
from builder.content.source import Text
from builder.course.model import CourseInfo, Lesson, Unit, UnitInfo
from builder.course.read import read_model
from builder.printables.model import Printable
from builder.problems import Position, Problem, Problems, nearest

M = TypeVar("M", bound=Model)
L = TypeVar("L", Lesson, Printable)

#: The YAML beside the folders. The last three are for those who look at the course as a whole.
_FILES = ("course", "glossary", "sources", "helplines", "presentation", "facts", "instruments", "language")
#: The folders, and what to do with a file in one that nothing reads.
_FOLDERS = {
    "units": "Noem een les bij ‘lessons’ in unit.yaml, en een onderdeel bij ‘units’ in course.yaml.",
    "questions": "Geef een bestand met vragen een naam op ‘.yaml’, of haal het weg.",
    "images": "Bewaar een tekening als ‘.svg’, of haal het bestand weg.",
    "printables": "Noem een blad bij ‘printables’ in course.yaml.",
}


class CourseFolder:
    """Reads the course in ``folder``. Its faults go to ``problems``, and what can be read is read all the same."""

    def __init__(self, folder: Path, problems: Problems) -> None:
        self.folder, self.problems = folder, problems
        self.seen: set[str] = set()
        self.broken: set[str] = set()
        """Files that cannot be read as a model, or are not there."""
        self._lessons: dict[str, Lesson | None] = {}
        self._sheets: dict[str, Printable | None] = {}
        self._names_nothing = False
        """Whether a list has a name without a file."""

    def read(self, name: str, model: type[M]) -> M | None:
        self.seen.add(name)
        found = read_model(self.folder, name, model, self.problems)
        if found is None:
            self.broken.add(name)
        return found

    def read_all(self, pattern: str, model: type[M]) -> list[M]:
        """Every file such as ``questions/*.yaml``, in the order of their names."""
        return [found for name in self._names(pattern) if (found := self.read(name, model))]

    def images(self) -> dict[str, bytes]:
        """The drawings by name; one that cannot be read is empty."""
        return {PurePosixPath(name).stem: self._picture(name) for name in self._names("images/*.svg")}

    def _picture(self, name: str) -> bytes:
        self.seen.add(name)
        svg = read_file(self.folder / name, self._shown(name), self.problems)
        if svg is None:
            return b""
        self.problems.extend(check_picture(svg, self._shown(name)))
        return svg

    def units(self, info: CourseInfo | None) -> list[Unit]:
        """The units that course.yaml lists; all that have a file when it cannot be read."""
        every = [PurePosixPath(name).parent.name for name in self._names("units/*/unit.yaml")]
        listed = self._once(info.units) if info else self._texts(every)
        return [self._unit(name, set(every) - set(listed)) for name in listed]

    def _unit(self, name: Text, others: set[str]) -> Unit:
        file = f"units/{name}/unit.yaml"
        info = self.read(file, UnitInfo) if self._is_there(file, "onderdeel", name, others) else None
        if info:
            self._same_name("dit onderdeel", info.id, name, f"map ‘{name}’")
        every = [stem for stem in self._stems(f"units/{name}/*.yaml") if stem != "unit"]
        listed = self._once(info.lessons) if info else self._texts(every)
        lessons = [self._lesson(name, lesson, set(every) - set(listed)) for lesson in listed]
        return Unit(info or UnitInfo.model_construct(id=name, lessons=listed), [lesson for lesson in lessons if lesson])

    def _lesson(self, unit: Text, name: Text, others: set[str]) -> Lesson | None:
        return self._listed(f"units/{unit}/{name}.yaml", "deze", "les", Lesson, name, others, self._lessons)

    def sheets(self, info: CourseInfo | None) -> dict[str, Printable]:
        """The sheets that course.yaml lists, by id; all that have a file when it cannot be read."""
        every = self._stems("printables/*.yaml")
        listed = self._once(info.printables) if info else self._texts(every)
        sheets = [self._sheet(name, set(every) - set(listed)) for name in listed]
        return {sheet.id: sheet for sheet in sheets if sheet}

    def _sheet(self, name: Text, others: set[str]) -> Printable | None:
        return self._listed(f"printables/{name}.yaml", "dit", "blad", Printable, name, others, self._sheets)

    def _listed(self, file: str, this: str, what: str, model: type[L], name: Text, others: set[str],
                found: dict[str, L | None]) -> L | None:
        """The model in ``file``, which a list calls ``name``; ``found`` gets it by that name and by its own."""
        item = self.read(file, model) if self._is_there(file, what, name, others) else None
        found[name] = item
        if item:
            self._same_name(f"{this} {what}", item.id, name, f"bestand ‘{name}.yaml’")
            found[item.id] = item
        return item

    def known_lessons(self) -> dict[str, Lesson | None]:
        """Every lesson by its own id and by that in its list; None for one that could not be read."""
        return self._possible("units/*/*.yaml") | self._lessons

    def known_sheets(self) -> dict[str, Printable | None]:
        """The same for the sheets."""
        return self._possible("printables/*.yaml") | self._sheets

    def _possible(self, pattern: str) -> dict[str, None]:
        """Files that may be what was meant by a name without a file."""
        return dict.fromkeys(self._stems(pattern)) if self._names_nothing else {}

    def unread(self) -> Iterator[Problem]:
        """Files that belong to a course by their place or their kind, and that nothing reads."""
        for name in [name for pattern in ("*", "*/*", "*/*/*") for name in self._names(pattern)]:
            hidden = any(part.startswith(".") for part in name.split("/"))
            if name in self.seen or name.removesuffix(".yaml") in _FILES or hidden or (self.folder / name).is_dir():
                continue
            if advice := self._advice(PurePosixPath(name)):
                yield Problem("C23", Position(self._shown(name)), "dit bestand doet niet mee.", advice, "warning")

    def _advice(self, path: PurePosixPath) -> str:
        if path.suffix == ".yml":
            return f"Noem het ‘{path.stem}.yaml’."
        first, *rest = path.parts
        if first in _FOLDERS or path.suffix != ".yaml":
            return _FOLDERS.get(first, "")
        if near := nearest(first, _FOLDERS) if rest else nearest(path.stem, _FILES):
            return f"Bedoel je de map ‘{near}’?" if rest else f"Bedoel je ‘{near}.yaml’?"
        return "Kijk of de naam en de map kloppen, of haal het bestand weg."

    def _once(self, names: Iterable[Text]) -> list[Text]:
        """The names of a list, each once: the second is a fault."""
        first: dict[str, Text] = {}
        for name in names:
            if name in first:
                self.problems.error("C19", name.position, f"‘{name}’ staat al in deze lijst ({first[name].position}).",
                                    "Houd er één over.")
            first.setdefault(name, name)
        return list(first.values())

    def _is_there(self, file: str, what: str, name: Text, others: Iterable[str]) -> bool:
        """Whether a list that has ``name`` has a file for it; ``others`` are files without a name in the list."""
        if is_there(self.folder / file):
            return True
        near = nearest(name, others)
        self.problems.error("C20", name.position, f"{what} ‘{name}’ heeft geen bestand {self._shown(file)}.",
                            f"Bedoel je ‘{near}’?" if near else f"Maak {self._shown(file)}, of haal ‘{name}’ uit de lijst.")
        self.broken.add(file)
        self._names_nothing = True
        return False

    def _same_name(self, what: str, own: Text, name: Text, where: str) -> None:
        if own != name:
            self.problems.error("C21", own.position, f"{what} heet ‘{own}’, maar zijn {where}.", "Geef ze dezelfde naam.")

    def _names(self, pattern: str) -> list[str]:
        """Everything that ``pattern`` fits, by name: another file system gives it in another order."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.glob(pattern))

    def _stems(self, pattern: str) -> list[str]:
        return [PurePosixPath(name).stem for name in self._names(pattern)]

    def _texts(self, names: Iterable[str]) -> list[Text]:
        """Names of files in place of a list that cannot be read."""
        return [Text(name, Position(self.folder.name)) for name in names]

    def _shown(self, name: str) -> str:
        return f"{self.folder.name}/{name}"
