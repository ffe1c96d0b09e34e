"""What holds for every page that the builder makes: of the real course, and of one with a block of every type."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

import pytest

from builder.blocks import rooms
from builder.build import Built
from tests.conftest import SmallCourse
from tests.pages.html import Page

EDITIONS = ("po", "vo", "mbo", "hbo-wo", "compleet")


def page_of(built: Built) -> Page:
    with zipfile.ZipFile(io.BytesIO(built.data)) as package:
        return Page(package.read("index.html").decode())


@pytest.fixture(scope="module")
def pages(packages: list[Built]) -> dict[str, Page]:
    return {built.edition: page_of(built) for built in packages}


@pytest.fixture(params=[*EDITIONS, "elk blok, po", "elk blok, compleet"])
def page(request: pytest.FixtureRequest, pages: dict[str, Page], full: SmallCourse) -> Iterator[Page]:
    _, _, edition = str(request.param).rpartition(", ")
    if edition == request.param:
        yield pages[edition]
    else:
        yield next(page_of(built) for built in full.build() if built.edition == edition)


def test_ids_are_unique(page: Page) -> None:
    assert [name for name, count in Counter(page.ids).items() if count > 1] == []


def test_everything_that_is_referred_to_is_there(page: Page) -> None:
    assert page.referred - set(page.ids) == set()


def test_every_symbol_that_is_drawn_is_in_the_page(page: Page) -> None:
    symbols = {str(value) for value in page.all("//*[local-name()='symbol']/@id")}
    assert page.used_symbols - symbols == set()


def test_every_link_inside_the_page_leads_somewhere(page: Page) -> None:
    inside = {str(value)[1:] for value in page.all("//a/@href[starts-with(., '#')]")}
    assert inside - set(page.ids) == set()


def test_each_screen_has_one_heading_of_the_first_level(page: Page) -> None:
    """A proof or sheet may have one per state or side, each with its own."""
    for lesson in page.all("//article[@data-lesson]"):
        assert len(lesson.xpath(".//h1")) == 1, lesson.get("id")
    assert page.all("//h1[not(ancestor::*[@data-lesson])]") == []


def test_headings_do_not_skip_a_level(page: Page) -> None:
    for lesson in page.all("//article[@data-lesson]"):
        levels = [int(heading.tag[1]) for heading in lesson.xpath(".//h1|.//h2|.//h3|.//h4|.//h5|.//h6")]
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), lesson.get("id")


def test_nothing_that_the_policy_forbids(page: Page) -> None:
    """No style and no script inside the page: the Content-Security-Policy would stop it, and so would some LMSs."""
    assert page.all("//@style | //style") == []
    assert [name for element in page.all("//*") for name in element.attrib if name.startswith("on")] == []
    assert [script.get("type") for script in page.all("//script[not(@src)]")] == ["application/json"]
    assert page.all("//@href[starts-with(., 'javascript:')]") == []
    policy = page.all("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert len(policy) == 1
    assert "default-src 'none'" in policy[0] and "unsafe" not in policy[0] and "http" not in policy[0]


def test_nothing_is_fetched_from_elsewhere(page: Page) -> None:
    assert [address for address in page.fetched if re.match(r"(https?:)?//", address)] == []


def test_the_first_page_needs_few_requests(page: Page) -> None:
    """Every file that Moodle serves costs it the start of a process: page, style, script, font and one to spare."""
    loaded = {address for address in page.fetched if not address.startswith("data:")}
    assert len(loaded) + 1 <= 5


def test_links_to_elsewhere_open_in_a_new_tab_and_say_so(page: Page) -> None:
    outside = page.all("//a[starts-with(@href, 'http')]")
    assert outside
    for link in outside:
        assert link.get("target") == "_blank"
        assert "noopener" in link.get("rel", "")


def test_every_control_has_a_name(page: Page) -> None:
    labelled = {str(value) for value in page.all("//label/@for")}
    for control in page.all("//input[not(@type='hidden')] | //select | //textarea"):
        named = control.get("aria-label") or control.get("aria-labelledby") or control.get("id") in labelled
        assert named or control.xpath("ancestor::label"), control.attrib
    for button in page.all("//button"):
        assert "".join(button.itertext()).strip() or button.get("aria-label"), button.attrib


def test_every_drawing_has_words_or_is_decoration(page: Page) -> None:
    for drawing in page.all("//*[local-name()='svg'][not(ancestor::*[local-name()='svg'])]"):
        assert drawing.get("aria-hidden") == "true" or (drawing.get("role") == "img" and drawing.get("aria-label"))


def test_words_of_sectors_are_there_only_where_the_learner_picks_one(pages: dict[str, Page]) -> None:
    assert pages["compleet"].all("//@data-sectors") != []
    for edition in ("po", "vo", "mbo", "hbo-wo"):
        assert pages[edition].all("//@data-sectors") == []


def test_an_edition_has_no_word_of_another_sector(pages: dict[str, Page]) -> None:
    for edition in ("mbo", "hbo-wo"):
        lessons = " ".join("".join(lesson.itertext()) for lesson in pages[edition].all("//article[@data-lesson]"))
        assert re.findall(r".{30}\bleerling(?:en)?\b.{30}", lessons) == []


def test_the_player_knows_what_stands_in_the_page(page: Page) -> None:
    data = page.data
    assert {lesson["id"] for lesson in data["lessons"]} <= set(page.ids)
    assert {question["id"] for question in data["questions"]} == set(map(str, page.all("//@data-question")))
    assert {assessment["id"] for assessment in data["assessments"]} == set(map(str, page.all("//@data-assessment")))


# One course, small enough to see what becomes of it


def test_text_that_looks_like_code_stays_text(small: SmallCourse) -> None:
    small.replace("units/eerste/kijken.yaml", "text: Wie in de pauze leest", 'text: "Wie </scriptx> \\"zegt\\" & <wacht"')
    small.replace("units/eerste/kijken.yaml", "prompt: Wie voelt zich eenzaam?", "prompt: Wie & waarom 1 < 2?")
    small.replace("course.yaml", "title: Klein", "title: \"Klein & 'fijn' \\u2028 \\\" < 3\"")
    small.replace("units/eerste/kijken.yaml", "</scriptx>", "< /script>")
    small.replace("units/eerste/kijken.yaml", "<wacht", "< wacht")
    page = page_of(small.build()[0])
    assert page.words("//legend") == "Wie & waarom 1 < 2?"
    assert page.words("//*[@data-option='leest']") == 'Wie < /script> "zegt" & < wacht'
    assert page.data["title"] == "Klein & 'fijn' \u2028 \" < 3"
    assert "\u2028" not in page.html[page.html.index("application/json"):]


def test_json_cannot_end_its_element(small: SmallCourse) -> None:
    """``</script>`` is HTML and so refused in texts, but nothing else stands between it and the page."""
    from builder.pages.page import _json

    assert _json({"title": "</script><!--"}) == '{"title":"\\u003c/script>\\u003c!--"}'


def test_parts_for_other_sectors_are_left_out(small: SmallCourse) -> None:
    pages = {built.edition: page_of(built) for built in small.build()}
    assert pages["po"].all("//*[@data-item='mist-oma']") != []
    assert pages["vo"].all("//*[@data-item='mist-oma']") == []
    item = pages["compleet"].all("//li[@data-item='mist-oma']")[0]
    assert item.get("data-sectors") == "po"


def test_every_type_of_block_stands_in_the_example(full: SmallCourse) -> None:
    types = {block.type for lesson in full.load().lessons() for block in lesson.blocks}
    assert types == set(rooms())
