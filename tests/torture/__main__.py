"""Plays many sessions and says what became of the answers.

    python -m tests.torture                      1,000 sessions
    python -m tests.torture --seed 7 --only 312  one of them again, with what happened
"""

from __future__ import annotations

import argparse
import asyncio
import secrets
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.torture.run import run


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("--sessions", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=None, help="default: another one each time")
    parser.add_argument("--only", type=int, action="append", help="play this session; may be given more than once")
    parser.add_argument("--parallel", type=int, default=12)
    given = parser.parse_args()
    seed = secrets.randbelow(1_000_000) if given.seed is None else given.seed
    numbers = given.only or list(range(given.sessions))
    print(f"torture: seed {seed}, {len(numbers)} sessions, {given.parallel} at a time")

    started = time.monotonic()
    fates: Counter[str] = Counter()
    faulty = []

    def heard(number: int, plan: object, verdict_faults: list[str], counted: Counter[str], done: int) -> None:
        fates.update(counted)
        if verdict_faults or given.only:
            print(f"\n{plan}")
            for fault in verdict_faults:
                print(f"    {fault}")
            print(f"    again: python -m tests.torture --seed {seed} --only {number}", flush=True)
        if verdict_faults:
            faulty.append(number)
        if done % 100 == 0:
            print(f"{done} sessions, {time.monotonic() - started:.0f} s", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(seed, numbers, given.parallel, Path(folder), heard))
    for fate, count in sorted(fates.items()):
        print(f"  {count:>6} {fate.removeprefix('FAULT ')}")
    lost = sum(count for fate, count in fates.items() if fate.startswith("FAULT"))
    print(f"{len(faulty)} sessions with a fault, {time.monotonic() - started:.0f} s")
    print(f"torture: {len(numbers)} sessions, {sum(fates.values())} answers, {lost} lost unannounced")
    sys.exit(1 if faulty else 0)


main()
