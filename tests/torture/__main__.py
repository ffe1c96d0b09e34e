"""Plays many sessions and says what became of the answers.

    python -m tests.torture                      1,000 sessions
    python -m tests.torture --seed 7 --only 312  one of them again, with what happened
"""

from __future__ import annotations

import argparse
import asyncio
import os
import secrets
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.torture.judge import Verdict
from tests.torture.plan import Plan
from tests.torture.run import run


class Tally:
    """What all sessions came to; faults are printed as they are found."""

    def __init__(self, seed: int, aloud: bool) -> None:
        self.seed, self.aloud = seed, aloud
        self.started = time.monotonic()
        self.sessions = self.faulty = self.cached = 0
        self.fates: Counter[str] = Counter()

    def hear(self, plan: Plan, verdict: Verdict) -> None:
        self.sessions += 1
        self.fates.update(verdict.fates)
        self.cached += verdict.cached
        if verdict.faults or self.aloud:
            print(f"\n{plan}")
            for fault in verdict.faults:
                print(f"    {fault}")
            print(f"    again: python -m tests.torture --seed {self.seed} --only {plan.number}", flush=True)
        self.faulty += bool(verdict.faults)
        if self.sessions % 100 == 0:
            print(f"{self.sessions} sessions, {self.seconds:.0f} s", flush=True)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started

    def conclude(self) -> None:
        for fate, count in sorted(self.fates.items()):
            print(f"{count:>8} {fate.removeprefix('FAULT ')}")
        print(f"{self.faulty} sessions with a fault; {self.cached} pages came back from the cache; {self.seconds:.0f} s")
        lost = sum(count for fate, count in self.fates.items() if fate.startswith("FAULT"))
        print(f"torture: {self.sessions} sessions, {sum(self.fates.values())} answers, {lost} lost unannounced")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("--sessions", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=None, help="default: another one each time")
    parser.add_argument("--only", type=int, action="append", help="play this session; may be given more than once")
    parser.add_argument("--parallel", type=int, default=4 * (os.cpu_count() or 1), help="default: four a processor")
    given = parser.parse_args()
    seed = secrets.randbelow(1_000_000) if given.seed is None else given.seed
    numbers = given.only or list(range(given.sessions))
    print(f"torture: seed {seed}, {len(numbers)} sessions, {given.parallel} at a time", flush=True)
    tally = Tally(seed, aloud=bool(given.only))
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(seed, numbers, given.parallel, Path(folder), tally.hear))
    tally.conclude()
    sys.exit(1 if tally.faulty else 0)


main()
