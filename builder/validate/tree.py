"""Finding one's way in a manifest, with or without the right namespace."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree

from builder.package.document import XML
from builder.package.manifest import ADLCP
from builder.validate.references import resolve

SCORMTYPE = f"{{{ADLCP}}}scormtype"
BASE = f"{{{XML}}}base"


def text(element: etree._Element | None) -> str:
    """The text of an element without markup; empty when there is none."""
    return "" if element is None else (element.text or "")


def organizations(manifest: etree._Element) -> list[etree._Element]:
    return manifest.findall("{*}organizations/{*}organization")


def items(parent: etree._Element) -> list[etree._Element]:
    """All items in a manifest or an organization, at any depth."""
    found = organizations(parent) or [parent]
    return [item for organization in found for item in organization.iterfind(".//{*}item")]


def resources(manifest: etree._Element) -> list[etree._Element]:
    return manifest.findall("{*}resources/{*}resource")


def launched(manifest: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Each item that has a resource, with that resource."""
    by_id = {resource.get("identifier"): resource for resource in resources(manifest)}
    for item in items(manifest):
        resource = by_id.get(item.get("identifierref"))
        if resource is not None:
            yield item, resource


def path(resource: etree._Element, href: str) -> str | None:
    """The path in the package of ``href`` in ``resource`` or one of its files.

    With every ``xml:base`` above it, as XML Base has it. None when it is an address elsewhere.
    """
    folder = ""
    for element in [*reversed(list(resource.iterancestors())), resource]:
        base = resolve(folder, element.get(BASE, ""))
        if base is not None:
            folder = base if base.endswith("/") else posixpath.dirname(base)
            folder = folder.rstrip("/")
    return resolve(folder, href)
