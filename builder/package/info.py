"""What a package says about itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

SECTORS = ("po", "vo", "mbo", "hbo-wo")

_ID = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True)
class PackageInfo:
    """Identity and description of one edition, for its manifest and its metadata.

    ``id`` must be the same in every build of this edition and differ from those of the other
    editions: an LMS finds a learner's results by the identifiers that are made from it.
    ``catalog_uri`` names the edition in catalogues and never changes either. ``minutes`` is how
    long a learner needs. ``licence`` is an SPDX name.
    """

    id: str
    title: str
    description: str
    keywords: tuple[str, ...]
    version: str
    language: str
    sectors: tuple[str, ...]
    minutes: int
    publisher: str
    catalog_uri: str
    licence: str = "CC-BY-4.0"

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id) or len(self.id) > 100:
            raise ValueError(f"not an identifier for a package: {self.id!r}")
        if not self.title.strip():
            raise ValueError("a package needs a title")
        if len(self.version) > 20:  # IMS Content Packaging 1.1.2, manifest@version
            raise ValueError(f"version is longer than 20 characters: {self.version!r}")
        if not self.sectors or not set(self.sectors) <= set(SECTORS):
            raise ValueError(f"unknown or no sectors: {self.sectors!r}")
