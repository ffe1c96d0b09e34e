"""Authors' texts to HTML: Markdown, words per sector, links by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from markupsafe import Markup

from builder.content import markup
from builder.course.edition import Edition
from builder.pages import marked
from builder.presentation.model import deck_name


class Writer:
    """Writes the texts of one edition. ``inline`` fits in a sentence, ``prose`` is paragraphs."""

    def __init__(self, edition: Edition, decks: Mapping[str, str] | None = None) -> None:
        """``decks``: per sector the presentation's file in the package."""
        self.edition = edition
        self.decks = decks or {}
        self._lessons = {str(item.lesson.id): item for item in edition.lessons}
        self._notes = 0

    def prose(self, text: str) -> Markup:
        """Paragraphs, lists, headings."""
        return marked.fill(marked.prose(text), self._word, self.link)

    def quoted(self, text: str) -> Markup:
        """Spoken words, between quotation marks."""
        return self.prose(f"‘{text.strip()}’")

    def inline(self, text: str) -> Markup:
        """One line, without a paragraph around it."""
        return marked.fill(marked.inline(text), self._word, self.link)

    def plain(self, text: str) -> str:
        """Words only, for attributes and titles: no marks, neutral words."""
        text = markup.TERM.sub(lambda found: self._neutral(found.group(1)), text)
        text = markup.LINK.sub(lambda found: found.group(1), text)
        return re.sub(r"[*_`]", "", text).strip()

    def _neutral(self, name: str) -> str:
        edition = self.edition
        words = edition.info.terms if edition.many_sectors else edition.sectors[0].terms
        return _cased(words[name[:1].lower() + name[1:]], name)

    def _word(self, name: str) -> str:
        """The sector's word; where the learner picks a sector, all of them, each marked with whose it is."""
        neutral = _text(self._neutral(name))
        if not self.edition.many_sectors:
            return neutral
        return _variants(neutral, {
            sector.id: _text(_cased(sector.terms[name[:1].lower() + name[1:]], name)) for sector in self.edition.sectors
        })

    def for_whom(self) -> Markup:
        """The edition's title inside a line; where the learner picks a sector, that of the edition for it alone."""
        titles = {str(info.sectors[0]): _text(str(info.title).lower())
                  for info in self.edition.course.info.editions if len(info.sectors) == 1}
        neutral = _text(str(self.edition.info.title).lower())
        return Markup(_variants(neutral, titles) if self.edition.many_sectors else neutral)

    def link(self, shown: str, target: str) -> str:
        """HTML for ``[shown](target)``; ``shown`` is HTML too, and may be empty."""
        kind, _, name = target.partition(":")
        if kind == "lesson":
            item = self._lessons.get(name)
            if item is None:
                return f"<a>{shown}</a>"
            return f'<a href="#{name}">{shown or _text(f"{item.number} {self.plain(item.lesson.title)}")}</a>'
        if kind == "print":
            printable = self.edition.printables.get(name)
            if printable is None:
                return f"<a>{shown}</a>"
            return f'<a href="#{name}">{shown or _text(self.plain(printable.title))}</a>'
        if kind == "download":
            return self._download(shown)
        if kind == "term":
            return self._term(shown, name)
        source = self.edition.sources.get(name) or self.edition.course.sources[name]
        return (
            f'<a href="{escape(source.href)}" target="_blank" rel="noopener noreferrer" class="external">'
            f"{shown or _text(self.plain(source.title))}"
            '<span class="visually-hidden"> (opent in een nieuw tabblad)</span></a>'
        )

    def _download(self, shown: str) -> str:
        """The presentation; where the learner picks a sector, the one of that sector."""
        edition = self.edition
        title = shown or (_text(self.plain(edition.presentation.title)) if edition.presentation else "")
        only = ' data-sectors="{}"' if edition.many_sectors else ""
        links = "".join(
            f'<a href="{href}" download="{deck_name(edition.course.info.id, sector)}" target="_blank" rel="noopener"'
            f"{only.format(sector)}>{title} (PowerPoint)</a>"
            for sector, href in self.decks.items()
        )
        if not edition.many_sectors:
            return f"<span>{links}</span>"
        return f'<span class="word"><span data-sectors="*">{title} (kies eerst waar je werkt)</span>{links}</span>'

    def _term(self, shown: str, name: str) -> str:
        term = self.edition.terms.get(name) or self.edition.course.terms[name]
        self._notes += 1
        note_id = f"term-{name}-{self._notes}"
        return (
            '<span class="term">'
            f'<button type="button" class="term__word" aria-expanded="false" aria-controls="{note_id}">'
            f"{shown or _text(self.plain(term.word))}</button>"
            f'<span class="term__note" id="{note_id}">'
            f" ({_text(self.plain(term.explanation).rstrip('.'))})</span></span>"
        )


def _variants(neutral: str, forms: Mapping[str, str]) -> str:
    """HTML of which one part is displayed: ``neutral``, or the form of the sector that was picked."""
    sectors: dict[str, list[str]] = {}
    for sector, form in forms.items():
        sectors.setdefault(form, []).append(sector)
    parts = "".join(f'<span data-sectors="{" ".join(ids)}">{form}</span>' for form, ids in sectors.items())
    return f'<span class="word"><span data-sectors="*">{neutral}</span>{parts}</span>'


def _text(words: str) -> str:
    return escape(words, quote=False)


def _cased(word: str, name: str) -> str:
    return word[:1].upper() + word[1:] if name[:1].isupper() else word
