"""An author goes on with a course while learners are half-way: no answer may move to another question or option.

What the course asks is read from the author's own files; what a learner then finds comes the whole way: YAML, course,
lock, edition, layout, text. Every state is read by the builder's codec and by the player's.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from author import EDITS, Author
from course_files import SECTORS, CourseFiles, Data
from player_codec import in_the_player, needs_node
from state_samples import some_state

from builder.build import build
from builder.course.edition import select_edition
from builder.course.load import load_course
from builder.course.slots import LOCK, edition_slots, saved_state
from builder.problems import Problem, Problems
from builder.state import Layout, State, decode, encode, layout_for
from builder.state.codec import Value
from tests.conftest import SmallCourse

#: Every option or other id under the key of its slot.
Ids = dict[str, set[str]]

_LOSS = re.compile(r"‘((?:course|lesson|question|assessment)[a-z0-9/-]*)’ (is te veel veranderd|mist nu|zit niet meer in)(.*)")
_KINDS = {"is te veel veranderd": "replaced", "mist nu": "narrowed", "zit niet meer in": "unused"}


@dataclass(frozen=True)
class Told:
    """What a build said that learners lose, by key."""

    replaced: set[str]
    unused: set[str]
    narrowed: Ids

    @classmethod
    def by(cls, problems: list[Problem]) -> Told:
        told = cls(set(), set(), {})
        for problem in problems:
            found = _LOSS.match(problem.message)
            assert found and problem.code == "L10" and problem.severity == "warning", problem
            match _KINDS[found[2]]:
                case "replaced":
                    told.replaced.add(found[1])
                case "unused":
                    told.unused.add(found[1])
                case _:
                    told.narrowed[found[1]] = set(re.findall("‘([^’]*)’", found[3]))
        return told


@dataclass
class Learner:
    """Somebody who began with an older version: the text that her LMS keeps, and what that version could tell of it."""

    edition: str
    text: str
    before: State
    changed: set[str] = field(default_factory=set)
    """Keys that the author touched since then."""
    replaced: set[str] = field(default_factory=set)
    """Keys that the author was told are begun anew."""


class Version:
    """A published course: the layouts of its editions, and what the author was told."""

    def __init__(self, folder: Path) -> None:
        self._course, _ = load_course(folder)
        problems = Problems()
        self._saved = saved_state(self._course, folder, problems)
        self._saved.path.write_text(self._saved.text, "utf-8")
        self.told = Told.by(list(problems))
        self._layouts: dict[str, Layout] = {}

    def layout(self, name: str) -> Layout:
        """What the package of an edition says of the saved state."""
        if name not in self._layouts:
            info = next(info for info in self._course.info.editions if info.id == name)
            edition = select_edition(self._course, info)
            self._layouts[name] = layout_for(self._saved.lock, edition_slots(edition))
            assert self._saved.for_edition(edition)[0] == self._layouts[name].as_json()
        return self._layouts[name]

    def begin(self, rng: random.Random) -> Learner:
        """Somebody half-way in this version."""
        edition = rng.choice([*SECTORS, "compleet"])
        layout = self.layout(edition)
        text = encode(layout, some_state(rng, layout))
        return Learner(edition, text, decode(layout, text))


@dataclass
class Tally:
    edits: Counter[str] = field(default_factory=Counter)
    untouched: int = 0
    kept: int = 0
    lost: Counter[str] = field(default_factory=Counter)
    jobs: list[dict[str, Any]] = field(default_factory=list)
    """For the player: layout and text …"""
    expected: list[State] = field(default_factory=list)
    """… and what must come out."""


def reaches(part: Data, sectors: set[str]) -> bool:
    return not part.get("sectors") or bool(sectors & set(part["sectors"]))


def parts_of(question: Data, files: CourseFiles, sectors: set[str]) -> tuple[list[str], list[str]]:
    """Ids that a learner answers with, and where these are pairs the ids of the other side."""
    def ids(parts: list[Data]) -> list[str]:
        return [part["id"] for part in parts if reaches(part, sectors)]

    match question["type"]:
        case "true-false":
            return ["true", "false"], []
        case "single-choice" | "multiple-choice":
            return ids(question["options"]), []
        case "order":
            return ids(question["items"]), []
        case "categorise":
            return ids(question["items"]), ids(files.info["category_sets"][question["categories"]])
        case "match":
            return ids(question["pairs"]), ids([*question["pairs"], *([question["extra"]] if "extra" in question else [])])
        case "conversation":
            return ids(question["turns"]), [reply["id"] for turn in question["turns"] for reply in turn["replies"]]
        case _:
            return [], []


def asked(files: CourseFiles, sectors: set[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Each key that learners of ``sectors`` have something under, with its ids and their targets."""
    yield "course", ["start", *files.lessons], []
    for lesson in files.lessons:
        yield f"lesson/{lesson}", [], []
    for assessment in files.assessments():
        yield f"assessment/{assessment['id']}", [], []
    for question in files.questions():
        if reaches(question, sectors):
            yield f"question/{question['id']}", *parts_of(question, files, sectors)


def sectors_of(files: CourseFiles, edition: str) -> set[str]:
    return next(set(info["sectors"]) for info in files.info["editions"] if info["id"] == edition)


