"""XML as bytes: UTF-8, no byte order mark, no numeric references, the same on every machine."""

from __future__ import annotations

import re

from lxml import etree

XSI = "http://www.w3.org/2001/XMLSchema-instance"
XML = "http://www.w3.org/XML/1998/namespace"

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def serialise(root: etree._Element) -> bytes:
    """The document with ``root``, indented, with the declaration that every parser knows."""
    body = etree.tostring(root, encoding="UTF-8", xml_declaration=False, pretty_print=True)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body


def line_of_text(text: str) -> str:
    """``text`` on one line, without control characters.

    XML forbids most of them and writes the others as ``&#13;``, which Moodle shows as it stands.
    """
    return " ".join(_CONTROL.sub(" ", text).split())
