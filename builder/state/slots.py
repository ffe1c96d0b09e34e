"""What must be kept of one lesson, question or assessment, and how many bits that takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, get_args

Kind = Literal["number", "choice", "set", "order", "map", "numbers"]
KINDS: tuple[Kind, ...] = get_args(Kind)

#: Widest place: JavaScript's bit operations stop at 32, and no count in a course comes near this.
MAX_BITS = 24
#: Most places in one field; keeps a slip in a lock file from asking for megabytes.
MAX_CAPACITY = 999


@dataclass(frozen=True)
class Field:
    """One value: ``capacity`` places of ``bits`` bits each.

    ======== ===================== =================================================== ==========
    kind     value                 a place holds                                       default
    ======== ===================== =================================================== ==========
    number   int                   the number (one place)                              0
    choice   id or None            1 + index of the chosen id (one place)              None
    set      list of ids           1 when ``ids[place]`` is in it                      []
    order    list of ids           1 + index of the id that stands there, 0 = none     []
    map      dict of id to target  1 + index of the target of ``ids[place]``, 0 = none {}
    numbers  dict of id to int     the number of ``ids[place]``                        {}
    ======== ===================== =================================================== ==========

    The constructors below leave room to grow: codes for twice the ids and at least two spare,
    and half as many places again. An id keeps its index for ever, so it can only be added at the end.
    """

    name: str
    kind: Kind
    capacity: int
    bits: int
    ids: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """Bits that the field takes."""
        return self.capacity * self.bits

    @classmethod
    def number(cls, name: str, maximum: int) -> Field:
        """A whole number of 0 to ``maximum``; a higher one is kept as the highest that fits."""
        return cls(name, "number", 1, maximum.bit_length())

    @classmethod
    def choice(cls, name: str, ids: Iterable[str]) -> Field:
        """One of ``ids``, or none."""
        known = tuple(ids)
        return cls(name, "choice", 1, _code_bits(len(known)), known)

    @classmethod
    def subset(cls, name: str, ids: Iterable[str]) -> Field:
        """Any of ``ids``, in no order (kind ``set``)."""
        known = tuple(ids)
        return cls(name, "set", _places(len(known)), 1, known)

    @classmethod
    def order(cls, name: str, ids: Iterable[str]) -> Field:
        """Some or all of ``ids`` in the order that the learner gave them."""
        known = tuple(ids)
        return cls(name, "order", _places(len(known)), _code_bits(len(known)), known)

    @classmethod
    def mapping(cls, name: str, ids: Iterable[str], targets: Iterable[str]) -> Field:
        """For each of ``ids`` one of ``targets``, or none (kind ``map``)."""
        known, aims = tuple(ids), tuple(targets)
        return cls(name, "map", _places(len(known)), _code_bits(len(aims)), known, aims)

    @classmethod
    def numbers(cls, name: str, ids: Iterable[str], maximum: int) -> Field:
        """For each of ``ids`` a whole number of 0 to ``maximum``."""
        known = tuple(ids)
        return cls(name, "numbers", _places(len(known)), maximum.bit_length(), known)

    def fault(self) -> str | None:
        """Why the field cannot exist, as a key of ``FAULTS``; None when it can."""
        if not (1 <= self.bits <= MAX_BITS and 1 <= self.capacity <= MAX_CAPACITY):
            return "size"
        if len(set(self.ids)) < len(self.ids) or len(set(self.targets)) < len(self.targets):
            return "twice"
        if bool(self.targets) != (self.kind == "map") or (self.kind == "number" and self.ids):
            return "shape"
        if self.kind in ("number", "choice") and self.capacity != 1:
            return "shape"
        if self.kind == "set" and self.bits != 1:
            return "shape"
        coded = {"choice": self.ids, "order": self.ids, "map": self.targets}.get(self.kind, ())
        if len(coded) >= 1 << self.bits:
            return "full"
        if self.kind in ("set", "map", "numbers") and len(self.ids) > self.capacity:
            return "full"
        return None

    def grown(self, wanted: Field) -> Field | None:
        """This field with the ids of ``wanted`` added; None when that is another field or does not fit."""
        if (self.name, self.kind) != (wanted.name, wanted.kind):
            return None
        if self.kind in ("number", "numbers") and wanted.bits > self.bits:
            return None
        if self.kind == "order" and len(wanted.ids) > self.capacity:
            return None
        grown = replace(
            self,
            ids=_with_new(self.ids, wanted.ids),
            targets=_with_new(self.targets, wanted.targets),
        )
        return None if grown.fault() else grown


@dataclass(frozen=True)
class Slot:
    """Everything that is kept under one key: ``course``, ``lesson/<id>``, ``question/<id>`` or ``assessment/<id>``."""

    key: str
    fields: tuple[Field, ...]

    @property
    def width(self) -> int:
        """Bits of all fields together, without the presence bit."""
        return sum(field.width for field in self.fields)


def _code_bits(count: int) -> int:
    codes = max(2 * count, count + 3)
    return (codes - 1).bit_length()


def _places(count: int) -> int:
    return max(1, -(-count * 3 // 2))


def _with_new(known: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    return known + tuple(name for name in wanted if name not in known)


#: Belongs in the slot ``course``: counts the learner's changes, so that the player can tell an old state
#: from a new one (its own, the LMS's, another window's, the device's).
REVISION = Field.number("revision", (1 << 20) - 1)
