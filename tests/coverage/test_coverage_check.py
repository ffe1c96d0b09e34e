"""Per gap: what is taken away, and the problem that it gives, with its place."""

from __future__ import annotations

import time
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from coverage_samples import covered, question

from builder.build import build
from builder.cli import main
from builder.course.load import load_course
from builder.coverage import Guide, check_coverage, load_guide
from builder.problems import BuildError, Problems

LESSON = "units/deel/les.yaml"
TEST = "units/deel/toets.yaml"
POOL_FILE = "questions/toets.yaml"


class Gap(NamedTuple):
    """In ``file`` ``old`` becomes ``new``: a problem ``code`` at the place of ``at`` that says ``words``."""

    code: str
    file: str
    old: str
    new: str
    at: str
    words: str


GAPS = [
    Gap("D10", LESSON, "facts: [F02]", "facts: []", "course/facts.yaml:3", "F02 komt in po in geen les voor"),
    Gap("D10", LESSON, "    facts: [F01]\n", "    facts: [F01]\n    sectors: [po]\n", "course/facts.yaml:2", "F01 komt in hbo-wo"),
    Gap("D11", LESSON, "    sectors: [po]\n    facts: [F02]", "    facts: [F02]", "course/units/deel/les.yaml:9", "F02 geldt niet voor hbo-wo"),
    Gap("D11", POOL_FILE, "    objective: LD1\n", "    objective: LD1\n    facts: [F03]\n", "course/questions/toets.yaml:4", "F03 geldt niet voor po"),
    Gap("D02", LESSON, "facts: [F02]", "facts: [F02, F22]", "course/units/deel/les.yaml:9", "F22"),
    Gap("D12", LESSON, "    body: Kijk in het sociogram.", "    body: Kijk in het [sociogram](source:u02).",
        "course/units/deel/les.yaml:12", "‘u02’ is niet voor po"),
    Gap("D20", "facts.yaml", "[u02]", "[u03]", "course/facts.yaml:4", "‘u03’ van feit F03 staat niet in sources.yaml"),
    Gap("D21", LESSON, "[kent het](source:u01)", "kent het", "course/sources.yaml:2", "‘u01’ staat in po in geen les die F01 behandelt"),
    Gap("D22", "sources.yaml", "example.org/2", "example.org/1", "course/sources.yaml:3", "staat ook bij ‘u01’"),
    Gap("D30", LESSON, "body: Kijk in het sociogram.", "body: Kijk in de klas.", "course/instruments.yaml:2", "‘Sociogram’ komt in po"),
    Gap("D40", LESSON, "objectives: [LD1, LD9]", "objectives: [LD1]", "course/course.yaml:12", "LD9 wordt in po niet uitgelegd en niet geoefend"),
    Gap("D40", TEST, "minutes: 1\n", "minutes: 1\nsectors: [po]\n", "course/course.yaml:11", "LD1 wordt in hbo-wo niet getoetst"),
    Gap("D40", LESSON, "    id: plan\n", "    id: plan\n    sectors: [po]\n", "course/course.yaml:12", "LD9 wordt in hbo-wo niet geoefend en niet getoetst"),
    Gap("D41", POOL_FILE, question(3), "", "course/course.yaml:11", "LD1 heeft de eindtoets in po 3 vragen; er zijn er 4 nodig"),
    Gap("D42", POOL_FILE, "    safety: true\n", "", "course/questions/toets.yaml:1", "po heeft 2 toetsvragen over veiligheid"),
]


def test_a_course_that_covers_everything_has_no_problem(tmp_path: Path) -> None:
    assert list(check_coverage(*covered(tmp_path))) == []


@pytest.mark.parametrize("gap", GAPS, ids=lambda gap: f"{gap.code} {gap.words}")
def test_gap(gap: Gap, tmp_path: Path) -> None:
    found = [problem for problem in check_coverage(*covered(tmp_path, {gap.file: (gap.old, gap.new)})) if problem.code == gap.code]
    assert any(f"{problem.position}".startswith(f"{gap.at}:") and gap.words in problem.message for problem in found), list(map(str, found))


def test_every_code_is_tried() -> None:
    source = (Path(__file__).parents[2] / "builder/coverage/check.py").read_text("utf-8")
    assert {"D03", *(gap.code for gap in GAPS)} == {code for code in (f"D{n:02}" for n in range(100)) if f'"{code}"' in source}


