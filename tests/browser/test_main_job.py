"""Each edition from start to proof, as a professional would play it, with what the LMS holds after each step."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from builder.course.edition import select_edition
from builder.course.model import Course
from tests.browser.answers import Known, known_questions, words_on
from tests.browser.learner import Learner

EDITIONS = [("po", "po"), ("vo", "vo"), ("mbo", "mbo"), ("hbo-wo", "hbo-wo"), ("compleet", "vo")]
LABELS = {"vo": "Voortgezet onderwijs"}


@pytest.mark.parametrize(("edition", "sector"), EDITIONS, ids=[edition for edition, _ in EDITIONS])
def test_from_start_to_proof(learner: Learner, course: Course, edition: str, sector: str) -> None:
    questions = known_questions(course, edition, sector)
    assert questions
    found: list[str] = []

    def look() -> None:
        found.extend(f"{learner.heading()}: {line}" for line in learner.accessibility())

    # A first visit: incomplete at once, no score before the test.
    learner.open(edition)
    learner.wait_until_saved()
    held = learner.held()
    assert held["core"]["lesson_status"] == "incomplete"
    assert held["core"]["exit"] == "suspend"
    assert held["core"]["score"]["raw"] == ""
    look()
    if edition == "compleet":
        learner.choose_sector(LABELS[sector])
    learner.course.get_by_role("link", name=re.compile("^Begin met")).click()
    expect(learner.course.get_by_role("heading", level=1, name="Welkom")).to_be_visible()

    # Reading on, and a practice question: not yet, again, right.
    chosen = select_edition(course, next(e for e in course.info.editions if e.sectors == [sector]))
    titles = [questions[0].say(item.lesson.title) for item in chosen.lessons]
    for title in titles[:2]:
        assert learner.heading() == title
        look()
        learner.go_on()
    assert learner.heading() == "Drie soorten eenzaamheid"
    practice = next(known for known in questions if known.question.type == "match")
    form = learner.question(practice.prompt)
    practice.fill_in(form, right=False)
    learner.check(form)
    expect(form.get_by_role("status")).to_contain_text("Nog niet")
    look()
    form.get_by_role("button", name="Probeer opnieuw").click()
    practice.fill_in(form, right=True)
    learner.check(form)
    expect(form.get_by_role("status")).to_contain_text("Klopt")
    learner.wait_until_saved()
    types = [value for call in learner.calls() if call[0] == "LMSSetValue" for value in call[2:3] if value == "matching"]
    assert types, "the first answer reaches the LMS as an interaction"
    assert "wrong" in [call[2] for call in learner.calls() if call[0] == "LMSSetValue" and call[1].endswith(".result")]

    # Leaving half-way, and coming back to the same place with the answer.
    held = learner.leave()
    assert held["core"]["lesson_location"] == "drie-soorten"
    assert held["core"]["exit"] == "suspend"
    assert held["core"]["session_time"] != "00:00:00"
    learner.open(edition)
    assert learner.heading() == "Drie soorten eenzaamheid"
    expect(form.get_by_role("status")).to_contain_text("Klopt")
    first = practice.question.pairs[0]
    assert form.get_by_label(practice.say(first.left)).input_value() == first.id

    # Every other lesson.
    for title in titles[3:]:
        learner.go_on()
        assert learner.heading() == title
        look()

    # The test: first not passed, which decides nothing; then passed.
    assert learner.heading() == titles[-1]
    _do_test(learner, questions, right=False)
    expect(learner.course.get_by_role("heading", name="Nog niet gehaald")).to_be_focused()
    look()
    learner.wait_until_saved()
    assert learner.held()["core"]["lesson_status"] == "incomplete"
    assert float(learner.held()["core"]["score"]["raw"]) < 75
    learner.course.get_by_role("button", name="Doe de toets opnieuw").click()
    _do_test(learner, questions, right=True, begun=True)
    expect(learner.course.get_by_role("heading", name="Je hebt de toets gehaald")).to_be_focused()
    look()
    learner.course.get_by_role("button", name="Bekijk alle vragen met uitleg").click()
    expect(learner.course.get_by_role("heading", name="Alle vragen met uitleg")).to_be_focused()
    look()
    learner.wait_until_saved()
    held = learner.held()
    assert held["core"]["lesson_status"] == "passed"
    assert float(held["core"]["score"]["raw"]) == 100
    assert learner.written("cmi.core.lesson_status")[-2:] == ["completed", "passed"]
    sets = [call[1:3] for call in learner.calls() if call[0] == "LMSSetValue"]
    assert sets.index(["cmi.core.score.raw", "100"]) < sets.index(["cmi.core.lesson_status", "completed"])

    # The proof, with the name turned around.
    learner.course.get_by_role("button", name="Terug naar je resultaat").click()
    learner.course.get_by_role("link", name="Maak je bewijs van deelname").click()
    expect(learner.course.get_by_role("heading", level=1, name="Bewijs van deelname")).to_be_visible()
    expect(learner.course.get_by_label("Naam", exact=True)).to_have_value("Marieke de Wit")
    look()

    # Back after passing: everything is there to read, nothing is written.
    held = learner.leave()
    assert held["core"]["exit"] == ""
    learner.open(edition)
    assert [call for call in learner.calls() if call[0] == "LMSSetValue"] == []
    learner.course.get_by_role("link", name="Naar je bewijs").or_(learner.course.locator("summary", has_text="Inhoud")).first.click()
    assert found == []
    assert learner.faults == []
    refused = [call for call in learner.calls() if call[-1] not in ("0", "")]
    assert refused == []


def _do_test(learner: Learner, questions: list[Known], right: bool, begun: bool = False) -> None:
    if not begun:
        learner.course.get_by_role("button", name="Begin de toets").click()
    for number in range(1, 13):
        heading = learner.course.get_by_role("heading", name=re.compile(f"^Vraag {number} van 12"))
        expect(heading).to_be_focused()
        prompt = " ".join(heading.inner_text().split()).split(". ", 1)[1]
        screen = heading.locator("xpath=ancestor::form")
        shown = words_on(screen)
        known = next(k for k in questions if k.prompt == prompt and k.is_in(shown))
        known.fill_in(screen, right)
        if number < 12:
            learner.course.get_by_role("button", name=f"Vraag {number + 1}", exact=True).click()
    learner.course.get_by_role("button", name="Lever in").click()
