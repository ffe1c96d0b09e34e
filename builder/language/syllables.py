"""Syllables of Dutch words, and the ease of reading that follows from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache


def counter() -> Callable[[str], int] | None:
    """Counts the syllables of a word by its hyphenation; None when pyphen is not installed."""
    try:
        import pyphen  # type: ignore[import-untyped]
    except ImportError:
        return None
    hyphenation = pyphen.Pyphen(lang="nl_NL", left=1, right=1)

    @cache
    def syllables(word: str) -> int:
        return sum(1 + len(hyphenation.positions(part)) for part in word.lower().split("-") if part)

    return syllables


def flesch_douma(sentences: Sequence[Sequence[str]], syllables: Callable[[str], int]) -> float:
    """Ease of reading, from about 0 to 120; 60 to 70 is ordinary, more is easier."""
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 120.0
    return 206.835 - 0.93 * len(words) / len(sentences) - 77 * sum(map(syllables, words)) / len(words)
