"""How far apart the commits of a session are, other than the two of one saving.

Two commits belong together because of what they carry, however long or short it is between them
(builder/player/tracking/pace.js): ``completed`` and then ``passed``; or, after a break, values that are a little
different and then the right ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import Any

STATUS, STATE, TIME = "cmi.core.lesson_status", "cmi.suspend_data", "cmi.core.session_time"


@dataclass(frozen=True)
class Commit:
    """An LMSCommit: when, in milliseconds, and what was set since the one before, element to value."""

    time: float
    sent: Mapping[str, str]


def commits_of(calls: Iterable[Mapping[str, Any]]) -> list[Commit]:
    """The commits among the calls that the LMS of the tests recorded: ``{name, args, time}``, in order."""
    commits: list[Commit] = []
    sent: dict[str, str] = {}
    for call in calls:
        if call["name"] == "LMSSetValue":
            element, value = call["args"]
            sent[element] = value
        elif call["name"] == "LMSCommit":
            commits.append(Commit(call["time"], sent))
            sent = {}
    return commits


def closest(commits: Sequence[Commit]) -> float:
    """Milliseconds between the two that were closest, of all that do not belong together."""
    return min((second.time - first.time for first, second in pairwise(commits) if not are_one_saving(first, second)),
               default=inf)


def are_one_saving(first: Commit, second: Commit) -> bool:
    """Whether ``second`` is the other half of ``first``."""
    passing = first.sent.get(STATUS) == "completed" and second.sent.get(STATUS) == "passed"
    return passing or _is_set_right(first, second)


def _is_set_right(first: Commit, second: Commit) -> bool:
    """Nothing in the first but what the second sets to something else. Such a half has the state without the time."""
    return STATE in first.sent and TIME not in first.sent and all(
        second.sent.get(element, value) != value for element, value in first.sent.items()
    )
