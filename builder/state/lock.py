"""saved-state.lock: which slot has which place, append-only, so that an old state never changes its meaning.

One line a field, the fields of a slot together, in the order of the string::

    question/soort-lize answer choice 1x3 sociale emotionele existentiele geen
    question/x answer map 8x3 item-a item-b -> levensgebeurtenissen lichamelijk

A slot that changed too much is given up: it keeps its place, and a new generation ``question/x~2`` is added at the
end. The last line is a checksum, because a line that was moved or cut by hand would silently give a learner's
answers to another question.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from builder.problems import Position, Problems, did_you_mean
from builder.state.slots import KINDS, Field, Slot

HEADER = "# De plaats van elk antwoord in de bewaarde voortgang. Dit schrijft de bouwer: wijzig het niet zelf."
_RESTORE = "Zet het bestand terug zoals het was (git restore course/saved-state.lock) en bouw opnieuw."

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_KEY = re.compile(rf"(course|(?:lesson|question|assessment)/{_ID})(?:~([2-9]|[1-9][0-9]+))?")
_NAME = re.compile(_ID)
_SIZE = re.compile(r"([1-9][0-9]{0,3})x([1-9][0-9]?)")
_CHECKSUM = re.compile(r"checksum ([0-9a-f]{8})")

_FAULTS = {
    "size": "deze maat kan niet.",
    "twice": "een naam staat er twee keer.",
    "shape": "de maat en de namen passen niet bij het soort veld.",
    "full": "er staan meer namen dan in de maat passen.",
}


@dataclass(frozen=True)
class Entry:
    """A slot with its generation: 1 at first, one more each time that it was given up and began anew."""

    slot: Slot
    generation: int = 1

    @property
    def name(self) -> str:
        key = self.slot.key
        return key if self.generation == 1 else f"{key}~{self.generation}"


@dataclass(frozen=True)
class Lock:
    """All slots that ever were, in the order of the string."""

    entries: tuple[Entry, ...] = ()

    def current(self) -> dict[str, int]:
        """Key to index of its last generation, the one in use."""
        return {entry.slot.key: index for index, entry in enumerate(self.entries)}


@dataclass(frozen=True)
class Change:
    """What an update did to one slot. Only ``replaced`` costs learners something that the course still asks for.

    added     a new slot
    extended  new ids in a slot
    replaced  the slot changed too much: what learners had there is lost
    narrowed  ids that the course no longer has; learners who had chosen one have chosen none
    unused    the course no longer has what the slot was for
    """

    kind: Literal["added", "extended", "replaced", "narrowed", "unused"]
    key: str
    ids: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """The change in Dutch, for the author."""
        ids = ", ".join(f"‘{name}’" for name in self.ids)
        return {
            "added": f"‘{self.key}’ is nieuw.",
            "extended": f"‘{self.key}’ heeft er iets bij: {ids}.",
            "replaced": f"‘{self.key}’ is te veel veranderd. Wie hier al bezig was, begint daar opnieuw.",
            "narrowed": f"‘{self.key}’ mist nu {ids}. Wie dat had gekozen, heeft daar niets gekozen.",
            "unused": f"‘{self.key}’ zit niet meer in de cursus. Wat mensen daar deden, telt niet meer mee.",
        }[self.kind]


def update(lock: Lock, wanted: Iterable[Slot]) -> tuple[Lock, list[Change]]:
    """The lock that also holds ``wanted``, the slots of the whole course in a steady order.

    What stands in ``lock`` keeps its place. Names in ``wanted`` must be unique; ``update`` of its own
    result with the same slots changes nothing (but reports ``narrowed`` and ``unused`` again).
    """
    entries = list(lock.entries)
    current = lock.current()
    changes: list[Change] = []
    seen: set[str] = set()
    for slot in wanted:
        if slot.key in seen:
            raise ValueError(f"slot twice: {slot.key}")
        seen.add(slot.key)
        _require_sound(slot)
        index = current.get(slot.key)
        if index is None:
            entries.append(Entry(slot))
            changes.append(Change("added", slot.key))
            continue
        old = entries[index]
        grown = _grown(old.slot, slot)
        if grown is None:
            entries.append(Entry(slot, old.generation + 1))
            changes.append(Change("replaced", slot.key))
            continue
        entries[index] = replace(old, slot=grown)
        if new := _names_beyond(grown, old.slot):
            changes.append(Change("extended", slot.key, new))
        if gone := _names_beyond(grown, slot):
            changes.append(Change("narrowed", slot.key, gone))
    changes += [Change("unused", key) for key in current if key not in seen]
    return Lock(tuple(entries)), changes


def _require_sound(slot: Slot) -> None:
    key = _KEY.fullmatch(slot.key)
    if key is None or key[2]:
        raise ValueError(f"not a key: {slot.key}")
    for field in slot.fields:
        names = (field.name, *field.ids, *field.targets)
        if field.fault() or not all(map(_NAME.fullmatch, names)):
            raise ValueError(f"slot {slot.key}: field {field} cannot be")
    if not slot.fields or len({field.name for field in slot.fields}) < len(slot.fields):
        raise ValueError(f"slot {slot.key}: no fields, or one twice")


def _grown(old: Slot, wanted: Slot) -> Slot | None:
    if len(old.fields) != len(wanted.fields):
        return None
    fields: list[Field] = []
    for before, after in zip(old.fields, wanted.fields, strict=True):
        grown = before.grown(after)
        if grown is None:
            return None
        fields.append(grown)
    return Slot(old.key, tuple(fields))


def _names_beyond(slot: Slot, other: Slot) -> tuple[str, ...]:
    """Ids and targets of ``slot`` that ``other`` lacks, each once: an answer has a field for the first and one for now."""
    return tuple(dict.fromkeys(
        name
        for mine, theirs in zip(slot.fields, other.fields, strict=True)
        for ours, known in ((mine.ids, theirs.ids), (mine.targets, theirs.targets))
        for name in ours
        if name not in known
    ))


def serialise(lock: Lock) -> str:
    """The text of the file; ``parse`` gives the same lock back."""
    lines = [
        " ".join((entry.name, _field_text(field))) for entry in lock.entries for field in entry.slot.fields
    ]
    return "\n".join([HEADER, *lines, f"checksum {_checksum(lines)}"]) + "\n"


def _field_text(field: Field) -> str:
    words = [field.name, field.kind, f"{field.capacity}x{field.bits}", *field.ids]
    if field.targets:
        words += ["->", *field.targets]
    return " ".join(words)


def _checksum(lines: list[str]) -> str:
    return f"{zlib.crc32(chr(10).join(lines).encode()):08x}"


def parse(text: str, file: str, problems: Problems) -> Lock | None:
    """The lock that ``text`` holds; an empty text is an empty lock.

    None when it is broken; ``problems`` then says where: L01 what is no line of a lock, L02 a field that cannot be,
    L03 lines in an order that cannot be, L04 a checksum that is missing or not right.
    """
    reader = _Reader(file, problems)
    for number, line in enumerate(text.splitlines(), start=1):
        reader.line(number, line)
    return reader.lock()


class _Reader:
    def __init__(self, file: str, problems: Problems) -> None:
        self.file, self.problems = file, problems
        self.faults = 0
        self.lines: list[str] = []
        self.checksum: str | None = None
        self.slots: dict[str, tuple[str, int, list[Field]]] = {}
        self.generations: dict[str, int] = {}
        self.last = ""

    def error(self, code: str, line: int, message: str, hint: str = _RESTORE) -> None:
        self.faults += 1
        self.problems.error(code, Position(self.file, line, 1), message, hint)

    def line(self, number: int, line: str) -> None:
        if line.startswith("#") or not line.strip():
            return
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            self.error(
                "L01", number, "hier staat een conflict van git.",
                "Neem het bestand van één kant in zijn geheel over en bouw opnieuw: de bouwer voegt de rest toe.",
            )
            return
        if self.checksum is not None:
            self.error("L04", number, "na de controleregel hoort niets meer te staan.")
            return
        if found := _CHECKSUM.fullmatch(line):
            self.checksum = found[1]
            if not self.faults and self.checksum != _checksum(self.lines):
                self.error("L04", number, "dit bestand is met de hand gewijzigd: de controle klopt niet.")
            return
        self.lines.append(line)
        self.field(number, line)

    def field(self, number: int, line: str) -> None:
        words = line.split(" ")
        key = _KEY.fullmatch(words[0])
        if key is None or len(words) < 4:
            self.error("L01", number, f"dit is geen regel van dit bestand: ‘{line[:40]}’.")
            return
        name, kind, size = words[1:4]
        if kind not in KINDS:
            hint = " ".join(filter(None, (did_you_mean(kind, KINDS), _RESTORE)))
            self.error("L01", number, f"‘{kind}’ is geen soort veld.", hint)
            return
        measures = _SIZE.fullmatch(size)
        ids, arrow, targets = _split(words[4:])
        if measures is None or not all(map(_NAME.fullmatch, (name, *ids, *targets))) or (
            bool(arrow) != bool(targets)
        ):
            self.error("L01", number, f"dit is geen regel van dit bestand: ‘{line[:40]}’.")
            return
        field = Field(name, kind, int(measures[1]), int(measures[2]), ids, targets)
        if fault := field.fault():
            self.error("L02", number, _FAULTS[fault])
            return
        self.place(number, words[0], key[1], int(key[2] or 1), field)

    def place(self, number: int, name: str, key: str, generation: int, field: Field) -> None:
        if name != self.last and name in self.slots:
            self.error("L03", number, f"de regels van ‘{name}’ staan niet bij elkaar.")
            return
        if name not in self.slots and generation != self.generations.get(key, 0) + 1:
            self.error("L03", number, f"‘{name}’ staat hier zonder zijn voorganger.")
            return
        self.generations[key] = generation
        _, _, fields = self.slots.setdefault(name, (key, generation, []))
        if any(other.name == field.name for other in fields):
            self.error("L02", number, f"het veld ‘{field.name}’ staat er twee keer.")
            return
        fields.append(field)
        self.last = name

    def lock(self) -> Lock | None:
        if self.lines and self.checksum is None and not self.faults:
            self.error("L04", 0, "de controleregel aan het einde ontbreekt: er is een stuk van dit bestand weg.")
        if self.faults:
            return None
        return Lock(
            tuple(
                Entry(Slot(key, tuple(fields)), generation)
                for key, generation, fields in self.slots.values()
            )
        )


def _split(words: list[str]) -> tuple[tuple[str, ...], bool, tuple[str, ...]]:
    if "->" not in words:
        return tuple(words), False, ()
    at = words.index("->")
    return tuple(words[:at]), True, tuple(words[at + 1 :])
