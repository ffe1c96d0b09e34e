"""Many sessions, several at a time, in one browser."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.async_api import async_playwright

from tests.lms_server.server import lms_server
from tests.torture.course import small_course
from tests.torture.judge import Verdict, judge
from tests.torture.plan import Plan, draw
from tests.torture.play import play

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]
#: A session that is stuck must not hold up the others. Seconds.
LONGEST = 240

#: number of the session, its plan, faults, fates, sessions done
Heard = Callable[[int, Plan, list[str], Counter[str], int], None]


async def run(seed: int, numbers: Sequence[int], parallel: int, folder: Path, heard: Heard,
              forgets: bool = False) -> None:
    """Plays the sessions ``numbers`` of ``seed``; ``heard`` is told of each as it ends."""
    course = small_course(folder)
    waiting = iter(numbers)
    done = 0
    with lms_server() as server:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=CHROMIUM, args=ARGUMENTS, ignore_default_args=["--disable-back-forward-cache"],
            )

            async def player() -> None:
                nonlocal done
                for number in waiting:
                    plan = draw(seed, number)
                    try:
                        record = await asyncio.wait_for(play(browser, server, course, plan, forgets), LONGEST)
                        verdict = judge(record, course)
                    except Exception as error:  # a tool that fails is a fault too, and must not end the run
                        verdict = Verdict(faults=[f"could not be played: {type(error).__name__}: {str(error)[:300]}"])
                    done += 1
                    heard(number, plan, verdict.faults, verdict.fates, done)

            await asyncio.gather(*[player() for _ in range(parallel)])
            await browser.close()
