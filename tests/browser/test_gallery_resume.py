"""Leaving and coming back in every state of every type, in a strict LMS: what a learner saw is what is there again."""

from __future__ import annotations

import pytest

from tests.gallery.judge import shown
from tests.gallery.states import EXHIBITS, Exhibit
from tests.gallery.visitor import Visitor

#: States that live on the screen alone: what was typed and is no answer; the earlier tries of a conversation.
_PASSING = {
    "geen getal": "no answer yet",
    "bijna": "a conversation stands at the turn, without the try before",
    "nog niet, ander verloop": "a conversation stands at the turn that follows",
    "beste reactie": "a conversation stands at the turn that follows",
    "afgerond": "the model is folded again",
    "gewist": "what was wiped is gone for good",
}
_QUESTIONS = [exhibit for exhibit in EXHIBITS if exhibit.selector.startswith(("#q-", ".plan", ".reflection"))]


@pytest.mark.parametrize("exhibit", _QUESTIONS, ids=[exhibit.name for exhibit in _QUESTIONS])
def test_every_state_is_there_again(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.enter(exhibit.lesson)
    lost: dict[str, object] = {}
    for state, root in exhibit.states(visitor.course):
        before = shown(root)
        visitor.again(exhibit.lesson)
        after = shown(root)
        if before != after and state not in _passing(exhibit):
            lost[state] = {key: (before[key], after[key]) for key in before if before[key] != after[key]}
    assert lost == {}
    visitor.refusals()
    assert visitor.faults == []


def _passing(exhibit: Exhibit) -> set[str]:
    """``bijna`` passes in a conversation only: with a check button it is a state of the question."""
    return set(_PASSING) - (set() if exhibit.name == "gesprek" else {"bijna"})


def test_half_way_in_a_conversation(visitor: Visitor) -> None:
    """The turns so far are there, and the one that is next; the first choices stay those that count."""
    visitor.enter("gesprek")
    talk = visitor.find("#q-praten")
    talk.locator(".reply").filter(has_text="Waarom zoek je").click()
    talk.get_by_role("button", name="Ga verder").click()
    talk.locator(".reply").filter(has_text="Dat kwam er verkeerd uit").click()
    visitor.again("gesprek")
    assert talk.locator(".talk__you").count() == 2
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
