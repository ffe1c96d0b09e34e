"""What goes wrong, in one shape: a code, a place, what is wrong, what to do.

Every stage of the build adds to a ``Problems`` list instead of stopping at the first fault,
so that an author sees all of them in one run. Messages are Dutch: authors read them.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Position(NamedTuple):
    """A place in a source file. ``line`` and ``column`` count from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True)
class Problem:
    """One fault: ``code`` is stable and documented, ``message`` says what, ``hint`` what to do."""

    code: str
    position: Position
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        word = "fout" if self.severity == "error" else "let op"
        hint = f"\n    {self.hint}" if self.hint else ""
        return f"{self.position}: {word} {self.code}: {self.message}{hint}"


class Problems:
    """The problems of one run, in the order of their place."""

    def __init__(self) -> None:
        self._all: list[Problem] = []

    def error(self, code: str, position: Position, message: str, hint: str = "") -> None:
        self._all.append(Problem(code, position, message, hint))

    def warn(self, code: str, position: Position, message: str, hint: str = "") -> None:
        self._all.append(Problem(code, position, message, hint, "warning"))

    def extend(self, problems: Iterable[Problem]) -> None:
        self._all.extend(problems)

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self if problem.severity == "error"]

    @property
    def warnings(self) -> list[Problem]:
        return [problem for problem in self if problem.severity == "warning"]

    def __iter__(self) -> Iterator[Problem]:
        unique = dict.fromkeys(self._all)
        return iter(
            sorted(unique, key=lambda p: (p.position.file, p.position.line, p.position.column))
        )


class BuildError(Exception):
    """The build cannot go on: the problems it carries say why."""

    def __init__(self, problems: Problems) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems.errors)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of ``known`` that ``word`` was probably meant to be."""
    near = difflib.get_close_matches(word, sorted(set(known) - {word}), n=1, cutoff=0.6)
    return near[0] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest right name, or lists the known ones when none is near."""
    names = sorted(set(known) - {word})
    if near := nearest(word, names):
        return f"Bedoel je ‘{near}’?"
    return f"Kies uit: {', '.join(names)}." if names else ""
