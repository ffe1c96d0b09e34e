"""Every code that the builder can answer with is explained to authors, and nothing else is."""

from __future__ import annotations

import re

from tests.conftest import ROOT

ROWS = re.findall(r"^\| ([A-Z][0-9]{2,3}) \| (.+) \| (.+) \|$", (ROOT / "docs" / "errors.md").read_text("utf-8"), re.M)

#: A code as it stands in the source: the first value of a problem, or the code of a rule.
_USED = re.compile(
    r"""(?:Problem\(|\.error\(|\.warn\(|CustomError\(|CODE\ =|self\.error\()\s*"([A-Z][0-9]{2,3})\"""", re.X)


def test_every_code_is_explained_and_every_explained_code_is_used() -> None:
    used = {
        code
        for path in (ROOT / "builder").rglob("*.py")
        if "node_modules" not in path.parts
        for code in _USED.findall(path.read_text("utf-8"))
    }
    explained = [code for code, _, _ in ROWS]
    assert len(used) > 100
    assert sorted(explained) == sorted(used)


def test_every_code_is_tried() -> None:
    """A case with the code in it shows when an author meets it."""
    tried = {
        code
        for path in (ROOT / "tests").rglob("*.py")
        for code in re.findall(r"\b[A-Z][0-9]{2,3}\b", path.read_text("utf-8"))
    }
    assert [code for code, _, _ in ROWS if code not in tried] == []


def test_explanations_are_sentences_that_an_author_can_read() -> None:
    for code, what, advice in ROWS:
        for sentence in re.split(r"(?<=[.?]) ", f"{what} {advice}"):
            assert sentence.endswith((".", "?")), code
            assert len(sentence.split()) <= 20, (code, sentence)
