"""Every type by keyboard alone: nothing needs the mouse, the focus is never lost and can always be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.gallery.site import go_to, open_alone
from tests.gallery.states import STEPS

_FAR = 80

#: Where the focus is: nothing when it is lost, and whether somebody sees it (WCAG 2.4.7 and 2.4.11).
_FOCUS = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    let box = element.getBoundingClientRect();
    // A choice that is drawn by its label has the ring there.
    const drawn = element.closest('.segment') ?? element;
    box = drawn.getBoundingClientRect();
    const style = getComputedStyle(drawn === element ? element : drawn.querySelector('span') ?? drawn);
    const isHeading = element.matches('[tabindex="-1"]');
    return {
        name: element.outerHTML.slice(0, 120),
        ring: isHeading || style.outlineStyle !== 'none' || getComputedStyle(element).outlineStyle !== 'none',
        inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}"""


class Keyboard:
    """Somebody without a mouse. Every key is judged: is the focus still somewhere, and is it to be seen?"""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.presses = 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.presses += 1
        focus = self.page.evaluate(_FOCUS)
        assert focus, f"the focus is lost after {key}"
        assert focus["ring"], f"no ring around the focus after {key}: {focus['name']}"
        assert focus["inView"], f"the focus is out of view after {key}: {focus['name']}"

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def pick(self, select: Locator, label: str) -> None:
        """In a list that unfolds: Home, then down until ``label``, which may begin with a letter that no key has."""
        self.to(select)
        self.press("Home")
        for _ in range(_FAR):
            if select.evaluate("(list) => list.selectedOptions[0].text") == label:
                return
            self.press("ArrowDown")
        raise AssertionError(f"not in the list: {label}")

    def to(self, target: Locator) -> None:
        """Tabs on until ``target`` has the focus."""
        for _ in range(_FAR):
            if target.evaluate("(element) => element === document.activeElement"):
                return
            self.press("Tab")
        raise AssertionError(f"not to be reached with Tab: {target}")

    def back_to(self, target: Locator) -> None:
        for _ in range(_FAR):
            if target.evaluate("(element) => element === document.activeElement"):
                return
            self.press("Shift+Tab")
        raise AssertionError(f"not to be reached with Shift+Tab: {target}")

    def choose(self, group: Locator, value: str) -> None:
        """In a group of radio buttons: Tab goes to the group, arrows go through it."""
        wanted = group.locator(f'input[value="{value}"]')
        radios = group.get_by_role("radio")
        for _ in range(_FAR):
            if group.evaluate("(group) => group.contains(document.activeElement) && document.activeElement.matches('[type=radio]')"):
                break
            self.press("Tab")
        if not wanted.is_checked():
            self.press("Space")
        for _ in range(radios.count()):
            if wanted.is_checked():
                return
            self.press("ArrowDown")
        raise AssertionError(f"{value} is not to be reached with the arrows")


@pytest.fixture
def page(browser: Browser, gallery: str) -> Iterator[Page]:
    page = open_alone(browser, gallery, 867, reduced_motion="reduce")
    yield page
    page.context.close()


@pytest.fixture
def keys(page: Page) -> Keyboard:
    return Keyboard(page)


def question(page: Page, lesson: str, name: str) -> Locator:
    """A question, with the focus at the start of its lesson as after opening it."""
    root = go_to(page, lesson).locator(f"#q-{name}")
    expect(root).to_be_visible()
    expect(page.locator(".is-current h1")).to_be_focused()
    return root


def check(keys: Keyboard, root: Locator, key: str = "Enter") -> None:
    keys.to(root.get_by_role("button", name="Kijk na"))
    keys.press(key)


def feedback(root: Locator) -> Locator:
    return root.locator(".question__feedback .feedback__title")


def retry(keys: Keyboard, root: Locator) -> None:
    """The button has the focus by itself: going on costs one key."""
    expect(root.get_by_role("button", name="Probeer opnieuw")).to_be_focused()
    keys.press("Enter")


def test_single_choice(page: Page, keys: Keyboard) -> None:
    root = question(page, "kiezen", "enkel")
    keys.choose(root, "gesloten")
    check(keys, root)
    expect(feedback(root)).to_have_text("Nog niet")
    retry(keys, root)
    keys.choose(root, "open")
    check(keys, root, "Space")
    expect(feedback(root)).to_have_text("Klopt")
    expect(root.get_by_role("button", name="Nog een keer")).to_be_focused()


