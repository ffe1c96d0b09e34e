"""What can be looked up, and where it leads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.content.fields import texts, walk
from builder.course.edition import Edition, select_edition
from builder.course.load import load_course
from builder.course.model import Course
from builder.pages.text import Writer
from builder.printables.model import SIGNALS
from builder.reference.entries import label, reference
from builder.reference.subjects import Subject, subjects

COURSE = Path(__file__).parents[2] / "course"
EDITIONS = ("po", "vo", "mbo", "hbo-wo", "compleet")


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(COURSE)[0]


def edition_of(course: Course, name: str) -> Edition:
    return select_edition(course, next(info for info in course.info.editions if info.id == name))


def named(found: list[Subject], title: str) -> Subject:
    return next(subject for subject in found if subject.title == title)


def said(subject: Subject) -> str:
    return " ".join(f"{part.name} {part.text}" for part in subject.paragraphs)


@pytest.mark.parametrize("name", EDITIONS)
class TestEachEdition:
    def test_everything_is_there_once(self, course: Course, name: str) -> None:
        edition = edition_of(course, name)
        found = [subject for step in reference(edition, Writer(edition)) for subject in step.entries]
        kinds = {kind: [subject.title for subject in found if subject.kind == kind] for kind in
                 ("begrip", "hulpmiddel", "signaal", "les")}
        assert len(kinds["begrip"]) == len(edition.terms)
        assert sorted(kinds["hulpmiddel"]) == sorted(source.title for source in edition.sources.values())
        assert len(kinds["signaal"]) == len(course.info.category_sets[SIGNALS]) == 5
        tests = {item.lesson.id for item, _ in edition.assessments}
        assert sorted(kinds["les"]) == sorted(item.lesson.title for item in edition.lessons if item.lesson.id not in tests)

    def test_what_a_lesson_speaks_of_leads_to_it(self, course: Course, name: str) -> None:
        edition = edition_of(course, name)
        for subject in subjects(edition):
            if subject.kind in ("les", "signaal", "stappen"):
                assert subject.lesson
        lessons = {item.lesson.id: "\n".join(text for model in walk(item.lesson) for text in texts(model)).casefold()
                   for item in edition.lessons}
        for subject in subjects(edition):
            if subject.kind == "begrip" and subject.lesson:
                said_there = lessons[subject.lesson.lesson.id]
                word = next(term for term in edition.terms.values() if term.word.casefold() == subject.title.casefold())
                assert f"(term:{word.id})" in said_there or word.word.casefold() in said_there
            elif subject.kind == "begrip":
                assert not any(f"\n{subject.title.casefold()} " in text for text in lessons.values())

    def test_the_steps_follow_the_course(self, course: Course, name: str) -> None:
        edition = edition_of(course, name)
        order = [unit.info.id for unit in edition.units] + ["verder"]
        steps = [step.id for step in reference(edition, Writer(edition))]
        assert steps == [unit for unit in order if unit in steps]


class TestSubjects:
    def test_the_three_kinds(self, course: Course) -> None:
        kinds = said(named(subjects(edition_of(course, "vo")), "Drie soorten eenzaamheid"))
        for name, missed in (("Sociaal", "een groep"), ("Emotioneel", "één mens heel dichtbij"), ("Existentieel", "zin of doel")):
            assert re.search(rf"{name} Je mist \*\*{missed}\*\*", kinds)
        assert "Wie of wat mist iemand?" in kinds

    def test_a_signal_has_its_test_question_and_what_the_card_says(self, course: Course) -> None:
        signal = named(subjects(edition_of(course, "mbo")), "Signaal: lichamelijk")
        assert signal.lesson and signal.lesson.lesson.id == "vijf-signalen"
        assert said(signal).startswith("Testvraag Zit het in het lijf?")
        assert "buikpijn" in said(signal)

    def test_the_way_up(self, course: Course) -> None:
        steps = named(subjects(edition_of(course, "po")), "Van gewoon naar spoed")
        assert steps.ordered and [part.name for part in steps.paragraphs][-1] == "Direct gevaar"
        assert steps.lesson and steps.lesson.lesson.id == "opschalen"

    def test_a_source_says_what_each_sector_uses_it_for(self, course: Course) -> None:
        edition = edition_of(course, "compleet")
        uses = [
            (item.source, item.purpose)
            for lesson in edition.lessons for block in lesson.lesson.blocks if block.type == "instruments"
            for item in block.items  # type: ignore[attr-defined]
        ]
        assert uses
        for source, purpose in uses:
            subject = named(subjects(edition), course.sources[source].title)
            assert purpose in [part.text for part in subject.paragraphs]

    def test_the_lesson_is_one_that_everyone_gets(self, course: Course) -> None:
        """``sociogram`` is a word for po, vo and mbo; what all sectors have leads to a lesson for all."""
        for subject in subjects(edition_of(course, "compleet")):
            if subject.lesson and subject.lesson.lesson.sectors and not subject.sectors and subject.kind == "begrip":
                assert subject.title in ("Sociogram",), f"{subject.title} leads some sectors nowhere"


def test_the_label_names_kind_and_lesson(course: Course) -> None:
    found = subjects(edition_of(course, "vo"))
    assert label(named(found, "Signaal: gedrag")) == "signaal · les 2.1"
    assert label(named(found, "Vijf soorten signalen")) == "les 2.1"
    assert label(Subject("begrip", "Los", [])) == "begrip"


def test_order_without_signs_accents_and_capitals(course: Course) -> None:
    edition = edition_of(course, "hbo-wo")
    titles = [subject.title for step in reference(edition, Writer(edition)) for subject in step.entries]
    assert titles.index("@ease") < titles.index("Wie zijn de bezoekers van @ease?")
    existing = [title for title in titles if title.startswith("Existent")]
    assert existing == ["Existentieel", "Existentiële eenzaamheid"]
