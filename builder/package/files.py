"""The files of a package: a name and its bytes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MANIFEST = "imsmanifest.xml"
METADATA = "nl-lom.xml"
LAUNCH = "index.html"

SCHEMA_FOLDER = Path(__file__).parents[2] / "schemas"

_PART = r"[a-z0-9_-](?:[a-z0-9._-]{0,62}[a-z0-9_-])?"
_NAME = re.compile(rf"(?:{_PART}/)*{_PART}")


@dataclass(frozen=True)
class PackageFile:
    """A file by its path in the package. The path needs no encoding in a URL, on any system.

    LMSs rename what they do not expect (``~``, ``&``, blanks, accents) and some unpack on a disk
    that does not tell capitals from small letters: so small ASCII letters, digits and ``. _ -``
    only, at most 64 characters a part, ``/`` between folders.
    """

    name: str
    data: bytes

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"not a name for a file in a package: {self.name!r}")


def hashed_name(stem: str, suffix: str, data: bytes) -> str:
    """``hashed_name("player", ".js", …)`` is ``player.1a2b3c4d.js``: other contents, other name.

    Browsers keep old scripts for months (Moodle serves them as immutable for 90 days); a new
    page must never meet an old script.
    """
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:8]}{suffix}"


def content_digest(files: Iterable[PackageFile]) -> str:
    """SHA-256 over names and contents, whatever the compression: 64 hexadecimal digits.

    It is the sum over the lines of ``sha256sum``, so that anyone can check an unpacked package::

        find . -type f -printf '%P\\n' | LC_ALL=C sort | xargs sha256sum | sha256sum
    """
    lines = (
        f"{hashlib.sha256(file.data).hexdigest()}  {file.name}\n"
        for file in sorted(files, key=lambda file: file.name)
    )
    return hashlib.sha256("".join(lines).encode("ascii")).hexdigest()


def schema_files() -> list[PackageFile]:
    """The schemas that a SCORM 1.2 package carries in its root, read from ``schemas/``."""
    return [
        PackageFile(path.name, path.read_bytes()) for path in sorted(SCHEMA_FOLDER.glob("*.xsd"))
    ]
