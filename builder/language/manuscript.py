"""What the rules look at: the course as passages, and what may differ from the rules and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from builder.blocks.base import Sector
from builder.content.fields import Id, Line, Model
from builder.course.model import Course
from builder.language.passages import Passage, passages
from builder.language.reading import Reading, Sentence


class Exception_(Model):
    """Words that may stand, in spite of a rule."""

    rule: Id
    """Name of the rule: the name of its file, with hyphens."""
    text: Line
    """The words, as a reader sees them; an exception holds only inside them."""
    why: Line


class Exceptions(Model):
    """language.yaml"""

    exceptions: list[Exception_] = []


@dataclass(frozen=True)
class Manuscript:
    """The course as the rules see it. Without ``knows`` there is no spelling, without ``syllables`` no readability.

    ``knows`` tells whether the dictionary has a word, ``syllables`` counts those of a word.
    """

    course: Course
    exceptions: tuple[Exception_, ...] = ()
    own_words: frozenset[str] = frozenset()
    knows: Callable[[str], bool] | None = None
    syllables: Callable[[str], int] | None = None
    used: set[Exception_] = field(default_factory=set)
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
        """For each lesson or pool and each sector: its finished sentences, quotations left out."""
        gathered: dict[tuple[str, Sector], list[Sentence]] = {}
        for passage in self.passages:
            if "/units/" in passage.file or "/questions/" in passage.file:
                for sector, reading in passage.readings.items():
                    sentences = gathered.setdefault((passage.file, sector), [])
                    if not passage.quoted:
                        sentences += [sentence for sentence in reading.sentences if sentence.finished]
        for (file, sector), sentences in gathered.items():
            if sentences:
                yield file, sector, sentences
