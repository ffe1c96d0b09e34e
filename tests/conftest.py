"""A tiny course to copy and break, and the packages of the real one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import indent

import pytest

from builder.build import Built, build
from builder.course import help_lines
from builder.course.load import load_course
from builder.course.model import Course
from builder.problems import BuildError, Problem
from builder.validate import prepare

ROOT = Path(__file__).parents[1]
FIXTURES = Path(__file__).parent / "fixtures"
SMALL = FIXTURES / "klein"


@pytest.fixture(scope="session", autouse=True)
def compiled_schemas() -> None:
    """The copies in which builds validate get the schemas with the process: each would compile them anew otherwise."""
    prepare()


@pytest.fixture(autouse=True)
def day_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests must not fail on account of the calendar."""
    monkeypatch.setattr(help_lines, "today", lambda: date(2026, 12, 1))


@dataclass(frozen=True)
class SmallCourse:
    """A copy of ``fixtures/klein`` that a test may break."""

    folder: Path

    @property
    def output(self) -> Path:
        return self.folder.parent / "dist"

    def path(self, name: str) -> Path:
        return self.folder / name

    def write(self, name: str, text: str) -> None:
        self.path(name).write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Changes the one place in ``name`` that says ``old``."""
        text = self.path(name).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def add_block(self, block: str, lesson: str = "units/eerste/kijken.yaml") -> None:
        """Puts ``block`` (YAML without indentation) at the end of a lesson."""
        text = self.path(lesson).read_text("utf-8").rstrip("\n")
        item = indent(block.strip("\n"), "    ")
        self.write(lesson, f"{text}\n\n  - {item.lstrip()}\n")

    def load(self) -> Course:
        return load_course(self.folder)[0]

    def problems(self) -> list[Problem]:
        """What loading has to say about it."""
        try:
            return list(load_course(self.folder)[1])
        except BuildError as error:
            return list(error.problems)

    def found(self) -> list[str]:
        """The problems as ``C06 units/eerste/doen.yaml:4:3``."""
        return [f"{problem.code} {self.place(problem)}" for problem in self.problems()]

    def pointed(self) -> list[str]:
        """The problems as their code and what stands at their place: ``C06 promt: Wie``."""
        return [f"{problem.code} {self._text_at(problem)}" for problem in self.problems()]

    def place(self, problem: Problem) -> str:
        return str(problem.position).removeprefix(f"{self.folder.name}/")

    def _text_at(self, problem: Problem) -> str:
        position = problem.position
        lines = (self.folder.parent / position.file).read_text("utf-8").splitlines()
        return lines[position.line - 1][position.column - 1 :] if position.line else ""

    def build(self) -> list[Built]:
        return build(self.folder, self.output)[0]

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """``python -m builder build`` on this course, as an author runs it."""
        return run_builder("build", "--course", str(self.folder), "--output", str(self.output),
                           *arguments, **environment)


def run_builder(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command of the builder in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "builder", *arguments], cwd=ROOT, env=os.environ | environment,
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
    )


@pytest.fixture
def small(tmp_path: Path) -> SmallCourse:
    shutil.copytree(SMALL, tmp_path / "klein")
    return SmallCourse(tmp_path / "klein")


@pytest.fixture
def full(small: SmallCourse) -> SmallCourse:
    """The tiny course with one more lesson, ``alles``, that has a block of every type."""
    shutil.copy(FIXTURES / "alles.yaml", small.path("units/eerste/alles.yaml"))
    small.replace("units/eerste/unit.yaml", "[kijken, doen]", "[kijken, alles, doen]")
    return small


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Built]]:
    """Every edition of the real course, built from a copy: tests leave the course as it is."""
    folder = tmp_path_factory.mktemp("packages")
    shutil.copytree(ROOT / "course", folder / "course")
    yield build(folder / "course", folder / "dist")[0]
