"""Random slots, layouts and states, from a seed."""

from __future__ import annotations

import random
from dataclasses import replace

from builder.state import Field, Layout, Slot, State
from builder.state.codec import Value

WORDS = [f"{a}{b}" for a in "bdfgklmnprstvwz" for b in ("aan", "eel", "iek", "oor", "uis")]


def some_ids(rng: random.Random, most: int = 8) -> list[str]:
    return rng.sample(WORDS, rng.randint(1, most))


def some_field(rng: random.Random, name: str) -> Field:
    match rng.choice(["number", "choice", "set", "order", "map", "numbers"]):
        case "number":
            return Field.number(name, rng.randint(1, 1_000_000))
        case "choice":
            return Field.choice(name, some_ids(rng))
        case "set":
            return Field.subset(name, some_ids(rng))
        case "order":
            return Field.order(name, some_ids(rng))
        case "map":
            return Field.mapping(name, some_ids(rng), some_ids(rng, 5))
        case _:
            return Field.numbers(name, some_ids(rng), rng.randint(1, 100))


def some_slot(rng: random.Random, key: str) -> Slot:
    return Slot(key, tuple(some_field(rng, f"veld-{number}") for number in range(rng.randint(1, 3))))


def some_layout(rng: random.Random) -> Layout:
    """With unused slots, and with ids that no longer exist."""
    slots: list[Slot | int] = []
    for number in range(rng.randint(1, 12)):
        slot = some_slot(rng, f"question/q-{number}")
        if rng.random() < 0.2:
            slots.append(slot.width)
            continue
        gone = rng.random() < 0.2
        slots.append(Slot(slot.key, tuple(_without_one(rng, field) if gone else field for field in slot.fields)))
    return Layout(tuple(slots))


def _without_one(rng: random.Random, field: Field) -> Field:
    at = rng.randrange(len(field.ids)) if field.ids else -1
    return replace(field, ids=tuple("" if index == at else name for index, name in enumerate(field.ids)))


def some_value(rng: random.Random, field: Field) -> Value:
    known = [name for name in field.ids if name]
    chosen = [name for name in known if rng.random() < 0.6]
    match field.kind:
        case "number":
            return rng.randrange(1 << field.bits)
        case "choice":
            return rng.choice([None, *known])
        case "set":
            return chosen
        case "order":
            return rng.sample(chosen, len(chosen))
        case "map":
            targets = [name for name in field.targets if name]
            return {name: rng.choice(targets) for name in chosen} if targets else {}
        case _:
            return {name: rng.randrange(1, 1 << field.bits) for name in chosen}


def some_state(rng: random.Random, layout: Layout, blank: float = 0.3) -> State:
    """A value for every field of the layout; ``blank`` is the chance that a slot is empty, as many are in life."""
    empty: dict[str, Value] = {"number": 0, "choice": None, "set": [], "order": [], "map": {}, "numbers": {}}
    return {
        slot.key: {
            field.name: empty[field.kind] if untouched else some_value(rng, field) for field in slot.fields
        }
        for slot in layout.slots
        if isinstance(slot, Slot)
        for untouched in [rng.random() < blank]
    }


def full_state(rng: random.Random, layout: Layout) -> State:
    """Something in every slot, so that the text is as long as it can be."""
    state = some_state(rng, layout, blank=0)
    for slot in layout.slots:
        if isinstance(slot, Slot):
            number = next(field for field in slot.fields if field.kind == "number")
            state[slot.key][number.name] = rng.randrange(1, 1 << number.bits)
    return state
