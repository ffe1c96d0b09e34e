"""The player's own codec, for what must be the same on both sides."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]

needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed")


def in_the_player(jobs: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """For each job ``{layout, state, text}``: the ``text`` of its state, and its text ``decoded`` or the reason why not."""
    run = subprocess.run(
        ["node", str(ROOT / "tests/state/codec.mjs")],
        input="\n".join(map(json.dumps, jobs)), capture_output=True, text=True, encoding="utf-8", check=True,
    )
    results = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(results) == len(jobs)
    return results
