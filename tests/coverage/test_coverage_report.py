"""docs/coverage.md is the page that the course of today gives."""

from __future__ import annotations

from pathlib import Path

from coverage_samples import covered

from builder.course.load import load_course
from builder.coverage import load_guide, report

ROOT = Path(__file__).parents[2]


def test_the_page_is_up_to_date() -> None:
    course, problems = load_course(ROOT / "course")
    guide = load_guide(ROOT / "course", problems)
    assert guide is not None
    assert (ROOT / "docs/coverage.md").read_text("utf-8") == report(course, guide), "run `make coverage` and commit docs/coverage.md"


def test_it_says_in_which_lesson_of_which_edition(tmp_path: Path) -> None:
    page = report(*covered(tmp_path)).splitlines()
    assert "| F01 | Iedereen kent het. | 0.1 | 0.1 | 0.1 |" in page
    assert "| F02 | Kijk in het sociogram. | 0.1 | – | 0.1 |" in page
    assert "| u02 | [Twee](https://example.org/2) | F03 | – | 0.1 | 0.1 |" in page
    assert "| Moodlift | – | 0.1 | 0.1 |" in page
    assert "| LD1 | Kunnen | 1 · 0 · 4 (2) | 1 · 0 · 4 (2) | Les |" in page
    assert "| LD9 | Maken | zelf gemaakt | zelf gemaakt | Les |" in page


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    assert report(*covered(tmp_path / "a")) == report(*covered(tmp_path / "b"))
