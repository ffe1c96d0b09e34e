"""Frames as LMSs make them: sandboxed, small, growing, with strict headers, opened with anything behind the address."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from builder.course.model import Course
from tests.browser.tracking import SavedStates, held, opened
from tests.lms_server.server import LmsServer

NO_STORAGE = """for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
    Object.defineProperty(window, name, { get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } }); }
    Object.defineProperty(Document.prototype, 'cookie', { get() { throw new DOMException('Insecure', 'SecurityError'); } });"""
STRICT_CSP = ("default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
              "connect-src 'self'; frame-ancestors *")
SANDBOX = "allow-scripts allow-same-origin"


# ENV01


def test_a_frame_without_any_storage_gives_a_white_page(browser: Browser, lms: LmsServer, package: Path) -> None:
    with opened(browser, lms, package, script=NO_STORAGE) as course:
        course.open()
        course.begin()
        question = course.answer()
        course.saving("Opgeslagen")
        course.open()
        assert course.chosen(question) == 1
        assert course.faults() == []


def test_a_sandboxed_frame_that_may_not_even_see_the_lms_gives_a_white_page(
    browser: Browser, lms: LmsServer, package: Path,
) -> None:
    with opened(browser, lms, package, frame={"sandbox": "allow-scripts"}) as course:
        course.open()
        expect(course.notice).to_contain_text("Je voortgang gaat niet naar een leeromgeving", timeout=15_000)
        expect(course.notice).to_contain_text("Sluit je de bladzijde, dan is je voortgang weg.")
        course.begin()
        assert course.chosen(course.answer()) == 1
        # The font may not be fetched from such a frame; the text shows in another one.
        assert [line for line in course.faults() if "ERR_FAILED" not in line and "font" not in line.lower()] == []


# ENV04, UNL02


@pytest.mark.parametrize("headers", [
    {"Content-Security-Policy": STRICT_CSP},
    {"Permissions-Policy": "unload=(), storage-access=(), geolocation=(), clipboard-write=()"},
    {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin"},
], ids=["content security policy", "unload forbidden", "no sniffing"])
def test_a_strict_header_of_the_lms_breaks_the_course_or_loses_the_end(
    browser: Browser, lms: LmsServer, package: Path, headers: dict[str, str],
) -> None:
    with opened(browser, lms, package, headers=headers) as course:
        course.open()
        course.begin()
        question = course.answer()
        course.leave()
        assert course.visit.values["cmi.core.session_time"] > "0000:00:00.00"
        course.open()
        assert course.chosen(question) == 1
        expect(course.course.locator("[data-lesson='welkom'].is-current")).to_be_visible()
        # A stylesheet that was refused would leave the page as the browser makes it.
        font = course.course.locator("body").evaluate("element => getComputedStyle(element).fontFamily")
        assert "Times" not in font
        assert course.faults() == []


# ENV05


@pytest.mark.parametrize("launch", [
    "index.html?x=1", "index.html#foo", "index.html?#foo", "index.html?AICC_SID=9&AICC_URL=https%3A%2F%2Flms.example%2Fhacp",
    "index.html#/lesson/../../etc", "index.html?lang=en#eindtoets", "index.html#%E0%A4%A",
])
def test_what_an_lms_puts_behind_the_address_blanks_the_course(
    browser: Browser, lms: LmsServer, package: Path, course: Course, launch: str,
) -> None:
    states = SavedStates(course)
    state = states.write({"course": {"location": "drie-soorten", "edition": "vo", "seed": 3, "revision": 2}})
    with opened(browser, lms, package, launch=launch, values=held(state)) as seen:
        seen.open()
        expect(seen.course.locator("[data-lesson='drie-soorten'].is-current h1")).to_be_visible()
        seen.until("incomplete", lambda: seen.visit.values.get("cmi.core.lesson_status") == "incomplete")
        assert seen.faults() == []


# ENV06


@pytest.mark.parametrize(("width", "height"), [(320, 480), (600, 400), (1200, 300), (480, 320), (300, 300)])
def test_in_a_small_frame_a_button_cannot_be_reached_or_the_page_scrolls_sideways(
    browser: Browser, lms: LmsServer, package: Path, width: int, height: int,
) -> None:
    frame = {"style": f"width: {width}px; height: {height}px"}
    with opened(browser, lms, package, frame=frame, viewport={"width": max(width, 400) + 40, "height": height + 60}) as course:
        course.open()
        course.begin()
        assert course.window.evaluate("document.documentElement.scrollWidth") <= width
        question = course.course.locator(".is-current [data-question]:has([data-options])").first
        for place in [question.locator("[data-option] input").first, course.course.locator(".is-current [data-onward] a.button"),
                      course.course.locator(".bar__menu summary")]:
            place.scroll_into_view_if_needed()
            covered = place.evaluate("""element => {
                const target = element.closest('label') ?? element;
                const box = target.getBoundingClientRect();
                const hit = document.elementFromPoint(box.x + box.width / 2, Math.min(box.y + box.height / 2, innerHeight - 1));
                return !(target.contains(hit) || hit?.contains(target)); }""")
            assert not covered
        course.course.locator(".is-current [data-onward] a.button").click()
        expect(course.course.locator("[data-lesson='alleen-of-eenzaam'].is-current h1")).to_be_visible()
        assert course.faults() == []


def test_a_frame_that_grows_with_its_page_grows_for_ever(browser: Browser, lms: LmsServer, package: Path) -> None:
    with opened(browser, lms, package, frame={"style": "width: 800px; height: 400px"}) as course:
        course.open()
        course.begin()
        heights = course.page.evaluate("""async () => {
            const frame = document.querySelector('iframe');
            const heights = [];
            for (let turn = 0; turn < 12; turn += 1) {
                frame.style.height = `${frame.contentDocument.documentElement.scrollHeight}px`;
                await new Promise((resolve) => setTimeout(resolve, 60));
                heights.push(frame.contentDocument.documentElement.scrollHeight);
            }
            return heights; }""")
        assert heights[-1] == heights[2], heights


def test_a_phone_that_is_turned_loses_the_place(browser: Browser, lms: LmsServer, package: Path) -> None:
    with opened(browser, lms, package, viewport={"width": 390, "height": 700}) as course:
        course.open()
        course.begin()
        question = course.answer()
        course.page.set_viewport_size({"width": 700, "height": 390})
        course.page.wait_for_timeout(200)
        assert course.chosen(question) == 1
        assert course.window.evaluate("document.documentElement.scrollWidth") <= 700
        expect(course.course.locator("[data-lesson='welkom'].is-current h1")).to_be_attached()


# ENV07, ENV08


def test_printing_the_certificate_does_nothing_in_a_sandbox(
    browser: Browser, lms: LmsServer, package: Path, course: Course,
) -> None:
    values = held(SavedStates(course).passed(), "passed", **{"cmi.core.score.raw": "92"})
    with opened(browser, lms, package, frame={"sandbox": SANDBOX}, values=values) as seen:
        seen.open()
        seen.window.evaluate("location.hash = '#bewijs'")
        seen.course.get_by_role("button", name="Druk af").click()
        expect(seen.course.locator("[data-lesson='bewijs'] [data-print-hint]")).to_be_visible()
        expect(seen.course.locator("[data-proof-sheet]")).to_be_visible()
        assert [line for line in seen.faults() if "print()" not in line and "sandbox" not in line] == []


def test_downloading_the_presentation_does_nothing_in_a_sandbox(browser: Browser, lms: LmsServer, package: Path) -> None:
    with opened(browser, lms, package, frame={"sandbox": SANDBOX}) as course:
        course.open()
        course.window.evaluate("location.hash = '#hele-groep'")
        link = course.course.locator(".is-current a[download]").first
        expect(link).to_be_visible()
        link.click()
        course.page.wait_for_timeout(500)
        # The course is still there, in the same place: the link did not take it away.
        expect(course.course.locator("[data-lesson='hele-groep'].is-current h1")).to_be_attached()


def test_the_presentation_is_a_plain_link_to_a_file_of_the_package(browser: Browser, lms: LmsServer, package: Path) -> None:
    with opened(browser, lms, package) as course:
        course.open()
        course.window.evaluate("location.hash = '#hele-groep'")
        link = course.course.locator(".is-current a[download]").first
        href = link.get_attribute("href") or ""
        assert (package / href).is_file()
        assert link.inner_text().strip()
        with course.page.expect_download() as coming:
            link.click()
        assert Path(str(coming.value.path())).read_bytes() == (package / href).read_bytes()


# ENV09, ENV10


def test_a_link_takes_the_place_of_the_lms(browser: Browser, lms: LmsServer, package: Path) -> None:
    with opened(browser, lms, package) as course:
        course.open()
        links = course.window.evaluate("""[...document.querySelectorAll('a[href]')].map((link) => ({
            href: link.getAttribute('href'), target: link.target, rel: link.rel, text: link.textContent }))""")
        outside = [link for link in links if re.match(r"https?:", link["href"])]
        assert len(outside) > 20
        for link in outside:
            assert link["target"] == "_blank", link
            assert {"noopener", "noreferrer"} <= set(link["rel"].split()), link
            assert "opent in een nieuw tabblad" in link["text"], link
        for link in links:
            assert link["target"] in ("", "_blank"), link
            assert re.match(r"https?:|#|tel:|[\w.-]+\.pptx$", link["href"]), link


def test_a_window_opens_by_itself(browser: Browser, lms: LmsServer, package: Path) -> None:
    script = "window.open = () => { console.error('window.open was called'); return null; };"
    with opened(browser, lms, package, script=script) as course:
        course.open()
        course.practise_everything()
        course.saving("Opgeslagen")
        assert len(course.context.pages) == 1
        assert course.faults() == []


# ENV11


def test_opened_from_a_file_in_a_folder_with_spaces(
    browser: Browser, lms: LmsServer, package: Path, tmp_path: Path,
) -> None:
    folder = tmp_path / "Mijn cursussen & meer" / "eenzaamheid (1) é"
    shutil.copytree(package, folder)
    with opened(browser, lms, package) as course:
        page = course.page
        page.goto((folder / "index.html").as_uri())
        page.locator("html[data-ready]").wait_for(state="attached", timeout=20_000)
        expect(page.locator("[data-health]")).to_contain_text("Je voortgang gaat niet naar een leeromgeving")
        page.locator("[data-continue]").click()
        form = page.locator(".is-current [data-question]:has([data-options])").first
        form.locator("[data-option] input").nth(1).check()
        page.wait_for_timeout(6_500)
        expect(page.locator("[data-health]")).to_contain_text("Je voortgang blijft op dit apparaat bewaard.")
        assert not [request for request in course.requests if "online.txt" in request]
        # Chromium gives no fonts to a page from a file; the text shows in another one.
        other = [line for line in course.faults() if not re.search("font|woff2|preload|ERR_FAILED", line)]
        assert other == []
        page.reload()
        page.locator("html[data-ready]").wait_for(state="attached", timeout=20_000)
        assert form.locator("input:checked").count() >= 1


def test_an_online_check_that_is_not_there_alarms_nobody(browser: Browser, lms: LmsServer, package: Path, tmp_path: Path) -> None:
    """An LMS that leaves out or changes the file says nothing about the connection."""
    folder = tmp_path / "package"
    shutil.copytree(package, folder)
    (folder / "online.txt").write_text("<html>changed by the LMS</html>", encoding="utf-8")
    with opened(browser, lms, folder) as course:
        course.open()
        course.begin()
        course.answer()
        course.saving("Opgeslagen")
        assert course.notice.count() == 0
        assert course.faults() == []
