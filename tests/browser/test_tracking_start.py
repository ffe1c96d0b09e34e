"""The start and the end of a session, as the browser times them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from builder.course.model import Course
from tests.browser.tracking import LEARNER, SavedStates, held, opened
from tests.lms_server.server import LmsServer

READY = """if (location.pathname.includes('/course/')) {
    addEventListener('DOMContentLoaded', () => { window.top.domReady = Date.now(); });
    addEventListener('load', () => { window.top.loaded = true; }); }"""


# API12


def test_the_lms_is_told_too_late_because_something_big_never_arrives(browser: Browser, lms: LmsServer, package: Path) -> None:
    def answer(name: str) -> float | None:
        return 12.0 if name.endswith((".woff2", ".svg", ".png")) else None

    with opened(browser, lms, package, script=READY, answer=answer) as course:
        course.open()
        assert course.page.evaluate("window.loaded === undefined"), "nothing was still on its way"
        first = course.page.evaluate("window.lms.calls[0]")
        assert first["name"] == "LMSInitialize"
        assert first["time"] - course.page.evaluate("window.domReady") < 2_000
        course.begin()
        assert course.chosen(course.answer()) == 1


# TIM04, UNL03


@pytest.mark.parametrize("profile", ["strict", "moodle", "moodle-strict", "open-edx", "minimal"])
def test_leaving_in_a_real_browser_loses_the_last_answer_or_the_time(
    browser: Browser, lms: LmsServer, package: Path, profile: str,
) -> None:
    """The answer is younger than any commit, so all of it hangs on the page's last moment."""
    with opened(browser, lms, package, profile=profile) as course:
        course.open()
        course.begin()
        course.page.wait_for_timeout(1_200)
        question = course.answer()
        before = len(course.visit.stored)
        course.leave()
        assert len(course.visit.stored) > before
        assert course.visit.values["cmi.core.exit"] == "suspend"
        assert course.visit.values["cmi.core.session_time"] > "0000:00:00.00"
        course.open()
        assert course.chosen(question) == 1
        assert course.faults() == []


def test_the_end_is_told_twice(browser: Browser, lms: LmsServer, package: Path) -> None:
    script = """if (window === window.top) addEventListener('pagehide', () => localStorage.setItem('calls',
        JSON.stringify(window.lms.calls.map(({ name }) => name))));"""
    with opened(browser, lms, package, script=script) as course:
        course.open()
        course.begin()
        course.answer()
        course.leave()
        calls = course.page.evaluate("JSON.parse(localStorage.getItem('calls'))")
        assert calls.count("LMSInitialize") == 1
        assert calls.count("LMSFinish") <= 1
        if "LMSFinish" in calls:
            assert calls[-1] in ("LMSFinish", "LMSGetLastError")


# COM03, UNL01


def test_what_the_lms_missed_is_not_in_the_report_of_answers(browser: Browser, lms: LmsServer, package: Path) -> None:
    """The page is gone before a commit; at the next start the device has the answer, and the LMS must get all of it."""
    with opened(browser, lms, package) as course:
        course.open()
        course.begin()
        course.until("incomplete", lambda: "cmi.suspend_data" in course.visit.values)
        course.visit.connection = "dead"
        course.page.evaluate(LEARNER)
        question = course.page.evaluate("window.learner.questions()")[0]
        course.page.evaluate("id => window.learner.practise(id)", question)
        course.page.close(run_before_unload=False)
        assert not [name for name in course.visit.values if name.startswith("cmi.interactions")]
        course.visit.connection = "online"
        course.page = course.context.new_page()
        course.open()
        course.until("the answer", lambda: any(value.endswith(f"-{question}") for value in course.visit.values.values()))
        index = next(name.split(".")[2] for name, value in course.visit.values.items() if value.endswith(f"-{question}"))
        course.until("its result", lambda: course.visit.values.get(f"cmi.interactions.{index}.result") == "correct")


def test_details_that_were_only_sent_to_be_different_stay_in_the_report(
    browser: Browser, lms: LmsServer, package: Path, course: Course,
) -> None:
    """The last commits of a page overtook each other; the odd revision in what the LMS has says so."""
    states = SavedStates(course)
    with opened(browser, lms, package, profile="moodle") as seen:
        seen.open()
        seen.practise_everything()
        seen.leave()
        values = seen.visit.values
        right = {name: value for name, value in values.items() if re.fullmatch(r"cmi\.interactions\.\d+\.(id|result)", name)}
        assert len(right) >= 10
        state = states.read(values["cmi.suspend_data"])
        state["course"]["revision"] = int(str(state["course"]["revision"])) + 1
        values |= {name: "neutral" if name.endswith("result") else f"{value}." for name, value in right.items()}
        values["cmi.suspend_data"] = states.write(state)
        seen.open()
        seen.until("right", lambda: all(values[name] == value for name, value in right.items()))
        assert seen.faults() == []


# STA04


def test_after_passing_in_moodle_something_is_written_or_cannot_be_read_again(
    browser: Browser, lms: LmsServer, package: Path, course: Course,
) -> None:
    values = held(SavedStates(course).passed(), "passed", **{"cmi.core.score.raw": "92"})
    with opened(browser, lms, package, profile="moodle", mode="review", values=values) as seen:
        seen.open()
        seen.saving("Je kijkt terug")
        expect(seen.notice).to_have_count(0)
        seen.window.evaluate("location.hash = '#drie-soorten'")
        expect(seen.course.locator("[data-lesson='drie-soorten'] h1")).to_be_visible()
        seen.window.evaluate("location.hash = '#bewijs'")
        expect(seen.course.locator("[data-proof-score]")).to_have_text("92 van de 100")
        seen.leave()
        assert not any(seen.visit.stored), "LMSFinish is all that the LMS hears"
