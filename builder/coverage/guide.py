"""What the guide says and names: its facts (facts.yaml) and its instruments (instruments.yaml)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import Field

from builder.blocks.base import FactId, Sector, SourceIds
from builder.content.fields import Id, Line, Model
from builder.content.files import is_there
from builder.course.read import read_model
from builder.problems import Problem, Problems

FACTS = "facts.yaml"
INSTRUMENTS = "instruments.yaml"


class Fact(Model):
    """Something that the guide says, in our own words, and for whom it holds."""

    id: FactId
    text: Line
    sectors: list[Sector] = Field(min_length=1)
    sources: SourceIds = Field(default_factory=list)
    """Links that the guide gives with it: ids of sources.yaml."""


class Instrument(Model):
    """An aid, programme or partner that the guide names."""

    id: Id
    name: Line
    sectors: list[Sector] = Field(min_length=1)
    sources: SourceIds = Field(default_factory=list)
    """Links to it; each has to reach the sectors it is for."""
    mention: list[Line] = Field(min_length=1)
    """Words by which a lesson names it; one of them is enough."""


class FactList(Model):
    """facts.yaml"""

    facts: list[Fact]


class InstrumentList(Model):
    """instruments.yaml"""

    instruments: list[Instrument]


@dataclass(frozen=True)
class Guide:
    """Everything that the course has to carry over."""

    facts: dict[str, Fact]
    instruments: dict[str, Instrument]

    @cached_property
    def links(self) -> dict[str, list[Fact]]:
        """Each link of the guide, by its id in sources.yaml, with the facts it belongs to."""
        links: dict[str, list[Fact]] = {}
        for fact in self.facts.values():
            for source in fact.sources:
                links.setdefault(source, []).append(fact)
        return dict(sorted(links.items()))


def load_guide(folder: Path, problems: Problems) -> Guide | None:
    """The guide beside the course in ``folder``; None when there is no facts.yaml or it cannot be used.

    A course without it is whole too: then there is nothing that it must cover.
    """
    if not is_there(folder / FACTS):
        return None
    facts = read_model(folder, FACTS, FactList, problems)
    instruments = (read_model(folder, INSTRUMENTS, InstrumentList, problems)
                   if is_there(folder / INSTRUMENTS) else InstrumentList(instruments=[]))
    problems.extend(_twice(facts.facts if facts else []))
    problems.extend(_twice(instruments.instruments if instruments else []))
    if facts is None or instruments is None:
        return None
    return Guide({fact.id: fact for fact in facts.facts}, {item.id: item for item in instruments.instruments})


def _twice(items: list[Fact] | list[Instrument]) -> Iterator[Problem]:
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            yield Problem("D01", item.position, f"‘{item.id}’ staat hier twee keer.", "Houd er één over.")
        seen.add(item.id)
