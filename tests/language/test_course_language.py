"""The course itself reads well. Spelling takes seconds and needs a dictionary: that is for `make language`."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.course.load import load_course
from builder.language import Manuscript, check_language, opening
from builder.language.dictionary import own_words
from builder.problems import Problems

FOLDER = Path(__file__).parents[2] / "course"


def test_the_course_keeps_to_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "dictionary", lambda: None)
    course, _ = load_course(FOLDER)
    problems = Problems()
    manuscript, missing = opening.open_manuscript(course, FOLDER, problems)
    assert not problems.errors
    assert [line for line in missing if "pyphen" in line] == []
    assert [str(problem) for problem in check_language(manuscript) if problem.severity == "error"] == []


def test_every_text_of_a_lesson_is_read() -> None:
    course, _ = load_course(FOLDER)
    files = {passage.file for passage in Manuscript(course).passages}
    lessons = {f"course/{path.relative_to(FOLDER)}" for path in FOLDER.glob("units/*/*.yaml")}
    pools = {f"course/{path.relative_to(FOLDER)}" for path in FOLDER.glob("questions/*.yaml")}
    assert lessons | pools | {"course/glossary.yaml", "course/presentation.yaml"} <= files


def test_the_own_words_are_words_of_one_line() -> None:
    words = own_words(FOLDER / "words.txt")
    assert words and not [word for word in words if " " in word]
