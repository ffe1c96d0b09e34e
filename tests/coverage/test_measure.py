"""Minutes and duplication, worked out by hand for small courses, and the course itself."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from coverage_samples import covered

from builder.blocks.base import Question
from builder.course.edition import sector_edition, select_edition
from builder.course.load import load_course
from builder.coverage import Twins, check_minutes, measure
from builder.coverage.measure import LONGEST, MOST_DUPLICATION, SHORTEST, lesson_efforts
from builder.coverage.minutes import question_seconds

LESSON = "units/deel/les.yaml"
HUNDRED = " ".join(["woord"] * 99) + " {{ leerling }}."


def seconds(folder: Path, blocks: str) -> float:
    """Of ``blocks`` in a lesson for po whose title is one word."""
    course, _ = covered(folder, {LESSON: ("  - type: if-then-plan\n    id: plan\n    moments: [Als de les begint]\n"
                                          "    actions: [{text: groet ik iedereen}]\n", blocks)})
    edition = sector_edition(course, course.info.sectors[0])
    without, _ = covered(folder, {LESSON: ("  - type: if-then-plan\n    id: plan\n    moments: [Als de les begint]\n"
                                           "    actions: [{text: groet ik iedereen}]\n", "")})
    before = sector_edition(without, without.info.sectors[0])
    return lesson_efforts(edition)["les"].seconds - lesson_efforts(before)["les"].seconds


@pytest.mark.parametrize(("what", "blocks", "expected"), [
    ("100 words at 200 a minute", f"  - {{type: text, body: '{HUNDRED}'}}\n", 30),
    ("a link counts by its words", "  - {type: text, body: 'Lees [deze bladzijde](source:u01) even.'}\n", 4 * 0.3),
    ("nothing for another sector", f"  - {{type: text, sectors: [hbo-wo], body: '{HUNDRED}'}}\n", 0),
    ("nothing for what stays folded", f"  - {{type: sector-comparison, items: {{po: '{HUNDRED}'}}}}\n", 0),
    ("a question: 2 + 6 + 4 words and 8 seconds to think",
     "  - type: true-false\n    id: v\n    objective: LD1\n    statement: Dit zijn zes woorden bij elkaar.\n    answer: true\n"
     "    feedback_true: Vier woorden zijn dit.\n    feedback_false: Vier woorden zijn dit.\n", 12 * 0.3 + 8),
    ("a choice: prompt 3, options 3 + 3, feedback 2 of one of them, 12 seconds, 3 for how sure",
     "  - type: single-choice\n    id: v\n    objective: LD1\n    confidence: true\n    prompt: Wat doe je?\n    options:\n"
     "      - {id: a, text: Ik wacht even, feedback: Dat kan.}\n      - {id: b, text: Ik vraag het, right: true, feedback: Dat helpt.}\n",
     11 * 0.3 + 12 + 3),
    ("writing: 3 words and 45 seconds", "  - {type: reflection, id: r, prompt: Wat zag je?}\n", 3 * 0.3 + 45),
])
def test_seconds(what: str, blocks: str, expected: float, tmp_path: Path) -> None:
    assert seconds(tmp_path, blocks) == pytest.approx(expected, abs=0.01), what


def test_a_test_takes_as_many_questions_as_it_draws(tmp_path: Path) -> None:
    course, _ = covered(tmp_path)
    edition = sector_edition(course, course.info.sectors[0])
    # two questions of 2 + 3 words, 1 word of feedback and 8 seconds; 40 to begin and read the result; the title
    assert lesson_efforts(edition)["toets"].seconds == pytest.approx(2 * (6 * 0.3 + 8) + 40 + 0.3)


def test_two_variants_of_the_same_sentence(tmp_path: Path) -> None:
    same = ("  - {type: text, sectors: [po], body: Praat rustig met de leerling.}\n"
            "  - {type: text, sectors: [hbo-wo], body: Praat rustig met de student.}\n")
    course, _ = covered(tmp_path, {LESSON: ("blocks:\n", "blocks:\n" + same)})
    twins = Twins(course)
    assert twins.copies == {"praat rustig met de {leerling}": 2}
    po, _, compleet = (select_edition(course, info) for info in course.info.editions)
    # po has that sentence and 3 others of four words or more; two variants share the blame
    assert twins.share(po) == pytest.approx(0.5 / 4)
    assert measure(compleet, twins).duplication == pytest.approx(2 * 0.5 / 5)


def test_the_same_sentence_for_everyone_is_written_once(tmp_path: Path) -> None:
    course, _ = covered(tmp_path, {LESSON: ("blocks:\n", "blocks:\n  - {type: text, body: Praat rustig met de leerling.}\n")})
    assert Twins(course).copies == {}


def test_a_new_type_of_question_takes_as_long_as_one_choice(tmp_path: Path) -> None:
    """Nothing has to know it before it can be measured."""
    class Riddle(Question):
        type: Literal["riddle"]

    riddle = Riddle.model_validate({"type": "riddle", "id": "r", "objective": "LD1", "prompt": "Wie ben ik?"})
    assert question_seconds(riddle) == pytest.approx(3 * 0.3 + 12)


@pytest.mark.parametrize(("old", "new", "said"), [
    ("minutes: 1\n", "minutes: 9\n", "course/units/deel/les.yaml:1:1: let op D50: les ‘les’ zegt 9 minuten, maar duurt er "),
    ("minutes: 1\n", "minutes: 1\n", "course/course.yaml:1:1: let op D51: de cursus duurt in po "),
    ("blocks:\n", "blocks:\n  - {type: text, sectors: [po], body: Praat rustig met de leerling.}\n"
     "  - {type: text, sectors: [hbo-wo], body: Praat rustig met de student.}\n",
     "course/course.yaml:1:1: let op D52: 20,0 procent van de zinnen staat ook in een tekst voor een andere sector."),
])
def test_a_measure_that_is_off_is_a_warning(old: str, new: str, said: str, tmp_path: Path) -> None:
    course, _ = covered(tmp_path, {LESSON: (old, new)})
    found = [str(problem) for problem in check_minutes(course)]
    assert any(line.startswith(said) for line in found), found


def test_the_course_takes_55_minutes_and_says_nothing_twice() -> None:
    course, _ = load_course(Path(__file__).parents[2] / "course")
    assert [str(problem) for problem in check_minutes(course)] == []
    twins = Twins(course)
    for info in course.info.editions:
        figures = measure(select_edition(course, info), twins)
        assert SHORTEST <= figures.minutes <= LONGEST, info.id
        assert figures.duplication < MOST_DUPLICATION, info.id
