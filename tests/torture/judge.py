"""What became of every answer of a session, and whether the learner could rely on what was said. Pure.

An answer may be lost only when neither the LMS nor the device could have it, and then the learner must have been told:
the banner was there within five seconds after the commit that failed, or within five seconds after the answer plus
those that commits are kept apart when there was no commit. A page that ended before that could tell nothing; then the
line must not have said that the answer was saved.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from builder.state import State
from tests.torture.course import SmallCourse
from tests.torture.record import Given, Record, Told

#: Milliseconds in which the learner must know.
PROMISE = 5_000
#: Commits are kept this far apart, so an answer may wait this long for its own.
BETWEEN_COMMITS = 5_000
#: Timers and slices of the player, at each of the two.
SLACK = 400
#: From here on the line must have followed the answer.
SEEN = 300

#: A commit that comes sooner was under way already when the answer was given.
ONE_SAVING = 500
#: Later than this after the next page began, what arrives is its own.
BEACON_IS_LATE = 5_000
#: Commits that a page sends in its last moment arrive within this time of each other.
BEACONS = 500

FINAL = ("completed", "passed")


@dataclass
class Verdict:
    """``fates``: how many answers ended how. ``faults``: what must never happen; empty when all is well."""

    fates: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    cached: bool = False


def judge(record: Record, course: SmallCourse) -> Verdict:
    verdict = Verdict(faults=list(record.wrongs), cached=record.cached)
    if record.last_kind not in ("saved", "reading"):
        verdict.faults.append(f"the next start does not come to rest: it says ‘{record.last_kind}’, banner ‘{record.last_notice}’")
    final = course.held(record.final) or {}
    for question, given in _last_answers(record).items():
        answer = given.answers[question]
        fate = _fate(record, course, final, question, answer, given)
        verdict.fates[fate] += 1
        if fate.startswith("FAULT"):
            verdict.faults.append(f"{question} = {answer}: {fate.removeprefix('FAULT ')} ({_story(record, given)})")
    if record.plan.storage != "kept" and any(told.kind == "device" for told in record.told):
        verdict.faults.append("the line said that the device has it, but this device keeps nothing")
    verdict.faults += _result_faults(record, final)
    verdict.faults += _stored_faults(record, course)
    return verdict


def _last_answers(record: Record) -> dict[str, Given]:
    """The last answer to each question.

    A new attempt at the test takes the answers of the one before away. What was under way when the page was killed can
    have gone either way.
    """
    exams = [given for given in record.given if given.handed_in]
    counting = [given for given in record.given if not given.handed_in or given is exams[-1]]
    last = {question: given for given in counting for question in given.answers}
    return {question: given for question, given in last.items()
            if question not in record.interrupted and not (given.handed_in and "exam" in record.interrupted)}


def _fate(record: Record, course: SmallCourse, final: State, question: str, answer: list[str], given: Given) -> str:
    on_screen = not given.handed_in and record.shown.get(question) == answer
    # An answer that was taken back is kept by keeping nothing.
    in_lms = (_kept(final, question) or []) == answer
    if in_lms and (on_screen or given.handed_in):
        arrived = [at for at, values in record.stored
                   if at <= record.lives[-1].opened and _kept(course.held(values), question) == answer]
        return "kept by the LMS" if arrived else "kept by the device"
    if in_lms:
        return "FAULT in the LMS, but not on the screen"
    if on_screen:
        # After passing, Moodle opens in review: the device's answers are shown, and nothing may be written any more.
        reading = record.last_kind == "reading"
        return "kept by the device" if reading else "FAULT on the screen, but never brought to the LMS"
    if record.last_kind == "reading" and answer in (_kept(state, question) for state in _on_device(record, course)):
        return "kept by the device"
    if any(_kept(course.held(values), question) == answer for values in _told_by_the_lms(record, given)):
        return "FAULT lost, after the LMS had it"
    return _loss(record, given)


def _told_by_the_lms(record: Record, given: Given) -> list[dict[str, str]]:
    """What the LMS had since the answer and could tell the page after this one, or had from a later page.

    A beacon that arrives when the next page has begun is too late: that page goes on from what it was told, and where
    no device keeps anything it cannot know better.
    """
    following = record.lives[given.life + 1].opened
    return [values for at, values in record.stored if given.at < at < following or at > following + BEACON_IS_LATE]


def _on_device(record: Record, course: SmallCourse) -> list[State | None]:
    """What the device kept: a test that is read again after passing does not show its answers."""
    return [course.read(json.loads(text).get("state", "")) for name, text in record.device.items() if name.startswith("cmi-")]


def _loss(record: Record, given: Given) -> str:
    life = record.lives[given.life]
    seen = [told for told in record.told if told.life == given.life and told.at <= life.ended]
    after = [told for told in seen if told.at > given.at]
    at_end = seen[-1] if seen else None
    if any(told.kind == "saved" for told in after):
        return "FAULT lost, after the line said that it was saved"
    if at_end and at_end.kind == "saved" and life.ended - given.at > SEEN + life.lag:
        return "FAULT lost, while the line went on saying that it was saved"
    if record.plan.storage == "kept" and (at_end is None or at_end.kind != "unsaved"):
        return "FAULT lost, though the device could keep it"
    due = _due(record, given, lag=0)
    if _was_told(seen, given.at, due):
        return "lost, and the learner knew"
    due = _due(record, given, life.lag)
    if _was_told(seen, given.at, due):
        return "lost, and the learner knew, late on a machine that was behind"
    if life.ended < due:
        return "lost, in a page that ended within seconds"
    return "FAULT lost, and the learner was not told"


def _due(record: Record, given: Given, lag: float) -> float:
    """When the banner must be there at last, on a machine that is ``lag`` behind."""
    own_commit = given.at + BETWEEN_COMMITS + SLACK + lag
    commits = [at for at in record.lives[given.life].commits if at > given.at + ONE_SAVING + lag]
    return (min(commits[0], own_commit) if commits else own_commit) + PROMISE + SLACK + lag


def _was_told(seen: list[Told], since: float, until: float) -> bool:
    """Was a banner there at some moment between?"""
    for place, told in enumerate(seen):
        ends = seen[place + 1].at if place + 1 < len(seen) else float("inf")
        if told.notice and told.at <= until and ends >= since:
            return True
    return False


def _kept(state: State | None, question: str) -> list[str] | None:
    values = (state or {}).get(f"question/{question}")
    if values is None:
        return None
    now = values.get("now")
    if isinstance(now, list):
        return sorted(now)
    return [now] if isinstance(now, str) else []


def _result_faults(record: Record, final: State) -> list[str]:
    """Score and status in the LMS are those that the course knows."""
    tests = [values for key, values in final.items() if key.startswith("assessment/")]
    if not tests or record.last_kind != "saved":
        return []
    faults = []
    test = tests[0]
    score, status = record.final.get("cmi.core.score.raw", ""), record.final.get("cmi.core.lesson_status", "")
    if test["handed"] and score != str(test["best"]):
        faults.append(f"the best score is {test['best']}, but the LMS has ‘{score}’")
    if test["passed"] and status != "passed":
        faults.append(f"passed, but the LMS has ‘{status}’")
    if not test["passed"] and status != "incomplete":
        faults.append(f"not passed, but the LMS has ‘{status}’")
    return faults


def _stored_faults(record: Record, course: SmallCourse) -> list[str]:
    """What must hold of the LMS at every moment, whatever happened before it."""
    faults = []
    for place, (at, values) in enumerate(record.stored):
        if place + 1 < len(record.stored) and _are_of_one_moment(record, at, record.stored[place + 1][0]):
            continue
        status = values.get("cmi.core.lesson_status", "")
        if status in FINAL and not values.get("cmi.core.score.raw"):
            faults.append(f"‘{status}’ without a score ({_arrivals(record, course, at)})")
        if status == "failed":
            faults.append("‘failed’")
    if record.last_kind == "saved":
        for name, value in record.final.items():
            if name.startswith("cmi.interactions.") and name.endswith(".id") and name.count(".") == 3 and value.endswith("."):
                faults.append(f"{name} is still ‘{value}’, as it was sent to be different ({_arrivals(record, course, record.lives[-1].opened, name)})")
    return list(dict.fromkeys(faults))


def _are_of_one_moment(record: Record, one: float, other: float) -> bool:
    """May commits that arrived at these times have overtaken each other? Beacons of a page that is left keep no order."""
    left = any(life.ended - BEACONS <= one and other <= following.opened
               for life, following in pairwise(record.lives) if life.ended)
    return left or other - one < BEACONS


def _arrivals(record: Record, course: SmallCourse, since: float, name: str = "cmi.core.score.raw") -> str:
    """What the server was told, and when, in seconds from ``since``."""
    def revision(values: dict[str, str]) -> int | None:
        state = course.held(values)
        return state["course"].get("revision") if state else None

    stored = "; ".join(f"{(at - since) / 1000:+.1f} {values.get('cmi.core.lesson_status')} {values.get(name) or '-'} "
                       f"revision {revision(values)}" for at, values in record.stored)
    lives = "; ".join(f"{(life.opened - since) / 1000:+.1f} … {(life.ended - since) / 1000:+.1f}" if life.ended
                      else f"{(life.opened - since) / 1000:+.1f} …" for life in record.lives)
    return f"stored: {stored}; pages: {lives}"


def _story(record: Record, given: Given) -> str:
    """The times that decide, in seconds from the answer."""
    life = record.lives[given.life]
    told = "; ".join(f"{(told.at - given.at) / 1000:+.1f} {told.kind}{' ‘' + told.notice + '’' if told.notice else ''}"
                     for told in record.told if told.life == given.life)
    commits = ", ".join(f"{(at - given.at) / 1000:+.1f}" for at in life.commits)
    return (f"told: {told or 'nothing'}; commits: {commits or 'none'}; page ended {(life.ended - given.at) / 1000:+.1f}; "
            f"lag {life.lag:.0f} ms; device at the next start: {record.device or 'nothing'}; "
            f"LMS then: {[values.get('cmi.suspend_data') for at, values in record.stored if at <= record.lives[-1].opened][-1:]}")
