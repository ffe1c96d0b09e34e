"""One run tells everything: a file that cannot be read hides no fault of another one, and nobody is blamed for it."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from tests.conftest import SmallCourse

LOOK = "units/eerste/kijken.yaml"
DO = "units/eerste/doen.yaml"
POOL = "questions/ld1-test.yaml"

#: A reference of every kind that leads nowhere.
ASTRAY = (
    "type: text\nsource: een-bron\nbody: |\n  [](lesson:een-les) [](source:een-link) [x](term:een-begrip) [](print:een-blad)\n"
    "  [](download:een-bestand) {{ een_woord }}",
    "type: figure\nimage: een-tekening\nalt: Niets",
    "type: help-lines\nlines: [een-hulplijn]",
    "type: categorise\nid: extra\nobjective: LD7\nprompt: Wat?\ncategories: een-indeling\n"
    "items: [{id: a, text: A, category: sociaal, right: Ja.}]",
)
NOWHERE = {"een-bron", "een-les", "een-link", "een-begrip", "een-blad", "een-bestand", "een_woord", "een-tekening",
           "een-hulplijn", "LD7", "een-indeling"}


class Broken(NamedTuple):
    """In ``file``, ``old`` becomes ``new``: a fault of its own, after which nobody knows whether ``unknown`` are there."""

    file: str
    old: str
    new: str
    fault: str
    unknown: set[str] = set()


BROKEN = {
    "a lesson": Broken(LOOK, "    prompt: Wie", "    promt: Wie", f"C06 {LOOK}:17:5"),
    "a pool": Broken(POOL, "use: test", "use: tets", f"C07 {POOL}:2:6"),
    "a unit": Broken("units/eerste/unit.yaml", "title:", "titel:", "C06 units/eerste/unit.yaml:2:1"),
    "the sources": Broken("sources.yaml", "title:", "titel:", "C06 sources.yaml:4:5", {"een-bron", "een-link"}),
    "the glossary": Broken("glossary.yaml", "word:", "woord:", "C06 glossary.yaml:3:5", {"een-begrip"}),
    "the help lines": Broken("helplines.yaml", "name:", "naam:", "C06 helplines.yaml:3:5", {"een-hulplijn"}),
    "the presentation": Broken("presentation.yaml", "id:", "idd:", "C06 presentation.yaml:1:1", {"een-bestand"}),
    "the course itself": Broken("course.yaml", "subtitle:", "subtitel:", "C06 course.yaml:3:1",
                                {"een_woord", "LD7", "een-indeling"}),
}


def broken(small: SmallCourse, name: str) -> Broken:
    if name == "the presentation":
        small.write("presentation.yaml", "id: praten\n")
    found = BROKEN[name]
    small.replace(found.file, found.old, found.new)
    return found


@pytest.mark.parametrize("name", BROKEN)
def test_what_leads_nowhere_is_told_all_the_same(name: str, small: SmallCourse) -> None:
    for block in ASTRAY:
        small.add_block(block, DO)
    unknown = broken(small, name).unknown
    told = {word for problem in small.problems() for word in re.findall(r"[‘ {]([\w-]+)[’ ]", problem.message)}
    assert told & NOWHERE == NOWHERE - unknown


@pytest.mark.parametrize("name", BROKEN)
def test_nobody_is_blamed_for_it(name: str, small: SmallCourse) -> None:
    """Its lessons are linked to, its questions are drawn, its sources named: nothing of that is a fault of others."""
    fault = broken(small, name).fault
    assert [line for line in small.found() if not line.startswith("C01")] == [fault]


@pytest.mark.parametrize(("file", "old", "new", "fault"), [
    ("units/eerste/unit.yaml", "[kijken, doen]", "[kijken, deon]", "C20 units/eerste/unit.yaml:3:19"),
    ("course.yaml", "units: [eerste]", "units: [eerst]", "C20 course.yaml:45:9"),
    (DO, "id: doen", "id: gedaan", f"C21 {DO}:1:5"),
], ids=["a lesson", "a unit", "the id of a lesson"])
def test_a_name_without_its_file_is_one_fault(file: str, old: str, new: str, fault: str, small: SmallCourse) -> None:
    """Links to the lesson that was meant are right."""
    small.replace(file, old, new)
    assert [line for line in small.found() if not line.startswith("C23")] == [fault]


def test_an_objective_that_does_not_exist_makes_no_pool_too_small(small: SmallCourse) -> None:
    small.replace(POOL, "id: altijd-te-zien\n    objective: LD1", "id: altijd-te-zien\n    objective: LD8")
    small.replace(DO, "draw: {LD1: 1}", "draw: {LD1: 2}")
    assert small.found() == [f"C11 {POOL}:4:5"]


def test_an_item_that_serves_two_uses_is_found_beside_a_lesson_with_a_fault(small: SmallCourse) -> None:
    small.add_block("type: true-false\nid: oefenen\nobjective: LD1\nstatement: Je ziet altijd wie eenzaam is.\nanswer: false\n"
                    "feedback_true: A.\nfeedback_false: B.", DO)
    small.replace(LOOK, "minutes: 2", "minutes: twee")
    assert small.found() == [f"Q30 {POOL}:4:5", f"C03 {LOOK}:3:10"]
