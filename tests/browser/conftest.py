"""The packages, a server for them and a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from builder.build import build
from builder.course.load import load_course
from builder.course.model import Course
from tests.browser.learner import Learner
from tests.browser.site import HERE, SCORM_AGAIN, serve, unpack
from tests.chromium import ARGUMENTS, find_chromium
from tests.gallery.site import gallery_site
from tests.gallery.visitor import Visitor
from tests.lms_server.server import LmsServer, lms_server

COURSE = Path(__file__).parents[2] / "course"


@pytest.fixture(scope="session")
def course() -> Course:
    return load_course(COURSE)[0]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Every edition, built and unpacked, beside the page of the LMS."""
    folder = tmp_path_factory.mktemp("site")
    built, _ = build(COURSE, folder / "dist")
    for item in built:
        unpack(folder / "dist" / item.file, folder / item.edition)
    shutil.copy(SCORM_AGAIN, folder)
    shutil.copy(HERE / "lms.html", folder)
    with serve(folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = find_chromium()
    assert chromium, "Chromium is not installed: run `make test` as root, or set CHROMIUM"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def learner(browser: Browser, site: str) -> Iterator[Learner]:
    """Somebody with a browser in Moodle's frame size."""
    person = Learner(browser, site)
    yield person
    person.close()


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The gallery beside a strict LMS."""
    with gallery_site(tmp_path_factory.mktemp("gallery")) as address:
        yield address


@pytest.fixture
def visitor(browser: Browser, gallery: str) -> Iterator[Visitor]:
    """Somebody who walks through the gallery in a strict LMS."""
    person = Visitor(browser, gallery)
    yield person
    person.close()


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition vo, unpacked as an LMS does."""
    folder = tmp_path_factory.mktemp("package")
    built, _ = build(COURSE, folder / "dist", ["vo"])
    unpack(folder / "dist" / built[0].file, folder / "vo")
    return folder / "vo"


@pytest.fixture(scope="session")
def lms() -> Iterator[LmsServer]:
    """A strict LMS with a server of its own, whose connections can be broken."""
    with lms_server() as server:
        yield server
