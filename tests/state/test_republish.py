"""A new version of the course while learners are half-way: no answer may move to another question or option.

The course here is a list of slots in the author's order, with the ids of each in the author's order: slots of every
form, as many as one likes. test_republish_course.py does the same with the files of a course.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest
from state_samples import WORDS, some_slot, some_state

from builder.problems import Problems
from builder.state import (
    Field,
    Lock,
    Slot,
    State,
    decode,
    encode,
    layout_for,
    parse,
    serialise,
    update,
)
from builder.state.codec import Value


@dataclass
class Tally:
    untouched: int = 0
    kept: int = 0


@dataclass(frozen=True)
class Told:
    """What the author was told that learners lose: whole slots by their key, and ids by the key of their slot."""

    lost: set[str]
    narrowed: dict[str, set[str]]


def publish(lock: Lock, course: list[Slot]) -> tuple[Lock, Told]:
    """The lock after a build, through its file."""
    updated, changes = update(lock, course)
    problems = Problems()
    read = parse(serialise(updated), "saved-state.lock", problems)
    assert read == updated and not list(problems)
    return updated, Told({change.key for change in changes if change.kind in ("replaced", "unused")},
                         {change.key: set(change.ids) for change in changes if change.kind == "narrowed"})


def rebuilt(field: Field, ids: list[str], targets: list[str]) -> Field:
    """The field as the author's new list of ids makes it, headroom and all."""
    match field.kind:
        case "number":
            return field
        case "choice":
            return Field.choice(field.name, ids)
        case "set":
            return Field.subset(field.name, ids)
        case "order":
            return Field.order(field.name, ids)
        case "map":
            return Field.mapping(field.name, ids, targets)
        case _:
            return Field.numbers(field.name, ids, (1 << field.bits) - 1)


def edited_list(rng: random.Random, names: tuple[str, ...]) -> list[str]:
    result = list(names)
    for _ in range(rng.randint(1, 3)):
        match rng.choice(["add", "remove", "shuffle"]):
            case "add":
                fresh = [word for word in WORDS if word not in result]
                result.insert(rng.randint(0, len(result)), rng.choice(fresh))
            case "remove" if len(result) > 1:
                result.pop(rng.randrange(len(result)))
            case _:
                rng.shuffle(result)
    return result


def edited_field(rng: random.Random, field: Field) -> Field:
    if field.kind == "number":
        return Field.number(field.name, rng.choice([1, 9, 99, 999, 99_999]))
    targets = edited_list(rng, field.targets) if field.targets else []
    return rebuilt(field, edited_list(rng, field.ids), targets)


def edit(rng: random.Random, course: list[Slot], touched: set[str], names: list[str], gone: list[Slot]) -> None:
    what = rng.choice(["insert", "delete", "move", "options", "options", "options", "kind"])
    at = rng.randrange(len(course))
    slot = course[at]
    match what:
        case "insert":
            # Sometimes a question that was taken out before comes back.
            back = gone.pop() if gone and rng.random() < 0.3 else None
            course.insert(at, back or some_slot(rng, names.pop()))
        case "delete" if len(course) > 3:
            gone.append(course.pop(at))
        case "move":
            course.insert(rng.randrange(len(course)), course.pop(at))
        case "options":
            fields = list(slot.fields)
            index = rng.randrange(len(fields))
            fields[index] = edited_field(rng, fields[index])
            course[at] = Slot(slot.key, tuple(fields))
            touched.add(slot.key)
        case "kind":
            course[at] = Slot(slot.key, some_slot(rng, slot.key).fields)
            touched.add(slot.key)
        case _:
            pass


