"""What a screen reader says: one announcement for each change, and a name and role for everything that can be used."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.gallery.site import go_to, open_alone
from tests.gallery.states import STEPS, again, check, pick, place, put, retry, reveal, say

#: Collects, per action, the live regions whose words changed and what they say.
_LISTEN = """() => {
    const regions = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
    const said = (region) => region.textContent.replace(/\\s+/g, ' ').trim();
    window.before = new Map();
    window.hear = () => {
        const changed = [];
        for (const region of document.querySelectorAll(regions)) {
            if (region.closest('.bar, [data-notices]')) continue;
            const words = said(region);
            if (words !== (window.before.get(region) ?? '')) changed.push(words);
            window.before.set(region, words);
        }
        return changed.filter((words) => words !== '');
    };
    window.hear();
}"""


@pytest.fixture
def page(browser: Browser, gallery: str) -> Iterator[Page]:
    page = open_alone(browser, gallery, 867, reduced_motion="reduce")
    yield page
    page.context.close()


class Listener:
    """Somebody who hears the page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.evaluate(_LISTEN)

    def hears(self) -> str:
        """The one announcement since the last time; nothing is an empty text."""
        said: list[str] = self.page.evaluate("window.hear()")
        assert len(said) <= 1, f"{len(said)} announcements for one change: {said}"
        return said[0] if said else ""


def root_of(page: Page, lesson: str, name: str) -> Locator:
    return go_to(page, lesson).locator(f"#q-{name}")


def test_single_choice(page: Page) -> None:
    root = root_of(page, "kiezen", "enkel")
    listener = Listener(page)
    pick(root, "Gaat het goed met je in de pauze?")
    assert listener.hears() == "", "choosing is said by the choice itself"
    check(root)
    heard = listener.hears()
    assert heard.startswith("Nog niet")
    assert "Gaat het goed met je in de pauze?: nog niet. Op deze vraag past een kort antwoord." in heard
    assert "Je noemt wat je ziet" not in heard, "the answer is not given away"
    retry(root)
    assert listener.hears() == ""
    check(root)
    listener.hears()
    reveal(root)
    heard = listener.hears()
    assert heard.startswith("Zo zit het")
    assert "Ik zag je vaak alleen. Hoe is dat voor jou?: dit klopt. Je noemt wat je ziet en stelt een open vraag." in heard
    again(root)
    pick(root, "Ik zag je vaak alleen. Hoe is dat voor jou?")
    check(root)
    assert listener.hears().startswith("Klopt")


def test_multiple_choice_match_and_order_say_how_much_is_right(page: Page) -> None:
    meer = root_of(page, "kiezen", "meer")
    listener = Listener(page)
    for name in ("Een rustige plek.", "Een advies."):
        pick(meer, name)
    check(meer)
    assert listener.hears().startswith("Nog nietJe hebt 1 van de 2 goede antwoorden.")

    koppels = root_of(page, "koppelen", "koppels")
    listener = Listener(page)
    for select, target in zip(koppels.get_by_role("combobox").all(), ("Een groep", "Niets", "Zin of doel"), strict=True):
        select.select_option(label=target)
        assert listener.hears() == ""
    check(koppels)
    heard = listener.hears()
    assert "1 van de 3 regels klopt." in heard
    assert "praat hij over alles. Klopt. Zijn broer heeft hij." in heard

    stappen = root_of(page, "volgorde", "stappen")
    place(stappen, *reversed(STEPS))
    listener = Listener(page)
    stappen.get_by_role("button", name=f"Omlaag: {STEPS[3]}", exact=True).click()
    assert listener.hears() == f"{STEPS[3]}, plaats 2 van 4"
    check(stappen)
    assert "Geen stap staat op de goede plek." in listener.hears()
    reveal(stappen)
    assert f"De goede volgorde: {STEPS[0]}; {STEPS[1]}; {STEPS[2]}; {STEPS[3]}." in listener.hears()


