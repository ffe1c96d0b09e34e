"""Spelling with a dictionary of a few words, and what happens on a machine without one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from language_samples import small_course

from builder.cli import main
from builder.language import Manuscript, check_language, opening
from builder.language.dictionary import dictionary, own_words
from builder.problems import Position, Problem

AFFIX = "SET UTF-8\nBREAK 0\nSFX S Y 1\nSFX S 0 en .\n"
WORDS = ["dit", "is", "een", "tekst/S", "foto's", "les", "deel", "po"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pytest.importorskip("spylls")
    (tmp_path / "nl.aff").write_text(AFFIX, encoding="utf-8")
    (tmp_path / "nl.dic").write_text("\n".join([str(len(WORDS)), *WORDS]), encoding="utf-8")
    return tmp_path


def spelling(folder: Path, body: str, own: str = "") -> list[Problem]:
    (folder / "words.txt").write_text(own, encoding="utf-8")
    course = small_course(folder, f"  - {{type: text, sectors: [po], body: {body}}}\n")
    manuscript = Manuscript(course, own_words=own_words(folder / "words.txt"), knows=dictionary([folder]))
    return [problem for problem in check_language(manuscript)
            if problem.code == "T50" and ("les.yaml" in problem.position.file or "words" in problem.position.file)]


def test_an_unknown_word_has_its_place(folder: Path) -> None:
    (found,) = spelling(folder, "Dit is een tekts.")
    assert found.position == Position("course/units/deel/les.yaml", 6, len("  - {type: text, sectors: [po], body: Dit is een ") + 1)
    assert "‘tekts’" in found.message


@pytest.mark.parametrize("body", ["Dit is een tekst.", "Dit is teksten.", "Foto’s.", "Dit is 57."])
def test_known_words(body: str, folder: Path) -> None:
    assert spelling(folder, body) == []


def test_words_of_the_own_list_are_right(folder: Path) -> None:
    assert spelling(folder, "Dit is Aya.", own="# namen\nAya  # in de les over het sociogram\n") == []


def test_words_of_the_own_list_that_nothing_needs_are_reported(folder: Path) -> None:
    (found,) = spelling(folder, "Dit is een tekst.", own="# namen\nAya\n")
    assert (found.position.line, found.severity) == (2, "warning")


def test_each_word_is_looked_up_once(tmp_path: Path) -> None:
    asked: list[str] = []

    def knows(word: str) -> bool:
        asked.append(word)
        return True

    course = small_course(tmp_path, "  - {type: text, body: 'Kijk. Kijk, kijk. {{ leerling }} kijk.'}\n")
    check_language(Manuscript(course, knows=knows))
    assert len(asked) == len(set(asked))
    assert {"Kijk", "kijk", "leerling", "student"} <= set(asked)


def test_no_dictionary_is_one_line_that_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "dictionary", lambda: dictionary([tmp_path / "nowhere"]))
    small_course(tmp_path)
    result = CliRunner().invoke(main, ["language", "--course", str(tmp_path / "course")])
    assert result.exit_code == 0, result.output
    assert [line for line in result.output.splitlines() if "hunspell-nl" in line and "spylls" in line]
    assert result.output.splitlines()[-1] == "language: 0 errors, 0 warnings"


def test_no_spylls_and_no_pyphen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("spylls", "spylls.hunspell", "pyphen"):
        monkeypatch.setitem(sys.modules, name, None)
    small_course(tmp_path)
    result = CliRunner().invoke(main, ["language", "--course", str(tmp_path / "course")])
    assert result.exit_code == 0, result.output
    assert "spylls" in result.output and "pyphen" in result.output


def test_errors_are_counted_and_end_with_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "dictionary", lambda: None)
    blocks = "  - {type: text, sectors: [po], body: De les is klaar. Praat met eenzame leerlingen!}\n"
    small_course(tmp_path, blocks)
    result = CliRunner().invoke(main, ["language", "--course", str(tmp_path / "course")])
    assert result.exit_code == 1
    assert f"course/units/deel/les.yaml:6:{blocks.index('eenzame') + 1}: fout T10" in result.output
    assert f"course/units/deel/les.yaml:6:{blocks.index('!') + 1}: fout T12" in result.output
    # The warning: for the other sectors nothing is left of this lesson.
    assert result.output.splitlines()[-1] == "language: 2 errors, 1 warnings"
