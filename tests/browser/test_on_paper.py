"""Sheets of A4: one click away, as many pages as they should be, and back to where one came from."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.learner import Learner

SHEETS = {"signaleringskaart": 2, "gesprekswijzer": 1, "actieplan": 1, "sociogramwerkblad": 2, "hulp-en-overleg": 1}
SECTORS = ("po", "vo", "mbo", "hbo-wo")


def pages_of(page: Page) -> int:
    """How many pages of paper the screen takes."""
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    assert re.search(rb"/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]", pdf), "the paper is A4"
    return len(re.findall(rb"/Type /Page\b(?!s)", pdf))


@pytest.mark.parametrize(("edition", "sector"), [*zip(SECTORS, SECTORS, strict=True), *(("compleet", s) for s in SECTORS)])
def test_each_sheet_takes_its_pages(browser: Browser, site: str, edition: str, sector: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/{edition}/index.html")
    page.locator("html[data-ready]").wait_for(state="attached")
    if edition == "compleet":
        page.locator("#start").locator(f'[data-sector-choice][value="{sector}"]').check(force=True)
    for name, expected in SHEETS.items():
        if (name, sector) == ("sociogramwerkblad", "hbo-wo"):
            continue
        page.evaluate(f"location.hash = '#{name}'")
        expect(page.locator(f"#{name}")).to_be_visible()
        assert pages_of(page) == expected, f"{name} for {sector} in {edition}"
    page.evaluate("location.hash = '#bronnenlijst'")
    expect(page.locator("#bronnenlijst")).to_be_visible()
    assert 2 <= pages_of(page) <= 4
    context.close()


def test_from_the_start_page_and_back(learner: Learner) -> None:
    learner.open("vo")
    learner.course.get_by_role("link", name="Gesprekswijzer", exact=True).first.click()
    expect(learner.course.get_by_role("heading", level=1, name="Gesprekswijzer")).to_be_focused()
    assert not learner.accessibility()
    learner.course.locator("#gesprekswijzer").get_by_role("link", name="Terug").click()
    expect(learner.course.get_by_role("heading", level=1, name=re.compile("^Eenzaamheid"))).to_be_visible()


def test_back_leads_to_the_lesson_that_named_it(learner: Learner) -> None:
    learner.open("vo")
    learner.go_to("Een sociogram lezen")
    learner.course.get_by_role("link", name="werkblad").first.click()
    sheet = learner.course.locator("#sociogramwerkblad")
    expect(sheet).to_be_visible()
    sheet.get_by_role("link", name="Terug").click()
    expect(learner.course.get_by_role("heading", level=1, name="Een sociogram lezen")).to_be_visible()


def test_the_button_prints_or_says_that_it_cannot(learner: Learner) -> None:
    learner.open("vo")
    frame = learner.frame
    frame.evaluate("location.hash = '#actieplan'")
    sheet = learner.course.locator("#actieplan")
    hint = sheet.get_by_text("Afdrukken lukt hier niet vanzelf.")
    frame.evaluate("window.print = () => window.dispatchEvent(new Event('beforeprint'))")
    sheet.get_by_role("button", name="Druk af").click()
    expect(hint).to_be_hidden()
    frame.evaluate("window.print = () => {}")
    sheet.get_by_role("button", name="Druk af").click()
    expect(hint).to_be_visible()


def test_the_edition_for_all_asks_for_a_sector_first(learner: Learner) -> None:
    learner.open("compleet")
    frame = learner.frame
    frame.evaluate("location.hash = '#signaleringskaart'")
    card = learner.course.locator("#signaleringskaart")
    expect(card.get_by_role("heading", level=1, name="Signaleringskaart")).to_be_visible()
    expect(card.locator(".sheet").first).to_be_hidden()
    assert not learner.accessibility()
    card.get_by_role("radio", name="Mbo").check(force=True)
    expect(card.locator(".sheet").first).to_be_visible()
    expect(card.get_by_text("Wisselt van opleiding, midden in het jaar")).to_be_visible()
    expect(card.get_by_text("Heeft vaak buikpijn")).to_be_hidden()


@pytest.mark.parametrize(("edition", "sector"), [("vo", "vo"), ("compleet", "mbo")])
def test_the_presentation_can_be_saved(learner: Learner, edition: str, sector: str) -> None:
    learner.open(edition)
    if edition == "compleet":
        learner.course.locator("#start").get_by_role("radio", name="Mbo").check(force=True)
    link = learner.course.locator("#start").get_by_role("link", name="Presentatie voor de groep (PowerPoint)")
    with learner.page.expect_download() as saved:
        link.click()
    assert saved.value.suggested_filename == f"eenzaamheid-{sector}-presentatie.pptx"
    with open(saved.value.path(), "rb") as file:
        assert file.read(4) == b"PK\x03\x04"
