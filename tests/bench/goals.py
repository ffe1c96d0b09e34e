"""A line of the report, and whether the goal that it names was met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured. Without a ``goal`` it only informs."""

    text: str
    goal: str = ""
    met: bool = True
    timing: bool = False
    """Seconds say as much of the machine as of the code, so a goal of time is told and holds nobody up."""

    @property
    def fails(self) -> bool:
        """Whether something is wrong whatever the machine."""
        return not self.met and not self.timing

    def __str__(self) -> str:
        return f"{self.text} ({'goal met' if self.met else 'GOAL MISSED'}: {self.goal})" if self.goal else self.text


def show(figures: Iterable[Figure]) -> int:
    """Prints every figure as soon as it is there; gives the exit code, 1 when a goal was missed that no machine excuses."""
    failed = False
    for figure in figures:
        print(figure, flush=True)
        failed = failed or figure.fails
    return 1 if failed else 0
