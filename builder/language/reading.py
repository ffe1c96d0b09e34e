"""A text as a learner reads it: terms filled in, marks gone, each character traceable to its source.

``Reading.text`` is plain text in which a line is a paragraph, a heading or an item of a list. A
sentence never runs on over the end of a line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from builder.content import markup
from builder.content.source import Text
from builder.problems import Position

_MARKER = r"[ \t]*(?:[-+*]|\d+[.)]|\#{1,6})[ \t]+"
_TOKEN = re.compile(
    rf"(?P<term>{markup.TERM.pattern})"
    rf"|(?P<link>{markup.LINK.pattern})"
    rf"|(?P<end>\n[ \t]*(?:\n\s*)+(?:{_MARKER})?|\n{_MARKER})"
    r"|(?P<space>\s+)"
    r"|(?P<mark>\*+|`+|(?<!\w)_+|_+(?!\w))"
)
_START = re.compile(_MARKER)
_SENTENCE_END = re.compile(r"[.!?…]+[’”\"')\]]*(?=\s+[^a-zà-ÿ\s]|\s*$)")
_FINISHED = re.compile(r"[.!?…][’”\"')\]]*$")
_WORD = re.compile(r"(?:(?<!\w)[’'](?=[stnm]\b))?[^\W_]+(?:[-’'.&][^\W_]+)*")


class Word(NamedTuple):
    """A word and its offset in the reading."""

    text: str
    start: int


@dataclass(frozen=True)
class Sentence:
    """A sentence and its offset in the reading."""

    text: str
    start: int

    @cached_property
    def words(self) -> list[Word]:
        return [Word(found.group(), self.start + found.start()) for found in _WORD.finditer(self.text)]

    @property
    def finished(self) -> bool:
        """Whether it ends as a sentence does; a label or the text of a button does not."""
        return bool(_FINISHED.search(self.text))


@dataclass(frozen=True)
class Reading:
    """What one sector reads. ``pieces``: offset here, offset in ``source``, whether both run on together."""

    source: Text
    text: str
    pieces: tuple[tuple[int, int, bool], ...]

    def place(self, offset: int) -> Position:
        """Where the character at ``offset`` of ``text`` stands in the file."""
        start, origin, runs_on = self.pieces[bisect_right(self.pieces, (offset, len(self.source), True)) - 1]
        return self.source.at(origin + offset - start if runs_on else origin)

    @cached_property
    def sentences(self) -> list[Sentence]:
        return list(_sentences(self.text))

    @cached_property
    def words(self) -> list[Word]:
        return [word for sentence in self.sentences for word in sentence.words]


def read(source: Text, terms: Mapping[str, str], name_of: Callable[[str], str] = lambda target: "") -> Reading:
    """``source`` with the words of ``terms``; ``name_of`` gives the words of a link without any."""
    shown: list[str] = []
    pieces: list[tuple[int, int, bool]] = []
    length = 0

    def add(text: str, origin: int, runs_on: bool) -> None:
        nonlocal length
        if text:
            pieces.append((length, origin, runs_on))
            shown.append(text)
            length += len(text)

    def piece(start: int, end: int) -> None:
        """Everything between two offsets of the source."""
        at = start
        for found in _TOKEN.finditer(source, start, end):
            add(source[at : found.start()], at, True)
            at = found.end()
            if found["term"]:
                add(_term(found["term"], terms), found.start(), False)
            elif found["link"]:
                words = markup.LINK.match(found["link"])
                if words and words[1]:
                    piece(found.start() + 1, found.start() + 1 + len(words[1]))
                elif words:
                    add(name_of(words[2]), found.start(), False)
            elif found["end"]:
                add("\n", found.start(), False)
            elif found["space"]:
                add("\n" if _ends_heading(source, found) else " ", found.start(), False)
        add(source[at:end], at, True)

    start = _START.match(source)
    piece(start.end() if start else 0, len(source.rstrip()))
    return Reading(source, "".join(shown), tuple(pieces) or ((0, 0, True),))


def _ends_heading(source: Text, found: re.Match[str]) -> bool:
    line = source.rfind("\n", 0, found.start()) + 1
    return "\n" in found.group() and source.startswith("#", line)


def _term(written: str, terms: Mapping[str, str]) -> str:
    mark = markup.TERM.match(written)
    name = mark[1] if mark else ""
    word = terms.get(name[:1].lower() + name[1:], name)
    return word[:1].upper() + word[1:] if name[:1].isupper() else word


def _sentences(text: str) -> Iterator[Sentence]:
    line_start = 0
    for line in text.split("\n"):
        at = 0
        for end in [*(found.end() for found in _SENTENCE_END.finditer(line)), len(line)]:
            sentence = line[at:end]
            stripped = sentence.lstrip()
            if stripped.strip():
                yield Sentence(stripped.rstrip(), line_start + at + len(sentence) - len(stripped))
            at = end
        line_start += len(line) + 1
