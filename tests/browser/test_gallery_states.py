"""Everything in the gallery in every state, on a small and a large screen, light, dark and in forced colours."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from builder.blocks import rooms
from builder.blocks.base import Question
from builder.course.load import load_course
from tests.browser.axe import violations
from tests.gallery import COURSE
from tests.gallery.judge import too_wide, torn
from tests.gallery.site import open_alone
from tests.gallery.states import EXHIBITS

SCREENS: list[tuple[int, dict[str, Any]]] = [
    (320, {"color_scheme": "light"}),
    (867, {"color_scheme": "dark"}),
    (367, {"forced_colors": "active"}),
]


def test_the_gallery_has_every_type() -> None:
    course, problems = load_course(COURSE)
    assert [str(problem) for problem in problems] == []
    shown = {block.type for lesson in course.lessons() for block in lesson.blocks}
    assert set(rooms()) - shown == set()
    asked = {question.type for pool in course.pools if pool.use == "test" for question in pool.questions}
    assert asked == {name for name, room in rooms().items() if issubclass(room.model, Question) and not room.model.practice_only}


@pytest.mark.parametrize(("width", "asked"), SCREENS, ids=["320 light", "867 dark", "367 forced colours"])
def test_every_state_is_accessible_and_fits(browser: Browser, gallery: str, width: int, asked: dict[str, Any]) -> None:
    page = open_alone(browser, gallery, width, reduced_motion="reduce", **asked)
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    judged: set[str] = set()
    for exhibit in EXHIBITS:
        for state, root in exhibit.states(page):
            # The page around it stays the same, so it is judged once for each lesson.
            found = violations(page, root if exhibit.lesson in judged else None) + too_wide(page) + torn(page)
            judged.add(exhibit.lesson)
            faults += [f"{exhibit.name}, {state}: {line}" for line in found]
    page.context.close()
    assert faults == []


def test_two_hundred_per_cent_text_and_wide_spacing_clip_nothing(browser: Browser, gallery: str) -> None:
    """WCAG 1.4.4 and 1.4.12: twice the letter, and the spacing that a reader may ask for."""
    page = open_alone(browser, gallery, 867, reduced_motion="reduce")
    page.evaluate(
        """() => {
            document.documentElement.style.fontSize = '200%';
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
                p { margin-bottom: 2em !important; }`);
            document.adoptedStyleSheets = [sheet];
        }"""
    )
    faults: list[str] = []
    for exhibit in EXHIBITS:
        for state, _ in exhibit.states(page):
            clipped: list[str] = page.evaluate(
                """() => [...document.querySelectorAll('main *')].filter((element) => {
                    const style = getComputedStyle(element);
                    return /hidden|clip/.test(style.overflowX + style.overflowY) && !element.matches('input, select, textarea') && !element.closest('.visually-hidden, svg, [hidden]')
                        && element.clientWidth > 1 && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
                }).map((element) => `clipped: ${element.outerHTML.slice(0, 120)}`)"""
            )
            faults += [f"{exhibit.name}, {state}: {line}" for line in clipped + too_wide(page)]
    page.context.close()
    assert faults == []