def test_confidence(page: Page, keys: Keyboard) -> None:
    root = question(page, "kiezen", "zeker")
    keys.choose(root.locator(".options"), "eenzaam")
    keys.choose(root.locator(".confidence"), "3")
    check(keys, root)
    expect(feedback(root)).to_have_text("Veel collega’s denken dit ook")
    keys.to(root.get_by_role("button", name="Toon het antwoord"))
    keys.press("Enter")
    expect(feedback(root)).to_have_text("Zo zit het")
    keys.press("Enter")
    assert root.locator(".confidence input:checked").count() == 0, "a fresh question"


def test_multiple_choice(page: Page, keys: Keyboard) -> None:
    root = question(page, "kiezen", "meer")
    _tick(keys, root, "rust")
    _tick(keys, root, "advies")
    check(keys, root)
    expect(feedback(root)).to_have_text("Nog niet")
    retry(keys, root)
    _tick(keys, root, "advies")
    _tick(keys, root, "feit")
    check(keys, root)
    expect(feedback(root)).to_have_text("Klopt")


def _tick(keys: Keyboard, root: Locator, value: str) -> None:
    """Goes to a tick box, forward or back, and presses it."""
    boxes = [str(box.get_attribute("value")) for box in root.get_by_role("checkbox").all()]
    here = root.evaluate("(root) => [...root.querySelectorAll('[type=checkbox]')].indexOf(document.activeElement)")
    target = root.locator(f'input[value="{value}"]')
    if here > boxes.index(value):
        keys.back_to(target)
    else:
        keys.to(target)
    keys.press("Space")


def test_true_false(page: Page, keys: Keyboard) -> None:
    root = question(page, "juist-of-onjuist", "juist")
    keys.choose(root, "true")
    check(keys, root)
    retry(keys, root)
    keys.choose(root, "false")
    check(keys, root)
    expect(feedback(root)).to_have_text("Klopt")


def test_categorise(page: Page, keys: Keyboard) -> None:
    """One key more than the mouse per item: Tab to the category, then Enter."""
    root = question(page, "indelen", "signalen")
    put(keys, root, "slapen", "mentaal")
    expect(root.locator('[data-item="slapen"] .categorise__feedback')).to_contain_text("Nog niet")
    put(keys, root, "slapen", "lichamelijk", back=True)
    put(keys, root, "verhuisd", "levensgebeurtenissen")
    put(keys, root, "niemand", "sociaal")
    expect(root.get_by_role("button", name="Nog een keer")).to_be_focused()
    assert root.get_by_role("button", name="Nog een keer").evaluate(
        "(button) => document.getElementById(button.getAttribute('aria-describedby')).textContent") == "Stel jezelf steeds de testvraag."
    keys.press("Enter")
    expect(root.locator("[aria-pressed=true]")).to_have_count(0)


def put(keys: Keyboard, root: Locator, item: str, category: str, back: bool = False) -> None:
    target = root.locator(f'[data-item="{item}"] [data-target="{category}"]')
    (keys.back_to if back else keys.to)(target)
    keys.press("Enter")


def test_categorise_with_one_item(page: Page, keys: Keyboard) -> None:
    root = question(page, "indelen", "een-vraag")
    put(keys, root, "hoe", "open")
    expect(root.get_by_role("button", name="Nog een keer")).to_be_focused()


def test_match(page: Page, keys: Keyboard) -> None:
    root = question(page, "koppelen", "koppels")
    for place, target in enumerate(("Een groep", "Eén mens heel dichtbij", "Zin of doel")):
        keys.pick(root.get_by_role("combobox").nth(place), target)
    check(keys, root)
    expect(feedback(root)).to_have_text("Bijna")
    retry(keys, root)
    keys.pick(root.get_by_role("combobox").nth(2), "Niets")
    check(keys, root)
    expect(feedback(root)).to_have_text("Klopt")


