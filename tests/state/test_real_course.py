"""The states of the course itself, in every edition: all come back, in the builder and in the player, and no damage is missed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from player_codec import in_the_player, needs_node
from state_samples import full_state, some_state

from builder.course.edition import select_edition
from builder.course.load import load_course
from builder.course.slots import edition_slots, saved_state
from builder.problems import Problems
from builder.state import Layout, SavedStateError, decode, encode, layout_for, worst_case

COURSE = Path(__file__).parents[2] / "course"
EDITIONS = ["po", "vo", "mbo", "hbo-wo", "compleet"]
#: Together 100,000, in the long lane.
STATES = 20_000


@dataclass(frozen=True)
class Real:
    """An edition as its package has it, and the longest text of somebody who has done all of it."""

    layout: Layout
    longest: str


@cache
def real(name: str) -> Real:
    layout = layouts()[name]
    return Real(layout, encode(layout, full_state(random.Random(name), layout)))


@cache
def layouts() -> dict[str, Layout]:
    course, _ = load_course(COURSE)
    saved = saved_state(course, COURSE, Problems())
    found: dict[str, Layout] = {}
    for info in course.info.editions:
        edition = select_edition(course, info)
        layout = found[str(info.id)] = layout_for(saved.lock, edition_slots(edition))
        assert saved.for_edition(edition) == (layout.as_json(), worst_case(layout))
    return found


def inverse_over(count: int, layout: Layout, seed: str) -> None:
    rng = random.Random(seed)
    for _ in range(count):
        state = some_state(rng, layout, blank=rng.random())
        text = encode(layout, state)
        assert decode(layout, text) == state
        assert len(text) <= worst_case(layout)


def test_these_are_the_editions() -> None:
    assert list(layouts()) == EDITIONS


@pytest.mark.parametrize("edition", EDITIONS)
def test_states_come_back(edition: str) -> None:
    inverse_over(40, real(edition).layout, edition)


@pytest.mark.long
@pytest.mark.parametrize("edition", EDITIONS)
def test_states_come_back_for_long(edition: str) -> None:
    inverse_over(STATES, real(edition).layout, f"{edition} for long")


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_cut_and_every_changed_character_of_the_longest_text_is_noticed(edition: str) -> None:
    layout, text = real(edition).layout, real(edition).longest
    assert len(text) == worst_case(layout)

    def assert_noticed(other: str) -> None:
        with pytest.raises(SavedStateError) as caught:
            decode(layout, other)
        assert caught.value.reason == "damaged"

    rng = random.Random(edition)
    for at in range(1, len(text)):
        assert_noticed(text[:at])
        assert_noticed(text[at:])
        assert_noticed(text[:at] + text[at + rng.randint(1, 9) :])
    for at, sign in enumerate(text):
        others = [chr(ord(sign) ^ 1 << bit) for bit in range(7)]
        others += [sign * 2, f"\\{sign}", f"&#{ord(sign)};", f"%{ord(sign):x}", rng.choice("AZaz09-_".replace(sign, ""))]
        for other in others:
            # White space around it is taken off, so there it must not be all that changed.
            if (text[:at] + other + text[at + 1 :]).strip() != text:
                assert_noticed(text[:at] + other + text[at + 1 :])


@needs_node
def test_the_player_writes_and_reads_the_same_text() -> None:
    rng = random.Random(20261124)
    jobs, expected = [], []
    for layout in layouts().values():
        states = [some_state(rng, layout, blank=rng.random()) for _ in range(10)]
        for state in [*states, full_state(rng, layout), {}]:
            text = encode(layout, state)
            jobs.append({"layout": layout.as_json(), "state": state, "text": text})
            expected.append({"text": text, "decoded": decode(layout, text)})
    assert in_the_player(jobs) == expected
