"""What happened in one session, as the judge needs it. All times in milliseconds since 1970, page and server alike."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.torture.plan import Plan


@dataclass
class Given:
    """Answers that were given at one moment: question id → option ids."""

    at: float
    answers: dict[str, list[str]]
    life: int
    handed_in: bool = False


@dataclass
class Told:
    """What the learner saw from then on: the quiet line (``saved``, ``saving`` …) and the title of the banner."""

    at: float
    kind: str
    notice: str
    life: int


@dataclass
class Life:
    """The course in one page, from opening to its end."""

    opened: float
    ended: float = 0
    ready: bool = False
    commits: list[float] = field(default_factory=list)
    lag: float = 0
    """How much the machine was behind at its worst."""


@dataclass
class Record:
    plan: Plan
    given: list[Given] = field(default_factory=list)
    interrupted: set[str] = field(default_factory=set)
    """Questions whose answer was under way when the page was killed: either value is right."""
    told: list[Told] = field(default_factory=list)
    lives: list[Life] = field(default_factory=list)
    stored: list[tuple[float, dict[str, str]]] = field(default_factory=list)
    """What the server had after each commit that reached it."""
    cached: bool = False
    """The page came back out of the back/forward cache."""
    wrongs: list[str] = field(default_factory=list)
    """Exceptions, dialogs, a blank page."""
    device: dict[str, str] = field(default_factory=dict)
    """What the device kept, just before the next start."""
    shown: dict[str, list[str]] = field(default_factory=dict)
    """On the screen at the next start."""
    last_kind: str = ""
    """The quiet line when the next start had come to rest."""
    last_notice: str = ""
    final: dict[str, str] = field(default_factory=dict)
    """What the server had at the very end."""
