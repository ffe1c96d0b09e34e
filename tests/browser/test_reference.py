"""Looking something up: by typing, by step, by keyboard, for one sector, and without a script."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, FrameLocator, expect

from tests.browser.learner import Learner


def open_reference(learner: Learner, edition: str) -> FrameLocator:
    learner.open(edition)
    learner.course.locator("summary", has_text="Inhoud").click()
    learner.course.get_by_role("link", name="Naslag en kaarten").click()
    expect(learner.course.get_by_role("heading", level=1, name="Naslag")).to_be_focused()
    return learner.course


def test_filters_while_typing_and_says_how_much(learner: Learner) -> None:
    page = open_reference(learner, "vo")
    field = page.get_by_role("searchbox", name="Zoek een begrip, signaal of hulpmiddel")
    found = page.locator("#found")
    all_of_them = int(found.inner_text().split()[0])
    assert all_of_them > 80
    field.press_sequentially("STIGMÀ")
    expect(found).to_have_text(re.compile(r"^[1-9] onderwerp"))
    stigma = page.locator("details:visible", has=page.locator("summary", has_text="Stigma"))
    expect(stigma).to_have_attribute("open", "")
    expect(stigma.locator("mark").first).to_have_text("Stigma")
    expect(page.get_by_role("heading", level=2, name="Welkom")).to_be_hidden()
    field.fill("xyzzy")
    expect(found).to_have_text("0 onderwerpen")
    expect(page.get_by_text("Niets gevonden.")).to_be_visible()
    field.fill("")
    expect(found).to_have_text(f"{all_of_them} onderwerpen")
    expect(page.locator("#naslag mark")).to_have_count(0)
    expect(page.locator("#naslag details[open]")).to_have_count(0)
    assert not learner.accessibility()


def test_enter_goes_to_the_first_and_a_link_to_its_lesson(learner: Learner) -> None:
    page = open_reference(learner, "vo")
    page.get_by_role("searchbox").fill("signaal lijf")
    page.get_by_role("searchbox").press("Enter")
    signal = page.locator("summary", has_text="Signaal: lichamelijk")
    expect(signal).to_be_focused()
    page.get_by_role("link", name="Naar les 2.1 Vijf soorten signalen").first.click()
    expect(page.get_by_role("heading", level=1, name="Vijf soorten signalen")).to_be_visible()


def test_one_step_only(learner: Learner) -> None:
    page = open_reference(learner, "po")
    page.get_by_label("Stap").select_option("Bespreken")
    expect(page.get_by_role("heading", level=2, name="Bespreken")).to_be_visible()
    expect(page.locator("#naslag").get_by_role("heading", level=2)).to_have_count(1)
    page.get_by_label("Stap").select_option("Kaarten")
    expect(page.get_by_role("link", name="Signaleringskaart", exact=True)).to_be_visible()


def test_only_what_the_sector_has(learner: Learner) -> None:
    page = open_reference(learner, "compleet")
    found = page.locator("#found")
    everyone = int(found.inner_text().split()[0])
    sector = page.locator("#naslag").get_by_role("radio", name="Hbo en wo")
    sector.check(force=True)
    expect(found).not_to_have_text(f"{everyone} onderwerpen")
    page.get_by_role("searchbox").fill("sociogramwerkblad")
    expect(found).to_have_text("0 onderwerpen")
    page.locator("#naslag").get_by_role("radio", name="Mbo").check(force=True)
    expect(found).to_have_text("1 onderwerp")


def test_without_a_script_it_is_a_list(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/vo/index.html#naslag")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    entry = page.locator("#naslag details", has_text="Stigma").first
    entry.locator("summary").click()
    expect(entry.locator(".accordion__body")).to_be_visible()
    context.close()
