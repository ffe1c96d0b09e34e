"""What one edition's player must know of the lock, and how long its saved state can become."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from builder.state.lock import Lock
from builder.state.slots import Field, Slot

#: Characters around the payload: format version (1), number of slots (2), checksum (6).
ENVELOPE = 9
#: Bits in a character of base64url.
CHARACTER_BITS = 6


@dataclass(frozen=True)
class Layout:
    """The slots of the lock in order; a bare number is the width of one that this edition does not use.

    The ids of a field keep their index; one that this edition does not have is '', and reads as none.
    """

    slots: tuple[Slot | int, ...]

    def as_json(self) -> dict[str, Any]:
        """The form that builder/player/state/codec.js reads."""
        return {
            "slots": [
                slot if isinstance(slot, int) else [slot.key, [_as_row(field) for field in slot.fields]]
                for slot in self.slots
            ]
        }


def layout_for(lock: Lock, used: Iterable[Slot]) -> Layout:
    """The layout of an edition that has the slots ``used``, all of which ``lock`` must hold (``update`` saw to that)."""
    current = lock.current()
    wanted = {current[slot.key]: slot for slot in used}
    return Layout(
        tuple(
            _restricted(entry.slot, wanted[index]) if index in wanted else entry.slot.width
            for index, entry in enumerate(lock.entries)
        )
    )


def worst_case(layout: Layout) -> int:
    """Characters of the longest state that a learner of this edition can have."""
    bits = len(layout.slots) + sum(slot.width for slot in layout.slots if isinstance(slot, Slot))
    return ENVELOPE + -(-bits // CHARACTER_BITS)


def _restricted(locked: Slot, wanted: Slot) -> Slot:
    return Slot(
        locked.key,
        tuple(
            Field(
                field.name, field.kind, field.capacity, field.bits,
                tuple(name if name in known.ids else "" for name in field.ids),
                tuple(name if name in known.targets else "" for name in field.targets),
            )
            for field, known in zip(locked.fields, wanted.fields, strict=True)
        ),
    )


def _as_row(field: Field) -> list[Any]:
    return [field.name, field.kind, field.capacity, field.bits, list(field.ids), list(field.targets)]
