"""Writing files so that whoever looks sees the old ones or the new ones, whole."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from builder.problems import Position, Problem

_NOT_ALLOWED = ("hier mag je niet schrijven.", "Geef jezelf het recht om te schrijven, of kies een andere map.")
_FILE_IN_THE_WAY = ("dit is een bestand, en hier hoort een map.", "Haal het bestand weg, of kies een andere map.")
_FULL = ("de schijf is vol.", "Maak ruimte, en probeer het opnieuw.")
#: Why the system writes no file, said to an author, and what to do.
_REASONS = {
    errno.EISDIR: ("dit is een map, en hier hoort een bestand.", "Haal de map weg, of geef haar een andere naam."),
    errno.EEXIST: _FILE_IN_THE_WAY,
    errno.ENOTDIR: _FILE_IN_THE_WAY,
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _NOT_ALLOWED,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
}
_OTHER = ("dit is niet te schrijven.", "Kijk of de schijf het nog doet, en probeer het opnieuw.")


def write_files(contents: Mapping[Path, bytes]) -> None:
    """Writes ``contents`` (places and bytes), readable for everyone, whatever the umask.

    Nothing is replaced before everything can be: a folder in the way is found first, and as each file is first
    written beside its place, a full disk is found in time too. The ``OSError`` says which place cannot be written.
    """
    beside = {path: path.with_name(f".{path.name}.{os.getpid()}") for path in contents}
    try:
        for path in contents:
            _make_way(path)
        for path, data in contents.items():
            with _named(path):
                beside[path].write_bytes(data)
                beside[path].chmod(0o644)
        for path, new in beside.items():
            with _named(path):
                new.replace(path)
    finally:
        for new in beside.values():
            with suppress(OSError):
                new.unlink()


def unwritten(error: OSError) -> Problem:
    """What kept ``write_files`` from writing, as a problem."""
    message, advice = _REASONS.get(error.errno or 0, _OTHER)
    return Problem("B03", Position(str(error.filename)), message, advice)


def _make_way(path: Path) -> None:
    with _named(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir() and not path.is_symlink():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Errors name ``path``, not the file beside it."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
