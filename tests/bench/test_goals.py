"""What the figures count and what they let pass; nothing is measured here."""

from __future__ import annotations

from math import inf
from typing import Any

import pytest

from tests.bench.commits import closest, commits_of
from tests.bench.goals import Figure, show

NAMES = {"status": "cmi.core.lesson_status", "state": "cmi.suspend_data", "time": "cmi.core.session_time",
         "place": "cmi.core.lesson_location", "answer": "cmi.interactions.3.student_response"}


def saving(at: float, **sent: str) -> list[dict[str, Any]]:
    """The calls of one saving: ``sent``, by the short names above, and a commit."""
    return [*({"name": "LMSSetValue", "args": [NAMES[name], value], "time": at} for name, value in sent.items()),
            {"name": "LMSCommit", "args": [""], "time": at}]


def gap(*savings: list[dict[str, Any]]) -> float:
    return closest(commits_of([call for calls in savings for call in calls]))


def test_two_commits_a_second_apart_are_seen() -> None:
    assert gap(saving(0, state="a", time="1"), saving(9_000, state="b", time="2"), saving(10_000, state="c", time="3")) == 1_000


def test_a_commit_without_anything_new_counts_too() -> None:
    assert gap(saving(0, time="1"), saving(700)) == 700
    assert gap(saving(0), saving(700, state="a", time="1")) == 700


def test_passing_is_two_commits_of_one_saving() -> None:
    completed, passed = saving(8_000, status="completed", state="b", time="2"), saving(8_020, status="passed", time="3")
    assert gap(saving(0, status="incomplete"), completed, passed, saving(14_000, state="c", time="4")) == 5_980
    assert gap(completed, saving(8_020, state="c", time="3")) == 20
    assert gap(saving(0, status="incomplete"), saving(30, status="passed", time="1")) == 30


def test_first_changed_and_then_right_is_one_saving() -> None:
    changed, right = saving(9_000, answer="b", state="odd"), saving(9_010, answer="a", state="even", place="les-2", time="3")
    assert gap(saving(0, state="a", time="1"), changed, right) == 9_000
    # Two savings of their own: they bring the time, or what the first one set stays.
    assert gap(saving(9_000, answer="b", state="odd", time="2"), right) == 10
    assert gap(changed, saving(9_010, state="even", time="3")) == 10
    assert gap(changed, saving(9_010, answer="b", state="even", time="3")) == 10


def test_one_commit_is_close_to_none() -> None:
    assert gap(saving(0, status="incomplete")) == gap() == inf


@pytest.mark.parametrize(("figures", "code"), [
    ([Figure("machine"), Figure("size 1 kB", "under 2 kB")], 0),
    ([Figure("build 9 s", "under 2 s", met=False, timing=True)], 0),
    ([Figure("size 3 kB", "under 2 kB", met=False), Figure("requests 5", "at most 5")], 1),
])
def test_a_missed_goal_fails_unless_it_is_one_of_time(figures: list[Figure], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert show(iter(figures)) == code
    assert capsys.readouterr().out == "".join(f"{figure}\n" for figure in figures)


def test_a_figure_says_whether_its_goal_was_met() -> None:
    assert str(Figure("machine, 2 cores")) == "machine, 2 cores"
    assert str(Figure("size 1 kB", "under 2 kB")) == "size 1 kB (goal met: under 2 kB)"
    assert str(Figure("size 3 kB", "under 2 kB", met=False)) == "size 3 kB (GOAL MISSED: under 2 kB)"
