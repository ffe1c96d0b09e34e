"""State to text and back, the same format as builder/player/state/codec.js.

The text: ``1``, the number of slots (2 digits), the payload, the CRC-32 of all that (6 digits); digits are those of
base64url, six bits each, most significant first. The payload holds for each slot one bit that says whether anything
is there, and when it is, the slot's fields; zeros fill the last digit.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from typing import Literal

from builder.state.layout import CHARACTER_BITS, ENVELOPE, Layout
from builder.state.slots import Field, Slot

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUES = {digit: value for value, digit in enumerate(DIGITS)}
VERSION = "1"

Value = int | str | None | list[str] | dict[str, str] | dict[str, int]
State = dict[str, dict[str, Value]]


class SavedStateError(Exception):
    """A text that is no state: ``empty``, ``damaged``, or made by a ``newer`` version of the course."""

    def __init__(self, reason: Literal["empty", "damaged", "newer"]) -> None:
        super().__init__(reason)
        self.reason = reason


def encode(layout: Layout, state: Mapping[str, Mapping[str, Value]]) -> str:
    """The text of ``state``. Ids, fields and keys that the layout does not know are left out."""
    bits: list[int] = []
    for slot in layout.slots:
        values = None if isinstance(slot, int) else state.get(slot.key)
        places = [] if isinstance(slot, int) or values is None else list(_slot_bits(slot, values))
        bits += [1, *places] if any(places) else [0]
    bits += [0] * (-len(bits) % CHARACTER_BITS)
    payload = "".join(
        DIGITS[_number(bits[at : at + CHARACTER_BITS])] for at in range(0, len(bits), CHARACTER_BITS)
    )
    body = VERSION + _digits(len(layout.slots), 2) + payload
    return body + _digits(zlib.crc32(body.encode()), 6)


def decode(layout: Layout, text: str) -> State:
    """The state in ``text``, every slot of the edition in it; raises ``SavedStateError`` when it is none."""
    text = text.strip()
    if not text:
        raise SavedStateError("empty")
    body, check = text[:-6], text[-6:]
    if len(text) < ENVELOPE or not _VALUES.keys() >= set(text) or body[0] != VERSION:
        raise SavedStateError("damaged")
    if check != _digits(zlib.crc32(body.encode()), 6):
        raise SavedStateError("damaged")
    count = _VALUES[body[1]] << CHARACTER_BITS | _VALUES[body[2]]
    if count > len(layout.slots):
        raise SavedStateError("newer")
    reader = _Bits(body[3:])
    state: State = {}
    for index, slot in enumerate(layout.slots):
        filled = index < count and reader.take(1) == 1
        if isinstance(slot, int):
            reader.take(slot if filled else 0)
        else:
            state[slot.key] = {
                field.name: _value(field, [reader.take(field.bits) if filled else 0 for _ in range(field.capacity)])
                for field in slot.fields
            }
    reader.end()
    return state


def _slot_bits(slot: Slot, values: Mapping[str, Value]) -> Iterator[int]:
    for field in slot.fields:
        for place in _places(field, values.get(field.name)):
            yield from ((place >> shift) & 1 for shift in range(field.bits - 1, -1, -1))


def _places(field: Field, value: Value) -> list[int]:
    most = (1 << field.bits) - 1
    places = [0] * field.capacity
    if isinstance(value, int) and field.kind == "number":
        places[0] = min(max(value, 0), most)
    elif isinstance(value, str) and field.kind == "choice":
        places[0] = _code(field.ids, value)
    elif isinstance(value, list) and field.kind == "set":
        places[: len(field.ids)] = [int(name != "" and name in value) for name in field.ids]
    elif isinstance(value, list) and field.kind == "order":
        known = [code for name in value if (code := _code(field.ids, name))][: field.capacity]
        places[: len(known)] = known
    elif isinstance(value, dict):
        for place, name in enumerate(field.ids):
            held = value.get(name) if name else None
            if isinstance(held, str) and field.kind == "map":
                places[place] = _code(field.targets, held)
            elif isinstance(held, int) and field.kind == "numbers":
                places[place] = min(max(held, 0), most)
    return places


def _value(field: Field, places: list[int]) -> Value:
    if field.kind == "number":
        return places[0]
    if field.kind == "choice":
        return _named(field.ids, places[0])
    if field.kind == "set":
        return [name for name, place in zip(field.ids, places, strict=False) if place and name]
    if field.kind == "order":
        return [name for place in places if (name := _named(field.ids, place))]
    if field.kind == "map":
        pairs = ((name, _named(field.targets, place)) for name, place in zip(field.ids, places, strict=False))
        return {name: target for name, target in pairs if name and target}
    return {name: place for name, place in zip(field.ids, places, strict=False) if name and place}


def _code(names: tuple[str, ...], name: str) -> int:
    return names.index(name) + 1 if name and name in names else 0


def _named(names: tuple[str, ...], code: int) -> str | None:
    return names[code - 1] or None if 0 < code <= len(names) else None


def _number(bits: list[int]) -> int:
    return int("".join(map(str, bits)), 2)


def _digits(value: int, length: int) -> str:
    return "".join(DIGITS[value >> CHARACTER_BITS * place & 63] for place in range(length - 1, -1, -1))


class _Bits:
    """The bits of a payload, taken from the front; taking or leaving too many means damage."""

    def __init__(self, payload: str) -> None:
        self._left = "".join(f"{_VALUES[digit]:06b}" for digit in payload)
        self._at = 0

    def take(self, count: int) -> int:
        end = self._at + count
        if end > len(self._left):
            raise SavedStateError("damaged")
        taken, self._at = self._left[self._at : end], end
        return int(taken, 2) if taken else 0

    def end(self) -> None:
        rest = self._left[self._at :]
        if len(rest) >= CHARACTER_BITS or "1" in rest:
            raise SavedStateError("damaged")
