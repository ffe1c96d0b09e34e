"""What a learner's hour costs the LMS, and how long the learner waits for it: the real course in a real browser.

The hour is played on the browser's clock, which is moved by hand, so that it takes about a minute. The waiting is
measured on the real clock, with an LMS that takes 80 ms for each call.

    python -m tests.bench.tracking
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, Request, sync_playwright

from builder.build import build
from tests.bench.commits import closest, commits_of
from tests.bench.goals import Figure, show
from tests.browser.site import unpack
from tests.chromium import ARGUMENTS, find_chromium
from tests.lms_server.server import LmsServer, Visit, lms_server

COURSE = Path(__file__).parents[2] / "course"
EDITION = "vo"
LEARNER = (Path(__file__).parents[1] / "lms_server" / "learner.js").read_text("utf-8")
FRAME = {"width": 867, "height": 666}

#: The goals: milliseconds between commits, and that a learner waits; bytes that a commit may have grown by.
APART, WAIT = 5_000, 100
#: The saved state itself is longer when there are more answers in it: its worst case, in an edition, is some 600 characters.
GROWTH = 700
#: The browser's clock is read in whole milliseconds, and the LMS notes a call when it is over.
ROUNDING = 50
SLOW_LMS = 80
MINUTE = 60_000


@dataclass(frozen=True)
class Hour:
    """A whole session: every lesson with every question, quizzes and the test, at the pace of the course."""

    minutes: float
    calls: Counter[str]
    commits: int
    probes: int
    sent: int
    """Bytes in all commits, as a form."""
    largest: int
    closest: float
    """Milliseconds between the two commits that were closest, other than the two of one saving."""
    early: int
    """Bytes of the commit after one more choice in the first lesson …"""
    late: int
    """… and of the commit after the same, once everything had been answered."""


@dataclass(frozen=True)
class Waiting:
    """How long input waited for the page, in milliseconds."""

    inputs: int
    longest: float
    task: float
    """The longest that the page was busy without a pause: what the most unlucky input would have waited."""
    commits: int


def figures() -> Iterator[Figure]:
    """The figures with their goals; the measurements take about two minutes."""
    with _browser() as browser, lms_server() as server, tempfile.TemporaryDirectory() as folder:
        built, _ = build(COURSE, Path(folder) / "dist", [EDITION])
        unpack(Path(folder) / "dist" / built[0].file, Path(folder) / EDITION)
        yield from of_hour(play_hour(browser, server, Path(folder) / EDITION))
        yield of_waiting(play_slow(browser, server, Path(folder) / EDITION))


def of_hour(hour: Hour) -> Iterator[Figure]:
    sets, gets = hour.calls["LMSSetValue"], hour.calls["LMSGetValue"]
    yield Figure(f"session: {hour.minutes:.0f} minutes, {sum(hour.calls.values())} calls to the API ({sets} sets, {gets} reads), "
                 f"{hour.commits} commits, {hour.probes} online checks")
    yield Figure(f"bytes: {hour.sent} in all, {hour.largest} in the largest commit, {hour.sent // hour.commits} on average")
    yield Figure(f"one more choice: {hour.early} bytes in the first lesson, {hour.late} when all was answered",
                 f"at most {GROWTH} more", hour.late - hour.early <= GROWTH)
    yield Figure(f"closest commits: {hour.closest / 1000:.1f} s", f"at least {APART / 1000:.0f} s", hour.closest >= APART - ROUNDING)


def of_waiting(waiting: Waiting) -> Figure:
    return Figure(f"longest wait with an LMS of {SLOW_LMS} ms: {waiting.longest:.0f} ms over {waiting.inputs} inputs and "
                  f"{waiting.commits} commits, {waiting.task:.0f} ms for the most unlucky",
                  f"at most {WAIT} ms", max(waiting.longest, waiting.task) <= WAIT, timing=True)


def play_hour(browser: Browser, server: LmsServer, package: Path) -> Hour:
    """A session of as many minutes as the edition says it takes, or somewhat more."""
    visit = server.visit(package, profile="strict")
    with _page(browser) as page, _fake_time(page):
        _open(page, server, visit)
        started = page.evaluate("Date.now()")
        _learn(page, "begin()")
        _pass(page, 20_000)
        early = 0
        lessons: list[str] = _learn(page, "lessons()")
        minutes = {item["id"]: item["minutes"] for item in json.loads(page.frames[-1].locator("[data-course]").text_content() or "")["lessons"]}
        for place, lesson in enumerate(lessons):
            questions = _learn(page, "questions()")
            pause = minutes[lesson] * MINUTE / (len(questions) + 1)
            for question in questions:
                _pass(page, pause)
                _learn(page, f"practise({json.dumps(question)})")
            if place == 1:
                early = _one_more_choice(page, visit, lesson, lesson)
            _pass(page, pause)
            _learn(page, "assess()")
            _pass(page, 10_000)
            if place + 1 < len(lessons):
                _learn(page, "onward()")
                _pass(page, 1_000)
        late = _one_more_choice(page, visit, lessons[1], lessons[-1])
        calls = page.evaluate("window.lms.calls.map(({ name, args, time }) => ({ name, args, time }))")
        elapsed = page.evaluate("Date.now()") - started
    commits = commits_of(calls)
    sizes = [_bytes(sent) for sent in visit.stored]
    return Hour(
        minutes=elapsed / MINUTE, calls=Counter(call["name"] for call in calls), commits=len(commits),
        probes=sum("online.txt" in request for request in visit.requests), sent=sum(sizes), largest=max(sizes),
        closest=closest(commits), early=early, late=late,
    )


def _one_more_choice(page: Page, visit: Visit, lesson: str, back: str) -> int:
    """Bytes of the commit after the first choice question of ``lesson`` got another answer."""
    _pass(page, 20_000)
    _learn(page, f"open({json.dumps(lesson)})")
    _pass(page, 20_000)
    before = len(visit.stored)
    page.evaluate("""() => {
        const form = document.querySelector('iframe').contentDocument.querySelector('.is-current [data-question]:has([data-options])');
        const again = [...form.querySelectorAll('button')].find((button) => button.textContent.includes('Nog een keer'));
        again?.click();
        [...form.querySelectorAll('[data-options] input')].find((input) => !input.checked && !input.disabled).click(); }""")
    _pass(page, 20_000)
    size = sum(_bytes(sent) for sent in visit.stored[before:])
    _learn(page, f"open({json.dumps(back)})")
    _pass(page, 20_000)
    return size


def play_slow(browser: Browser, server: LmsServer, package: Path) -> Waiting:
    """Clicks while the course is saving, on the real clock; the browser itself says how long each click waited."""
    visit = server.visit(package, profile="strict", faults={"wait": SLOW_LMS})
    with _page(browser) as page:
        _open(page, server, visit)
        course = page.frame_locator("iframe")
        page.frames[-1].evaluate("""() => {
            Object.assign(window, { waits: [], tasks: [] });
            new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' });
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) {
                    if (['pointerdown', 'click', 'keydown'].includes(entry.name)) window.waits.push(entry.processingStart - entry.startTime);
                }
            }).observe({ type: 'event', durationThreshold: 16, buffered: true }); }""")
        _learn(page, "begin()")
        page.wait_for_timeout(500)
        options = course.locator(".is-current [data-question]:has([data-options])").first.locator("[data-option] label")
        options.first.scroll_into_view_if_needed()
        boxes = [box for label in options.all()[:3] if (box := label.bounding_box())]
        clicks = 60
        for number in range(clicks):
            # By place: a click on an element would first wait until the page is free to say where that is.
            box = boxes[number % len(boxes)]
            page.mouse.click(box["x"] + 20, box["y"] + box["height"] / 2)
            time.sleep((137 + number * 37 % 400) / 1000)
        page.wait_for_timeout(1_000)
        # The browser lists only events that took longer than a frame, and tasks of 50 ms or more; the others were shorter.
        waits, tasks = page.frames[-1].evaluate("[window.waits, window.tasks]")
        return Waiting(inputs=clicks, longest=max(waits, default=0.0), task=max(tasks, default=0.0), commits=len(visit.stored))


def _bytes(sent: dict[str, str]) -> int:
    return len(urlencode(sent))


def _open(page: Page, server: LmsServer, visit: Visit) -> None:
    page.goto(server.url(visit), wait_until="commit")
    for _ in range(400):
        if page.evaluate("document.querySelector('iframe')?.contentDocument?.documentElement?.dataset.ready === 'true'"):
            break
        page.wait_for_timeout(50) if visit.faults else _tick(page, 50)
    page.evaluate(LEARNER)


def _learn(page: Page, call: str) -> Any:
    return page.evaluate(f"window.learner.{call}")


def _pass(page: Page, ms: float) -> None:
    """Time goes by on the browser's clock; whenever something is asked of the server, it waits for the answer.

    A second at most goes by between asking and answering: a probe gives up after three.
    """
    left = ms
    while left > 0:
        _tick(page, min(left, 1_000))
        left -= 1_000


def _tick(page: Page, ms: float) -> None:
    page.clock.run_for(round(ms))
    while _asked[page]:
        page.wait_for_timeout(2)
    page.evaluate("0")


#: Requests of a page that have no answer yet.
_asked: dict[Page, set[Request]] = {}


@contextmanager
def _fake_time(page: Page) -> Iterator[None]:
    asked = _asked[page] = set()
    page.on("request", lambda request: asked.add(request))
    page.on("requestfinished", lambda request: asked.discard(request))
    page.on("requestfailed", lambda request: asked.discard(request))
    page.clock.install()
    try:
        yield
    finally:
        del _asked[page]


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": FRAME["width"], "height": FRAME["height"]}, locale="nl-NL")
    try:
        yield context.new_page()
    finally:
        context.close()


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


if __name__ == "__main__":
    sys.exit(show(figures()))
