"""The banner about saving: told once for each trouble, and again when there is a new one."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.tracking import opened
from tests.lms_server.server import LmsServer


def test_a_banner_that_was_closed_stays_away_when_the_connection_breaks_again(
    browser: Browser, lms: LmsServer, package: Path,
) -> None:
    with opened(browser, lms, package) as course:
        course.open()
        course.begin()
        course.answer()
        course.saving("Opgeslagen")
        course.visit.connection = "dead"
        answer = course.course.locator(".is-current [data-option] input")
        answer.nth(2).check()
        expect(course.notice).to_contain_text("Er is geen verbinding", timeout=15_000)
        course.notice.get_by_role("button", name="Sluit deze melding").click()
        expect(course.notice).to_have_count(0)
        expect(course.course.locator(".is-current h1")).to_be_focused()
        answer.nth(0).check()
        course.page.wait_for_timeout(6_000)
        expect(course.notice).to_have_count(0)
        course.visit.connection = "online"
        course.saving("Opgeslagen")
        course.visit.connection = "dead"
        answer.nth(1).check()
        expect(course.notice).to_contain_text("Er is geen verbinding", timeout=15_000)
