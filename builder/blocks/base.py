"""What every block has, and what every question adds to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from builder.content.fields import Id, Line, Model, Prose, like
from builder.problems import Problem

Sector = Literal["po", "vo", "mbo", "hbo-wo"]
Use = Literal["practice", "quiz", "test"]


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) or value is None else [value]


#: Ids of ``sources.yaml``; one may be written without brackets.
SourceIds = Annotated[list[Id], BeforeValidator(_as_list)]
FactId = Annotated[str, Field(pattern=r"^F[0-9]{2,3}$"), like("F16")]
ObjectiveId = Annotated[str, Field(pattern=r"^LD[0-9]$"), like("LD2")]
Month = Annotated[str, Field(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$"), like("2026-11")]


class Part(Model):
    """A piece of a block that some sectors do not get."""

    sectors: list[Sector] = []
    """Sectors that get this; empty means all."""


class Block(Part):
    """What a lesson is made of."""

    type: str
    facts: list[FactId] = []
    """Facts of the guide that this block teaches."""
    source: SourceIds = []
    """Where the content comes from: ids of sources.yaml."""
    addition: Month | None = None
    """Not from the guide; the month in which it was checked."""

    #: Seconds to look at it, or to do what it asks, on top of the time to read it.
    doing: ClassVar[float] = 0

    def check(self) -> Iterator[Problem]:
        """Faults that only this type can see."""
        return iter(())


@dataclass(frozen=True)
class AnswerShape:
    """What the saved state keeps of an answer; ``kind`` as in ``builder.state``."""

    kind: Literal["number", "choice", "set", "order", "map"]
    ids: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    largest: int = 0


class Question(Block):
    """A block with an answer. In a lesson it is practice; in a pool it serves a quiz or the test."""

    id: Id
    objective: ObjectiveId
    prompt: Line
    confidence: bool = False
    """Ask how sure the learner is (practice only)."""
    explanation: Prose | None = None
    """The rule, shown with the right answer."""
    tip: Prose | None = None
    """Something to do tomorrow."""
    sure_wrong: Prose | None = None
    """For who was sure and not yet right."""
    safety: bool = False
    """About immediate danger: the test always has one of these."""

    #: Practice shows feedback at each choice, without a check button.
    immediate: ClassVar[bool] = False
    #: Has no place in a quiz or test: it runs itself, or nobody can know the answer.
    practice_only: ClassVar[bool] = False
    #: Seconds to think and answer once all is read, and seconds more for each part that wants an answer of its own.
    thinking: ClassVar[tuple[float, float]] = (12, 0)

    def answer(self) -> AnswerShape:
        """The shape of an answer in the saved state."""
        raise NotImplementedError

    def player_data(self) -> dict[str, Any]:
        """What the type's own player needs to know, as JSON values."""
        raise NotImplementedError

    def right_lengths(self) -> tuple[int, Sequence[int]] | None:
        """Length of the right option and of the others, for the lint; None where it has no meaning."""
        return None


class Option(Part):
    """One answer to choose."""

    id: Id
    text: Line
    right: bool = False
    feedback: Prose


def enough(parts: Sequence[Any], least: int, question: Question) -> Iterator[Problem]:
    """A fault when fewer than ``least`` parts are left to choose from."""
    if len(parts) < least:
        yield Problem("Q09", question.position, f"vraag ‘{question.id}’ heeft te weinig om uit te kiezen.",
                      f"Minstens {least} hebben mensen er nodig; kijk ook naar ‘sectors’.")


def unique(parts: Sequence[Any], what: str) -> Iterator[Problem]:
    """A fault for each part whose id another part of the same question has."""
    seen: set[str] = set()
    for part in parts:
        if part.id in seen:
            yield Problem("Q02", part.id.position, f"twee {what} heten ‘{part.id}’.",
                          "Geef elk een eigen id.")
        seen.add(part.id)
