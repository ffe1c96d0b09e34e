"""The PowerPoint files, read by a program that is not ours."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from builder.course.edition import sector_edition
from builder.course.load import load_course
from builder.course.model import Course
from builder.presentation.decks import make_decks
from tests.conftest import SmallCourse

COURSE = Path(__file__).parents[2] / "course"
SECTORS = ("po", "vo", "mbo", "hbo-wo")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

SLIDES = """\
id: praten
title: Praten
lead: Voor de groep.
slides:
""" + "".join(f"""\
  - id: dia-{number}
    title: Dia {number}
    points: [Luisteren mag.]
    notes: Neem de tijd.
""" for number in range(1, 9))


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(COURSE)[0]


@pytest.fixture(scope="module")
def decks(course: Course) -> dict[str, bytes]:
    made, problems = make_decks(course, course.info.editions)
    assert not list(problems)
    return made


def opened(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


@pytest.mark.parametrize("sector", SECTORS)
class TestEachSector:
    def test_the_slides_are_those_of_the_sector_in_order(self, course: Course, decks: dict[str, bytes], sector: str) -> None:
        edition = sector_edition(course, next(s for s in course.info.sectors if s.id == sector))
        assert edition.presentation
        wanted = [slide.title for slide in edition.presentation.slides]
        assert 8 <= len(wanted) <= 10
        assert [slide.shapes.title.text for slide in opened(decks[sector]).slides] == wanted

    def test_the_title_comes_first_then_the_text_then_the_picture(self, decks: dict[str, bytes], sector: str) -> None:
        for slide in opened(decks[sector]).slides:
            kinds = [shape.placeholder_format.type if shape.is_placeholder else shape.shape_type for shape in slide.shapes]
            assert kinds in ([PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY],
                             [PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY, MSO_SHAPE_TYPE.GROUP])

    def test_every_picture_has_its_description(self, course: Course, decks: dict[str, bytes], sector: str) -> None:
        edition = sector_edition(course, next(s for s in course.info.sectors if s.id == sector))
        assert edition.presentation
        for slide, written in zip(opened(decks[sector]).slides, edition.presentation.slides, strict=True):
            groups = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
            described = [group._element.nvGrpSpPr.cNvPr.get("descr") for group in groups]
            assert described == ([written.alt] if written.image else [])

    def test_every_slide_has_notes_that_say_how_long_it_takes(self, decks: dict[str, bytes], sector: str) -> None:
        for slide in opened(decks[sector]).slides:
            notes = slide.notes_slide.notes_text_frame.text
            assert re.match(r"Tijd: \d+ minuten\.", notes)
            assert not re.search(r"\]\(|\{\{|\*\*", notes), "no marks are left in the notes"

    def test_nothing_is_smaller_than_24_points(self, decks: dict[str, bytes], sector: str) -> None:
        for slide in opened(decks[sector]).slides:
            sizes = {int(run.get("sz")) for run in slide._element.iter(f"{A}rPr") if run.get("sz")}
            assert sizes and min(sizes) >= 2400

    def test_everything_stands_on_the_slide(self, decks: dict[str, bytes], sector: str) -> None:
        deck = opened(decks[sector])
        assert deck.slide_width * 9 == deck.slide_height * 16
        for slide in deck.slides:
            for shape in slide.shapes:
                assert shape.left >= 0 and shape.left + shape.width <= deck.slide_width
                assert shape.top >= 0 and shape.top + shape.height <= deck.slide_height

    def test_all_of_it_is_dutch(self, decks: dict[str, bytes], sector: str) -> None:
        deck = opened(decks[sector])
        assert deck.core_properties.language == "nl-NL"
        for slide in deck.slides:
            for part in (slide, slide.notes_slide):
                assert {run.get("lang") for run in part._element.iter(f"{A}rPr")} == {"nl-NL"}

    def test_the_last_slide_says_where_to_find_help(self, course: Course, decks: dict[str, bytes], sector: str) -> None:
        last = list(opened(decks[sector]).slides)[-1]
        shown = last.placeholders[1].text_frame.text
        lines = course.help_lines
        expected = {"po": ["kindertelefoon", "112"], "hbo-wo": ["113", "112"]}.get(sector, ["113", "kindertelefoon", "112"])
        for name in expected:
            assert f"{lines[name].name}: {lines[name].number}" in shown

    def test_the_package_holds_together(self, decks: dict[str, bytes], sector: str) -> None:
        """Every part is well-formed, has a type and is reached; ids on a slide differ."""
        with zipfile.ZipFile(io.BytesIO(decks[sector])) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        assert next(iter(parts)) == "[Content_Types].xml"
        trees = {name: etree.fromstring(data) for name, data in parts.items()}
        typed = {override.get("PartName", "")[1:] for override in trees["[Content_Types].xml"] if override.get("PartName")}
        assert typed == {name for name in parts if not name.endswith((".rels", "[Content_Types].xml"))}
        reached = set()
        for name, tree in trees.items():
            if name.endswith(".rels"):
                folder = Path(name).parent.parent
                reached |= {_plain(folder / relation.get("Target", "")) for relation in tree}
        assert reached == typed
        for name, tree in trees.items():
            if name.startswith("ppt/slides/slide"):
                ids = [element.get("id") for element in tree.iter("{*}cNvPr")]
                assert len(set(ids)) == len(ids)


def _plain(path: Path) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def test_the_same_course_gives_the_same_bytes(course: Course, decks: dict[str, bytes]) -> None:
    again, _ = make_decks(load_course(COURSE)[0], course.info.editions)
    assert again == decks


def test_only_the_sectors_that_are_built(course: Course) -> None:
    vo = [edition for edition in course.info.editions if edition.id == "vo"]
    assert list(make_decks(course, vo)[0]) == ["vo"]


def test_a_note_on_paper_has_the_address_of_its_link(course: Course, decks: dict[str, bytes]) -> None:
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in opened(decks["vo"]).slides)
    assert f"Verwey-Jonker Instituut ({course.sources['u07'].href})" in notes


class TestFaults:
    def present(self, small: SmallCourse, text: str = SLIDES) -> None:
        small.write("presentation.yaml", text)

    def test_a_course_may_do_without(self, small: SmallCourse) -> None:
        assert make_decks(small.load(), small.load().info.editions)[0] == {}

    def test_a_picture_needs_a_description(self, small: SmallCourse) -> None:
        self.present(small, SLIDES.replace("points", "image: start\n    points", 1))
        assert small.pointed() == ["A10 start"]

    def test_too_few_slides_for_a_sector(self, small: SmallCourse) -> None:
        self.present(small, SLIDES.replace("points", "sectors: [po, vo, mbo]\n    points", 1))
        assert [(problem.code, problem.message) for problem in small.problems()] == [
            ("A11", "de presentatie heeft 7 dia’s voor hbo-wo; 8 tot 10 passen in een les.")]

    def test_too_much_on_a_slide(self, small: SmallCourse) -> None:
        self.present(small, SLIDES.replace("[Luisteren mag.]", "[a, b, c, d, e, f, g, h]", 1))
        assert "A12 presentation.yaml:5:5" in small.found()

    def test_two_slides_with_one_id(self, small: SmallCourse) -> None:
        self.present(small, SLIDES.replace("dia-2", "dia-1"))
        assert small.pointed() == ["C10 dia-1"]

    def test_a_picture_that_no_slide_can_show(self, small: SmallCourse) -> None:
        small.write("images/start.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>hoi</text></svg>')
        self.present(small, SLIDES.replace("points", "image: start\n    alt: Hoi.\n    points", 1))
        _, problems = make_decks(small.load(), small.load().info.editions)
        assert {str(problem).split(" Kies")[0] for problem in problems} == {
            "klein/presentation.yaml:7:12: fout A13: deze afbeelding heeft een <text>, en dat kan een dia niet tonen.\n   "}
