"""The gallery as a web site beside a strict LMS, and a browser that has it open."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser, FrameLocator, Locator, Page

from builder.build import build
from tests.browser.site import HERE, serve, unpack
from tests.gallery import COURSE, EDITION

#: Where the blocks stand: a page of its own, or the frame of an LMS.
Course = Page | FrameLocator


@contextmanager
def gallery_site(folder: Path, editions: Sequence[str] = (EDITION,)) -> Iterator[str]:
    """Builds the gallery and serves it from ``folder``; gives the address without a slash at the end."""
    source = shutil.copytree(COURSE, folder / "course", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    built, _ = build(source, folder / "dist", editions)
    for item in built:
        unpack(folder / "dist" / item.file, folder / "site" / item.edition)
    shutil.copytree(HERE.parent / "lms", folder / "site" / "lms")
    shutil.copy(HERE / "strict.html", folder / "site")
    with serve(folder / "site") as address:
        yield address


def launch(site: str, **asked: str) -> str:
    """Address of the LMS's page that opens the gallery in its frame."""
    return f"{site}/strict.html?{urlencode({'course': f'/{EDITION}/index.html', **asked})}"


def open_alone(browser: Browser, site: str, width: int, **options: Any) -> Page:
    """The gallery in a window of its own, opened by the LMS: a screen as long as its content."""
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="nl-NL", **options)
    lms = context.new_page()
    lms.goto(f"{site}/strict.html")
    lms.wait_for_function("window.API !== undefined")
    with context.expect_page() as opened:
        lms.evaluate(f"window.open('/{EDITION}/index.html')")
    page = opened.value
    ready(page)
    return page


def ready(course: Course) -> None:
    """Waits until the player has started, and picks a sector as every learner does."""
    course.locator("html[data-ready]").wait_for(state="attached", timeout=15_000)
    choice = course.locator("#start [data-sector-choice][value=vo]")
    if choice.count() and not course.locator("html[data-sector]").count():
        choice.check(force=True)


def go_to(course: Course, lesson: str) -> Locator:
    """Opens a lesson by its address; gives its element."""
    course.locator("html").evaluate("(html, id) => { location.hash = `#${id}` }", lesson)
    current = course.locator(f'[data-lesson="{lesson}"].is-current')
    current.wait_for(state="attached")
    return current
