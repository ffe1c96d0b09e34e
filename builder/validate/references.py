"""What a page or a style sheet points at, and whether the browser fetches it by itself."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from lxml import etree

from builder.validate.xml import line

_PAGES = (".html", ".htm", ".xhtml", ".svg")
_STYLES = (".css",)

_ADDRESS_ATTRIBUTES = {"src", "href", "poster", "data", "background", "xlink:href"}
_LIST_ATTRIBUTES = {"srcset", "imagesrcset"}
_POINTING_ATTRIBUTES = _ADDRESS_ATTRIBUTES | _LIST_ATTRIBUTES | {"content", "style"}
_NAVIGATION = ("a", "area")
_SILENT_LINKS = {"canonical", "alternate", "author", "license", "help", "next", "prev", "search", "bookmark"}
"""Values of ``link@rel`` that fetch nothing."""

_CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_CSS_START = re.compile(r"""(?:url\(\s*|@import\s+(?=["']))(["']?)""", re.IGNORECASE)
_NO_FILE = ("#", "data:")


class Reference(NamedTuple):
    """``address`` as written on ``line`` of ``file``; ``fetched`` unless someone has to follow it."""

    file: str
    line: int
    address: str
    fetched: bool

    @property
    def host(self) -> str:
        """The host of an address outside the package; empty when it is inside or has none."""
        return _host(self.address)

    @property
    def target(self) -> str | None:
        """The path in the package that the address means; None when it means no file in it.

        A path that leaves the package begins with ``../`` or ``/``.
        """
        return resolve(posixpath.dirname(self.file), self.address)


def resolve(folder: str, address: str) -> str | None:
    """The path of ``address`` as seen from ``folder``, without query, fragment and %-codes."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return address
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        return path
    return posixpath.normpath(posixpath.join(folder, path)) + ("/" if path.endswith("/") else "")


def references_in(name: str, data: bytes) -> list[Reference]:
    """The references in the file ``name``; none when it is no page and no style sheet."""
    suffix = posixpath.splitext(name)[1].lower()
    if suffix in _PAGES:
        return list(_in_page(name, data))
    if suffix in _STYLES:
        return list(_in_style(name, data.decode("utf-8", "replace"), 1))
    return []


def _in_page(name: str, data: bytes) -> Iterator[Reference]:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return
    if root is None:
        return
    for element in root.iter(etree.Element):
        for attribute in sorted(_POINTING_ATTRIBUTES.intersection(element.keys())):
            value = str(element.get(attribute))
            if attribute == "style":
                yield from _in_style(name, value, line(element))
            for address in _addresses(element, attribute, value):
                if not address.startswith(_NO_FILE):
                    yield Reference(name, line(element), address, _is_fetched(element))
        if element.tag == "style":
            yield from _in_style(name, element.text or "", line(element))


def _addresses(element: etree._Element, attribute: str, value: str) -> list[str]:
    """The addresses in one attribute; none when it is about something else."""
    if attribute in _LIST_ATTRIBUTES:
        return [candidate.split()[0] for candidate in value.split(",") if candidate.strip()]
    if attribute == "content" and str(element.get("http-equiv", "")).lower() == "refresh":
        address = value.partition("=")[2].strip("'\" ")
    else:
        address = value.strip() if attribute in _ADDRESS_ATTRIBUTES else ""
    return [address] if address else []


def _is_fetched(element: etree._Element) -> bool:
    if element.tag in _NAVIGATION:
        return False
    if element.tag == "link":
        return not set(str(element.get("rel", "")).lower().split()) & _SILENT_LINKS
    return True


def _in_style(name: str, text: str, first_line: int) -> Iterator[Reference]:
    text = _CSS_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    place, counted = first_line, 0
    for at, address in _style_addresses(text):
        place, counted = place + text.count("\n", counted, at), at
        if address and not address.startswith(_NO_FILE):
            yield Reference(name, place, address, True)


def _style_addresses(text: str) -> Iterator[tuple[int, str]]:
    """Offset and address of each ``url()`` and ``@import``; stops at one that has no end."""
    at = 0
    while start := _CSS_START.search(text, at):
        end = text.find(start[1] or ")", start.end())
        if end < 0:
            return
        yield start.start(), text[start.end() : end].strip()
        at = end + 1


def _host(address: str) -> str:
    try:
        return urlsplit(address.strip()).netloc
    except ValueError:
        return ""