def all_ids(files: CourseFiles) -> Ids:
    return {key: {*ids, *targets} for key, ids, targets in asked(files, set(SECTORS))}


def still_there(value: Value, ids: list[str], targets: list[str]) -> Value:
    """What is left of an answer in a question that has these options."""
    match value:
        case str():
            return value if value in ids else None
        case list():
            return [name for name in value if name in ids]
        case dict():
            return {name: aim for name, aim in value.items() if name in ids and aim in targets}
        case _:
            return value


def expected_of(learner: Learner, files: CourseFiles, layout: Layout) -> State:
    """All that she had and that the course still asks; nothing where she had nothing, or where it began anew."""
    nothing = decode(layout, encode(layout, {}))
    expected: State = {}
    for key, ids, targets in asked(files, sectors_of(files, learner.edition)):
        had = learner.before.get(key)
        if had is None or key in learner.replaced:
            expected[key] = nothing[key]
        elif key.startswith("question/"):
            expected[key] = {name: still_there(value, ids, targets) for name, value in had.items()}
        elif key == "course":
            expected[key] = had | {"location": still_there(had["location"], ids, [])}
        else:
            expected[key] = had
    return expected


def assert_told(before: Ids, after: Ids, told: Told, touched: set[str]) -> None:
    """The author hears of all that is gone, and of nothing else."""
    for key, ids in before.items():
        if key not in after:
            assert key in told.unused
        elif gone := ids - after[key]:
            assert key in told.replaced or gone <= told.narrowed.get(key, set()), key
    assert told.replaced <= touched
    assert not told.unused & after.keys()
    assert all(not ids & after[key] for key, ids in told.narrowed.items())


def assert_hers(learner: Learner, version: Version, files: CourseFiles, tally: Tally) -> None:
    """She finds what she had, and what she does not find the author was told."""
    layout = version.layout(learner.edition)
    now, expected = decode(layout, learner.text), expected_of(learner, files, layout)
    assert now.keys() == expected.keys()
    for key, values in expected.items():
        assert now[key] == values, key
    tally.jobs.append({"layout": layout.as_json(), "state": {}, "text": learner.text})
    tally.expected.append(expected)
    for key, had in learner.before.items():
        if not any(had.values()):
            continue
        if key not in now:
            assert key in version.told.unused
            tally.lost["unused"] += 1
        elif now[key] != had:
            assert key in learner.replaced or key in version.told.narrowed, key
            tally.lost["replaced" if key in learner.replaced else "narrowed"] += 1
        if key not in learner.changed:
            tally.untouched += 1
            tally.kept += now.get(key) == had


def go_on(folder: Path, seed: int, edits: int) -> Tally:
    """``edits`` edits of the course in ``folder``, one to four between two versions, with a few learners all the time."""
    rng = random.Random(seed)
    author, tally = Author(folder, rng), Tally()
    version = Version(folder)
    learners: list[Learner] = []
    while tally.edits.total() < edits:
        # Some stay away for many versions.
        learners = [*rng.sample(learners, min(len(learners), 3)), version.begin(rng)]
        before, author.touched = all_ids(author.files), set()
        tally.edits.update(author.edit() for _ in range(rng.randint(1, 4)))
        author.files.save()
        version = Version(folder)
        assert_told(before, all_ids(author.files), version.told, author.touched)
        for learner in learners:
            learner.changed |= author.touched
            learner.replaced |= version.told.replaced & learner.before.keys()
            assert_hers(learner, version, author.files, tally)
    assert [result["decoded"] for result in in_the_player(tally.jobs)] == tally.expected
    return tally


def assert_enough(tally: Tally) -> None:
    """All kinds of edits and losses came by, and what nobody touched was kept."""
    assert len(tally.edits) == len(set(EDITS))
    assert min(tally.lost[kind] for kind in ("replaced", "narrowed", "unused")) > 10, tally.lost
    assert tally.untouched > 10 * tally.edits.total()
    assert tally.kept == tally.untouched


@needs_node
@pytest.mark.parametrize("seed", [1, 2])
def test_no_answer_ever_belongs_to_another_question_or_option(full: SmallCourse, seed: int) -> None:
    assert_enough(go_on(full.folder, seed, edits=250))


@needs_node
@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 110))
def test_no_answer_ever_belongs_to_another_question_or_option_for_long(full: SmallCourse, seed: int) -> None:
    assert_enough(go_on(full.folder, seed, edits=500))


def test_the_build_tells_the_author_what_learners_lose(full: SmallCourse) -> None:
    build(full.folder, full.output, ["vo"])
    lesson = full.path("units/eerste/alles.yaml").read_text("utf-8")
    lesson = lesson.replace("      - {id: c, text: Die niet, feedback: Nee.}\n", "      - {id: d, text: Die niet, feedback: Nee.}\n")
    lesson = lesson.replace("    id: alles-volgorde\n", "    id: alles-rij\n")
    lesson = lesson.replace("    confidence: true\n", "")
    full.write("units/eerste/alles.yaml", lesson)
    _, problems = build(full.folder, full.output, ["vo"])
    told = [problem for problem in problems.warnings if problem.code == "L10"]
    assert Told.by(told) == Told({"question/alles-een"}, {"question/alles-volgorde"}, {"question/alles-meer": {"c"}})
    assert {problem.position.file for problem in told} == {f"klein/{LOCK}"}
