"""A learner at a browser: opens, reads, answers, leaves. By role and name, as a person does."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Browser, Frame, FrameLocator, Locator, expect

from tests.browser.answers import Known
from tests.browser.axe import violations_on_screen

#: Moodle's frame on a laptop.
FRAME = {"width": 867, "height": 666}


class Learner:
    """One person, one LMS attempt; ``open`` and ``leave`` may alternate."""

    def __init__(self, browser: Browser, site: str, viewport: dict[str, int] | None = None, **options: Any) -> None:
        self.site = site
        self.context = browser.new_context(viewport=viewport or FRAME, locale="nl-NL", **options)
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("console", lambda message: self._hear(message.type, message.text))
        self.page.on("pageerror", lambda error: self.faults.append(f"exception: {error}"))
        self.page.on("request", lambda request: self._request(request.url))

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.faults.append(f"console {kind}: {text}")

    def _request(self, url: str) -> None:
        if not url.startswith((self.site, "data:", "about:")):
            self.faults.append(f"request to another host: {url}")

    def close(self) -> None:
        self.context.close()

    # Coming and going

    def open(self, edition: str) -> None:
        """Starts the course in the LMS and waits until it is ready for use."""
        self.page.goto(f"{self.site}/lms.html?course=/{edition}/index.html")
        expect(self.course.get_by_role("status").first).to_be_attached()
        self.course.locator("html[data-ready]").wait_for(state="attached", timeout=10_000)

    def leave(self) -> dict[str, Any]:
        """Closes the course, as leaving the activity does; gives what the LMS holds then."""
        self.page.goto(f"{self.site}/lms.html?course=about:blank")
        return self.held()

    @property
    def course(self) -> FrameLocator:
        return self.page.frame_locator('iframe[title="Cursus"]')

    @property
    def frame(self) -> Frame:
        """The course as a document, for what no person can do or see."""
        return next(frame for frame in self.page.frames if frame is not self.page.main_frame)

    def choose_sector(self, label: str) -> None:
        """On the first page of the edition for all sectors."""
        self.course.get_by_role("radio", name=label).first.check(force=True)

    # What the LMS has

    def held(self) -> dict[str, Any]:
        held: dict[str, Any] = self.page.evaluate("window.held()")
        return held

    def calls(self) -> list[list[str]]:
        """Every call since the course was opened: name, arguments, result, error code."""
        calls: list[list[str]] = self.page.evaluate("window.calls")
        return calls

    def written(self, element: str) -> list[str]:
        """Values that were set for ``element`` since opening, in order."""
        return [call[2] for call in self.calls() if call[0] == "LMSSetValue" and call[1] == element]

    def wait_until_saved(self) -> None:
        expect(self.course.get_by_text("Opgeslagen", exact=True)).to_be_visible(timeout=15_000)

    # Going through the course

    def heading(self) -> str:
        return self.course.get_by_role("heading", level=1).inner_text().strip()

    def go_on(self) -> None:
        """To the next lesson, by the button at its end."""
        before = self.heading()
        self.course.get_by_role("link", name=re.compile("^Volgende")).click()
        expect(self.course.get_by_role("heading", level=1)).not_to_have_text(before)

    def go_to(self, title: str) -> None:
        """To a lesson by the list under ‘Inhoud’."""
        self.course.locator("summary", has_text="Inhoud").click()
        self.course.get_by_role("navigation", name="Alle lessen").get_by_role("link", name=title).click()
        expect(self.course.get_by_role("heading", level=1, name=title)).to_be_visible()

    # Answering

    def fill_in(self, question: Known, within: Locator, right: bool = True) -> None:
        """Gives a right or a wrong answer; the question must be on the screen."""
        question.fill_in(within, right)

    def check(self, within: Locator) -> None:
        within.get_by_role("button", name="Kijk na").click()

    def question(self, prompt: str) -> Locator:
        """A practice question by its words."""
        return self.course.get_by_role("group", name=prompt).locator("xpath=ancestor::form")

    # Judging

    def accessibility(self) -> list[str]:
        """What axe finds on this screen: one line per violation."""
        return violations_on_screen(self.frame)
