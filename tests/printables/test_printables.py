"""Cards and worksheets: what each edition gets, and what authors hear when one is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.course.edition import Edition, select_edition
from builder.course.load import load_course
from builder.course.model import Course
from builder.pages.package import package_files
from builder.printables.model import SIGNALS, Printable
from tests.conftest import SmallCourse

COURSE = Path(__file__).parents[2] / "course"
EDITIONS = ("po", "vo", "mbo", "hbo-wo", "compleet")

SHEET = """\
id: kaart
title: Kaart
lead: Om op te hangen.
sections:
  - title: Wie bel ik?
    fields: [Naam, Nummer]
  - title: Zo doe je het
    kind: steps
    items:
      - {title: Kijk, text: Zie wat er is.}
footer: Schrijf er geen namen op.
"""


@pytest.fixture(scope="module")
def course() -> Course:
    return load_course(COURSE)[0]


def edition_of(course: Course, name: str) -> Edition:
    return select_edition(course, next(info for info in course.info.editions if info.id == name))


def sheets_of(page: str, name: str) -> str:
    """The HTML of one printable's sheets, without the bar above them."""
    desk = re.search(rf'<section class="desk[^>]*id="{name}".*?(?=<section class="desk|</main>)', page, re.S)
    assert desk, f"{name} is not in the page"
    return desk.group(0).partition("</header>")[2]


class TestEditions:
    def test_each_gets_its_sheets_in_the_order_of_course_yaml(self, course: Course) -> None:
        every = ["signaleringskaart", "gesprekswijzer", "actieplan", "sociogramwerkblad", "hulp-en-overleg", "bronnenlijst"]
        for name in ("po", "vo", "mbo", "compleet"):
            assert list(edition_of(course, name).printables) == every
        assert list(edition_of(course, "hbo-wo").printables) == [name for name in every if name != "sociogramwerkblad"]

    @pytest.mark.parametrize("sector", ["po", "vo", "mbo", "hbo-wo"])
    def test_the_signal_card_has_every_kind_with_two_examples_of_the_sector(self, course: Course, sector: str) -> None:
        card = edition_of(course, sector).printables["signaleringskaart"]
        assert card.front
        assert [signal.category for signal in card.front.signals] == [c.id for c in course.info.category_sets[SIGNALS]]
        assert [len(signal.examples) for signal in card.front.signals] == [2] * 5

    @pytest.mark.parametrize("name", EDITIONS)
    def test_no_boxes_to_tick_and_nothing_to_score(self, course: Course, name: str) -> None:
        page = page_of(edition_of(course, name))
        for printable in edition_of(course, name).printables:
            sheet = sheets_of(page, printable)
            assert not re.search(r"<(input|select|textarea|button|progress|meter)\b", sheet)
            assert not re.search(r"[☐☑□▢]|\bscore\b|\bpunten\b", sheet, re.I)

    @pytest.mark.parametrize("name", EDITIONS)
    def test_the_list_of_sources_is_that_of_the_edition(self, course: Course, name: str) -> None:
        edition = edition_of(course, name)
        listed = sheets_of(page_of(edition), "bronnenlijst")
        for source in edition.sources.values():
            assert source.href.replace("&", "&amp;") in listed
        other = [source for source in course.sources.values() if source.id not in edition.sources]
        shown = {source.href for source in edition.sources.values()}
        assert not [source.id for source in other if source.href not in shown and f'"{source.href}"' in listed]
        assert listed.count(">twijfel<") == sum(s.doubt or s.status == "suspect" for s in edition.sources.values())
        assert listed.count(">aanvulling<") == sum(s.addition for s in edition.sources.values())

    def test_in_the_edition_for_all_each_piece_says_whose_it_is(self, course: Course) -> None:
        card = sheets_of(page_of(edition_of(course, "compleet")), "signaleringskaart")
        assert re.search(r'<li data-sectors="po">Heeft vaak buikpijn</li>', card)
        assert re.search(r'<li data-sectors="hbo-wo">Woont voor het eerst op kamers</li>', card)
        assert 'data-sectors="po vo mbo"' in page_of(edition_of(course, "compleet")).partition('id="sociogramwerkblad"')[2][:120]


def page_of(edition: Edition) -> str:
    files = package_files(edition, {"slots": []}, {})
    return next(file.data for file in files if file.name == "index.html").decode("utf-8")


