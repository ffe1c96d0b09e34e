"""YAML files to plain values that remember their place.

A mapping becomes a ``Table``, a sequence a ``Series``, anything else a ``Text``; only ``true``,
``false`` and nothing at all are what YAML says they are. Numbers become numbers where the model
asks for one: in a text ``1.10`` and ``0800`` stay as they were written, and YAML's other habits
(``no``, ``on``, ``12:30``) do not surprise authors.
"""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml
from yaml.reader import Reader

from builder.content.files import read_file
from builder.content.yaml_messages import in_dutch
from builder.problems import Position, Problems

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOMS = (b"\xff\xfe", b"\xfe\xff")

#: A course has some ten levels; beyond this somebody is testing us.
_DEEPEST = 60

_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}

#: Stands where a value cannot be used. That was reported; what a model has against it is only an echo.
UNUSABLE: Any = object()


class Text(str):
    """A string that knows where it stands; ``at(offset)`` is the place of one of its characters."""

    __slots__ = ("_exact", "_indent", "position")
    position: Position
    _indent: int | None
    _exact: bool

    def __new__(cls, value: str, position: Position, indent: int | None = None, exact: bool = True) -> Text:
        """``indent``: of a block (``|``), in columns; ``exact``: characters stand where they stood in the file."""
        text = super().__new__(cls, value)
        text.position, text._indent, text._exact = position, indent, exact
        return text

    def at(self, offset: int) -> Position:
        """Place of character ``offset``. In a text that YAML folded or unescaped only the start is known."""
        here = self.position
        if self._indent is not None:
            before = self[:offset]
            column = offset - (before.rfind("\n") + 1) + self._indent + 1
            return Position(here.file, here.line + before.count("\n"), column)
        return Position(here.file, here.line, here.column + offset) if self._exact else here


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
    raw = read_file(path, name, problems)
    source = _decode(raw, name, problems) if raw is not None else None
    if source is None or _has_stray_characters(source, name, problems):
        return None
    reader = _Reader(name, source, problems)
    try:
        value = reader.document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Position(name, mark.line + 1, mark.column + 1) if mark else Position(name)
        problems.error("Y04", place, f"de YAML klopt niet: {in_dutch(error.problem or error.context or '')}.",
                       "Kijk ook naar de inspringing en naar de regel erboven.")
        return None
    except _TooDeep as error:
        problems.error("Y08", error.position, "hier zitten te veel lijsten of sleutels in elkaar.",
                       "Kijk of een blokhaak of accolade gesloten is.")
        return None
    if not isinstance(value, Table):
        problems.error("Y06", Position(name, 1, 1), "dit bestand moet uit sleutels en waarden bestaan.",
                       "Begin met bijvoorbeeld ‘id: naam’.")
        return None
    return value


def _decode(raw: bytes, name: str, problems: Problems) -> str | None:
    if raw.startswith(_BOMS) or b"\x00" in raw:
        problems.error("Y02", Position(name, 1, 1), "dit bestand is geen UTF-8 (het lijkt UTF-16).",
                       "Sla het opnieuw op als UTF-8.")
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        problems.error("Y02", Position(name, line, column), "dit bestand is geen UTF-8.",
                       "Sla het opnieuw op als UTF-8.")
        return None


def _has_stray_characters(source: str, name: str, problems: Problems) -> bool:
    """Tabs in the indentation and control characters: reported here, as YAML itself is vague about them."""
    found = False
    for number, line in enumerate(source.split("\n"), start=1):
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent and line.strip():
            found = True
            problems.error("Y03", Position(name, number, indent.index("\t") + 1),
                           "er staat een tab in de inspringing.", "Gebruik spaties, twee per niveau.")
        if stray := Reader.NON_PRINTABLE.search(line):
            found = True
            problems.error("Y09", Position(name, number, stray.start() + 1),
                           f"hier staat een onzichtbaar teken (U+{ord(stray.group()):04X}).", "Haal het weg.")
    return found


class _TooDeep(Exception):
    def __init__(self, position: Position) -> None:
        super().__init__()
        self.position = position


