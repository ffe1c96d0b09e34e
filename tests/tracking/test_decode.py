"""`decode`: what a help desk sees of a learner's saved state, and what it is told when a text is no state."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import main
from builder.course.edition import Edition, select_edition
from builder.course.load import load_course
from builder.course.model import Course
from builder.course.slots import SavedState, edition_slots, saved_state
from builder.problems import Problems
from builder.state import Layout, Slot, State, encode, layout_for
from builder.state.codec import Value
from builder.tracking import UnreadableState, read_text, report

COURSE = Path(__file__).parents[2] / "course"


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(COURSE)[0]


@pytest.fixture(scope="module")
def saved(course: Course) -> SavedState:
    return saved_state(course, COURSE, Problems())


def an_edition(course: Course, name: str) -> Edition:
    return select_edition(course, next(edition for edition in course.info.editions if edition.id == name))


def text_of(saved: SavedState, edition: Edition, state: State) -> str:
    return encode(layout_for(saved.lock, edition_slots(edition)), state)


def a_learner(edition: Edition) -> tuple[State, dict[str, str]]:
    """Half-way through the first lessons and the test, and what of that must be readable."""
    first, second, third = edition.lessons[:3]
    practice = next(placed.question for placed in edition.questions
                    if placed.use == "practice" and placed.question.type == "single-choice")
    item, test = edition.assessments[-1]
    drawn = [placed.question for placed in edition.questions
             if placed.use == "test" and placed.question.objective in test.draw and placed.question.type == "single-choice"][:2]
    state: State = {
        "course": {"location": str(second.lesson.id), "sector": str(edition.sectors[0].id), "edition": str(edition.info.id),
                   "seed": 7, "revision": 118, "minutes": 37},
        f"lesson/{first.lesson.id}": {"seen": 1, "done": 1},
        f"lesson/{second.lesson.id}": {"seen": 1, "done": 0},
        f"question/{practice.id}": {"first": practice.options[1].id, "now": practice.options[0].id, "tries": 2, "done": 1},
        f"assessment/{test.id}": {"attempts": 2, "open": 1, "handed": 1, "best": 83, "passed": 681, "safety": 1},
        f"question/{drawn[0].id}": {"now": drawn[0].options[2].id, "place": 2},
        f"question/{drawn[1].id}": {"now": None, "place": 1},
    }
    return state, {
        "done": first.lesson.id, "opened": second.lesson.id, "untouched": third.lesson.id, "practice": practice.id,
        "test": test.id, "second": drawn[0].id, "first": drawn[1].id, "lesson": item.lesson.id,
    }


@pytest.mark.parametrize("name", ["po", "vo", "mbo", "hbo-wo"])
def test_it_tells_where_a_learner_is(course: Course, saved: SavedState, name: str) -> None:
    edition = an_edition(course, name)
    state, ids = a_learner(edition)
    standing = read_text(course, saved.lock, text_of(saved, edition, state), name)

    assert (standing.minutes, standing.revision) == (37, 118)
    assert standing.location is not None and standing.location.id == ids["opened"]
    states = {lesson.id: lesson.state for lesson in standing.lessons}
    assert [states[ids[which]] for which in ("done", "opened", "untouched")] == ["done", "opened", "untouched"]
    [(_, [answer])] = standing.practice
    assert (answer.id, answer.stage, answer.tries) == (ids["practice"], "done", 2)
    assert answer.first and answer.now and answer.first != answer.now
    test = next(assessment for assessment in standing.assessments if assessment.id == ids["test"])
    assert (test.begun, test.handed_in, test.is_open, test.best) == (2, 1, True, 83)
    assert [question.id for question in test.questions] == [ids["first"], ids["second"]]

    lines = report(standing).splitlines()
    assert f"Is nu bij      {standing.location.number} {standing.location.title}" in lines
    assert f"Lessen klaar   1 van {len(standing.lessons)}" in lines
    assert any("gehaald op 12 november 2026, beste score 83 van de 100, 1 keer ingeleverd, bezig met poging 2" in line for line in lines)
    assert any(line.startswith(f"    {ids['practice']}: ") for line in lines)
    assert max(map(len, lines)) <= 230


def test_the_edition_for_all_shows_the_lessons_of_the_chosen_sector(course: Course, saved: SavedState) -> None:
    edition = an_edition(course, "compleet")
    state: State = {"course": {"edition": "compleet", "sector": "mbo"}}
    chosen = read_text(course, saved.lock, text_of(saved, edition, state))
    assert chosen.sector == "Middelbaar beroepsonderwijs"
    assert len(chosen.lessons) == len(an_edition(course, "mbo").lessons)
    none = read_text(course, saved.lock, text_of(saved, edition, {"course": {"edition": "compleet"}}))
    assert (none.sector, none.location) == ("", None)
    assert "nog niet gekozen" in report(none)


def test_every_answer_of_every_type_can_be_read(course: Course, saved: SavedState) -> None:
    """Whatever is chosen, its words are shown and never an error; seeded random states of every edition."""
    rng = random.Random(5)
    for info in course.info.editions:
        edition = select_edition(course, info)
        layout = layout_for(saved.lock, edition_slots(edition))
        for _ in range(3):
            state = dict(some_work(rng, layout))
            state["course"]["edition"] = str(info.id)
            standing = read_text(course, saved.lock, encode(layout, state))
            shown = {answer.id: answer for _, answers in standing.practice for answer in answers}
            assert len(shown) > 20
            assert all(answer.first and answer.now for answer in shown.values())
            assert report(standing).count("geen antwoord") < 20


def some_work(rng: random.Random, layout: Layout) -> Iterator[tuple[str, dict[str, Value]]]:
    for slot in layout.slots:
        if isinstance(slot, Slot):
            yield slot.key, {field.name: some_value(rng, field.kind, field.bits, field.ids, field.targets)
                             for field in slot.fields}


def some_value(rng: random.Random, kind: str, bits: int, ids: tuple[str, ...], targets: tuple[str, ...]) -> Value:
    names, aims = ([name for name in given if name] for given in (ids, targets))
    match kind:
        case "number":
            return rng.randrange(1, 1 << bits)
        case "choice":
            return rng.choice(names)
        case "set":
            return names[:2]
        case "order":
            return rng.sample(names, len(names))
        case "map":
            return {name: rng.choice(aims) for name in names}
        case _:
            return {name: 1 for name in names}


def test_a_number_is_the_number_that_was_typed(course: Course, saved: SavedState) -> None:
    """The player keeps numbers one higher, so that 0 can be an answer."""
    edition = an_edition(course, "vo")
    question = next(placed.question for placed in edition.questions
                    if placed.use == "practice" and placed.question.answer().kind == "number")
    state: State = {f"question/{question.id}": {"first": 1, "now": 31, "done": 1, "tries": 1}, "course": {"edition": "vo"}}
    [(_, [answer])] = read_text(course, saved.lock, text_of(saved, edition, state)).practice
    assert answer.first.split()[0] == "0"
    assert answer.now.split()[0] == "30"


@pytest.mark.parametrize(("text", "edition", "words"), [
    ("", "vo", "Er is geen tekst."),
    ("   ", "vo", "Er is geen tekst."),
    ("1AE5", "vo", "niet compleet of beschadigd"),
    ("-_-_-_-_-_-_", "vo", "niet compleet of beschadigd"),
    ("{\"answers\": []}", "vo", "niet compleet of beschadigd"),
    ("é" * 50, "vo", "niet compleet of beschadigd"),
    ("1" * 5000, "vo", "niet compleet of beschadigd"),
    ("NEWER", "vo", "nieuwere versie"),
    ("OTHER", "vo", "van editie ‘mbo’, niet van ‘vo’. Kies --edition mbo."),
    ("NONE", None, "staat geen editie"),
    ("OTHER", "v0", "Editie ‘v0’ bestaat niet."),
])
def test_what_cannot_be_read_is_said_with_what_to_do(course: Course, saved: SavedState, text: str, edition: str | None, words: str) -> None:
    if text == "NEWER":
        layout = layout_for(saved.lock, edition_slots(an_edition(course, "vo")))
        text = encode(Layout((*layout.slots, 3)), {})
    elif text == "OTHER":
        text = text_of(saved, an_edition(course, "mbo"), {"course": {"edition": "mbo"}})
    elif text == "NONE":
        text = text_of(saved, an_edition(course, "vo"), {})
    with pytest.raises(UnreadableState) as caught:
        read_text(course, saved.lock, text, edition)
    assert words in str(caught.value)


def test_every_cut_and_every_changed_character_is_noticed(course: Course, saved: SavedState) -> None:
    edition = an_edition(course, "vo")
    text = text_of(saved, edition, a_learner(edition)[0])
    rng = random.Random(9)
    for cut in range(1, len(text), max(1, len(text) // 20)):
        with pytest.raises(UnreadableState):
            read_text(course, saved.lock, text[:cut], "vo")
    for _ in range(20):
        place = rng.randrange(len(text))
        other = rng.choice([letter for letter in "ABCxyz019-_" if letter != text[place]])
        with pytest.raises(UnreadableState):
            read_text(course, saved.lock, text[:place] + other + text[place + 1:], "vo")


def test_a_text_as_a_page_or_a_mail_breaks_it(course: Course, saved: SavedState) -> None:
    edition = an_edition(course, "vo")
    text = text_of(saved, edition, a_learner(edition)[0])
    broken = f" ‘{text[:20]}\n  {text[20:]}’\r\n"
    assert read_text(course, saved.lock, broken, "vo") == read_text(course, saved.lock, text)


def test_the_command_says_what_is_wrong_and_fails() -> None:
    result = CliRunner().invoke(main, ["decode", "-geen-stand", "--edition", "vo"])
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert result.output == ("Deze tekst is niet compleet of beschadigd. "
                             "Kopieer de hele waarde van ‘cmi.suspend_data’ opnieuw.\n")


def test_the_command_prints_it(course: Course, saved: SavedState) -> None:
    edition = an_edition(course, "vo")
    result = CliRunner().invoke(main, ["decode", text_of(saved, edition, a_learner(edition)[0]), "--edition", "vo"])
    assert result.exit_code == 0
    assert result.output.startswith("Editie         Voor het voortgezet onderwijs (vo)\n")
    assert result.output.endswith("\n")
