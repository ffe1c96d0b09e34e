"""Whatever the LMS gives or does not give: no dialog, no blank page, a calm banner, and nothing of the learner overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from builder.course.model import Course
from builder.state import Layout, encode
from tests.browser.tracking import Opened, SavedStates, held, opened
from tests.lms_server.server import LmsServer

#: The commit of a first entry and the pause between commits are over by then.
SETTLED = 7_000

DEVICE = "Je voortgang blijft op dit apparaat bewaard."
BROKEN_API = """if (window === window.top) window.API = Object.fromEntries(['LMSInitialize', 'LMSFinish', 'LMSGetValue',
    'LMSSetValue', 'LMSCommit', 'LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic'].map((name) => [name, BODY]));"""


def can_be_read(course: Opened) -> None:
    """The course itself works: a lesson opens and a question can be answered."""
    course.begin()
    question = course.answer()
    assert course.chosen(question) == 1


def test_no_lms_at_all(browser: Browser, lms: LmsServer, package: Path) -> None:
    with opened(browser, lms, package, api=False) as course:
        course.open()
        expect(course.notice).to_contain_text("Je voortgang gaat niet naar een leeromgeving")
        expect(course.notice).to_contain_text(DEVICE)
        course.begin()
        question = course.answer()
        expect(course.course.locator("[data-saving]")).to_have_text("Op dit apparaat")
        course.open()
        assert course.chosen(question) == 1
        assert course.faults() == []


@pytest.mark.parametrize("body", [
    "() => { throw new Error('the LMS fell over'); }",
    "() => 'false'",
    "() => undefined",
    "() => null",
    "() => ({})",
], ids=["throws", "false", "undefined", "null", "objects"])
def test_an_api_that_is_broken_from_the_start(browser: Browser, lms: LmsServer, package: Path, body: str) -> None:
    with opened(browser, lms, package, api=False, script=BROKEN_API.replace("BODY", body)) as course:
        course.open()
        can_be_read(course)
        expect(course.notice).to_contain_text("De leeromgeving bewaart je antwoorden nu niet", timeout=15_000)
        expect(course.notice).to_contain_text("Sluit straks de cursus en open hem opnieuw")
        expect(course.course.locator("[data-saving]")).not_to_have_text("Opgeslagen")
        assert course.faults() == []


@pytest.mark.parametrize("api", ["{}", "5", "null", "document.createElement('div')", "{ LMSInitialize: 1 }"])
def test_something_called_api_that_is_none(browser: Browser, lms: LmsServer, package: Path, api: str) -> None:
    with opened(browser, lms, package, api=False, script=f"if (window === window.top) window.API = ({api});") as course:
        course.open()
        expect(course.notice).to_contain_text("Je voortgang gaat niet naar een leeromgeving")
        can_be_read(course)
        assert course.faults() == []


def test_an_api_of_scorm_2004_alone(browser: Browser, lms: LmsServer, package: Path) -> None:
    script = "if (window === window.top) window.API_1484_11 = { Initialize: () => 'true' };"
    with opened(browser, lms, package, api=False, script=script) as course:
        course.open()
        expect(course.notice).to_contain_text("Deze leeromgeving spreekt een andere versie van SCORM")
        can_be_read(course)
        assert course.faults() == []


def garbage(course: Course) -> dict[str, tuple[str, str]]:
    """Kind → saved state and the title of the banner that it must bring."""
    vo, mbo = SavedStates(course), SavedStates(course, "mbo")
    newer = encode(Layout((*vo.layout.slots, 3)), {"course": {"edition": "vo", "revision": 4}})
    good = vo.passed()
    damaged = "Je eerdere voortgang is niet te lezen"
    return {
        "another edition": (mbo.passed(), "Je begon in een andere editie van deze cursus"),
        "a newer version": (newer, "Je begon in een nieuwere versie van deze cursus"),
        "cut": (good[:-7], damaged),
        "escaped": (good[:20] + "&amp;" + good[20:], damaged),
        "another course": ('{"pages":[1,0,1],"score":40}', damaged),
        "html": ("<b>geen stand</b>", damaged),
        "long": ("A" * 4096, damaged),
    }


KINDS = ["another edition", "a newer version", "cut", "escaped", "another course", "html", "long"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_saved_state_that_cannot_be_used_is_said_and_not_overwritten(
    browser: Browser, lms: LmsServer, package: Path, course: Course, kind: str,
) -> None:
    text, title = garbage(course)[kind]
    with opened(browser, lms, package, values=held(text)) as seen:
        seen.open()
        expect(seen.course.locator("[data-notices]")).to_contain_text(title)
        expect(seen.course.locator("#start h1")).to_be_visible()
        seen.page.wait_for_timeout(SETTLED)
        assert seen.visit.values["cmi.suspend_data"] == text, "overwritten before the learner did anything"
        seen.leave()
        assert seen.visit.values["cmi.suspend_data"] == text, "overwritten by leaving"
        assert seen.visit.values["cmi.core.lesson_status"] == "incomplete"

        seen.open()
        expect(seen.course.locator("[data-notices]")).to_contain_text(title)
        seen.begin()
        question = seen.answer()
        seen.until("saved", lambda: seen.visit.values["cmi.suspend_data"] != text)
        seen.until("the answer", lambda: bool(SavedStates(course).read(seen.visit.values["cmi.suspend_data"])[f"question/{question}"]["now"]))
        assert seen.faults() == []


def test_a_saved_state_that_is_good_brings_no_banner(browser: Browser, lms: LmsServer, package: Path, course: Course) -> None:
    with opened(browser, lms, package, values=held(SavedStates(course).passed(), "passed")) as seen:
        seen.open()
        expect(seen.course.locator("[data-lesson='eindtoets'].is-current")).to_be_attached()
        assert seen.course.locator("[data-notices] section").count() == 0
        assert seen.faults() == []


def test_the_lms_breaks_half_way(browser: Browser, lms: LmsServer, package: Path) -> None:
    with opened(browser, lms, package) as course:
        course.open()
        course.until("incomplete", lambda: course.visit.values.get("cmi.core.lesson_status") == "incomplete")
        course.page.evaluate("window.faults.throws = 1")
        course.begin()
        course.answer()
        expect(course.notice).to_contain_text("De leeromgeving bewaart je antwoorden nu niet", timeout=25_000)
        expect(course.notice).to_contain_text("Je antwoorden staan veilig op dit apparaat")
        course.page.evaluate("window.faults.throws = 0")
        course.notice.get_by_role("button", name="Probeer opnieuw").click()
        course.saving("Opgeslagen")
        expect(course.notice).to_have_count(0)
        assert course.faults() == []
