"""Which words of a text somebody says. What people say may be less careful than what the course says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.blocks.conversation.model import Reply, Turn
from builder.blocks.worked_example.model import WorkedExample
from builder.language.passages import Passage
from builder.language.reading import Reading

_OPEN = re.compile(r"[‘“]")
_CLOSE = re.compile(r"[’”](?!\w)")


def spoken(passage: Passage, reading: Reading, start: int) -> bool:
    """Whether the word at ``start`` is said by somebody: between quotation marks, or in a conversation."""
    model = passage.model
    if isinstance(model, Turn | Reply) and passage.source is model.says:
        return True
    if isinstance(model, Reply) and passage.source is model.reaction:
        return True
    if isinstance(model, WorkedExample) and passage.source is model.quote:
        return True
    return any(first <= start < end for first, end in _quoted(reading.text))


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """Spans between quotation marks, none over the end of a line; an apostrophe in a word does not close."""
    for opened in _OPEN.finditer(text):
        line_end = text.find("\n", opened.end())
        end = len(text) if line_end < 0 else line_end
        closed = _CLOSE.search(text, opened.end(), end)
        yield opened.start(), closed.end() if closed else end