class _Reader:
    """Makes values of the events of YAML's parser: building its tree first would cost time and can be made to crash."""

    def __init__(self, name: str, source: str, problems: Problems) -> None:
        self.name, self.problems = name, problems
        self.lines = source.splitlines()
        self.next = _Loader(source).get_event
        self.anchors: dict[str, Any] = {}
        self.depth = 0

    def document(self) -> Any:
        """The value of the one document; None when there is none. Raises ``yaml.MarkedYAMLError`` and ``_TooDeep``."""
        self.next()
        if isinstance(self.next(), yaml.StreamEndEvent):
            return None
        value = self.value(self.next())
        self.next()
        after = self.next()
        if not isinstance(after, yaml.StreamEndEvent):
            self.problems.error("Y04", self.place(after), "hier begint een tweede document.",
                                "Haal de regel met ‘---’ weg, of maak er een eigen bestand van.")
        return value

    def place(self, event: Any) -> Position:
        mark = event.start_mark
        return Position(self.name, mark.line + 1, mark.column + 1)

    def value(self, event: Any) -> Any:
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        if event.tag:
            self.problems.error("Y04", self.place(event), "hier staat een uitroepteken voor de tekst.",
                                "Zet de tekst tussen aanhalingstekens.")
        if isinstance(event, yaml.ScalarEvent):
            return self.anchored(event, self.scalar(event))
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _TooDeep(self.place(event))
        value = self.table(event) if isinstance(event, yaml.MappingStartEvent) else self.series(event)
        self.depth -= 1
        return self.anchored(event, value)

    def anchored(self, event: Any, value: Any) -> Any:
        if event.anchor:
            self.anchors[event.anchor] = value
        return value

    def alias(self, event: Any) -> Any:
        """A text that was written before. Of lists a few lines could make a course that no computer can hold."""
        value = self.anchors.get(event.anchor, UNUSABLE)
        if value is UNUSABLE:
            self.problems.error("Y07", self.place(event), f"‘*{event.anchor}’ verwijst naar niets, of naar zichzelf.",
                                "Schrijf hier uit wat je bedoelt.")
        elif isinstance(value, Table | Series):
            self.problems.error("Y10", self.place(event), f"‘*{event.anchor}’ staat voor een hele lijst of voor sleutels, en dat kan niet.",
                                "Schrijf hier uit wat je bedoelt.")
            return UNUSABLE
        return value

    def table(self, event: Any) -> Table:
        table = Table()
        table.position = self.place(event)
        table.key_positions = {}
        while not isinstance(start := self.next(), yaml.MappingEndEvent):
            place = self.place(start)
            key = self.value(start)
            value = self.value(self.next())
            if key is UNUSABLE:
                continue
            if isinstance(key, Table | Series):
                self.problems.error("Y04", place, "dit kan geen sleutel zijn.",
                                    "Zet tekst die met een accolade of blokhaak begint tussen aanhalingstekens.")
                continue
            key = str(key) if isinstance(key, Text) else key
            if key in table:
                self.problems.error("Y05", place, f"‘{key}’ staat hier voor de tweede keer "
                                    f"(eerst op regel {table.key_positions[key].line}).", "Houd er één over.")
                continue
            table[key], table.key_positions[key] = value, place
        return table

    def series(self, event: Any) -> Series:
        series = Series()
        series.position = self.place(event)
        series.item_positions = []
        while not isinstance(start := self.next(), yaml.SequenceEndEvent):
            series.item_positions.append(self.place(start))
            series.append(self.value(start))
        return series

    def scalar(self, event: Any) -> Any:
        value, style = event.value, event.style
        start, end = event.start_mark, event.end_mark
        if style == "|":
            return self.block(value, start.line + 1)
        if not style:
            if value in _CONSTANTS:
                return _CONSTANTS[value]
            return Text(value, self.place(event), exact=start.line == end.line)
        quote = 1 if style in ("'", '"') else 0
        exact = start.line == end.line and end.column - start.column == len(value) + 2 * quote
        return Text(value, Position(self.name, start.line + 1, start.column + 1 + quote), exact=exact)

    def block(self, value: str, first: int) -> Text:
        """``first``: index of the line below the one that opens the block."""
        begin = Position(self.name, first + 1, 1)
        while first < len(self.lines) and not self.lines[first].strip():
            first += 1
        written = self.lines[first] if first < len(self.lines) else ""
        shown = value.lstrip("\n").split("\n", 1)[0]
        return Text(value, begin, indent=max(0, len(written) - len(shown)))
