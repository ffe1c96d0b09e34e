"""Everything the lint reads from disk: exceptions, own words, dictionary, hyphenation."""

from __future__ import annotations

from pathlib import Path

from builder.content.files import is_there
from builder.course.model import Course
from builder.course.read import read_model
from builder.language.dictionary import dictionary, own_words
from builder.language.manuscript import Allowance, Allowances, Manuscript
from builder.language.syllables import counter
from builder.problems import Problems

EXCEPTIONS = "language.yaml"
WORDS = "words.txt"
_INSTALL = "pip install -e '.[language]'"


def open_manuscript(course: Course, folder: Path, problems: Problems) -> tuple[Manuscript, list[str]]:
    """``course`` with what stands beside it in ``folder``, and a line for each check that cannot be done here."""
    knows, syllables = dictionary(), counter()
    missing = []
    if knows is None:
        missing.append("Spelling niet gecontroleerd: installeer het woordenboek (Debian, Ubuntu: apt-get install hunspell-nl) "
                       f"en spylls ({_INSTALL}).")
    if syllables is None:
        missing.append(f"Leesbaarheid niet gemeten: installeer pyphen ({_INSTALL}).")
    manuscript = Manuscript(course, _allowances(folder, problems), own_words(folder / WORDS), knows, syllables)
    return manuscript, missing


def _allowances(folder: Path, problems: Problems) -> tuple[Allowance, ...]:
    if not is_there(folder / EXCEPTIONS):
        return ()
    read = read_model(folder, EXCEPTIONS, Allowances, problems)
    return tuple(read.exceptions) if read else ()
