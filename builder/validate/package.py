"""A package as a validator sees it: entries of the zip, the manifest as a tree, references."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from lxml import etree

from builder.package.files import MANIFEST
from builder.problems import Position
from builder.validate.references import Reference, references_in
from builder.validate.xml import Unreadable, read_xml

Fault = Literal["", "encrypted", "method", "damaged", "oversized"]


@dataclass(frozen=True)
class Entry:
    """One entry of a zip. ``data`` is None when ``fault`` says why it was not read.

    ``flags`` are those of the local and the central header together; ``date`` is year, month, day.
    """

    name: str
    size: int
    packed_size: int
    method: int
    flags: int
    zip64: bool
    date: tuple[int, int, int]
    data: bytes | None
    fault: Fault = ""

    @property
    def is_folder(self) -> bool:
        return self.name.endswith(("/", "\\"))

    @property
    def suffix(self) -> str:
        """With the dot, in small letters: ``.html``; empty when there is none."""
        return posixpath.splitext(self.name)[1].lower()


@dataclass(frozen=True)
class Package:
    """A zip that was opened; when ``is_zip`` is false it could not be, and there are no entries."""

    name: str
    size: int
    entries: tuple[Entry, ...]
    is_zip: bool = True

    def at(self, file: str = "", line: int = 0) -> Position:
        """A place in the package, or in one of its files."""
        where = f"{self.name}/{file}" if file else self.name
        return Position(where, line, 1 if line else 0)

    @cached_property
    def files(self) -> dict[str, Entry]:
        """Entries that are no folder, by name; the first when a name is there twice."""
        found: dict[str, Entry] = {}
        for entry in self.entries:
            if not entry.is_folder:
                found.setdefault(entry.name, entry)
        return found

    @cached_property
    def manifest_data(self) -> bytes | None:
        """The bytes of ``imsmanifest.xml`` in the root, if it is there and could be read."""
        entry = self.files.get(MANIFEST)
        return entry.data if entry else None

    @cached_property
    def _manifest(self) -> etree._Element | Unreadable | None:
        return None if self.manifest_data is None else read_xml(self.manifest_data)

    @property
    def manifest(self) -> etree._Element | None:
        """The root of the manifest, if there is one and it is well-formed."""
        return None if isinstance(self._manifest, Unreadable) else self._manifest

    @property
    def manifest_fault(self) -> Unreadable | None:
        """Why the manifest could not be read as XML."""
        return self._manifest if isinstance(self._manifest, Unreadable) else None

    @cached_property
    def references(self) -> list[Reference]:
        """What pages and style sheets point at, in the order of the files."""
        return [
            reference
            for name, entry in self.files.items()
            if entry.data is not None
            for reference in references_in(name, entry.data)
        ]
