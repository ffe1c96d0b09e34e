"""Markdown to HTML in which the words and links that differ per edition are still open.

That part costs most and is the same for every edition, so each text is converted once.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable
from functools import cache, lru_cache
from html import escape
from typing import Any

import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from builder.content import markup

#: A text without any of these needs no Markdown.
_MARKED = re.compile(r"[*_`#\[\]\\&<>\n{]|^(?:[-+]|\d+[.)])\s")

#: What an edition fills in stands between these two, which no text may hold (``builder.content.fields``).
_OPEN, _CLOSE = "\ue000", "\ue001"
_PLACE = re.compile(f'<a href="{_OPEN}([^{_CLOSE}]*){_CLOSE}">(.*?)</a>|{_OPEN}([^{_CLOSE}]*){_CLOSE}', re.S)


@lru_cache(maxsize=50_000)
def prose(text: str) -> Markup:
    """Paragraphs, lists, headings."""
    if not _MARKED.search(text.strip()):
        return Markup(f"<p>{escape(text.strip(), quote=False)}</p>")
    return Markup(_convert(text, _prose_converter()))


@lru_cache(maxsize=50_000)
def inline(text: str) -> Markup:
    """One line, without a paragraph around it: emphasis and links, but ``1986.`` or a dash begin no list."""
    if not _MARKED.search(text.strip()):
        return Markup(escape(text.strip(), quote=False))
    html = _convert(text, _inline_converter())
    return Markup(html.removeprefix("<p>").removesuffix("</p>").replace("</p>\n<p>", "<br>"))


def fill(html: Markup, word: Callable[[str], str], link: Callable[[str, str], str]) -> Markup:
    """``html`` with its words and links: ``word(name)`` and ``link(words shown, target)`` give HTML."""
    if _OPEN not in html:
        return html

    def filled(found: re.Match[str]) -> str:
        target, shown, name = found.groups()
        return word(name) if target is None else link(_PLACE.sub(filled, shown), target)

    return Markup(_PLACE.sub(filled, html))


def _convert(text: str, converter: markdown.Markdown) -> str:
    converter.reset()
    return converter.convert(markup.TERM.sub(lambda found: f"{_OPEN}{found.group(1)}{_CLOSE}", text))


@cache
def _inline_converter() -> markdown.Markdown:
    converter = _new_converter()
    for block in ("indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote"):
        converter.parser.blockprocessors.deregister(block)
    return converter


@cache
def _prose_converter() -> markdown.Markdown:
    return _new_converter()


def _new_converter() -> markdown.Markdown:
    converter = markdown.Markdown(extensions=["sane_lists", _Course()], output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.parser.blockprocessors.deregister("reference")
    for unused in ("html", "image_link", "image_reference", "reference", "short_reference",
                   "short_image_ref", "autolink", "automail", "link"):
        converter.inlinePatterns.deregister(unused, strict=False)
    return converter


class _Course(Extension):
    def extendMarkdown(self, md: Any) -> None:
        md.inlinePatterns.register(_Link(markup.LINK.pattern, md), "course-link", 165)
        md.treeprocessors.register(_Tight(md), "tight", 5)


class _Link(InlineProcessor):
    def handleMatch(self, m: Any, data: str) -> Any:  # type: ignore[override]
        element = etree.Element("a", {"href": f"{_OPEN}{m.group(2)}{_CLOSE}"})
        element.text = m.group(1)
        return element, m.start(0), m.end(0)


class _Tight(Treeprocessor):
    """List items lose the paragraph that a blank line between them would give."""

    def run(self, root: etree.Element) -> None:
        for item in root.iter("li"):
            if len(item) and item[0].tag == "p" and not (item.text or "").strip():
                first = item[0]
                item.text, tail = first.text, first.tail
                children = list(first)
                item.remove(first)
                for position, child in enumerate(children):
                    item.insert(position, child)
                if tail and tail.strip():
                    (children[-1] if children else item).tail = tail
