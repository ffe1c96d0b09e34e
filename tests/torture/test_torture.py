"""A short run of the torture, and proof that it would notice: what it looks at is made worse by hand."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from pathlib import Path

import pytest

from builder.state import encode
from tests.torture.course import SmallCourse, small_course
from tests.torture.judge import Verdict, judge
from tests.torture.plan import KILLS, Plan, draw
from tests.torture.record import Given, Life, Record, Told
from tests.torture.run import run

SEED = 20_261_125
QUESTION, ANSWER = "q", ["a"]


def play(numbers: list[int], folder: Path, forgets: bool = False) -> tuple[list[str], Counter[str]]:
    """Faults and fates of the sessions of one run."""
    faults: list[str] = []
    fates: Counter[str] = Counter()

    def heard(plan: Plan, verdict: Verdict) -> None:
        faults.extend(f"{plan}\n    {fault}" for fault in verdict.faults)
        fates.update(verdict.fates)

    asyncio.run(run(SEED, numbers, 8, folder, heard, forgets))
    return faults, fates


def test_no_answer_is_lost_unannounced(tmp_path: Path) -> None:
    faults, fates = play(list(range(25)), tmp_path)
    assert faults == []
    assert sum(fates.values()) > 50
    assert fates["kept by the LMS"] > 0
    assert fates["kept by the device"] > 0


def test_a_server_that_throws_away_what_it_says_to_store_is_noticed(tmp_path: Path) -> None:
    faults, _ = play([0, 1, 2], tmp_path, forgets=True)
    assert faults


def test_a_session_is_the_same_each_time() -> None:
    assert [draw(SEED, number) for number in range(50)] == [draw(SEED, number) for number in range(50)]
    assert len({draw(SEED, number) for number in range(50)}) == 50


def test_everything_that_can_go_wrong_is_drawn() -> None:
    plans = [draw(1, number) for number in range(1000)]
    assert len({plan.fault for plan in plans}) == 17
    assert {plan.storage for plan in plans} == {"kept", "forbidden", "full"}
    assert {plan.profile for plan in plans} == {"strict", "moodle", "moodle-strict"}
    assert sum(plan.call > 0 for plan in plans) > 400
    assert all(sum(plan.fault == kill for plan in plans) > 50 for kill in KILLS)


# The judge, on sessions made by hand: times are milliseconds.


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> SmallCourse:
    return small_course(tmp_path_factory.mktemp("course"))


def lost(storage: str, ended: float, told: list[tuple[float, str, str]], commits: list[float] | None = None) -> Record:
    """An answer at 10 s that is nowhere any more at the next start."""
    plan = next(plan for plan in map(lambda number: draw(1, number), range(1000)) if plan.storage == storage)
    life = Life(opened=0, ended=ended, ready=True, commits=commits or [])
    return Record(
        plan=plan, lives=[life, Life(opened=60_000)], last_kind="saved",
        given=[Given(10_000, {QUESTION: ANSWER}, life=0)],
        told=[Told(at, kind, notice, life=0) for at, kind, notice in [(1_000.0, "saved", ""), *told]],
    )


SAVING = (10_010.0, "saving", "")


@pytest.mark.parametrize(("record", "fault"), [
    (lost("forbidden", 40_000, [SAVING]), "not told"),
    (lost("forbidden", 40_000, [SAVING, (22_000, "unsaved", "Er is geen verbinding")]), "not told"),
    (lost("forbidden", 40_000, [SAVING, (14_000, "unsaved", "Er is geen verbinding")]), ""),
    (lost("forbidden", 40_000, [SAVING, (17_500, "unsaved", "Er is geen verbinding")], commits=[12_000]), "not told"),
    (lost("forbidden", 12_000, [SAVING]), ""),
    (lost("forbidden", 12_000, [SAVING, (11_000, "saved", "")]), "said that it was saved"),
    (lost("forbidden", 12_000, []), "went on saying"),
    (lost("kept", 12_000, [SAVING]), "the device could keep it"),
    (lost("kept", 40_000, [SAVING, (14_000, "device", "Er is geen verbinding")]), "the device could keep it"),
    (lost("kept", 40_000, [SAVING, (14_000, "unsaved", "De leeromgeving bewaart je antwoorden nu niet")]), ""),
])
def test_a_lost_answer_is_a_fault_unless_the_learner_could_know(record: Record, fault: str, course: SmallCourse) -> None:
    faults = judge(record, course).faults
    assert (faults == []) == (fault == "")
    assert fault in "".join(faults)


def chosen(course: SmallCourse) -> tuple[str, list[str], str]:
    """A question of the course with one option, and the state of who chose it."""
    slot = next(slot for slot in course.layout.slots if not isinstance(slot, int)
                and slot.key.removeprefix("question/") in course.practice and slot.fields[1].kind == "choice")
    option = slot.fields[1].ids[0]
    return slot.key.removeprefix("question/"), [option], encode(course.layout, {slot.key: {"now": option}})


def test_an_answer_that_the_lms_had_may_never_get_lost_however_soon_the_page_ended(course: SmallCourse) -> None:
    question, answer, state = chosen(course)
    record = lost("forbidden", 12_000, [SAVING])
    record.given = [Given(10_000, {question: answer}, life=0)]
    assert judge(record, course).faults == []
    for arrived, is_fault in [(11_000.0, True), (61_000.0, False), (70_000.0, True)]:
        record.stored = [(arrived, {"cmi.suspend_data": state})]
        assert ("after the LMS had it" in "".join(judge(record, course).faults)) == is_fault


def test_an_answer_that_was_taken_back_leaves_nothing_to_keep(course: SmallCourse) -> None:
    question, _, _ = chosen(course)
    record = lost("kept", 12_000, [SAVING])
    record.given = [Given(10_000, {question: []}, life=0)]
    record.shown = {question: []}
    assert judge(record, course).faults == []


def test_a_test_that_only_the_device_has_is_kept_where_nothing_may_be_written(course: SmallCourse) -> None:
    question, answer, state = chosen(course)
    record = lost("kept", 12_000, [SAVING])
    record.given = [Given(10_000, {question: answer}, life=0, handed_in=True)]
    record.device = {"cmi-0": json.dumps({"state": state})}
    assert "the device could keep it" in "".join(judge(record, course).faults)
    record.last_kind = "reading"
    assert judge(record, course).faults == []


def test_a_line_that_trusts_a_device_that_keeps_nothing_is_a_fault(course: SmallCourse) -> None:
    record = lost("forbidden", 12_000, [(11_000.0, "device", "")])
    record.given = []
    assert judge(record, course).faults == ["the line said that the device has it, but this device keeps nothing"]


def test_a_result_that_the_lms_does_not_have_is_a_fault(course: SmallCourse) -> None:
    record = lost("kept", 12_000, [])
    record.given = []
    record.stored = [(1_000.0, {"cmi.core.lesson_status": "passed"}), (2_000.0, {"cmi.core.lesson_status": "failed"})]
    first, second = judge(record, course).faults
    assert first.startswith("‘passed’ without a score")
    assert second == "‘failed’"


def test_commits_that_overtook_each_other_as_the_page_was_left_count_by_the_last(course: SmallCourse) -> None:
    record = lost("kept", 12_000, [])
    record.given = []
    bare, whole = {"cmi.core.lesson_status": "passed"}, {"cmi.core.lesson_status": "passed", "cmi.core.score.raw": "85"}
    record.stored = [(12_100.0, bare), (14_000.0, whole)]
    assert judge(record, course).faults == []
    record.stored = [(12_100.0, whole), (14_000.0, bare)]
    assert len(judge(record, course).faults) == 1


@pytest.mark.parametrize(("storage", "apart", "faults"), [("kept", 10, 1), ("full", 10, 1), ("full", 2_000, 1)])
def test_a_name_that_was_sent_to_be_different_may_not_stay_with_or_without_a_device(
    storage: str, apart: float, faults: int, course: SmallCourse,
) -> None:
    record = lost(storage, 12_000, [])
    record.given = []
    record.stored = [(11_000.0, {"cmi.interactions.0.id": "q"}), (11_000.0 + apart, {"cmi.interactions.0.id": "q."})]
    record.final = {"cmi.interactions.0.id": "q."}
    assert len(judge(record, course).faults) == faults