def test_categorise_says_each_item(page: Page) -> None:
    root = root_of(page, "indelen", "signalen")
    listener = Listener(page)
    put(root, "Sem (13)", "Mentaal")
    assert listener.hears().startswith("Nog nietMisschien piekert Sem.")
    put(root, "Sem (13)", "Lichamelijk")
    assert listener.hears().startswith("Klopt: lichamelijk")
    put(root, "Isa (12)", "gebeurtenissen")
    assert listener.hears().startswith("Klopt: levensgebeurtenissen")
    put(root, "Juul (15)", "Sociaal")
    assert listener.hears().startswith("Klopt: sociaal"), "the rule is heard with the button that gets the focus"


def test_number_and_estimate(page: Page) -> None:
    getal = root_of(page, "getallen", "getal")
    listener = Listener(page)
    getal.get_by_role("textbox").fill("vier")
    check(getal)
    assert listener.hears() == "Nog nietReken nog eens. Een tiende van 30 is minder."
    schatting = root_of(page, "getallen", "schatting")
    schatting.get_by_role("slider").fill("20")
    listener.hears()
    check(schatting)
    assert listener.hears().startswith("Zo zit hetJij dacht 20. Het is 57.57 procent")


def test_conversation_says_what_the_other_says(page: Page) -> None:
    root = root_of(page, "gesprek", "praten")
    listener = Listener(page)
    say(root, "Ik zag dat je")
    heard = listener.hears()
    assert "Sena ‘Niet zo leuk’, zegt Sena." in heard
    assert "Dit opent het gesprek Je noemt wat je zag" in heard
    root.get_by_role("button", name="Ga verder").click()
    assert listener.hears() == "Sena: ‘Ik weet nooit bij wie ik moet gaan staan.’"


def test_the_plan_says_when_it_is_wiped(page: Page) -> None:
    plan = go_to(page, "opschrijven").locator(".plan")
    pick(plan, "Als ik de deur opendoe")
    listener = Listener(page)
    plan.get_by_role("button", name="Wis dit plan").click()
    assert listener.hears() == "Je plan is gewist."
    plan.get_by_role("button", name="Zet het plan terug").click()
    assert listener.hears() == "Je plan staat er weer."


def test_groups_are_named_by_their_question(page: Page) -> None:
    """Who lands in the middle hears what the choice is about."""
    lesson = go_to(page, "kiezen")
    assert lesson.get_by_role("group", name="Een leerling zit vaak alleen. Wat zeg je?").get_by_role("radio").count() == 3
    assert lesson.get_by_role("group", name="Hoe zeker ben je?").count() == 2
    assert lesson.get_by_role("group", name="Wat hoort bij een goed begin van een gesprek?").get_by_role("checkbox").count() == 4
    assert go_to(page, "indelen").get_by_role("group", name="Sem (13) slaapt al weken slecht.").get_by_role("button").count() == 5
    assert go_to(page, "koppelen").get_by_role("combobox", name="Yusuf (16) is graag alleen met zijn muziek.").count() == 1
    assert go_to(page, "getallen").get_by_role("slider", name="Hoeveel van de 100 mensen in dit voorbeeld noemen zich eenzaam?").count() == 1
    assert go_to(page, "gesprek").get_by_role("region", name="Gesprek met Sena").get_by_role("group", name="Hoe begin je?").count() == 1


def test_the_test_says_where_one_is(page: Page) -> None:
    root = go_to(page, "toets").locator("[data-assessment=toets]")
    root.get_by_role("button", name="Begin de toets").click()
    assert root.get_by_role("heading", level=2).inner_text().replace("\n", " ").startswith("Vraag 1 van 8.")
    links = root.get_by_role("navigation", name="Vragen van de toets").get_by_role("link")
    assert links.count() == 8
    assert links.first.get_attribute("aria-current") == "step"
