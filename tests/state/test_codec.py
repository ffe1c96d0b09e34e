from __future__ import annotations

import random

import pytest
from state_samples import some_layout, some_state

from builder.state import Field, Layout, SavedStateError, Slot, decode, encode, worst_case

LAYOUT = Layout((
    Slot("course", (Field("revision", "number", 1, 20),)),
    Slot("question/soort-lize", (Field("answer", "choice", 1, 3, ("sociale", "emotionele", "existentiele", "geen")),)),
    7,
    Slot("question/signalen", (
        Field("answer", "map", 3, 3, ("lize", "mo"), ("gedrag", "mentaal")),
        Field("order", "order", 3, 2, ("lize", "mo")),
        Field("seen", "set", 3, 1, ("lize", "mo")),
        Field("tries", "numbers", 3, 2, ("lize", "mo")),
    )),
))
STATE = {
    "course": {"revision": 41},
    "question/soort-lize": {"answer": "emotionele"},
    "question/signalen": {"answer": {"mo": "gedrag"}, "order": ["mo", "lize"], "seen": ["mo"], "tries": {"lize": 3}},
}


def reason(text: str, layout: Layout = LAYOUT) -> str:
    with pytest.raises(SavedStateError) as caught:
        decode(layout, text)
    return caught.value.reason


def inverse_over(count: int) -> None:
    rng = random.Random(7)
    for _ in range(count):
        layout = some_layout(rng)
        state = some_state(rng, layout)
        text = encode(layout, state)
        assert decode(layout, text) == state
        assert len(text) <= worst_case(layout)


def test_the_text_is_this() -> None:
    assert encode(LAYOUT, STATE)[:-6] == "1AEgAFNIIkWA"
    assert decode(LAYOUT, encode(LAYOUT, STATE)) == STATE


def test_encode_and_decode_are_inverse() -> None:
    inverse_over(1000)


@pytest.mark.long
def test_encode_and_decode_are_inverse_for_long() -> None:
    inverse_over(100_000)


def test_every_cut_and_every_other_character_is_noticed() -> None:
    text = encode(LAYOUT, STATE)
    for end in range(1, len(text)):
        assert reason(text[:end]) == reason(text[end:]) == "damaged"
    for at in range(len(text)):
        for code in range(33, 127):
            other = text[:at] + chr(code) + text[at + 1 :]
            if other != text:
                assert reason(other) == "damaged"


def test_empty_and_newer_are_told_apart_from_damaged() -> None:
    assert reason("") == reason(" \n") == "empty"
    assert reason("{}") == "damaged"
    assert reason(encode(LAYOUT, STATE), Layout(LAYOUT.slots[:2])) == "newer"


def test_the_worst_case_is_reached_and_never_passed() -> None:
    fullest = {
        "course": {"revision": (1 << 20) - 1},
        "question/soort-lize": {"answer": "geen"},
        "question/signalen": {"answer": {"lize": "gedrag"}, "order": ["mo"], "seen": ["mo"], "tries": {"lize": 1}},
    }
    assert len(encode(LAYOUT, fullest)) == worst_case(LAYOUT)
