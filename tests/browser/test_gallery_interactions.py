"""Every type by pointer in a strict LMS: the first answer reaches it once, in the form of SCORM 1.2."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator

from tests.gallery.states import STEPS, again, check, pick, put, retry, reveal
from tests.gallery.states import place as put_in_order
from tests.gallery.visitor import Visitor

Act = Callable[[Locator], None]


def _options(*names: str) -> Act:
    def act(root: Locator) -> None:
        for name in names:
            pick(root, name)

    return act


def _steps(*numbers: int) -> Act:
    return lambda root: put_in_order(root, *(STEPS[number] for number in numbers))


def _lists(*targets: str) -> Act:
    def act(root: Locator) -> None:
        for select, target in zip(root.get_by_role("combobox").all(), targets, strict=True):
            select.select_option(label=target)

    return act


def _number(text: str) -> Act:
    return lambda root: root.get_by_role("textbox").fill(text)


CHECKED: list[tuple[str, str, str, Act, Act, dict[str, str]]] = [
    ("kiezen", "LD1-enkel", "#q-enkel", _options("Gaat het goed met je in de pauze?"), _options("Ik zag je vaak alleen. Hoe is dat voor jou?"),
     {"type": "choice", "student_response": "b", "correct_responses.0.pattern": "a"}),
    ("kiezen", "LD2-meer", "#q-meer", _options("Een rustige plek.", "Een advies."), _options("Een advies.", "Iets wat je zag."),
     {"type": "choice", "student_response": "a,c", "correct_responses.0.pattern": "a,b"}),
    ("juist-of-onjuist", "LD3-juist", "#q-juist", _options("Ja, dit klopt"), _options("Nee, dit klopt niet"),
     {"type": "true-false", "student_response": "t", "correct_responses.0.pattern": "f"}),
    ("koppelen", "LD5-koppels", "#q-koppels", _lists("Een groep", "Niets", "Zin of doel"), _lists("Een groep", "Eén mens heel dichtbij", "Niets"),
     {"type": "matching", "student_response": "a.a,b.c,c.d", "correct_responses.0.pattern": "a.a,b.b,c.c"}),
    ("volgorde", "LD6-stappen", "#q-stappen", _steps(3, 0, 1, 2), _steps(0, 1, 2, 3),
     {"type": "sequencing", "student_response": "d,a,b,c", "correct_responses.0.pattern": "a,b,c,d"}),
    ("getallen", "LD7-getal", "#q-getal", _number("vier"), _number("3"),
     {"type": "numeric", "student_response": "4", "correct_responses.0.pattern": "3"}),
]


@pytest.mark.parametrize(("lesson", "name", "selector", "wrong", "right", "told"), CHECKED, ids=[row[1] for row in CHECKED])
def test_the_first_answer_counts(visitor: Visitor, lesson: str, name: str, selector: str, wrong: Act, right: Act, told: dict[str, str]) -> None:
    visitor.enter(lesson)
    root = visitor.find(selector)
    wrong(root)
    check(root)
    retry(root)
    right(root)
    check(root)
    again(root)
    wrong(root)
    check(root)
    reveal(root)
    visitor.wait_until_saved()
    record = visitor.told()[name]
    assert {key: record[key] for key in told} == told
    assert record["result"] == "wrong"
    assert record["weighting"] == "0", "practice counts for nothing"
    assert re.fullmatch(r"\d{4}:\d\d:\d\d\.\d\d", record["latency"])
    assert re.fullmatch(r"\d\d:\d\d:\d\d", record["time"])
    responses = [call[2] for call in visitor.calls() if call[0] == "LMSSetValue" and call[1].endswith("student_response")]
    assert responses == [told["student_response"]], "told once"
    visitor.refusals()
    assert visitor.faults == []


def test_categorise_tells_the_first_choice_of_each_item(visitor: Visitor) -> None:
    visitor.enter("indelen")
    root = visitor.find("#q-signalen")
    put(root, "Sem (13)", "Mentaal")
    put(root, "Sem (13)", "Lichamelijk")
    put(root, "Isa (12)", "gebeurtenissen")
    visitor.wait_until_saved()
    assert "LD4-signalen" not in visitor.told(), "not before all items have an answer"
    put(root, "Juul (15)", "Sociaal")
    visitor.wait_until_saved()
    record = visitor.told()["LD4-signalen"]
    assert (record["type"], record["student_response"]) == ("matching", "a.c,b.a,c.e")
    assert record["correct_responses.0.pattern"] == "a.b,b.a,c.e"
    assert record["result"] == "wrong"
    visitor.refusals()
    assert visitor.faults == []


def test_estimate(visitor: Visitor) -> None:
    visitor.enter("getallen")
    root = visitor.find("#q-schatting")
    root.get_by_role("slider").fill("50")
    check(root)
    visitor.wait_until_saved()
    record = visitor.told()["LD7-schatting"]
    assert (record["type"], record["student_response"], record["correct_responses.0.pattern"]) == ("numeric", "50", "57")
    visitor.refusals()
    assert visitor.faults == []


def test_twelve_and_thirty_six_options(visitor: Visitor) -> None:
    visitor.enter("veel-opties")
    pick(visitor.find("#q-twaalf"), "December")
    check(visitor.find("#q-twaalf"))
    many = visitor.find("#q-zesendertig")
    for box in many.get_by_role("checkbox").all():
        box.check()
    check(many)
    rows = visitor.find("#q-twaalf-regels")
    for item in rows.locator(".categorise__item").all():
        item.locator('[data-target="open"]').click()
    visitor.wait_until_saved()
    told = visitor.told()
    assert told["LD1-twaalf"]["student_response"] == "l"
    assert told["LD2-zesendertig"]["student_response"] == ",".join("abcdefghijklmnopqrstuvwxyz0123456789")
    assert told["LD2-zesendertig"]["correct_responses.0.pattern"] == "0,2,4,6,8"
    assert told["LD4-twaalf-regels"]["student_response"] == ",".join(f"{letter}.a" for letter in "abcdefghijkl")
    visitor.refusals()
    assert visitor.faults == []


def test_dragging_is_an_extra(visitor: Visitor) -> None:
    """The handle moves a step; the buttons do the same."""
    visitor.enter("volgorde")
    root = visitor.find("#q-stappen")
    put_in_order(root, *reversed(STEPS))
    handle = root.locator(".order__item").filter(has_text=STEPS[0]).locator(".order__handle")
    root.locator(".order__item").last.scroll_into_view_if_needed()
    start, end = handle.bounding_box(), root.locator(".order__item").first.bounding_box()
    assert start and end
    visitor.page.mouse.move(start["x"] + 10, start["y"] + 10)
    visitor.page.mouse.down()
    for step in range(1, 11):
        visitor.page.mouse.move(start["x"] + 10, start["y"] + (end["y"] - start["y"]) * step / 10)
    visitor.page.mouse.up()
    assert root.locator("[data-step-text]").first.inner_text() == STEPS[0]
    assert visitor.faults == []
