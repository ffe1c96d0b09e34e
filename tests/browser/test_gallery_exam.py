"""The test that decides: draw, going back, handing in, safety, retakes, what counts, the refresher."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.gallery.site import go_to, launch
from tests.gallery.states import answer, do_test, hand_in
from tests.gallery.visitor import Visitor

TOTAL = 8


def the_test(visitor: Visitor) -> Locator:
    return visitor.find("[data-assessment=toets]")


def begin(visitor: Visitor) -> Locator:
    visitor.enter("toets")
    root = the_test(visitor)
    root.get_by_role("button", name="Begin de toets").click()
    return root


def jump(root: Locator, number: int) -> None:
    root.locator(".test-map__link").nth(number - 1).click()


def screens(root: Locator) -> list[str]:
    """Every question as it stands: its words in order, options included."""
    found = []
    for number in range(1, TOTAL + 1):
        jump(root, number)
        found.append(f"{root.locator('form.question').get_attribute('data-question')}: {root.locator('form.question').inner_text()}")
    return found


def test_the_same_draw_order_and_answers_after_a_reload(visitor: Visitor) -> None:
    root = begin(visitor)
    kinds = []
    for number in range(1, TOTAL + 1):
        jump(root, number)
        kinds.append(root.locator("form.question").get_attribute("data-type"))
        if number % 2:
            answer(root.locator("form.question"))
    assert len(set(kinds)) == 7, "one of each type, and one about safety"
    before = screens(root)
    visitor.again("toets")
    assert screens(root) == before
    expect(root.locator(".test-map__link.is-answered")).to_have_count(TOTAL // 2)
    visitor.refusals()
    assert visitor.faults == []


def test_it_opens_again_at_the_first_open_question(visitor: Visitor) -> None:
    root = begin(visitor)
    for number in (1, 2, 4):
        jump(root, number)
        answer(root.locator("form.question"))
    visitor.again("toets")
    expect(root.locator(".test-map__link[aria-current]")).to_have_text(re.compile("3"))


def test_no_feedback_before_handing_in(visitor: Visitor) -> None:
    root = begin(visitor)
    for number in range(1, TOTAL + 1):
        jump(root, number)
        form = root.locator("form.question")
        answer(form, right=False)
        assert form.locator(".mark, .feedback, .option__feedback").count() == 0
        assert form.locator("[class*='--right'], [class*='--wrong']").count() == 0
        assert form.locator(".answer-key").is_hidden()
    told = visitor.told()
    assert [name for name in told if "toets" in name or "veilig" in name] == [], "the LMS hears of it after handing in"


def test_going_back_and_changing_an_answer(visitor: Visitor) -> None:
    root = begin(visitor)
    do_test(root, wrong=("number",))
    for number in range(1, TOTAL + 1):
        jump(root, number)
        if root.locator("form.question").get_attribute("data-type") == "number":
            answer(root.locator("form.question"))
            break
    jump(root, TOTAL)
    hand_in(root)
    expect(root.locator(".result__score")).to_have_text("8 van de 8")


def test_open_questions_are_asked_about_first(visitor: Visitor) -> None:
    root = begin(visitor)
    do_test(root, skip=("match",))
    hand_in(root)
    notice = root.locator(".notice")
    expect(notice.get_by_role("heading", name="Je hebt één vraag nog niet beantwoord")).to_be_focused()
    notice.get_by_role("button", name=re.compile("^Ga naar vraag")).click()
    assert root.locator("form.question").get_attribute("data-type") == "match"
    jump(root, TOTAL)
    hand_in(root)
    notice.get_by_role("button", name="Lever toch in").click()
    expect(root.locator(".result__score")).to_have_text("7 van de 8")
    objective = root.locator(".objectives__item").filter(has_text="Koppelen")
    expect(objective).to_contain_text("0 van 1")
    expect(objective.get_by_role("link", name="1.4 Koppelen")).to_have_attribute("href", "#koppelen")


def test_half_points_have_a_comma_and_the_score_is_rounded_down(visitor: Visitor) -> None:
    root = begin(visitor)
    for number in range(1, TOTAL + 1):
        jump(root, number)
        form = root.locator("form.question")
        answer(form)
        if form.get_attribute("data-type") == "multiple-choice":
            form.locator("input:checked").first.uncheck()
    hand_in(root)
    expect(root.locator(".result__score")).to_have_text("7,5 van de 8")
    expect(root.locator(".objectives__item").filter(has_text="Meer antwoorden kiezen")).to_contain_text("0,5 van 1")
    visitor.wait_until_saved()
    assert visitor.held()["cmi.core.score.raw"] == "93"


def test_below_the_mark(visitor: Visitor) -> None:
    """Not passed: what to do again per objective, the lesson on safety first, and nothing is decided."""
    root = begin(visitor)
    do_test(root, wrong=("single-choice", "match", "order", "safety"))
    hand_in(root)
    expect(root.get_by_role("heading", name="Nog niet gehaald")).to_be_focused()
    expect(root.locator(".notice")).to_contain_text("Lees eerst 1.7 Een gesprek nog eens.")
    assert root.locator(".notice").get_by_role("button").count() == 0
    assert root.get_by_role("link", name="Maak je bewijs").count() == 0
    visitor.wait_until_saved()
    held = visitor.held()
    assert (held["cmi.core.lesson_status"], held["cmi.core.score.raw"]) == ("incomplete", "50")
    expect(visitor.find("#start [data-counts]")).to_have_text("Nog niet gehaald. Je hoogste score is 50 van de 100.")
    assert not visitor.find(".frame__side .lesson-list__link[href='#toets']").evaluate("(link) => link.classList.contains('is-done')")


def test_safety_wrong_leads_to_the_lesson_and_another_question(visitor: Visitor) -> None:
    root = begin(visitor)
    do_test(root, wrong=("safety",))
    hand_in(root)
    expect(root.get_by_role("heading", name="Genoeg punten, nog één vraag")).to_be_focused()
    visitor.wait_until_saved()
    assert visitor.held()["cmi.core.lesson_status"] == "incomplete"
    assert visitor.held()["cmi.core.score.raw"] == "87"
    expect(visitor.find("#start [data-counts]")).to_have_text("Nog één vraag over veiligheid te gaan.")
    root.locator(".notice").get_by_role("link", name="Lees 1.7 Een gesprek").click()
    expect(visitor.find(".is-current h1")).to_have_text("Een gesprek")

    # Coming back another day: the step that is left is still there.
    visitor.again("toets")
    asked = []
    root.get_by_role("button", name="Beantwoord een andere vraag").click()
    for right in (False, True):
        form = root.locator("form.question")
        asked.append(form.get_attribute("data-question"))
        answer(form, right=right)
        root.get_by_role("button", name="Kijk na").click()
        expect(form.locator(".feedback")).to_contain_text("Klopt" if right else "Nog niet")
        root.get_by_role("button", name="Naar je resultaat" if right else "Nog een andere vraag").click()
    assert len(set(asked)) == 2
    expect(root.get_by_role("heading", name="Je hebt de toets gehaald")).to_be_focused()
    expect(root.get_by_role("link", name="Maak je bewijs van deelname")).to_be_visible()
    visitor.wait_until_saved()
    held = visitor.held()
    assert (held["cmi.core.lesson_status"], held["cmi.core.score.raw"]) == ("passed", "87"), "the score stays what it was"
    visitor.refusals()
    assert visitor.faults == []


def test_retakes_are_new_and_the_best_score_counts(visitor: Visitor) -> None:
    root = begin(visitor)
    first = {line.split(":")[0] for line in screens(root)}
    do_test_from_the_start(root)
    hand_in(root)
    expect(root.locator(".result__score")).to_have_text("8 van de 8")
    root.get_by_role("button", name="Doe de toets opnieuw").click()
    second = {line.split(":")[0] for line in screens(root)}
    assert first & second == set(), "the pool holds twice the draw"
    jump(root, TOTAL)
    hand_in(root)
    root.get_by_role("button", name="Lever toch in").click()
    expect(root.locator(".result__text")).to_contain_text("Je had de toets al gehaald: dat blijft zo.")
    expect(root.locator(".result__text")).to_contain_text("Je hoogste score blijft staan: 100 van de 100.")
    visitor.wait_until_saved()
    held = visitor.held()
    assert (held["cmi.core.lesson_status"], held["cmi.core.score.raw"]) == ("passed", "100")
    root.get_by_role("button", name="Doe de toets opnieuw").click()
    third = {line.split(":")[0] for line in screens(root)}
    assert len(third & first) >= TOTAL - 1, "what was seen longest ago comes back first"


def do_test_from_the_start(root: Locator) -> None:
    jump(root, 1)
    do_test(root)


def test_everything_is_explained_afterwards(visitor: Visitor) -> None:
    root = begin(visitor)
    do_test(root, wrong=("single-choice", "true-false", "multiple-choice", "categorise", "match", "order", "number"), skip=("safety",))
    hand_in(root)
    root.get_by_role("button", name="Lever toch in").click()
    root.get_by_role("button", name="Bekijk alle vragen met uitleg").click()
    expect(root.locator(".review > li")).to_have_count(TOTAL)
    for item in root.locator(".review > li").all():
        item.locator("summary").first.click()
        form = item.locator("form.question")
        assert form.locator(":is(input, select, button):enabled").count() == 0, "locked"
        answered = form.locator("[class*='--wrong'], [class*='--missed'], [class*='--right']")
        assert answered.count() > 0, form.inner_text()
        assert form.locator(".option__feedback, .match__feedback, .feedback").count() > 0
    root.get_by_role("button", name="Terug naar je resultaat").click()
    expect(root.locator(".result__title")).to_be_focused()


def test_what_counts_is_visible_everywhere(visitor: Visitor) -> None:
    visitor.enter()
    line = visitor.find("#start .route__counts")
    expect(line).to_contain_text("Om de cursus af te ronden haal je 3.2 Toets en bewijs. De rest telt niet mee")
    expect(line.locator("[data-counts]")).to_have_text("Nog te doen.")
    for where in (".bar__menu", ".frame__side"):
        marked = visitor.find(f"{where} .lesson-list__link").filter(has=visitor.find(".lesson-list__extra"))
        assert [link.get_attribute("href") for link in marked.all()] == ["#toets"]
    begin_again = visitor.find(".bar__menu summary")
    begin_again.click()
    expect(visitor.find(".bar__menu .lesson-list__extra")).to_be_visible()


def test_the_sector_comes_first(visitor: Visitor) -> None:
    """Who goes straight to the test has not said where they work; half of the questions would be for others."""
    visitor.page.goto(launch(visitor.site))
    visitor.find("html[data-ready]").wait_for(state="attached")
    root = go_to(visitor.course, "toets").locator("[data-assessment=toets]")
    root.get_by_role("button", name="Begin de toets").click()
    expect(root.get_by_role("status")).to_have_text("Kies eerst waar je werkt. Dan krijg je vragen over jouw onderwijs.")
    root.get_by_role("link", name="waar je werkt").click()
    expect(visitor.find("#start h1")).to_be_focused()


def test_the_refresher_comes_on_a_later_visit_and_changes_nothing(visitor: Visitor) -> None:
    root = begin(visitor)
    seen = {line.split(":")[0] for line in screens(root)}
    do_test_from_the_start(root)
    hand_in(root)
    assert visitor.find("[data-refresher]").is_hidden(), "not on the visit itself"
    visitor.wait_until_saved()
    visitor.again("start")
    before = visitor.held()
    section = visitor.find("[data-refresher]")
    section.get_by_role("button", name="Begin de opfrisser").click()
    asked = set()
    for number in range(1, 6):
        expect(section.get_by_role("heading", name=f"Vraag {number} van 5")).to_be_focused()
        form = section.locator("form.question")
        asked.add(str(form.get_attribute("data-question")))
        answer(form, right=number != 2)
        section.get_by_role("button", name="Kijk na").click()
        section.get_by_role("button", name="Rond af" if number == 5 else "Volgende vraag").click()
    expect(section.get_by_role("heading", name="4 van de 5 goed")).to_be_focused()
    assert asked & seen == set()
    after = visitor.leave()
    for element in ("cmi.core.lesson_status", "cmi.core.score.raw"):
        assert after[element] == before[element]
    assert [name for name in after if name.startswith("cmi.interactions")] == [name for name in before if name.startswith("cmi.interactions")]
    assert visitor.faults == []
