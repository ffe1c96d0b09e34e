"""On paper: questions with their key, a plan or a conversation alone, the proof on one sheet; also from a frame that forbids printing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.gallery.site import go_to, open_alone, ready
from tests.gallery.states import EXHIBITS, check, do_test, hand_in, pick, say
from tests.gallery.visitor import Visitor

#: Printing as a browser does it, without paper: what could be read then is kept in ``printed``.
_PRINTER = """() => {
    window.print = () => {
        window.dispatchEvent(new Event('beforeprint'));
        window.printed = document.body.innerText;
        window.dispatchEvent(new Event('afterprint'));
    };
}"""

_QUESTIONS = [exhibit for exhibit in EXHIBITS if exhibit.selector.startswith("#q-") and exhibit.name != "gesprek"]


@pytest.fixture
def page(browser: Browser, gallery: str) -> Iterator[Page]:
    page = open_alone(browser, gallery, 867, reduced_motion="reduce")
    yield page
    page.context.close()


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def as_printed(page: Page) -> str:
    """What is on paper, by the way of the page's own print button."""
    words: str = page.evaluate("window.printed")
    return " ".join(words.split())


@pytest.mark.parametrize("exhibit", _QUESTIONS, ids=[exhibit.name for exhibit in _QUESTIONS])
def test_a_question_stands_on_paper_with_its_key_in_every_state(page: Page, exhibit) -> None:  # type: ignore[no-untyped-def]
    for state, root in exhibit.states(page):
        page.emulate_media(media="print")
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert root.locator(".question__prompt").is_visible(), state
        key = root.locator(".answer-key")
        assert key.is_visible(), state
        assert key.locator(".answer-key__body").evaluate("(body) => body.getBoundingClientRect().height > 0"), state
        for choice in root.locator(".option__text, .categorise__text, .match__left, [data-step-text]").all():
            assert choice.is_visible(), state
        for control in root.locator(".actions, .order__move, .question__feedback, .option__feedback").all():
            assert control.is_hidden(), state
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        page.emulate_media(media="screen")


def test_a_lesson_is_printed_alone(page: Page) -> None:
    go_to(page, "kiezen")
    page.emulate_media(media="print")
    assert page.get_by_text("Een leerling zit vaak alleen. Wat zeg je?").first.is_visible()
    assert page.locator("#q-juist").is_hidden()
    assert page.locator(".bar").is_hidden()
    assert 1 <= pages(page.pdf(prefer_css_page_size=True)) <= 4


def test_a_test_that_is_being_made_prints_no_key(page: Page) -> None:
    root = go_to(page, "toets").locator("[data-assessment=toets]")
    root.get_by_role("button", name="Begin de toets").click()
    page.emulate_media(media="print")
    assert root.locator(".question__prompt").is_visible()
    assert root.locator(".answer-key").is_hidden()


def test_only_the_plan_is_printed(page: Page) -> None:
    page.evaluate(_PRINTER)
    plan = go_to(page, "opschrijven").locator(".plan")
    pick(plan, "Als ik de deur opendoe")
    pick(plan, "dan stel ik één open vraag")
    page.emulate_media(media="print")
    plan.evaluate("(plan) => plan.querySelector('[data-print-plan]').click()")
    assert as_printed(page) == ("Jouw plan Als ik de deur opendoe, dan stel ik één open vraag. "
                                "In de weg nog niets Hulp van nog niemand Terugkijken nog geen datum")
    assert page.locator(".is-not-printed").count() == 0, "the page is whole again"


def test_an_empty_plan_is_printed_to_write_on(page: Page) -> None:
    page.evaluate(_PRINTER)
    plan = go_to(page, "opschrijven").locator(".plan")
    page.emulate_media(media="print")
    plan.evaluate("(plan) => plan.querySelector('[data-print-plan]').click()")
    printed = as_printed(page)
    assert "Wat kan in de weg zitten?" in printed
    assert "Wie viel jou op deze week?" not in printed, "not the reflection beside it"


def test_a_conversation_is_printed_as_text(page: Page) -> None:
    page.evaluate(_PRINTER)
    talk = go_to(page, "gesprek").locator("#q-praten")
    say(talk, "Gaat het wel?")
    page.emulate_media(media="print")
    talk.evaluate("(talk) => talk.querySelector('[data-print]').click()")
    printed = as_printed(page)
    for words in ("Sena (14) blijft bij groepswerk vaak over.", "Jij ‘Gaat het wel?’", "Hoe begin je?",
                  "Waarom zoek je nooit zelf een groepje?", "Dit klinkt als een verwijt.", "Zo kan het gesprek lopen", "Sena knikt."):
        assert words in printed, words
    assert "Bij gevaar blijf je bij de ander" not in printed, "not the lesson around it"
    assert "Druk het gesprek af" not in printed


