"""The build says when nobody looked at a help line for a year."""

from __future__ import annotations

from datetime import date

import pytest

from builder.build import build
from builder.course import help_lines
from tests.conftest import SmallCourse


@pytest.mark.parametrize(("day", "found"), [
    (date(2026, 11, 25), []), (date(2027, 11, 26), []), (date(2027, 11, 27), ["C33 helplines.yaml:2:5"]),
])
def test_a_year_after_somebody_looked(small: SmallCourse, monkeypatch: pytest.MonkeyPatch, day: date, found: list[str]) -> None:
    monkeypatch.setattr(help_lines, "today", lambda: day)
    assert [name for name in small.found() if name.startswith("C33")] == found


def test_it_is_a_warning_and_packages_are_the_same(small: SmallCourse, monkeypatch: pytest.MonkeyPatch) -> None:
    before, _ = build(small.folder, small.output)
    monkeypatch.setattr(help_lines, "today", lambda: date(2028, 1, 1))
    after, problems = build(small.folder, small.output)
    assert [problem.message for problem in problems.warnings] == [
        "hulplijn ‘hulplijn’ is op 25-11-2026 voor het laatst nagekeken: meer dan een jaar geleden."]
    assert [item.data for item in after] == [item.data for item in before]


def test_a_day_that_does_not_exist(small: SmallCourse) -> None:
    small.replace("helplines.yaml", "2026-11-25", "2026-02-30")
    assert "C09 helplines.yaml:2:5" in small.found()
