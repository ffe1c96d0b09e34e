"""Course, unit, lesson, pool: what authors write, as models."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from builder.blocks import rooms
from builder.blocks.assessment.model import Assessment
from builder.blocks.base import Block, Month, ObjectiveId, Part, Question, Sector
from builder.content.fields import Id, Line, Model, Prose, like
from builder.presentation.model import Presentation
from builder.printables.model import Printable

if TYPE_CHECKING:
    AnyBlock = Block
    AnyQuestion = Question
else:
    _MODELS = [room.model for room in rooms().values()]
    _QUESTIONS = [room.model for room in rooms().values() if room.is_question]
    AnyBlock = Annotated[reduce(or_, _MODELS), Field(discriminator="type")]
    AnyQuestion = Annotated[reduce(or_, _QUESTIONS), Field(discriminator="type")]

Terms = dict[str, Line]
Address = Annotated[str, Field(pattern=r'^https://[^\s"<>]+$'), like("https://www.voorbeeld.nl/bladzijde")]


class Objective(Model):
    """What a learner can do afterwards."""

    id: ObjectiveId
    text: Line
    short: Line
    revisit: Id | None = None
    """The lesson to do again when the test shows a gap."""


class SectorInfo(Model):
    """A kind of school, with its own words."""

    id: Sector
    name: Line
    label: Line
    terms: Terms


class EditionInfo(Model):
    """A package that schools import. ``terms`` are needed only when it has more than one sector."""

    id: Id
    title: Line
    sectors: list[Sector] = Field(min_length=1)
    terms: Terms = {}


class Category(Model):
    """One of the categories to sort into, with the question that decides."""

    id: Id
    label: Line
    pictogram: Id | None = None
    test: Line


class Gain(Part):
    """Something that the course gives."""

    title: Line
    text: Line


class StartFact(Part):
    """A line on the start page: how long, which proof."""

    title: Line
    text: Line


class Warning(Model):
    """What one should know beforehand."""

    title: Line
    body: Prose


class Start(Model):
    """The texts of the start page."""

    lead: Line
    gains: list[Gain]
    facts: dict[Literal["minutes", "proof", "printables", "reference"], StartFact]
    warning: Warning


class CourseInfo(Model):
    """course.yaml: identity, version, editions, words."""

    id: Id
    title: Line
    subtitle: Line
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$"), like("1.0.0")]
    language: Literal["nl"] = "nl"
    description: Line
    keywords: list[Line]
    publisher: Line
    licence: Literal["CC-BY-4.0"] = "CC-BY-4.0"
    catalog_uri: str
    pass_mark: int = Field(ge=1, le=100)
    ends_with: Literal["passed", "completed"] = "passed"
    accreditation: Line | None = None
    """Registration of an accreditation; absent means that no word of it is said."""
    objectives: list[Objective] = Field(min_length=1)
    sectors: list[SectorInfo] = Field(min_length=1)
    editions: list[EditionInfo] = Field(min_length=1)
    units: list[Id] = Field(min_length=1)
    printables: list[Id] = []
    """Files of ``printables/``, in the order in which they are offered."""
    category_sets: dict[str, list[Category]] = {}
    start: Start


class UnitInfo(Model):
    """unit.yaml: a title, a picture and the lessons in order."""

    id: Id
    title: Line
    image: Id | None = None
    lessons: list[Id] = Field(min_length=1)


class Lesson(Part):
    """One file: a few minutes of learning."""

    id: Id
    title: Line
    minutes: int = Field(ge=1, le=30)
    objectives: list[ObjectiveId] = []
    lead: Line | None = None
    blocks: list[AnyBlock] = Field(min_length=1)


class Pool(Model):
    """A file in questions/: items for one objective and one use."""

    objective: ObjectiveId
    use: Literal["quiz", "test"]
    questions: list[AnyQuestion] = Field(min_length=1)


class Term(Part):
    """A word explained in place."""

    id: Id
    word: Line
    explanation: Prose


class Source(Part):
    """A link, once, with what it is and how sure we are of it."""

    id: Id
    url: Address
    title: Line
    publisher: Line
    what: Line
    status: Literal["ok-unchecked", "suspect"] = "ok-unchecked"
    """``suspect``: the address in the guide cannot be right; ``use`` is where learners are sent."""
    suspect: bool = False
    doubt: bool = False
    """The address may no longer work; ``note`` says why."""
    use: Address | None = None
    note: Line | None = None
    addition: bool = False
    checked: Line | None = None

    @property
    def href(self) -> str:
        """The address that learners get."""
        return self.use or self.url


class HelpLine(Part):
    """A telephone number, once, dated."""

    id: Id
    name: Line
    number: Line | None = None
    label: Line | None = None
    """What to do where there is no number."""
    guide: list[Sector] = []
    """Sectors for which the guide itself names this line."""
    tel: Annotated[str, Field(pattern=r"^\+?[0-9]{3,15}$"), like("08001234")] | None = None
    url: Address | None = None
    when: Line
    checked: Annotated[str, Field(pattern=r"^20\d\d-\d\d-\d\d$"), like("2026-11-25")]
    verified: bool = False
    """Whether somebody called the number."""
    addition: Month | None = None
    note: Line | None = None


class TermList(Model):
    """glossary.yaml"""

    terms: list[Term]


class SourceList(Model):
    """sources.yaml"""

    sources: list[Source]


class HelpLineList(Model):
    """helplines.yaml"""

    helplines: list[HelpLine]


@dataclass(frozen=True)
class Unit:
    """A unit with its lessons, in order."""

    info: UnitInfo
    lessons: list[Lesson]


@dataclass(frozen=True)
class Course:
    """Everything that authors wrote, loaded and checked."""

    info: CourseInfo
    units: list[Unit]
    pools: list[Pool]
    terms: dict[str, Term]
    sources: dict[str, Source]
    help_lines: dict[str, HelpLine]
    images: dict[str, bytes]
    printables: dict[str, Printable] = field(default_factory=dict)
    presentation: Presentation | None = None

    def lessons(self) -> list[Lesson]:
        return [lesson for unit in self.units for lesson in unit.lessons]

    def practice(self) -> list[tuple[Lesson, Question]]:
        """Questions that stand in lessons."""
        return [
            (lesson, block)
            for lesson in self.lessons()
            for block in lesson.blocks
            if isinstance(block, Question)
        ]

    def assessments(self) -> list[tuple[Lesson, Assessment]]:
        return [
            (lesson, block)
            for lesson in self.lessons()
            for block in lesson.blocks
            if isinstance(block, Assessment)
        ]
