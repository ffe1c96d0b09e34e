"""Accessibility as axe judges it (WCAG 2.2 A and AA, and its best practices): one line per violation."""

from __future__ import annotations

from playwright.sync_api import Frame, Locator, Page

from tests.browser.site import AXE

_RUN = """async (part) => (await axe.run(part ?? document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
})).violations.map(({ id, nodes }) => `${id}: ${nodes.length}x ${nodes[0].target} ${nodes[0].html.slice(0, 160)}`)"""

#: What is not displayed, out of the page: axe passes over it, but spends most of its time on that.
_SET_ASIDE = """() => {
    window.aside = [];
    for (const element of document.querySelectorAll('main *')) {
        if (element.isConnected && getComputedStyle(element).display === 'none') {
            const mark = document.createComment('');
            element.replaceWith(mark);
            window.aside.push([mark, element]);
        }
    }
}"""
_PUT_BACK = "() => { for (const [mark, element] of window.aside) mark.replaceWith(element); }"


def violations(document: Frame | Page, part: Locator | None = None) -> list[str]:
    """What axe finds in ``part``, or in the whole document."""
    if not document.evaluate("typeof axe !== 'undefined'"):
        document.evaluate(AXE.read_text("utf-8"))
    found: list[str] = part.evaluate(_RUN) if part else document.evaluate(_RUN)
    return found


def violations_on_screen(document: Frame) -> list[str]:
    """What axe finds in what is displayed."""
    document.evaluate(_SET_ASIDE)
    try:
        return violations(document)
    finally:
        document.evaluate(_PUT_BACK)
