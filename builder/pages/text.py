"""Authors' texts to HTML: Markdown, words per sector, links by name."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from html import escape
from typing import Any

import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from builder.content import markup
from builder.course.edition import Edition

#: A text without any of these needs no Markdown.
_MARKED = re.compile(r"[*_`#\[\]\\&<>\n{]|^\s*(?:[-+]|\d+[.)])\s|\d+\. ")
_PARAGRAPH = re.compile(r"^<p>(.*)</p>$", re.S)
_WORD = "\ue000{}\ue001"
_WORD_PLACE = re.compile("\ue000([^\ue001]*)\ue001")


class Writer:
    """Writes the texts of one edition. ``inline`` fits in a sentence, ``prose`` is paragraphs."""

    def __init__(self, edition: Edition, shared: dict[str, str] | None = None) -> None:
        self.edition = edition
        self._lessons = {item.lesson.id: item for item in edition.lessons}
        self._notes = 0
        self._cache: dict[str, str] = shared if shared is not None else {}
        self._markdown = markdown.Markdown(extensions=["sane_lists", _Links(self)], output_format="html")
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.inlinePatterns.deregister("html")
        for unused in ("image_link", "image_reference", "reference", "short_reference", "autolink",
                       "automail", "link"):
            if unused in self._markdown.inlinePatterns:
                self._markdown.inlinePatterns.deregister(unused)

    def prose(self, text: str) -> Markup:
        """Paragraphs, lists, headings."""
        if not _MARKED.search(text.strip()):
            return Markup(f"<p>{escape(text.strip(), quote=False)}</p>")
        return Markup(self._convert(text))

    def quoted(self, text: str) -> Markup:
        """Spoken words, between quotation marks."""
        return self.prose(f"‘{text.strip()}’")

    def inline(self, text: str) -> Markup:
        """One line, without a paragraph around it."""
        if not _MARKED.search(text):
            return Markup(escape(text.strip(), quote=False))
        html = self._convert(text)
        single = _PARAGRAPH.match(html)
        return Markup(single.group(1) if single and "<p>" not in single.group(1) else html)

    def plain(self, text: str) -> str:
        """Words only, for attributes and titles: no marks, neutral words."""
        text = markup.TERM.sub(lambda found: self._neutral(found.group(1)), text)
        text = markup.LINK.sub(lambda found: found.group(1), text)
        return re.sub(r"[*_`]", "", text).strip()

    def _convert(self, text: str) -> str:
        """Markdown to HTML; a text that says the same in every edition is converted once."""
        shareable = "{{" not in text and "](" not in text
        if shareable and text in self._cache:
            return self._cache[text]
        prepared = markup.TERM.sub(lambda found: _WORD.format(found.group(1)), text)
        self._markdown.reset()
        html = self._markdown.convert(prepared)
        html = _WORD_PLACE.sub(lambda found: self._word(found.group(1)), html)
        if shareable:
            self._cache[text] = html
        return html

    def _neutral(self, name: str) -> str:
        edition = self.edition
        words = edition.info.terms if edition.many_sectors else edition.sectors[0].terms
        return _cased(words[name[:1].lower() + name[1:]], name)

    def _word(self, name: str) -> str:
        """The sector's word; where the learner picks a sector, all of them, each marked with whose it is."""
        neutral = escape(self._neutral(name), quote=False)
        if not self.edition.many_sectors:
            return neutral
        forms: dict[str, list[str]] = {}
        for sector in self.edition.sectors:
            forms.setdefault(_cased(sector.terms[name[:1].lower() + name[1:]], name), []).append(sector.id)
        variants = "".join(
            f'<span data-sectors="{" ".join(sectors)}">{escape(form, quote=False)}</span>'
            for form, sectors in forms.items()
        )
        return f'<span class="word"><span data-sectors="*">{neutral}</span>{variants}</span>'

    def link(self, shown: str, target: str) -> etree.Element:
        """The element for ``[shown](target)``."""
        kind, _, name = target.partition(":")
        if kind == "lesson":
            item = self._lessons.get(name)
            element = etree.Element("a", {"href": f"#{name}"} if item else {})
            title = self.plain(item.lesson.title) if item else ""
            element.text = shown or (f"{item.number} {title}" if item else "")
            return element
        if kind == "term":
            return self._term(shown, name)
        source = self.edition.sources.get(name) or self.edition.course.sources[name]
        element = etree.Element("a", {"href": source.href, "target": "_blank", "rel": "noopener noreferrer",
                                      "class": "external"})
        element.text = shown or self.plain(source.title)
        hint = etree.SubElement(element, "span", {"class": "visually-hidden"})
        hint.text = " (opent in een nieuw tabblad)"
        return element

    def _term(self, shown: str, name: str) -> etree.Element:
        term = self.edition.terms.get(name) or self.edition.course.terms[name]
        self._notes += 1
        note_id = f"term-{name}-{self._notes}"
        element = etree.Element("span", {"class": "term"})
        button = etree.SubElement(element, "button", {"type": "button", "class": "term__word",
                                                      "aria-expanded": "false", "aria-controls": note_id})
        button.text = shown or self.plain(term.word)
        note = etree.SubElement(element, "span", {"class": "term__note", "id": note_id})
        note.text = f" ({self.plain(term.explanation).rstrip('.')}) "
        return element


def _cased(word: str, name: str) -> str:
    return word[:1].upper() + word[1:] if name[:1].isupper() else word


class _Links(Extension):
    def __init__(self, writer: Writer) -> None:
        super().__init__()
        self.writer = writer

    def extendMarkdown(self, md: Any) -> None:
        md.inlinePatterns.register(_LinkPattern(markup.LINK.pattern, md, self.writer), "course-link", 165)
        md.treeprocessors.register(_Tight(md), "tight", 5)


class _LinkPattern(InlineProcessor):
    def __init__(self, pattern: str, md: Any, writer: Writer) -> None:
        super().__init__(pattern, md)
        self.writer = writer

    def handleMatch(self, m: Any, data: str) -> Any:  # type: ignore[override]
        return self.writer.link(m.group(1), m.group(2)), m.start(0), m.end(0)


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
