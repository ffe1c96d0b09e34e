"""A course in the page of the LMS server, with everything heard that a learner would not see."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, FrameLocator, Locator, Page, expect

from builder.course.edition import select_edition
from builder.course.model import Course
from builder.course.slots import edition_slots, saved_state
from builder.problems import Problems
from builder.state import State, decode, encode, layout_for
from tests.lms_server.server import LmsServer, Visit

COURSE = Path(__file__).parents[2] / "course"
FRAME = {"width": 867, "height": 666}
LEARNER = (Path(__file__).parents[1] / "lms_server" / "learner.js").read_text("utf-8")


class Opened:
    """The page of the LMS with the course in it."""

    def __init__(self, context: BrowserContext, lms: LmsServer, visit: Visit) -> None:
        self.context, self.lms, self.visit = context, lms, visit
        self.heard: list[str] = []
        """Console, exceptions, dialogs."""
        self.requests: list[str] = []
        self.page = self._new_page()

    def _new_page(self) -> Page:
        page = self.context.new_page()
        page.on("console", lambda message: self.heard.append(f"console {message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.heard.append(f"exception: {error}"))
        page.on("dialog", lambda dialog: (self.heard.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: self.requests.append(f"{request.method} {request.url} {request.post_data or ''}"))
        return page

    def open(self) -> None:
        """The learner opens the course in the LMS; returns when it can be used."""
        self.page.goto(self.lms.url(self.visit), wait_until="commit")
        self.course.locator("html[data-ready]").wait_for(state="attached", timeout=20_000)

    def leave(self) -> None:
        """To another page of the LMS."""
        self.page.goto(f"{self.lms.address}/elsewhere")
        self.page.wait_for_timeout(300)

    @property
    def course(self) -> FrameLocator:
        return self.page.frame_locator('iframe[title="Cursus"]')

    @property
    def notice(self) -> Locator:
        """The banner about saving."""
        return self.course.locator("[data-health]")

    @property
    def window(self) -> Any:
        """The course's frame, to run scripts in."""
        return next(frame for frame in self.page.frames if "/course/" in frame.url or frame.url.startswith("file:"))

    def saving(self, words: str) -> None:
        """Waits until the quiet line says ``words``."""
        expect(self.course.locator("[data-saving]")).to_have_text(words, timeout=15_000)

    def until(self, what: str, holds: Callable[[], bool], seconds: float = 15) -> None:
        deadline = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < deadline, f"not {what} after {seconds} s; the LMS has {self.visit.values}"
            self.page.wait_for_timeout(50)

    def begin(self) -> None:
        """From the start page into the first lesson."""
        self.course.locator("[data-continue]").click()
        expect(self.course.locator("[data-lesson='welkom'].is-current h1")).to_be_visible()

    def practise_everything(self) -> None:
        """Answers every practice question of the course, by script."""
        self.page.evaluate(LEARNER)
        self.begin()
        for question in self.page.evaluate("window.learner.questions()"):
            self.page.evaluate("id => window.learner.practise(id)", question)

    def answer(self) -> str:
        """Answers the first practice question with choices of the open lesson; gives its id."""
        form = self.course.locator(".is-current [data-question]:has([data-options])").first
        form.locator("[data-option] input").nth(1).check()
        return str(form.get_attribute("data-question"))

    def chosen(self, question: str) -> int:
        """How many options of the question are chosen."""
        return self.course.locator(f"[data-question='{question}'] [data-options] input:checked").count()

    def faults(self) -> list[str]:
        """What nobody should ever see: exceptions, dialogs, errors and warnings in the console."""
        return [line for line in self.heard if not line.startswith(("console log", "console debug", "console info"))]


@contextmanager
def opened(browser: Browser, lms: LmsServer, package: Path, *, script: str = "", viewport: Mapping[str, int] = FRAME,
           **visit: Any) -> Iterator[Opened]:
    """A new learner; ``script`` runs in every frame before anything else, ``visit`` is handed to the LMS server."""
    context = browser.new_context(viewport=dict(viewport), locale="nl-NL")
    if script:
        context.add_init_script(script)
    try:
        yield Opened(context, lms, lms.visit(package, **visit))
    finally:
        context.close()


class SavedStates:
    """Saved states of an edition, as the player would have made them."""

    def __init__(self, course: Course, edition: str = "vo") -> None:
        self.edition = select_edition(course, next(info for info in course.info.editions if info.id == edition))
        self.layout = layout_for(saved_state(course, COURSE, Problems()).lock, edition_slots(self.edition))

    def write(self, state: State) -> str:
        return encode(self.layout, state)

    def read(self, text: str) -> State:
        return decode(self.layout, text)

    def passed(self, score: int = 92) -> str:
        """Of somebody who did all lessons and passed on 12 November 2026."""
        _, test = next(pair for pair in self.edition.assessments if pair[1].counts)
        lessons: State = {f"lesson/{item.lesson.id}": {"seen": 1, "done": 1} for item in self.edition.lessons}
        return self.write({
            "course": {"location": str(self.edition.lessons[-1].lesson.id), "sector": str(self.edition.sectors[0].id),
                       "edition": str(self.edition.info.id), "seed": 7, "revision": 10, "minutes": 65},
            **lessons,
            f"assessment/{test.id}": {"attempts": 1, "handed": 1, "best": score, "passed": 681, "safety": 1},
        })


def held(state: str, status: str = "incomplete", **more: str) -> dict[str, str]:
    """What an LMS has of somebody who was here before."""
    return {"cmi.suspend_data": state, "cmi.core.lesson_status": status, "cmi.core.exit": "suspend", **more}
