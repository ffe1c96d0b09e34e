"""Files that nothing reads, that cannot be read, or that have another name than the builder looks for."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, SmallCourse

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'

#: A file that an author put somewhere, and what the builder advises.
UNREAD = {
    "fact.yaml": "Bedoel je ‘facts.yaml’?",
    "facts.yml": "Noem het ‘facts.yaml’.",
    "aantekeningen.yaml": "Kijk of de naam en de map kloppen, of haal het bestand weg.",
    "question/ld1-test.yaml": "Bedoel je de map ‘questions’?",
    "bewaard/les.yaml": "Kijk of de naam en de map kloppen, of haal het bestand weg.",
    "questions/ld1-quiz.yml": "Noem het ‘ld1-quiz.yaml’.",
    "questions/ld1-quiz.txt": "Geef een bestand met vragen een naam op ‘.yaml’, of haal het weg.",
    "images/klas.png": "Bewaar een tekening als ‘.svg’, of haal het bestand weg.",
    "printables/kaart.yaml": "Noem een blad bij ‘printables’ in course.yaml.",
    "units/eerste/later.yaml": "Noem een les bij ‘lessons’ in unit.yaml, en een onderdeel bij ‘units’ in course.yaml.",
    "units/eerste/later.yml": "Noem het ‘later.yaml’.",
    "units/tweede/unit.yaml": "Noem een les bij ‘lessons’ in unit.yaml, en een onderdeel bij ‘units’ in course.yaml.",
}


@pytest.mark.parametrize("name", UNREAD)
def test_a_file_that_nothing_reads_is_a_warning(name: str, small: SmallCourse) -> None:
    small.path(name).parent.mkdir(exist_ok=True)
    small.write(name, "id: later\n")
    assert [str(problem) for problem in small.problems()] == [
        f"klein/{name}: let op C23: dit bestand doet niet mee.\n    {UNREAD[name]}"]


def test_files_of_others_are_left_alone(small: SmallCourse) -> None:
    for name in ("words.txt", "README.md", ".DS_Store", "images/.DS_Store", ".vscode/settings.yaml"):
        small.path(name).parent.mkdir(exist_ok=True)
        small.write(name, "x\n")
    small.write("language.yaml", "exceptions: []\n")
    small.write("facts.yaml", "facts: []\n")
    small.write("instruments.yaml", "instruments: []\n")
    assert small.problems() == []


@pytest.mark.parametrize("course", ["course", "tests/gallery"])
def test_a_course_of_ours_has_no_such_file(course: str) -> None:
    assert SmallCourse(ROOT / course).problems() == []


#: What stands in place of a file, and the end of the message.
NO_FILES: dict[str, Callable[[Path], object]] = {
    "a folder": Path.mkdir,
    "a link to itself": lambda path: path.symlink_to(path),
    "a pipe": os.mkfifo,
}


@pytest.mark.parametrize("kind", NO_FILES)
@pytest.mark.parametrize("name", [
    "images/kaart.svg", "questions/ld2-test.yaml", "units/eerste/doen.yaml", "glossary.yaml", "presentation.yaml",
])
def test_a_file_that_cannot_be_read_hides_no_other_fault(name: str, kind: str, small: SmallCourse) -> None:
    small.path(name).unlink(missing_ok=True)
    NO_FILES[kind](small.path(name))
    small.replace("units/eerste/kijken.yaml", "source: hulp", "source: weg")
    assert small.found() == sorted([f"Y01 {name}", "C11 units/eerste/kijken.yaml:9:13"], key=lambda line: line[4:])


def test_a_picture_that_may_not_be_read(small: SmallCourse, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.suffix == ".svg":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert small.found() == [f"Y01 images/{name}.svg" for name in ("connection", "conversation", "start", "together")]
