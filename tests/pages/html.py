"""A page as a tree, and the questions that tests ask of it."""

from __future__ import annotations

import json
import re
from typing import Any

from lxml import etree

#: Attributes whose value names ids elsewhere in the page.
REFERENCES = ("for", "aria-controls", "aria-labelledby", "aria-describedby", "list", "form")


class Page:
    """``index.html`` of a package."""

    def __init__(self, html: str) -> None:
        self.html = html
        parser = etree.HTMLParser(encoding="utf-8", remove_comments=True)
        self.root = etree.fromstring(html.encode(), parser)

    def all(self, path: str) -> list[Any]:
        """Elements or values that the XPath ``path`` finds."""
        found = self.root.xpath(path)
        assert isinstance(found, list)
        return found

    @property
    def ids(self) -> list[str]:
        return [str(value) for value in self.all("//@id")]

    @property
    def referred(self) -> set[str]:
        """Every id that an attribute relies on."""
        return {name for key in REFERENCES for value in self.all(f"//@{key}") for name in str(value).split()}

    @property
    def used_symbols(self) -> set[str]:
        return {str(value).removeprefix("#") for value in self.all("//*[local-name()='use']/@href")}

    @property
    def fetched(self) -> list[str]:
        """Addresses that a browser loads by itself."""
        return [str(value) for value in self.all("//@src | //link/@href | //@srcset | //@poster | //object/@data")]

    @property
    def data(self) -> dict[str, Any]:
        """What the player gets."""
        text = self.all("//script[@type='application/json']")[0].text
        value = json.loads(text)
        assert isinstance(value, dict)
        return value

    def words(self, path: str) -> str:
        """The text of the first element that ``path`` finds, blanks tidied."""
        return re.sub(r"\s+", " ", "".join(self.all(path)[0].itertext())).strip()
