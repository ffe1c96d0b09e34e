"""printables/<id>.yaml: a sheet of A4, or two, as sections; the signal card has a front and a back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from builder.blocks.base import FactId, Month, Part, SourceIds
from builder.content.fields import Id, Line, Model, Prose, short_for
from builder.problems import Problem

#: The set of course.yaml whose categories stand on the signal card.
SIGNALS = "signalen"


class Item(Part):
    """A line of a list; a step also has a title."""

    title: Line | None = None
    text: Line


class Blank(Part):
    """A label with room to write behind it."""

    label: Line


class WritingTable(Model):
    """A table on paper: cells that a row does not have are for writing, and so are ``blank`` rows."""

    columns: list[Line] = Field(min_length=2)
    rows: list[list[Line]] = []
    blank: int = Field(default=0, ge=0, le=40)

    @property
    def is_open(self) -> bool:
        """Whether every row is a label with the rest to write."""
        return all(len(row) == 1 for row in self.rows)


class Section(Part):
    """A piece of a sheet: a title and whatever of the rest it has."""

    title: Line
    kind: Literal["plain", "let-op", "steps", "avoid", "safety", "help-lines"] = "plain"
    facts: list[FactId] = []
    source: SourceIds = []
    addition: Month | None = None
    """Not from the guide; the month in which it was checked."""
    body: Prose | None = None
    items: list[Annotated[Item, short_for("text")]] = []
    ordered: bool = False
    fields: list[Annotated[Blank, short_for("label")]] = []
    table: WritingTable | None = None
    lines: list[Id] = []
    """Ids of helplines.yaml."""
    wide: bool = False
    """Over both columns of the sheet."""

    @property
    def is_wide(self) -> bool:
        """Tables and what is urgent take the width of the sheet by themselves."""
        return self.wide or self.table is not None or self.kind == "safety"

    def check(self) -> Iterator[Problem]:
        """Faults of this section alone."""
        if self.kind == "steps":
            for item in self.items:
                if not item.title:
                    yield Problem("A01", item.position, "deze stap heeft geen titel.", "Voeg ‘title:’ toe.")
        if (self.kind == "help-lines") != bool(self.lines):
            yield Problem("A02", self.position, "hulplijnen hebben zowel ‘kind: help-lines’ als ‘lines’ nodig.",
                          "Voeg toe wat ontbreekt, of haal het andere weg.")
        if self.table:
            for row in self.table.rows:
                if len(row) > len(self.table.columns):
                    yield Problem("A03", row[-1].position, "deze rij heeft meer cellen dan er kolommen zijn.",
                                  "Haal cellen weg of voeg bij ‘columns’ een kolom toe.")


class Signal(Part):
    """A category of ``category_sets.signalen`` with examples. Label and test question stand in course.yaml."""

    category: Id
    facts: list[FactId] = []
    examples: list[Annotated[Item, short_for("text")]] = Field(min_length=1)


class Front(Model):
    """The side that helps to look."""

    title: Line
    lead: Line
    signals: list[Signal]


class Back(Model):
    """The side that says what to do."""

    title: Line
    sections: list[Section]


class Printable(Part):
    """One file of ``printables/``: sections, or a front and a back, or what ``generate`` names."""

    id: Id
    title: Line
    lead: Line
    front: Front | None = None
    back: Back | None = None
    sections: list[Section] = []
    generate: Literal["sources"] | None = None
    """``sources``: the list of the edition's sources, behind the sections."""
    footer: Line

    @property
    def sheets(self) -> list[list[Section]]:
        """The sections, divided over sheets of paper: a table to fill in starts a new one."""
        sheets: list[list[Section]] = [[]]
        for section in self.sections:
            if section.table and section.table.blank and sheets[-1]:
                sheets.append([])
            sheets[-1].append(section)
        return sheets

    @property
    def is_full(self) -> bool:
        """Whether the sheets hold so much that letters must be smaller."""
        return self.generate is not None or any(section.table or section.fields for section in self.sections)

    def check(self) -> Iterator[Problem]:
        """Faults of this file alone."""
        if bool(self.front) != bool(self.back) or bool(self.front) == bool(self.sections):
            yield Problem("A04", self.position, "dit blad heeft geen inhoud, of twee soorten inhoud.",
                          "Schrijf ‘sections’, of ‘front’ en ‘back’.")
        sides = self.back.sections if self.back else self.sections
        for section in sides:
            yield from section.check()
