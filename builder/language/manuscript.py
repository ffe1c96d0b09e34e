"""What the rules look at: the course as passages, and what may differ from the rules and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import Field

from builder.blocks.base import Sector
from builder.content.fields import Id, Line, Model
from builder.course.model import Course
from builder.language.passages import Passage, passages
from builder.language.reading import Reading, Sentence
from builder.problems import Position


class Allowance(Model):
    """Words that may stand, in spite of a rule."""

    rule: Id
    """Name of the rule: the name of its file, with hyphens."""
    text: Line
    """The words, as a reader sees them; an exception holds only inside them."""
    why: Line


class Allowances(Model):
    """language.yaml"""

    exceptions: list[Allowance] = Field(default_factory=list)


@dataclass(frozen=True)
class Manuscript:
    """The course as the rules see it. Without ``knows`` there is no spelling, without ``syllables`` no readability.

    ``knows`` tells whether the dictionary has a word, ``syllables`` counts those of a word.
    """

    course: Course
    exceptions: tuple[Allowance, ...] = ()
    own_words: Mapping[str, Position] = field(default_factory=dict)
    """Words that are right although the dictionary lacks them, with their place."""
    knows: Callable[[str], bool] | None = None
    syllables: Callable[[str], int] | None = None
    used: set[Allowance] = field(default_factory=set)
    """Exceptions that a rule asked for."""

    @cached_property
    def passages(self) -> list[Passage]:
        return passages(self.course)

    def allowed(self, rule: str, reading: Reading, start: int, end: int) -> bool:
        """Whether an exception to ``rule`` covers these characters of ``reading``."""
        for exception in self.exceptions:
            at = reading.text.find(exception.text) if exception.rule == rule else -1
            while at >= 0:
                if at <= start and end <= at + len(exception.text):
                    self.used.add(exception)
                    return True
                at = reading.text.find(exception.text, at + 1)
        return False

    def running_text(self) -> Iterator[tuple[str, Sector, list[Sentence]]]:
        """For each file and each sector: its finished sentences, quotations, names and definitions left out."""
        gathered: dict[tuple[str, Sector], list[Sentence]] = {}
        for passage in self.passages:
            if not passage.looked_up and not passage.quoted:
                for sector, reading in passage.readings.items():
                    sentences = gathered.setdefault((passage.file, sector), [])
                    sentences += [sentence for sentence in reading.sentences if sentence.finished]
        for (file, sector), sentences in gathered.items():
            if sentences:
                yield file, sector, sentences
