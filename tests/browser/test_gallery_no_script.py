"""Without a script everything can be read: all lessons under each other, every question with its options and its key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.blocks import rooms
from tests.gallery import EDITION


@pytest.fixture
def page(browser: Browser, gallery: str) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(f"{gallery}/{EDITION}/index.html")
    yield page
    context.close()


def test_every_lesson_is_there(page: Page) -> None:
    for lesson in page.locator("article.lesson").all():
        expect(lesson).to_be_visible()


def test_every_question_has_its_options_and_a_key_to_open(page: Page) -> None:
    names = [name for name, room in rooms().items() if room.is_question and name != "conversation"]
    for name in names:
        form = page.locator(f'form[data-type="{name}"]').first
        expect(form.locator(".question__prompt")).to_be_visible()
        key = form.locator("details.answer-key")
        assert key.get_attribute("open") is None, "closed until somebody wants it"
        key.locator("summary").click()
        expect(key.locator(".answer-key__body")).to_be_visible()
        for control in form.locator(".with-script").all():
            expect(control).to_be_hidden()
    expect(page.locator('form[data-type="match"] .match__choices').first).to_contain_text("Zin of doel")
    assert page.locator('form[data-type="order"] .answer-key li').first.text_content() == "Zeg wat je zag."
    expect(page.locator('form[data-type="estimate"] .statistic').first).to_contain_text("57 procent")


def test_a_conversation_can_be_read(page: Page) -> None:
    talk = page.locator("#q-praten")
    for words in ("Sena (14) blijft", "Hoe begin je?", "Waarom zoek je nooit zelf een groepje?", "Zo kan het gesprek lopen"):
        expect(talk.get_by_text(words).first).to_be_visible()
    talk.locator("details.answer-key summary").first.click()
    expect(talk.get_by_text("Dit klinkt als een verwijt.").first).to_be_visible()
    expect(talk.locator(".replies-area")).to_be_hidden()


def test_blocks_show_both_sides(page: Page) -> None:
    expect(page.locator(".card__back").first).to_be_visible()
    expect(page.locator(".term__note").first).to_be_visible()
    page.locator(".accordion summary").first.click()
    expect(page.locator(".accordion__body").first).to_be_visible()
    expect(page.locator(".sociogram table").first).to_be_visible()


def test_the_test_says_that_it_needs_a_script(page: Page) -> None:
    expect(page.get_by_text("Deze toets werkt alleen met JavaScript.").first).to_be_visible()
    expect(page.locator("[data-begin]").first).to_be_hidden()
