"""One session, drawn from a seed: who the learner is with, what is done, what goes wrong and when. Pure."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

from tests.lms_server.server import Connection

Storage = Literal["kept", "forbidden", "full"]
#: What ends the page, what takes the learner away and back, what breaks the connection, what breaks the LMS.
Fault = Literal[
    "close", "crash", "browser", "reload", "frame", "cache", "offline",
    "dead", "slow", "broken", "login", "redirect", "forbidden", "throws", "denies", "hangs", "none",
]
KILLS: tuple[Fault, ...] = ("close", "crash", "browser")
MOVES: tuple[Fault, ...] = ("reload", "frame", "cache")
BREAKS: tuple[Connection, ...] = ("dead", "slow", "broken", "login", "redirect", "forbidden")
LMS_FAULTS: tuple[Fault, ...] = ("throws", "denies", "hangs")


@dataclass(frozen=True)
class Answer:
    """A practice question; ``choice`` (0 … 1) says which option."""

    question: int
    choice: float
    check: bool


@dataclass(frozen=True)
class Exam:
    """The whole test, handed in."""

    right: bool
    choice: float


@dataclass(frozen=True)
class Lesson:
    """Another lesson is opened."""

    lesson: int


@dataclass(frozen=True)
class Hide:
    """A look at another tab."""

    ms: int


@dataclass(frozen=True)
class Retry:
    """The button in the banner, if it is there."""


Act = Answer | Exam | Lesson | Hide | Retry


@dataclass(frozen=True)
class Step:
    """Something that is done, and how long the learner waits after it."""

    act: Act
    pause: int
    """Milliseconds."""


@dataclass(frozen=True)
class Plan:
    """A session. The fault comes at the call with number ``call``, or after ``before`` when that is 0."""

    seed: int
    number: int
    profile: Literal["strict", "moodle", "moodle-strict"]
    silent: bool
    """The API says "true" to what the server refused."""
    storage: Storage
    before: tuple[Step, ...]
    fault: Fault
    call: int
    chance: float
    """Of each call, for faults of the LMS."""
    heals: int
    """Milliseconds after which it is over; 0 is not before the next start."""
    after: tuple[Step, ...]
    end: Literal["leave", "close", "crash"]

    @property
    def name(self) -> str:
        return f"{self.seed}/{self.number}"

    def __str__(self) -> str:
        moment = f"at call {self.call}" if self.call else f"after {len(self.before)} steps"
        healing = f", healed after {self.heals / 1000:.1f} s" if self.heals else ""
        said = ", says “true” all the same" if self.silent else ""
        return (f"{self.name}: {self.profile}{said}, storage {self.storage}; {self.fault} {moment}{healing}; "
                f"{len(self.after)} steps more, then {self.end}")


def draw(seed: int, number: int) -> Plan:
    """Session ``number`` of the run with ``seed``: always the same."""
    rng = random.Random(f"{seed}/{number}")
    profile: Literal["strict", "moodle", "moodle-strict"] = rng.choice(["strict", "strict", "moodle", "moodle", "moodle-strict"])
    fault: Fault = rng.choice([
        *KILLS, *KILLS, *MOVES, "offline", "offline", *BREAKS, *LMS_FAULTS, *LMS_FAULTS, "none",
    ])
    dies = fault in KILLS
    lasting = fault in ("offline", *BREAKS, *LMS_FAULTS)
    return Plan(
        seed=seed,
        number=number,
        profile=profile,
        silent=rng.random() < 0.15,
        storage=rng.choices(["kept", "forbidden", "full"], [70, 20, 10])[0],
        before=_steps(rng, rng.randint(1, 6)),
        fault=fault,
        call=rng.choice([0, 0, rng.randint(1, 20), rng.randint(15, 60)]) if fault != "none" else 0,
        chance=rng.choice([1.0, 1.0, 0.4]),
        heals=rng.choice([0, 0, rng.randint(500, 9_000)]) if lasting else 0,
        after=() if dies else _steps(rng, rng.randint(0, 5)),
        end=rng.choice(["leave", "leave", "close", "crash"]),
    )


def _steps(rng: random.Random, count: int) -> tuple[Step, ...]:
    return tuple(Step(_act(rng), _pause(rng)) for _ in range(count))


def _act(rng: random.Random) -> Act:
    kind = rng.choices(["answer", "test", "visit", "hide", "retry"], [72, 5, 14, 5, 4])[0]
    match kind:
        case "answer":
            return Answer(rng.randrange(1000), rng.random(), rng.random() < 0.6)
        case "test":
            return Exam(rng.random() < 0.6, rng.random())
        case "visit":
            return Lesson(rng.randrange(1000))
        case "hide":
            return Hide(rng.randint(50, 800))
        case _:
            return Retry()


def _pause(rng: random.Random) -> int:
    """Mostly quick; sometimes long enough for a commit and its confirmation, or for a notice that is due."""
    return rng.choices([0, rng.randint(0, 400), rng.randint(400, 1500), rng.randint(1500, 7_000)], [30, 35, 20, 15])[0]
