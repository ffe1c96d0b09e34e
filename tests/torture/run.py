"""Many sessions, several at a time, in one browser."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.async_api import async_playwright

from tests.chromium import ARGUMENTS, find_chromium
from tests.lms_server.server import lms_server
from tests.torture.course import small_course
from tests.torture.judge import Verdict, judge
from tests.torture.lane import Lane
from tests.torture.plan import Plan, draw
from tests.torture.play import play

#: One renderer a lane: see lane.py.
ONE_RENDERER = "--process-per-site"
#: A session that is stuck must not hold up the others. Seconds.
LONGEST = 240

Heard = Callable[[Plan, Verdict], None]


async def run(seed: int, numbers: Sequence[int], parallel: int, folder: Path, heard: Heard, forgets: bool = False) -> None:
    """Plays the sessions ``numbers`` of ``seed``; ``heard`` is told of each as it ends."""
    course = small_course(folder)
    waiting = iter(numbers)
    with lms_server() as server:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=find_chromium(), args=[*ARGUMENTS, ONE_RENDERER], ignore_default_args=["--disable-back-forward-cache"],
            )

            async def player() -> None:
                lane = Lane(browser, server.address)
                for number in waiting:
                    plan = draw(seed, number)
                    try:
                        record = await asyncio.wait_for(play(lane, server, course, plan, forgets), LONGEST)
                        heard(plan, judge(record, course))
                    except Exception as error:  # a tool that fails is a fault too, and must not end the run
                        if not browser.is_connected():
                            raise
                        heard(plan, Verdict(faults=[f"could not be played: {type(error).__name__}: {str(error)[:300]}"]))
                        await lane.renew(None)

            await asyncio.gather(*[player() for _ in range(parallel)])
            await browser.close()
