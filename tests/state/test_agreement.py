"""The builder and the player write and read the very same text."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from state_samples import some_layout, some_state

from builder.state import Layout, SavedStateError, State, decode, encode

ROOT = Path(__file__).parents[2]


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


@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed")
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
    run = subprocess.run(
        ["node", str(ROOT / "tests/state/codec.mjs")],
        input="\n".join(map(json.dumps, jobs)), capture_output=True, text=True, encoding="utf-8", check=True,
    )
    results = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(results) == len(expected)
    for ours, theirs, job in zip(expected, results, jobs, strict=True):
        assert theirs == ours, job
