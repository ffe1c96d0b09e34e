"""Reading XML that a stranger made: no entities, no network, no DTD, no huge trees."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

SIZE_LIMIT = 5_000_000
"""Bytes. A manifest with thousands of files is a tenth of it."""

_PLACE = re.compile(r" ?\(<string>, line \d+\)$|, line \d+, column \d+( \(<string>, line \d+\))?$")


class Unreadable(NamedTuple):
    """Why a document is not XML: the line (from 1; 0 is unknown) and what the parser said."""

    line: int
    reason: str


def read_xml(data: bytes) -> etree._Element | Unreadable:
    """The root of the document, or why there is none."""
    if len(data) > SIZE_LIMIT:
        return Unreadable(0, f"het is groter dan {SIZE_LIMIT // 1_000_000} MB")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return Unreadable(error.lineno or 0, _PLACE.sub("", error.msg or "geen inhoud"))
    except ValueError as error:
        return Unreadable(0, str(error))


def line(element: etree._Element) -> int:
    """The line on which the tag of ``element`` ends, which is all that the parser keeps."""
    found = element.sourceline
    return found if isinstance(found, int) else 0


def line_at(data: bytes, offset: int) -> int:
    """The line, from 1, of the byte at ``offset``."""
    return data.count(b"\n", 0, offset) + 1
