"""Every value knows its place, down to a character inside a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.content.source import Text, read_yaml
from builder.problems import Problems

#: YAML, with ``@`` in a text; its place counted from 1.
TEXTS = {
    "plain": ("title: een @", 1, 12),
    "double quotes": ('title: "een @"', 1, 13),
    "single quotes": ("title: 'een @'", 1, 13),
    "a block": ("title: |\n  een\n  @ twee", 3, 3),
    "a block behind an empty line": ("title: |\n\n  een\n  @", 4, 3),
    "a block with a list in it": ("title: |\n  - een\n    - @", 3, 7),
    "a block that says its indentation": ("title: |2\n   een\n  @", 3, 3),
    "a list": ("title:\n  - een\n  - twee @", 3, 10),
    "a flow": ("title: {x: [een, twee @]}", 1, 23),
    "a folded block: only its start": ("title: >-\n  een\n  @", 1, 8),
    "accents count as one": ("title: één @", 1, 12),
}


def first_text(value: object) -> Text:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return next(text for item in value if "@" in (text := first_text(item)))
    assert isinstance(value, Text)
    return value


@pytest.mark.parametrize("name", TEXTS)
def test_the_place_of_a_character(name: str, tmp_path: Path) -> None:
    source, line, column = TEXTS[name]
    (tmp_path / "les.yaml").write_text(source, encoding="utf-8")
    table = read_yaml(tmp_path / "les.yaml", "les.yaml", Problems())
    text = first_text(table)
    place = text.at(text.index("@"))
    assert (place.line, place.column) == (line, column)


#: A scalar as it is written, and what it becomes.
SCALARS = {
    "true": True, "false": False, "null": None, "~": None, "": None,
    "no": "no", "on": "on", "True": "True", "12:30": "12:30", "2026-11-25": "2026-11-25",
    "1.10": "1.10", "0800": "0800", "3": "3", "1e3": "1e3", "'true'": "true",
}


@pytest.mark.parametrize("written", SCALARS)
def test_a_text_stays_as_it_was_written(written: str, tmp_path: Path) -> None:
    (tmp_path / "les.yaml").write_text(f"waarde: {written}\n", encoding="utf-8")
    table = read_yaml(tmp_path / "les.yaml", "les.yaml", Problems())
    assert table == {"waarde": SCALARS[written]}
