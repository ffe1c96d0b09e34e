"""A conversation that branches: each reply leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from pydantic import Field

from builder.blocks.base import AnswerShape, Part, Question, enough, unique
from builder.content.fields import Id, Line, Model, Prose
from builder.problems import Problem

END = "end"


class Persona(Model):
    """Who one talks with."""

    name: Line
    about: Line
    image: Id


class Reply(Part):
    """Something the learner may say, what it does, and where it leads."""

    id: Id
    quality: Literal["best", "half", "poor"]
    says: Line
    reaction: Prose
    explanation: Prose
    next: Id


class Turn(Model):
    """A moment in the conversation."""

    id: Id
    says: Prose | None = None
    """What the other says at this moment; absent when the learner opens."""
    prompt: Line
    replies: list[Reply] = Field(min_length=2, max_length=5)


class Conversation(Question):
    """Three turns or more; trying again is always possible, the first choice of each turn counts."""

    type: Literal["conversation"]
    prompt: Line | None = None  # type: ignore[assignment]
    persona: Persona
    setting: Prose
    image: Id | None = None
    alt: Line | None = None
    start: Id
    turns: list[Turn] = Field(min_length=3, max_length=12)
    ending: Prose

    practice_only: ClassVar[bool] = True
    thinking: ClassVar[tuple[float, float]] = (5, 10)

    def check(self) -> Iterator[Problem]:
        yield from unique(self.turns, "beurten")
        turns = {str(turn.id): turn for turn in self.turns}
        if self.start not in turns:
            yield Problem("Q11", self.start.position, f"beurt ‘{self.start}’ bestaat niet.",
                          f"Kies uit: {', '.join(turns)}.")
            return
        dangling = False
        for turn in self.turns:
            yield from unique(turn.replies, "reacties")
            yield from enough(turn.replies, 2, self)
            if not any(reply.quality == "best" for reply in turn.replies):
                yield Problem("Q01", turn.position, f"beurt ‘{turn.id}’ heeft geen beste reactie.",
                              "Zet bij één reactie ‘quality: best’.")
            for reply in turn.replies:
                if reply.next != END and reply.next not in turns:
                    dangling = True
                    yield Problem("Q11", reply.next.position,
                                  f"deze reactie leidt naar beurt ‘{reply.next}’, en die bestaat niet.",
                                  f"Kies uit: {', '.join([*turns, END])}.")
        if dangling:
            return
        yield from self._loops(turns)
        reached = self._reached(turns)
        for turn in self.turns:
            if turn.id not in reached:
                yield Problem("Q12", turn.position, f"beurt ‘{turn.id}’ is nooit te bereiken.",
                              "Laat een reactie erheen leiden, of haal de beurt weg.")
        if len(self.model_path()) < 3:
            yield Problem("Q14", self.position, f"het gesprek ‘{self.id}’ heeft langs de beste reacties "
                          "minder dan drie beurten.", "Laat de beste reacties langs drie beurten of meer gaan.")

    def _loops(self, turns: dict[str, Turn]) -> Iterator[Problem]:
        done: set[str] = set()
        path: list[str] = []

        def visit(turn: Turn) -> Iterator[Problem]:
            path.append(turn.id)
            for reply in turn.replies:
                if reply.next in path:
                    yield Problem("Q13", reply.next.position,
                                  f"deze reactie gaat terug naar beurt ‘{reply.next}’: zo komt er geen einde aan.",
                                  "Laat de reactie naar een latere beurt leiden. Opnieuw proberen kan altijd al.")
                elif reply.next != END and reply.next not in done:
                    yield from visit(turns[reply.next])
            path.pop()
            done.add(turn.id)

        yield from visit(turns[self.start])

    def _reached(self, turns: dict[str, Turn]) -> set[str]:
        reached: set[str] = set()
        todo = [str(self.start)]
        while todo:
            here = todo.pop()
            if here in turns and here not in reached:
                reached.add(here)
                todo += [str(reply.next) for reply in turns[here].replies]
        return reached

    def model_path(self) -> list[tuple[Turn, Reply]]:
        """The conversation along its best replies."""
        turns = {str(turn.id): turn for turn in self.turns}
        path: list[tuple[Turn, Reply]] = []
        here = str(self.start)
        while here in turns and len(path) < len(turns):
            turn = turns[here]
            best = next((reply for reply in turn.replies if reply.quality == "best"), turn.replies[0])
            path.append((turn, best))
            here = str(best.next)
        return path

    def answer(self) -> AnswerShape:
        replies = sorted({str(reply.id) for turn in self.turns for reply in turn.replies})
        return AnswerShape("map", tuple(turn.id for turn in self.turns), tuple(replies))

    def player_data(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "turns": {
                turn.id: {
                    reply.id: {"quality": reply.quality, "next": reply.next} for reply in turn.replies
                }
                for turn in self.turns
            },
        }


MODEL = Conversation
