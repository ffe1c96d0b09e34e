"""Files that cannot be read as YAML: where, and what to do about it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.content.source import Table, read_yaml
from builder.problems import Problem, Problems


def read(folder: Path, data: bytes | str) -> tuple[Table | None, list[Problem]]:
    path = folder / "les.yaml"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    problems = Problems()
    return read_yaml(path, "les.yaml", problems), list(problems)


#: What an author saved, and the line that the builder answers with.
BROKEN = {
    "a tab": (
        "id: les\nblocks:\n\t- type: text\n",
        "les.yaml:3:1: fout Y03: er staat een tab in de inspringing.",
        "Gebruik spaties, twee per niveau.",
    ),
    "a tab behind spaces": (
        "id: les\nblocks:\n  \t- type: text\n",
        "les.yaml:3:3: fout Y03: er staat een tab in de inspringing.",
        "Gebruik spaties, twee per niveau.",
    ),
    "UTF-16, as Notepad saves it": (
        "id: les\n".encode("utf-16"),
        "les.yaml:1:1: fout Y02: dit bestand is geen UTF-8 (het lijkt UTF-16).",
        "Sla het opnieuw op als UTF-8.",
    ),
    "Windows-1252": (
        "id: les\ntitle: Caf\xe9\n".encode("cp1252"),
        "les.yaml:2:11: fout Y02: dit bestand is geen UTF-8.",
        "Sla het opnieuw op als UTF-8.",
    ),
    "a colon in plain text": (
        "id: les\ntitle: Kijken: hoe doe je dat?\n",
        "les.yaml:2:14: fout Y04: de YAML klopt niet: hier staat een dubbele punt in tekst zonder aanhalingstekens.",
        "Kijk ook naar de inspringing en naar de regel erboven.",
    ),
    "a quotation mark that stays open": (
        "id: les\ntitle: 'Kijken\nminutes: 3\n",
        "les.yaml:4:1: fout Y04: de YAML klopt niet: een aanhalingsteken, blokhaak of accolade is niet gesloten.",
        "",
    ),
    "a text that begins with an apostrophe of its own": (
        "id: les\ntitle: 's Ochtends' is druk\n",
        "les.yaml:2:21: fout Y04: de YAML klopt niet: hier hoort een nieuwe sleutel te staan, of een aanhalingsteken staat verkeerd.",
        "",
    ),
    "an exclamation mark in front": (
        "id: les\ntitle: !Kijk uit\n",
        "les.yaml:2:8: fout Y04: hier staat een uitroepteken voor de tekst.",
        "Zet de tekst tussen aanhalingstekens.",
    ),
    "an item that stands out": (
        "id: les\nblocks:\n  - type: text\n   - type: text\n",
        "les.yaml:4:4: fout Y04: de YAML klopt niet: hier hoort een streepje te staan, even ver ingesprongen als de andere.",
        "",
    ),
    "a character that nobody sees": (
        "id: les\ntitle: Kij\x08ken\n",
        "les.yaml:2:11: fout Y09: hier staat een onzichtbaar teken (U+0008).",
        "Haal het weg.",
    ),
    "a key twice": (
        "id: les\ntitle: Een\ntitle: Twee\n",
        "les.yaml:3:1: fout Y05: ‘title’ staat hier voor de tweede keer (eerst op regel 2).",
        "Houd er één over.",
    ),
    "a list where a mapping belongs": (
        "- een\n- twee\n",
        "les.yaml:1:1: fout Y06: dit bestand moet uit sleutels en waarden bestaan.",
        "Begin met bijvoorbeeld ‘id: naam’.",
    ),
    "nothing": (
        "",
        "les.yaml:1:1: fout Y06: dit bestand moet uit sleutels en waarden bestaan.",
        "Begin met bijvoorbeeld ‘id: naam’.",
    ),
    "two documents": (
        "id: een\n---\nid: twee\n",
        "les.yaml:2:1: fout Y04: hier begint een tweede document.",
        "Haal de regel met ‘---’ weg, of maak er een eigen bestand van.",
    ),
    "a value that holds itself": (
        "id: les\nblocks: &alles\n  - *alles\n",
        "les.yaml:3:5: fout Y07: ‘*alles’ verwijst naar niets, of naar zichzelf.",
        "Schrijf hier uit wat je bedoelt.",
    ),
    "a key in braces": (
        "id: les\n{ leerling }: x\n",
        "les.yaml:2:1: fout Y04: dit kan geen sleutel zijn.",
        "tussen aanhalingstekens",
    ),
    "a term without quotes": (
        "id: les\ntitle: {{ leerling }}\n",
        "les.yaml:2:9: fout Y04: dit kan geen sleutel zijn.",
        "tussen aanhalingstekens",
    ),
    "a list that is pointed at": (
        "alle: &alle [po, vo]\nsectors: *alle\n",
        "les.yaml:2:10: fout Y10: ‘*alle’ staat voor een hele lijst of voor sleutels, en dat kan niet.",
        "Schrijf hier uit wat je bedoelt.",
    ),
    "a list that is pointed at where a key belongs": (
        "alle: &alle [po, vo]\n*alle : x\n",
        "les.yaml:2:1: fout Y10: ‘*alle’ staat voor een hele lijst of voor sleutels, en dat kan niet.",
        "Schrijf hier uit wat je bedoelt.",
    ),
    "keys that are merged": (
        "een: &een {a: b}\ntwee: {<<: *een}\n",
        "les.yaml:2:12: fout Y10: ‘*een’ staat voor een hele lijst of voor sleutels, en dat kan niet.",
        "Schrijf hier uit wat je bedoelt.",
    ),
    "an anchor that nobody wrote": (
        "id: *weg\n",
        "les.yaml:1:5: fout Y07: ‘*weg’ verwijst naar niets, of naar zichzelf.",
        "Schrijf hier uit wat je bedoelt.",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_told_apart(name: str, tmp_path: Path) -> None:
    data, first_line, advice = BROKEN[name]
    _, problems = read(tmp_path, data)
    assert str(problems[0]).startswith(first_line)
    assert advice in problems[0].hint


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    problems = Problems()
    assert read_yaml(tmp_path / "weg.yaml", "weg.yaml", problems) is None
    assert [str(problem) for problem in problems] == [
        "weg.yaml: fout Y01: dit bestand is er niet.\n"
        "    Maak het bestand aan, of haal de verwijzing ernaar weg."
    ]


#: What stands where a file belongs, and what the builder says of it.
NO_FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a folder": (Path.mkdir, "dit is een map, en hier hoort een bestand."),
    "a link to itself": (lambda path: path.symlink_to(path), "deze koppeling wijst naar zichzelf."),
    "a link to nothing": (lambda path: path.symlink_to("weg"), "dit bestand is er niet."),
    "a pipe, which would be waited for": (os.mkfifo, "dit is geen gewoon bestand."),
    "a device without an end": (lambda path: path.symlink_to("/dev/zero"), "dit is geen gewoon bestand."),
}


@pytest.mark.parametrize("name", NO_FILES)
def test_something_else_where_a_file_belongs(name: str, tmp_path: Path) -> None:
    make, message = NO_FILES[name]
    make(tmp_path / "les.yaml")
    problems = Problems()
    assert read_yaml(tmp_path / "les.yaml", "les.yaml", problems) is None
    assert [(problem.code, problem.message) for problem in problems] == [("Y01", message)]
    assert all(problem.hint for problem in problems)


def test_a_file_that_somebody_else_may_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    (tmp_path / "les.yaml").write_text("id: les\n")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    problems = Problems()
    assert read_yaml(tmp_path / "les.yaml", "les.yaml", problems) is None
    assert [(problem.code, problem.message) for problem in problems] == [("Y01", "dit bestand mag je niet lezen.")]


def test_every_tab_is_reported_not_only_the_first(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "id: les\nblocks:\n\t- type: text\n\t  body: x\n")
    assert [(problem.code, problem.position.line) for problem in problems] == [("Y03", 3), ("Y03", 4)]


def test_a_tab_inside_a_text_is_no_fault(tmp_path: Path) -> None:
    table, problems = read(tmp_path, "title: links\trechts\n")
    assert table == {"title": "links\trechts"}
    assert problems == []


@pytest.mark.parametrize(("depth", "code"), [(100, "Y08"), (5000, "Y04"), (200_000, "Y04")])
def test_nesting_that_is_too_deep_is_a_fault_and_no_crash(depth: int, code: str, tmp_path: Path) -> None:
    _, problems = read(tmp_path, "a: " + "[" * depth + "]" * depth + "\n")
    assert [problem.code for problem in problems] == [code]


def test_blocks_that_are_nested_too_deep(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "".join(f"{' ' * level}a:\n" for level in range(300)))
    assert [str(problem).splitlines()[0] for problem in problems] == [
        "les.yaml:61:61: fout Y08: hier zitten te veel lijsten of sleutels in elkaar."
    ]


def test_lists_that_multiply_are_refused_one_by_one(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    _, problems = read(tmp_path, "\n".join(lines))
    assert [problem.code for problem in problems] == ["Y10"] * 290


def test_a_text_may_be_pointed_at(tmp_path: Path) -> None:
    table, problems = read(tmp_path, "een: &een tekst\ntwee: *een\n")
    assert (table, problems) == ({"een": "tekst", "twee": "tekst"}, [])


def test_utf8_with_a_byte_order_mark_is_fine(tmp_path: Path) -> None:
    table, problems = read(tmp_path, "\ufeffid: les\n")
    assert table == {"id": "les"}
    assert problems == []


def test_windows_line_ends_are_fine(tmp_path: Path) -> None:
    table, problems = read(tmp_path, "id: les\r\nbody: |\r\n  een\r\n  twee\r\n")
    assert table == {"id": "les", "body": "een\ntwee\n"}
    assert problems == []