def pass_the_test(root: Locator) -> None:
    root.get_by_role("button", name="Begin de toets").click()
    do_test(root)
    hand_in(root)


def test_the_proof_is_one_sheet(page: Page) -> None:
    go_to(page, "bewijs")
    expect(page.get_by_text("Je krijgt het bewijs als je de eindtoets hebt gehaald.")).to_be_visible()
    pass_the_test(go_to(page, "toets").locator("[data-assessment=toets]"))
    page.get_by_role("link", name="Maak je bewijs van deelname").click()
    sheet = page.locator(".certificate")
    expect(sheet.get_by_label("Naam")).to_have_value("Marieke de Wit")
    for words in ("Galerij: elk blok en elke vraagvorm", "Voor vo en mbo", "1.0.0", "100 van de 100", "Studietijd", "Op tijd hulp halen",
                  "Dit is geen diploma en geeft geen registerpunten.", "dat is het bewijsstuk"):
        expect(sheet).to_contain_text(words)
    assert "ccredit" not in sheet.inner_text(), "not a word about it without a registration"
    assert pages(page.pdf(prefer_css_page_size=True)) == 1
    page.emulate_media(media="print")
    assert page.locator(".desk__bar").is_hidden()
    colours = sheet.evaluate(
        """(sheet) => [...sheet.querySelectorAll('h1, p, dt, dd, li, input')].map((element) => getComputedStyle(element).color)
            .map((colour) => colour.match(/\\d+/g).slice(0, 3).map(Number))""")
    for red, green, blue in colours:
        # Grey of at most 45 per cent light: dark enough on any printer.
        assert 0.2126 * red + 0.7152 * green + 0.0722 * blue < 115, (red, green, blue)


def test_the_proof_can_be_printed_again_after_coming_back(visitor: Visitor) -> None:
    visitor.enter("toets")
    pass_the_test(visitor.find("[data-assessment=toets]"))
    visitor.wait_until_saved()
    before = visitor.find(".certificate__facts").text_content()
    visitor.again("bewijs")
    assert visitor.find(".certificate__facts").text_content() == before
    expect(visitor.course.get_by_label("Naam", exact=True)).to_have_value("Marieke de Wit")
    assert visitor.faults == []


@pytest.mark.parametrize(("learner", "says"), [
    ("leerling-1", "Je naam blijft op dit apparaat"),
    # Nobody knows whose this device is next: without an id nothing is kept, and the page says so.
    ("", "Je naam wordt niet bewaard"),
])
def test_without_a_name_from_the_lms_the_learner_types_it(visitor: Visitor, learner: str, says: str) -> None:
    visitor.enter("toets", name="", id=learner)
    pass_the_test(visitor.find("[data-assessment=toets]"))
    visitor.course.get_by_role("link", name="Maak je bewijs van deelname").click()
    name = visitor.course.get_by_label("Naam", exact=True)
    expect(name).to_have_value("")
    expect(name).to_be_editable()
    expect(visitor.find("[data-proof-bar]")).to_contain_text(says)
    name.fill("Jan Jansen")
    visitor.wait_until_saved()
    assert all("Jansen" not in str(call) for call in visitor.calls()), "the name is not sent"
    assert visitor.faults == []


def test_a_frame_that_forbids_printing_says_so(visitor: Visitor) -> None:
    visitor.enter("opschrijven", sandbox="allow-scripts allow-same-origin allow-forms")
    plan = visitor.find(".plan")
    pick(plan, "Als ik de deur opendoe")
    plan.get_by_role("button", name="Druk je plan af").click()
    expect(plan.get_by_text("Afdrukken kan hier niet")).to_be_visible()
    assert visitor.find(".is-not-printed").count() == 0
    visitor.again("toets")
    pass_the_test(visitor.find("[data-assessment=toets]"))
    visitor.course.get_by_role("link", name="Maak je bewijs van deelname").click()
    visitor.course.get_by_role("button", name="Druk af of bewaar als pdf").click()
    expect(visitor.find("[data-proof-bar]").get_by_text("Afdrukken kan hier niet")).to_be_visible()
    ready(visitor.course)


def test_checked_questions_are_on_paper_without_a_second_explanation(page: Page) -> None:
    """The key says it once; what stands under the options on the screen stays there."""
    root = go_to(page, "kiezen").locator("#q-enkel")
    pick(root, "Gaat het goed met je in de pauze?")
    check(root)
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    words = root.inner_text()
    assert words.count("Op deze vraag past een kort antwoord.") == 1
    assert "Noem wat je ziet en stel een open vraag." in words