class TestSheets:
    def test_a_table_to_fill_in_starts_a_sheet(self) -> None:
        printable = Printable.model_validate({
            "id": "blad", "title": "Blad", "lead": "Lees.", "footer": "Klaar.",
            "sections": [{"title": "Eerst", "body": "Lees dit."},
                         {"title": "Dan", "table": {"columns": ["Wie", "Wat"], "blank": 3}}],
        })
        assert [[section.title for section in sheet] for sheet in printable.sheets] == [["Eerst"], ["Dan"]]

    def test_a_text_is_short_for_an_item_and_for_a_field(self, small: SmallCourse) -> None:
        add(small, SHEET.replace("- {title: Kijk, text: Zie wat er is.}", "- {title: Kijk, text: Zie.}"))
        section = small.load().printables["kaart"].sections[0]
        assert [field.label for field in section.fields] == ["Naam", "Nummer"]
        assert str(section.fields[1].position).endswith("printables/kaart.yaml:6:20")


def add(small: SmallCourse, sheet: str = SHEET) -> None:
    """Gives the tiny course a sheet called ``kaart``."""
    small.path("printables").mkdir(exist_ok=True)
    small.write("printables/kaart.yaml", sheet)
    small.replace("course.yaml", "units: [eerste]", "units: [eerste]\nprintables: [kaart]")


class TestFaults:
    @pytest.mark.parametrize(("old", "new", "answer"), [
        ("title: Wie bel ik?", "titel: Wie bel ik?", ["C01 titel: Wie bel ik?", "C06 titel: Wie bel ik?"]),
        ("kind: steps", "kind: stappen", ["C07 stappen"]),
        ("{title: Kijk, text: Zie wat er is.}", "Kijk", ["A01 Kijk"]),
        ("kind: steps", "kind: help-lines", ["A02 title: Zo doe je het"]),
        ("    fields: [Naam, Nummer]", "    table: {columns: [A, B], rows: [[a, b, c]]}", ["A03 c]]}"]),
        ("    fields: [Naam, Nummer]", "    kind: help-lines\n    lines: [nergens]", ["C11 nergens]"]),
        ("id: kaart", "id: andere", ["C21 andere"]),
        ("footer: Schrijf er geen namen op.", "footer: Lees [](lesson:nergens).", ["C15 [](lesson:nergens)."]),
    ])
    def test_each_is_told_with_its_place(self, small: SmallCourse, old: str, new: str, answer: list[str]) -> None:
        add(small, SHEET.replace(old, new))
        assert small.pointed() == answer

    def test_neither_sections_nor_two_sides(self, small: SmallCourse) -> None:
        add(small, "id: kaart\ntitle: Kaart\nlead: Leeg.\nfooter: Leeg.\n")
        assert small.found() == ["A04 printables/kaart.yaml:1:1"]

    def test_a_sheet_that_is_not_there(self, small: SmallCourse) -> None:
        small.replace("course.yaml", "units: [eerste]", "units: [eerste]\nprintables: [kaart]")
        assert small.pointed() == ["C20 kaart]"]

    def test_a_link_to_no_sheet(self, small: SmallCourse) -> None:
        add(small)
        small.add_block("type: text\nbody: Druk de [kaart](print:kart) af.")
        problem = next(problem for problem in small.problems() if problem.code == "C15")
        assert problem.message == "de link wijst naar blad ‘kart’, en dat is er niet."
        assert problem.hint == "Bedoel je ‘kaart’?"

    def test_a_link_that_some_sectors_cannot_follow(self, small: SmallCourse) -> None:
        add(small, SHEET.replace("sections:", "sectors: [po, vo]\nsections:", 1))
        small.add_block("type: text\nbody: Druk de [kaart](print:kaart) af.")
        assert [problem.message for problem in small.problems()] == ["blad ‘kaart’ is er niet voor hbo-wo, mbo."]

    def test_a_link_leads_to_the_sheet(self, small: SmallCourse) -> None:
        add(small)
        small.add_block("type: text\nbody: Druk de [](print:kaart) af.")
        page = page_of(edition_of(small.load(), "vo"))
        assert '<a href="#kaart">Kaart</a>' in page and 'id="kaart" data-lesson="kaart"' in page
