"""The Dutch dictionary of the machine (hunspell-nl, made by OpenTaal), read with spylls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from builder.problems import Position

FOLDERS = (
    Path("/usr/share/hunspell"),
    Path("/usr/share/myspell/dicts"),
    Path("/usr/local/share/hunspell"),
    Path("/opt/homebrew/share/hunspell"),
    Path.home() / "Library/Spelling",
)
_NAMES = ("nl", "nl_NL")


def dictionary(folders: Sequence[Path] = FOLDERS) -> Callable[[str], bool] | None:
    """Tells whether a word is right; None when spylls or the dictionary is not there. Takes seconds."""
    try:
        from spylls.hunspell import Dictionary  # type: ignore[import-untyped]
    except ImportError:
        return None
    for folder in folders:
        for name in _NAMES:
            if (folder / f"{name}.dic").is_file() and (folder / f"{name}.aff").is_file():
                found = Dictionary.from_files(str(folder / name))
                return lambda word: bool(found.lookup(word))
    return None


def own_words(path: Path) -> dict[str, Position]:
    """Words of a list, one a line; what stands after ``#`` is a remark. Empty when there is no list."""
    if not path.is_file():
        return {}
    name = f"{path.parent.name}/{path.name}"
    lines = path.read_text("utf-8").replace("’", "'").splitlines()
    words = (line.partition("#")[0].strip() for line in lines)
    return {word: Position(name, number, 1) for number, word in enumerate(words, start=1) if word}
