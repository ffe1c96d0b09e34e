"""YAML files to plain values that remember their place.

A mapping becomes a ``Table``, a sequence a ``Series``, anything else a ``Text``; only ``true``,
``false`` and nothing at all are what YAML says they are. Numbers become numbers where the model
asks for one: in a text ``1.10`` and ``0800`` stay as they were written, and YAML's other habits
(``no``, ``on``, ``12:30``) do not surprise authors.
"""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any, cast

import yaml

from builder.problems import Position, Problems

_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOMS = (b"\xff\xfe", b"\xfe\xff")


class _Loader(_SafeLoader):  # type: ignore[misc]
    """Finds no tags: ``_Reader`` looks at the values themselves, and looking for tags costs time."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        return ""


class Text(str):
    """A string that knows where it stands; ``at(offset)`` is the place of one of its characters."""

    position: Position
    _block_indent: int | None

    def __new__(cls, value: str, position: Position, block_indent: int | None = None) -> Text:
        text = super().__new__(cls, value)
        text.position = position
        text._block_indent = block_indent
        return text

    def at(self, offset: int) -> Position:
        """Place of character ``offset``. In a folded text only the start is known."""
        before = self[:offset]
        newlines = before.count("\n")
        here = self.position
        if self._block_indent is not None:
            column = offset - (before.rfind("\n") + 1) + self._block_indent + 1
            return Position(here.file, here.line + newlines, column)
        return here if newlines else Position(here.file, here.line, here.column + offset)


class Table(dict[Hashable, Any]):
    """A mapping with the place of itself and of each of its keys."""

    position: Position
    key_positions: dict[Hashable, Position]


class Series(list[Any]):
    """A sequence with the place of itself and of each of its items."""

    position: Position
    item_positions: list[Position]


def read_yaml(path: Path, name: str, problems: Problems) -> Table | None:
    """The top-level mapping of ``path``, called ``name`` in messages; None when it cannot be used."""
    try:
        raw = path.read_bytes()
    except OSError:
        problems.error("Y01", Position(name), "dit bestand is er niet of is niet te lezen.",
                       "Maak het bestand aan, of haal de verwijzing ernaar weg.")
        return None
    if raw.startswith(_BOMS) or b"\x00" in raw:
        problems.error("Y02", Position(name, 1, 1), "dit bestand is geen UTF-8 (het lijkt UTF-16).",
                       "Sla het opnieuw op als UTF-8.")
        return None
    try:
        source = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        problems.error("Y02", Position(name, line, column), "dit bestand is geen UTF-8.",
                       "Sla het opnieuw op als UTF-8.")
        return None
    lines = source.splitlines()
    if _report_tabs(lines, name, problems):
        return None
    try:
        node = yaml.compose(source, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Position(name, mark.line + 1, mark.column + 1) if mark else Position(name)
        problems.error("Y04", place, f"de YAML klopt niet: {error.problem or error.context}.",
                       "Kijk naar de inspringing, en zet tekst met een dubbele punt tussen aanhalingstekens.")
        return None
    except yaml.YAMLError as error:
        problems.error("Y04", Position(name), f"de YAML klopt niet: {error}.")
        return None
    reader = _Reader(name, lines, problems)
    value = reader.value(node) if node is not None else None
    if not isinstance(value, Table):
        problems.error("Y06", Position(name, 1, 1), "dit bestand moet uit sleutels en waarden bestaan.",
                       "Begin met bijvoorbeeld ‘id: naam’.")
        return None
    return value


def _report_tabs(lines: list[str], name: str, problems: Problems) -> bool:
    found = False
    for number, line in enumerate(lines, start=1):
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent and line.strip():
            found = True
            problems.error("Y03", Position(name, number, indent.index("\t") + 1),
                           "er staat een tab in de inspringing.", "Gebruik spaties, twee per niveau.")
    return found


class _Reader:
    def __init__(self, name: str, lines: list[str], problems: Problems) -> None:
        self.name, self.lines, self.problems = name, lines, problems
        self.open: set[int] = set()

    def place(self, node: yaml.Node) -> Position:
        return Position(self.name, node.start_mark.line + 1, node.start_mark.column + 1)

    def value(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        if id(node) in self.open:
            self.problems.error("Y07", self.place(node), "deze waarde verwijst naar zichzelf.",
                                "Haal het anker (&) of de verwijzing (*) weg.")
            return None
        self.open.add(id(node))
        result = self.table(node) if isinstance(node, yaml.MappingNode) else self.series(node)
        self.open.discard(id(node))
        return result

    def table(self, node: yaml.MappingNode) -> Table:
        table = Table()
        table.position = self.place(node)
        table.key_positions = {}
        for key_node, value_node in node.value:
            key = self.value(key_node)
            if not isinstance(key, Hashable):
                self.problems.error("Y04", self.place(key_node), "dit kan geen sleutel zijn.",
                                    "Zet tekst die met een accolade of blokhaak begint tussen aanhalingstekens.")
                continue
            if isinstance(key, Text):
                key = str(key)
            if key in table:
                first = table.key_positions[key]
                self.problems.error("Y05", self.place(key_node),
                                    f"‘{key}’ staat hier voor de tweede keer (eerst op regel {first.line}).",
                                    "Houd er één over.")
                continue
            table[key] = self.value(value_node)
            table.key_positions[key] = self.place(key_node)
        return table

    def series(self, node: yaml.Node) -> Series:
        series = Series(self.value(item) for item in node.value)
        series.position = self.place(node)
        series.item_positions = [self.place(item) for item in node.value]
        return series

    def scalar(self, node: yaml.ScalarNode) -> Any:
        value = cast(str, node.value)
        if not node.style:
            if value in ("", "~", "null"):
                return None
            if value in ("true", "false"):
                return value == "true"
        start = self.place(node)
        if node.style == "|":
            first = node.start_mark.line + 1
            while first < len(self.lines) and not self.lines[first].strip():
                first += 1
            line = self.lines[first] if first < len(self.lines) else ""
            skipped = len(value) - len(value.lstrip("\n"))
            begin = Position(self.name, first + 1 - skipped, 1)
            return Text(value, begin, len(line) - len(line.lstrip(" ")))
        if node.style in ("'", '"'):
            start = Position(start.file, start.line, start.column + 1)
        return Text(value, start)
