"""Files with metadata: those that the manifest points at with ``adlcp:location``."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.package.manifest import ADLCP
from builder.validate.package import Package
from builder.validate.references import resolve
from builder.validate.tree import text
from builder.validate.xml import Unreadable, read_xml


def metadata_documents(package: Package) -> Iterator[tuple[str, etree._Element | Unreadable]]:
    """Each file with metadata that is in the package, once: its name, and its root or why not."""
    if package.manifest is None:
        return
    locations = package.manifest.iterfind(f".//{{{ADLCP}}}location")
    for name in dict.fromkeys(resolve("", text(location).strip()) for location in locations):
        entry = package.files.get(name or "")
        if entry is not None and entry.data is not None:
            yield entry.name, read_xml(entry.data)
