"""The learner's name as shown, and that name and id go nowhere else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from builder.course.model import Course
from tests.browser.tracking import Opened, SavedStates, held, opened
from tests.lms_server.server import LmsServer

NAMES = {
    "Vries, Jan de": "Jan de Vries",
    "Jan de Vries": "Jan de Vries",
    "de Vries, Jan": "Jan de Vries",
    "O'Brien, Zoë": "Zoë O'Brien",
    "Caf&eacute;, Ren&eacute;e": "Renée Café",
    "a, b, c": "a, b, c",
    "jdevries7": "jdevries7",
    "<b>x</b>": "<b>x</b>",
    "\"><script>alert(1)</script>": "\"><script>alert(1)</script>",
}


@contextmanager
def certificate(browser: Browser, lms: LmsServer, package: Path, course: Course, name: str) -> Iterator[Opened]:
    """The proof of somebody who passed and whom the LMS calls ``name``."""
    values = held(SavedStates(course).passed(), "passed", **{"cmi.core.score.raw": "92"})
    with opened(browser, lms, package, values=values, learner={"id": "l-1", "name": name}) as seen:
        seen.open()
        seen.window.evaluate("location.hash = '#bewijs'")
        yield seen


# LRN01


@pytest.mark.parametrize("given", NAMES)
def test_the_certificate_shows_the_name_in_another_form(
    browser: Browser, lms: LmsServer, package: Path, course: Course, given: str,
) -> None:
    with certificate(browser, lms, package, course, given) as seen:
        expect(seen.course.get_by_label("Naam", exact=True)).to_have_value(NAMES[given])
        assert seen.faults() == []


@pytest.mark.parametrize("given", ["", "undefined undefined", "null, null"])
def test_a_certificate_without_a_name_can_be_filled_in(
    browser: Browser, lms: LmsServer, package: Path, course: Course, given: str,
) -> None:
    with certificate(browser, lms, package, course, given) as seen:
        name = seen.course.get_by_label("Naam", exact=True)
        expect(name).to_have_value("")
        expect(seen.course.get_by_text("Vul je naam in op het bewijs.")).to_be_visible()
        name.fill("Marieke de Wit")
        expect(name).to_have_value("Marieke de Wit")
        assert seen.faults() == []


def test_a_name_of_300_characters_pushes_the_certificate_off_the_page(
    browser: Browser, lms: LmsServer, package: Path, course: Course,
) -> None:
    with certificate(browser, lms, package, course, "Wit " * 75) as seen:
        expect(seen.course.locator("[data-proof-sheet]")).to_be_visible()
        assert seen.window.evaluate("document.documentElement.scrollWidth") <= 867
        assert len(seen.course.get_by_label("Naam", exact=True).input_value()) <= 101


def test_pupils_of_one_name_read_what_the_other_wrote_on_a_shared_device(
    browser: Browser, lms: LmsServer, package: Path,
) -> None:
    def look(seen: Opened) -> Locator:
        seen.open()
        seen.window.evaluate("location.hash = document.querySelector('[data-lesson] textarea').closest('[data-lesson]').dataset.lesson")
        return seen.course.locator(".is-current textarea").first

    first, second = ({"id": number, "name": "Wit, Marieke de"} for number in ("l-1", "l-2"))
    with opened(browser, lms, package, learner=first) as seen:
        look(seen).fill("Dit gaat over Sam.")
        other = Opened(seen.context, lms, lms.visit(package, learner=second))
        expect(look(other)).to_have_value("")
        again = Opened(seen.context, lms, lms.visit(package, learner=first))
        expect(look(again)).to_have_value("Dit gaat over Sam.")


# LRN02


def test_the_name_or_id_of_a_learner_is_found_in_storage_addresses_or_the_console(
    browser: Browser, lms: LmsServer, package: Path,
) -> None:
    learner = {"id": "geheim-nummer-4711", "name": "Uniekenaam, Zonneklaartje"}
    secrets = ["geheim-nummer", "4711", "Uniekenaam", "Zonneklaartje"]
    with opened(browser, lms, package, learner=learner) as course:
        course.open()
        course.practise_everything()
        # Off line, so that the device keeps something too.
        course.visit.connection = "dead"
        course.page.evaluate("window.learner.onward()")
        course.page.wait_for_timeout(500)
        kept = course.window.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])")
        assert len(json.loads(kept)[0]) > 0, "the device keeps nothing, so this proves nothing"
        course.visit.connection = "online"
        course.leave()
        seen = {
            "storage": kept,
            "requests": "\n".join(course.requests),
            "console": "\n".join(course.heard),
            "frame address": " ".join(frame.url for frame in course.page.frames),
            "LMS": json.dumps(course.visit.stored),
        }
        for place, text in seen.items():
            found = [secret for secret in secrets if secret.lower() in text.lower()]
            assert not found, f"{found} in {place}"
        assert len(course.visit.stored) > 1
        hosts = {request.split()[1].split("/")[2] for request in course.requests if "://" in request.split()[1]}
        assert hosts == {lms.address.removeprefix("http://")}
