"""Somebody who walks through the gallery in the frame of a strict LMS."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator

from tests.browser.learner import Learner
from tests.gallery.site import go_to, launch, ready


class Visitor(Learner):
    """A learner of the gallery. What the LMS refuses is a fault, as an error in the console is."""

    def enter(self, lesson: str = "", **asked: str) -> None:
        """Opens the gallery in the LMS, and a lesson in it."""
        self.page.goto(launch(self.site, **asked))
        ready(self.course)
        if lesson:
            go_to(self.course, lesson)

    def leave(self) -> dict[str, Any]:
        """Closes the course; gives what the LMS holds then."""
        self.page.goto(f"{self.site}/strict.html")
        self.page.wait_for_function("window.held !== undefined")
        return self.held()

    def again(self, lesson: str) -> None:
        """Leaves and comes back to the same lesson."""
        self.refusals()
        self.page.reload()
        ready(self.course)
        go_to(self.course, lesson)

    def calls(self) -> list[list[str]]:
        calls: list[list[str]] = self.page.evaluate("window.calls()")
        return calls

    def refusals(self) -> None:
        """Every call since opening must have been right to the letter."""
        for call in self.calls():
            if call[-1] != "0":
                self.faults.append(f"refused: {call}")

    def told(self) -> dict[str, dict[str, str]]:
        """What was told about answers since opening, by the id of the interaction: the last value of each element."""
        found: dict[str, dict[str, str]] = {}
        for call in self.calls():
            if call[0] == "LMSSetValue" and call[1].startswith("cmi.interactions."):
                _, _, index, element = call[1].split(".", 3)
                found.setdefault(index, {})[element] = call[2]
        return {record["id"]: record for record in found.values() if "id" in record}

    def find(self, selector: str) -> Locator:
        return self.course.locator(selector)
