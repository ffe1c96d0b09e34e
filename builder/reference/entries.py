"""The subjects as the page shows them: by step, in alphabetical order, with their lesson."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from builder.course.edition import Edition
from builder.reference.subjects import Kind, Subject, subjects


@dataclass(frozen=True)
class Step:
    """A unit of the course with what can be looked up there; the last one has no unit."""

    id: str
    title: str
    entries: list[Subject]


def reference(edition: Edition, writer: Any) -> list[Step]:
    """The steps of ``edition``. ``writer`` gives the words by which the entries are ordered."""
    found = sorted(subjects(edition), key=lambda subject: _order(writer.plain(subject.title)))
    steps = [
        Step(unit.info.id, unit.info.title,
             [subject for subject in found if subject.lesson and subject.lesson.unit.id == unit.info.id])
        for unit in edition.units
    ]
    rest = [subject for subject in found if subject.lesson is None]
    return [step for step in [*steps, Step("verder", "Meer begrippen en bronnen", rest)] if step.entries]


#: What the kind of an entry is called beside its title.
KINDS: dict[Kind, str] = {
    "les": "les", "begrip": "begrip", "signaal": "signaal", "stappen": "stappen", "hulpmiddel": "bron",
}


def label(subject: Subject) -> Markup:
    """Such as ``begrip · les 1.2``."""
    kind = KINDS[subject.kind]
    if subject.lesson is None:
        return Markup(kind)
    number = subject.lesson.number
    return Markup(f"les {number}" if subject.kind == "les" else f"{kind} · les {number}")


def _order(title: str) -> str:
    """Without accents, capitals and signs in front."""
    plain = unicodedata.normalize("NFD", title.casefold())
    return "".join(c for c in plain if c.isalnum() or c == " ").strip()