def test_order(page: Page, keys: Keyboard) -> None:
    """A button per place and direction: the focus stays on it while it moves."""
    root = question(page, "volgorde", "stappen")
    for wanted in range(len(STEPS)):
        up = root.get_by_role("button", name=f"Omhoog: {STEPS[wanted]}", exact=True)
        while _place(root, STEPS[wanted]) > wanted:
            if root.evaluate("(root) => root.contains(document.activeElement)"):
                _towards(keys, up)
            else:
                keys.to(up)
            before = _place(root, STEPS[wanted])
            keys.press("Enter")
            assert _place(root, STEPS[wanted]) == before - 1
            expect(root.locator("[data-announce]")).to_have_text(f"{STEPS[wanted]}, plaats {before} van {len(STEPS)}")
    check(keys, root)
    expect(feedback(root)).to_have_text("Klopt")


def _place(root: Locator, step: str) -> int:
    return [text.strip() for text in root.locator("[data-step-text]").all_inner_texts()].index(step)


def _towards(keys: Keyboard, target: Locator) -> None:
    """Forward or back, whichever way the button lies in the page."""
    ahead = target.evaluate(
        "(element) => element === document.activeElement || Boolean(document.activeElement.compareDocumentPosition(element) & 4)")
    (keys.to if ahead else keys.back_to)(target)


def test_number(page: Page, keys: Keyboard) -> None:
    root = question(page, "getallen", "getal")
    keys.to(root.get_by_role("textbox"))
    keys.type("twee")
    keys.press("Enter")
    expect(feedback(root)).to_have_text("Nog niet")
    retry(keys, root)
    expect(root.get_by_role("textbox")).to_be_focused()
    keys.press("Control+A")
    keys.type("drie")
    keys.press("Enter")
    expect(feedback(root)).to_have_text("Klopt")


def test_estimate(page: Page, keys: Keyboard) -> None:
    root = question(page, "getallen", "schatting")
    slider = root.get_by_role("slider")
    keys.to(slider)
    expect(slider).to_have_attribute("aria-valuetext", "nog niets gekozen")
    for key in ("PageUp", "ArrowRight", "ArrowRight"):
        keys.press(key)
    expect(slider).to_have_attribute("aria-valuetext", "62 van de 100")
    check(keys, root)
    expect(feedback(root)).to_have_text("Zo zit het")


def test_conversation(page: Page, keys: Keyboard) -> None:
    root = question(page, "gesprek", "praten")
    reply(keys, root, "Waarom zoek je")
    expect(root.get_by_role("button", name="Ga verder")).to_be_focused()
    keys.press("Enter")
    expect(root.get_by_role("heading", name="Sena wil weg. Wat zeg je?")).to_be_focused()
    reply(keys, root, "Dat kwam er verkeerd uit.")
    keys.press("Enter")
    reply(keys, root, "Ik maak voortaan de groepjes")
    expect(root.get_by_role("heading", name="Probeer het anders. Wat zeg je?")).to_be_focused()
    reply(keys, root, "Dat lijkt me lastig.")
    keys.press("Enter")
    reply(keys, root, "Fijn dat je het vertelt.")
    keys.press("Enter")
    expect(root.get_by_role("heading", name="Het gesprek is afgerond")).to_be_focused()
    keys.to(root.locator(".replies summary"))
    keys.press("Enter")
    expect(root.locator(".replies details")).to_have_attribute("open", "")
    keys.to(root.get_by_role("button", name="Begin het gesprek opnieuw"))
    keys.press("Enter")
    expect(root.get_by_role("heading", name="Hoe begin je?")).to_be_focused()


def reply(keys: Keyboard, root: Locator, words: str) -> None:
    keys.to(root.locator(".reply").filter(has_text=words))
    keys.press("Enter")


def test_plan_and_reflection(page: Page, keys: Keyboard) -> None:
    lesson = go_to(page, "opschrijven")
    keys.to(lesson.locator(".reflection textarea"))
    keys.type("Iets wat mij opviel.")
    plan = lesson.locator(".plan")
    keys.choose(plan.locator('[data-part-choice="moment"]'), "Als ik de deur opendoe")
    keys.choose(plan.locator('[data-part-choice="action"]'), "own")
    keys.to(plan.get_by_role("textbox", name="Eigen actie"))
    keys.type("dan groet ik iedereen")
    expect(plan.locator(".plan__sentence")).to_have_text("Als ik de deur opendoe, dan groet ik iedereen.")
    keys.to(plan.get_by_role("button", name="Wis dit plan"))
    keys.press("Enter")
    expect(plan.get_by_role("button", name="Zet het plan terug")).to_be_focused()
    keys.press("Enter")
    expect(plan.locator(".plan__sentence")).to_have_text("Als ik de deur opendoe, dan groet ik iedereen.")


