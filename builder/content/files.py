"""Files of the course as bytes. Whatever keeps one from being read is a problem at its place."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from builder.problems import Position, Problems

#: Why the system gives no file, said to an author, and what to do.
_REASONS = {
    errno.ENOENT: ("dit bestand is er niet.", "Maak het bestand aan, of haal de verwijzing ernaar weg."),
    errno.EISDIR: ("dit is een map, en hier hoort een bestand.", "Haal de map weg, of geef haar een andere naam."),
    errno.EACCES: ("dit bestand mag je niet lezen.", "Geef jezelf het recht om het te lezen."),
    errno.ELOOP: ("deze koppeling wijst naar zichzelf.", "Zet het bestand zelf op deze plek."),
}
_OTHER = ("dit is geen gewoon bestand.", "Zet op deze plek een gewoon bestand.")


def read_file(path: Path, name: str, problems: Problems) -> bytes | None:
    """The bytes of ``path``, called ``name`` in messages; None when it cannot be read.

    Only a regular file is opened: a pipe would be waited for, for ever.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            return path.read_bytes()
        reason = errno.EISDIR if stat.S_ISDIR(mode) else None
    except OSError as error:
        reason = error.errno
    problems.error("Y01", Position(name), *_REASONS.get(reason or 0, _OTHER))
    return None


def is_there(path: Path) -> bool:
    """Whether anything has this name: a file that cannot be read must not pass for one that is not there."""
    return os.path.lexists(path)