def assert_nothing_moved(before: State, after: State, course: list[Slot], touched: set[str], told: Told, tally: Tally) -> None:
    assert told.lost >= before.keys() - after.keys()
    for slot in course:
        old, new = before.get(slot.key), after[slot.key]
        if old is None or slot.key in told.lost:
            # New, or told to the author as lost: it must be empty, not filled with what another question left.
            assert not any(value for value in new.values()), slot.key
            continue
        if slot.key not in touched:
            tally.untouched += 1
            tally.kept += new == old
            continue
        for field in slot.fields:
            was, now = old[field.name], new[field.name]
            assert all(names & told.narrowed.get(slot.key, set()) for names in choices(was) if names not in choices(now)), slot.key
            match field.kind:
                case "number":
                    assert now == was
                case "choice":
                    assert now == (was if was in field.ids else None)
                case "set":
                    assert isinstance(was, list) and isinstance(now, list)
                    assert set(now) == {name for name in was if name in field.ids}
                case "order":
                    assert isinstance(was, list)
                    assert now == [name for name in was if name in field.ids]
                case "map":
                    assert isinstance(was, dict)
                    assert now == {k: v for k, v in was.items() if k in field.ids and v in field.targets}
                case _:
                    assert isinstance(was, dict)
                    assert now == {k: v for k, v in was.items() if k in field.ids}


def choices(value: Value) -> list[set[str]]:
    """What an answer is made of: an id each, or a pair of which either may go."""
    if isinstance(value, dict):
        return [{name, aim} if isinstance(aim, str) else {name} for name, aim in value.items()]
    return [{name} for name in (value if isinstance(value, list) else [value]) if isinstance(name, str)]


def run(seed: int, edits: int) -> Tally:
    rng = random.Random(seed)
    names = [f"question/nieuw-{number}" for number in range(4 * edits)]
    course = [some_slot(rng, f"question/q-{number}") for number in range(20)]
    lock, _ = publish(Lock(), course)
    gone: list[Slot] = []
    tally = Tally()
    for _ in range(edits):
        layout = layout_for(lock, course)
        # A learner of the version of now; what she did is what that version can tell of it.
        before = decode(layout, text := encode(layout, some_state(rng, layout)))
        touched: set[str] = set()
        for _ in range(rng.randint(1, 4)):
            edit(rng, course, touched, names, gone)
        lock, told = publish(lock, course)
        after = decode(layout_for(lock, course), text)
        assert_nothing_moved(before, after, course, touched, told, tally)
    return tally


@pytest.mark.parametrize("seed", range(5))
def test_no_answer_ever_belongs_to_another_question_or_option(seed: int) -> None:
    tally = run(seed, 100)
    assert tally.untouched > 1000
    assert tally.kept == tally.untouched


@pytest.mark.long
def test_no_answer_ever_belongs_to_another_question_or_option_for_long() -> None:
    for seed in range(100, 140):
        tally = run(seed, 200)
        assert tally.kept == tally.untouched


def test_an_old_learner_comes_back_after_many_versions() -> None:
    """Somebody who was away for fifty versions finds of every question either her own answer or none."""
    rng = random.Random(11)
    names = [f"question/nieuw-{number}" for number in range(200)]
    course = [some_slot(rng, f"question/q-{number}") for number in range(20)]
    lock, _ = publish(Lock(), course)
    layout = layout_for(lock, course)
    text = encode(layout, some_state(rng, layout))
    first = decode(layout, text)
    gone: list[Slot] = []
    for _ in range(50):
        edit(rng, course, set(), names, gone)
        lock, _ = publish(lock, course)
    now = decode(layout_for(lock, course), text)
    for slot in course:
        for field in slot.fields:
            was, new = first.get(slot.key, {}).get(field.name), now[slot.key][field.name]
            if field.kind in ("choice", "number"):
                assert new in (was, None, 0)
            elif isinstance(new, dict):
                assert not new or (isinstance(was, dict) and new.items() <= was.items())
            else:
                assert isinstance(new, list) and (not new or (isinstance(was, list) and set(new) <= set(was)))


def test_an_edition_with_a_part_of_the_course_reads_the_state_of_its_own_part() -> None:
    rng = random.Random(5)
    course = [some_slot(rng, f"question/q-{number}") for number in range(12)]
    lock, _ = publish(Lock(), course)
    everything = layout_for(lock, course)
    state = some_state(rng, everything)
    for part in (course[::2], course[3:], course[:1]):
        read = decode(layout_for(lock, part), encode(everything, state))
        assert read == {slot.key: state[slot.key] for slot in part}