@pytest.mark.parametrize(("lesson", "control", "shows"), [
    ("tekst", ".term__word", ".term__note"),
    ("lijsten", ".card__front", ".card__back"),
    ("lijsten", ".accordion summary", ".accordion__body"),
    ("lijsten", ".sector-comparison summary", ".sector-comparison .accordion__body"),
])
def test_what_opens_and_closes(page: Page, keys: Keyboard, lesson: str, control: str, shows: str) -> None:
    root = go_to(page, lesson)
    keys.to(root.locator(control).first)
    for key, visible in (("Enter", True), ("Space", False)):
        keys.press(key)
        expect(root.locator(shows).first).to_be_visible(visible=visible)


def test_sociogram(page: Page, keys: Keyboard) -> None:
    root = go_to(page, "beeld").locator(".sociogram")
    keys.choose(root.locator(".segments"), "table")
    expect(root.locator(".network")).to_be_hidden()
    expect(root.get_by_role("table")).to_be_visible()


def test_the_whole_test(page: Page, keys: Keyboard) -> None:
    """Begin, answer one of each type, look back, hand in, read the explanation."""
    root = go_to(page, "toets").locator("[data-assessment=toets]")
    keys.to(root.get_by_role("button", name="Begin de toets"))
    keys.press("Enter")
    total = 8
    for number in range(1, total + 1):
        expect(root.get_by_role("heading", level=2)).to_be_focused()
        form = root.locator("form.question")
        _TEST_ANSWERS[str(form.get_attribute("data-type"))](keys, form)
        if number < total:
            keys.to(root.get_by_role("button", name=f"Vraag {number + 1}", exact=True))
            keys.press("Enter")
    keys.back_to(root.get_by_role("link", name="Vraag 1 beantwoord"))
    keys.press("Enter")
    expect(root.get_by_role("heading", level=2)).to_be_focused()
    keys.back_to(root.get_by_role("link", name=f"Vraag {total} beantwoord"))
    keys.press("Enter")
    keys.to(root.get_by_role("button", name="Lever in"))
    keys.press("Enter")
    expect(root.locator(".result__title")).to_be_focused()
    keys.to(root.get_by_role("button", name="Bekijk alle vragen met uitleg"))
    keys.press("Enter")
    expect(root.get_by_role("heading", name="Alle vragen met uitleg")).to_be_focused()
    keys.to(root.locator("summary").first)
    keys.press("Enter")
    expect(root.locator(".review__body").first).to_be_visible()


def _first_radio(keys: Keyboard, form: Locator) -> None:
    keys.choose(form, str(form.get_by_role("radio").first.get_attribute("value")))


def _first_box(keys: Keyboard, form: Locator) -> None:
    keys.to(form.get_by_role("checkbox").first)
    keys.press("Space")


def _each_item(keys: Keyboard, form: Locator) -> None:
    for item in form.locator(".categorise__item").all():
        keys.to(item.locator(".category").first)
        keys.press("Enter")


def _each_list(keys: Keyboard, form: Locator) -> None:
    for select in form.get_by_role("combobox").all():
        keys.to(select)
        keys.press("ArrowDown")


def _one_down(keys: Keyboard, form: Locator) -> None:
    keys.to(form.locator('[data-move="down"]').first)
    keys.press("Enter")


def _a_number(keys: Keyboard, form: Locator) -> None:
    keys.to(form.get_by_role("textbox"))
    keys.type("vijf")


_TEST_ANSWERS: dict[str, Callable[[Keyboard, Locator], None]] = {
    "single-choice": _first_radio, "true-false": _first_radio, "multiple-choice": _first_box, "categorise": _each_item,
    "match": _each_list, "order": _one_down, "number": _a_number,
}
