"""How long a full build takes beside the floor. The two take turns, so that both meet the same machine."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

RUNS = 9


@dataclass(frozen=True)
class Times:
    """Seconds: on the clock, and of the processor."""

    clock: list[float]
    processor: list[float]

    def __str__(self) -> str:
        return f"{statistics.median(self.clock):.2f} s ({statistics.median(self.processor):.2f} s processor)"


def build_and_floor(course: Path, output: Path) -> tuple[Times, Times]:
    """The times of ``RUNS`` builds of all editions with validation, and of as many floors."""
    build = [sys.executable, "-m", "builder", "build", "--course", str(course), "--output", str(output)]
    floor = [sys.executable, "-m", "tests.bench.floor", str(output)]
    _seconds(build)  # The first one compiles modules and templates, which every later build reuses.
    turns = [(_seconds(build), _seconds(floor)) for _ in range(RUNS)]
    return (Times([clock for (clock, _), _ in turns], [processor for (_, processor), _ in turns]),
            Times([clock for _, (clock, _) in turns], [processor for _, (_, processor) in turns]))


def _seconds(command: Sequence[str]) -> tuple[float, float]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, started = os.times(), time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=environment)
    clock, after = time.perf_counter() - started, os.times()
    return clock, after.children_user + after.children_system - before.children_user - before.children_system