def test_a_list_whose_items_are_all_for_others_takes_its_block_with_it(tmp_path: Path) -> None:
    change = {LESSON: ("    sectors: [hbo-wo]\n    items:\n      - {source: u02,", "    items:\n      - {sectors: [hbo-wo], source: u02,")}
    assert list(check_coverage(*covered(tmp_path, change))) == []


def test_a_course_without_facts_needs_no_guide(tmp_path: Path) -> None:
    course, _ = covered(tmp_path, {LESSON: ("    facts: [F01]\n", "")})
    assert load_guide(tmp_path, Problems()) is None
    assert [problem.code for problem in check_coverage(course, None)] == ["D03"]
    lesson = (tmp_path / "course" / LESSON)
    lesson.write_text(lesson.read_text("utf-8").replace("    facts: [F02]\n", "").replace(", facts: [F03]", ""), "utf-8")
    assert list(check_coverage(load_course(tmp_path / "course")[0], None)) == []


def test_a_guide_with_another_name_does_not_pass_for_none(tmp_path: Path) -> None:
    """Nothing would be checked, and nobody would know."""
    covered(tmp_path)
    (tmp_path / "course/facts.yaml").rename(tmp_path / "course/fact.yaml")
    with pytest.raises(BuildError) as error:
        build(tmp_path / "course", tmp_path / "dist")
    assert [str(problem).splitlines()[0] for problem in error.value.problems] == [
        "course/fact.yaml: let op C23: dit bestand doet niet mee.",
        "course/units/deel/les.yaml:6:5: fout D03: hier staat ‘facts’, maar er is geen facts.yaml om dat mee na te kijken.",
    ]


@pytest.mark.parametrize(("file", "old", "new", "said"), [
    ("facts.yaml", "id: F02", "id: F01", "course/facts.yaml:3:5: fout D01: ‘F01’ staat hier twee keer."),
    ("instruments.yaml", "id: moodlift", "id: sociogram", "course/instruments.yaml:3:5: fout D01: ‘sociogram’ staat hier twee keer."),
])
def test_a_fact_or_instrument_that_is_in_its_list_twice(file: str, old: str, new: str, said: str, tmp_path: Path) -> None:
    covered(tmp_path)
    path = tmp_path / "course" / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    problems = Problems()
    load_guide(tmp_path / "course", problems)
    assert [str(problem).splitlines()[0] for problem in problems] == [said]


def test_the_command_counts_what_is_missing(tmp_path: Path) -> None:
    covered(tmp_path, {LESSON: ("facts: [F02]", "facts: []")})
    result = CliRunner().invoke(main, ["coverage", "--course", str(tmp_path / "course"), "--output", str(tmp_path / "out.md")])
    assert result.exit_code == 1
    assert result.output.splitlines()[-1] == "coverage: 3 facts, 2 links, 2 instruments, 1 missing"
    assert "| F02 | Kijk in het sociogram. | **ontbreekt** | – | **ontbreekt** |" in (tmp_path / "out.md").read_text("utf-8")


@pytest.fixture(scope="module")
def course_and_guide() -> tuple[object, Guide]:
    folder = Path(__file__).parents[2] / "course"
    course, problems = load_course(folder)
    guide = load_guide(folder, problems)
    assert guide is not None
    return course, guide


def test_the_course_covers_the_guide(course_and_guide: tuple[object, Guide]) -> None:
    assert [str(problem) for problem in check_coverage(*course_and_guide)] == []  # type: ignore[arg-type]


def test_the_guide_is_whole(course_and_guide: tuple[object, Guide]) -> None:
    guide = course_and_guide[1]
    assert list(guide.facts) == [f"F{n:02}" for n in range(1, 103)]
    assert list(guide.links) == [f"u{n:02}" for n in range(1, 41)]
    per_sector = {sector: sum(sector in fact.sectors for fact in guide.facts.values()) for sector in ("po", "vo", "mbo", "hbo-wo")}
    assert per_sector == {"po": 75, "vo": 78, "mbo": 73, "hbo-wo": 63}


def test_the_build_can_afford_the_check(course_and_guide: tuple[object, Guide]) -> None:
    best = min(_seconds(course_and_guide) for _ in range(5))
    assert best < 0.1  # about 0.025 on a quiet machine; a rule that reads the course again and again takes ten times that


def _seconds(course_and_guide: tuple[object, Guide]) -> float:
    started = time.process_time()
    list(check_coverage(*course_and_guide))  # type: ignore[arg-type]
    return time.process_time() - started
