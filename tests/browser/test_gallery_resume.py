"""Leaving and coming back in every state of every type, in a strict LMS: what a learner saw is what is there again."""

from __future__ import annotations

import pytest

from tests.gallery.judge import shown
from tests.gallery.states import EXHIBITS, Exhibit, pick
from tests.gallery.visitor import Visitor

#: What is not kept, and why that is right.
_PASSING = {
    ("getal", "geen getal"): "what was typed is no answer yet",
    ("getal", "gekozen"): "a number comes back in digits",
    ("getal", "klopt"): "a number comes back in digits",
    ("plan", "gewist"): "what was wiped is gone for good",
}
#: A conversation is walked through below: it comes back at the next turn, not at a button.
_QUESTIONS = [exhibit for exhibit in EXHIBITS
              if exhibit.selector.startswith(("#q-", ".plan", ".reflection")) and exhibit.name != "gesprek"]


@pytest.mark.parametrize("exhibit", _QUESTIONS, ids=[exhibit.name for exhibit in _QUESTIONS])
def test_every_state_is_there_again(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.enter(exhibit.lesson)
    lost: dict[str, object] = {}
    for state, root in exhibit.states(visitor.course):
        before = shown(root)
        visitor.again(exhibit.lesson)
        after = shown(root)
        if before != after and (exhibit.name, state) not in _PASSING:
            lost[state] = {key: (before[key], after[key]) for key in before if before[key] != after[key]}
    assert lost == {}
    visitor.refusals()
    assert visitor.faults == []


def test_half_way_in_a_conversation(visitor: Visitor) -> None:
    """The turns so far are there, and the one that is next; the first choices stay those that count."""
    visitor.enter("gesprek")
    talk = visitor.find("#q-praten")
    talk.locator(".reply").filter(has_text="Waarom zoek je").click()
    talk.get_by_role("button", name="Ga verder").click()
    talk.locator(".reply").filter(has_text="Dat kwam er verkeerd uit").click()
    visitor.again("gesprek")
    assert talk.locator(".talk.with-script .talk__you").count() == 2
    assert talk.locator(".question__prompt").inner_text() == "Wat zeg je?"
    assert talk.locator("[data-turn-place]").inner_text() == "Beurt 3 van 4"
    talk.get_by_role("button", name="Begin het gesprek opnieuw").click()
    for words in ("Ik zag dat je", "Dat lijkt me lastig", "Fijn dat je het vertelt"):
        talk.locator(".reply").filter(has_text=words).click()
        talk.locator(".replies .button").click()
    assert talk.locator("[data-turn-place]").inner_text() == "Afgerond"
    visitor.wait_until_saved()
    told = visitor.told()["LD8-praten"]
    assert told["student_response"].startswith("begin=verwijt herstel=sorry gevoel=luisteren")
    assert told["result"] == "wrong"
    visitor.refusals()
    assert visitor.faults == []


def test_a_number_that_was_not_answered_is_not_nought(visitor: Visitor) -> None:
    visitor.enter("getallen")
    visitor.find("#q-schatting").get_by_role("slider").fill("0")
    visitor.again("getallen")
    assert visitor.find("#q-schatting output").inner_text() == "0"
    assert visitor.find("#q-getal").get_by_role("textbox").input_value() == ""
    assert visitor.find("#q-getal").get_by_role("button", name="Kijk na").is_disabled()


def test_a_choice_that_the_course_words_otherwise_by_now_stays_in_the_plan(visitor: Visitor) -> None:
    visitor.enter("opschrijven")
    plan = visitor.find(".plan")
    pick(plan, "Als ik de deur opendoe")
    visitor.page.evaluate(
        """() => {
            for (const [key, value] of Object.entries(localStorage)) localStorage.setItem(key, value.replace('ik de deur opendoe', 'de bel gaat'));
        }""")
    visitor.again("opschrijven")
    assert plan.locator('[data-own="moment"]').input_value() == "Als de bel gaat"
    assert plan.locator(".plan__sentence").inner_text().startswith("Als de bel gaat, dan")
    assert visitor.faults == []
