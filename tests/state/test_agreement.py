"""The builder and the player write and read the very same text."""

from __future__ import annotations

import random
from typing import Any

from player_codec import in_the_player, needs_node
from state_samples import some_layout, some_state

from builder.state import Layout, SavedStateError, State, decode, encode


def read(layout: Layout, text: str) -> State | str:
    try:
        return decode(layout, text)
    except SavedStateError as error:
        return error.reason


def spoilt(rng: random.Random, text: str) -> str:
    """Half of the time untouched; else cut, changed, doubled or empty."""
    at = rng.randrange(len(text))
    return rng.choice([
        text, text, text, text, text[:at], text[at:], text[:at] + rng.choice("AZaz09-_ &é") + text[at + 1 :],
        text + text, text.lower(), "", f" {text}\n",
    ])


@needs_node
def test_python_and_javascript_agree() -> None:
    rng = random.Random(20261124)
    jobs: list[dict[str, Any]] = []
    expected: list[dict[str, Any]] = []
    for _ in range(1500):
        layout = some_layout(rng)
        state = some_state(rng, layout)
        text = encode(layout, state)
        given = spoilt(rng, text)
        jobs.append({"layout": layout.as_json(), "state": state, "text": given})
        expected.append({"text": text, "decoded": read(layout, given)})
    for ours, theirs, job in zip(expected, in_the_player(jobs), jobs, strict=True):
        assert theirs == ours, job
