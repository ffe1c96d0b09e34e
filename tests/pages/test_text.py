"""What authors write and what learners get: Markdown, words per sector, links by name."""

from __future__ import annotations

import shutil

import pytest

from builder.course.edition import select_edition
from builder.course.load import load_course
from builder.course.model import Course
from builder.pages.text import Writer
from tests.conftest import SMALL


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    folder = tmp_path_factory.mktemp("text") / "klein"
    shutil.copytree(SMALL, folder)
    return load_course(folder)[0]


def writer(course: Course, edition: str) -> Writer:
    return Writer(select_edition(course, next(info for info in course.info.editions if info.id == edition)))


#: A text, and the paragraphs that it becomes for vo.
PROSE = {
    "plain": ("Kijk goed.", "<p>Kijk goed.</p>"),
    "emphasis": ("*Kijk* **goed**.", "<p><em>Kijk</em> <strong>goed</strong>.</p>"),
    "two paragraphs": ("Kijk.\n\nVraag.", "<p>Kijk.</p>\n<p>Vraag.</p>"),
    "a line that goes on": ("Kijk\nen vraag.", "<p>Kijk\nen vraag.</p>"),
    "bullets": ("- Kijk\n- Vraag", "<ul>\n<li>Kijk</li>\n<li>Vraag</li>\n</ul>"),
    "bullets with air stay tight": ("- Kijk\n\n- Vraag", "<ul>\n<li>Kijk</li>\n<li>Vraag</li>\n</ul>"),
    "numbers": ("1. Kijk\n2. Vraag", "<ol>\n<li>Kijk</li>\n<li>Vraag</li>\n</ol>"),
    "a heading": ("## Kijk", "<h2>Kijk</h2>"),
    "a quotation": ("> Kijk", "<blockquote>\n<p>Kijk</p>\n</blockquote>"),
    "signs that HTML needs": ('1 < 2 & "drie"', '<p>1 &lt; 2 &amp; "drie"</p>'),
    "an underscore inside a word": ("een_leerling", "<p>een_leerling</p>"),
    "a backslash keeps a star": (r"5 \* 3", "<p>5 * 3</p>"),
    "HTML is text": ("<b>vet</b>", "<p>&lt;b&gt;vet&lt;/b&gt;</p>"),
    "a script is text": ("</script><script>x", "<p>&lt;/script&gt;&lt;script&gt;x</p>"),
    "a definition is no secret link": ("[x]: https://kwaad.example", "<p>[x]: https://kwaad.example</p>"),
    "a word": ("Een {{ leerling }}.", "<p>Een leerling.</p>"),
    "a word with a capital": ("{{ Leerlingen }} kijken.", "<p>Leerlingen kijken.</p>"),
    "a word inside emphasis": ("**{{leerling}}**", "<p><strong>leerling</strong></p>"),
    "a lesson": ("Ga naar [de les](lesson:doen).", '<p>Ga naar <a href="#doen">de les</a>.</p>'),
    "a lesson by its own name": ("[](lesson:doen)", '<p><a href="#doen">0.2 Doen</a></p>'),
    "emphasis inside a link": ("[*de* les](lesson:doen)", '<p><a href="#doen"><em>de</em> les</a></p>'),
    "a word inside a link": ("[de {{ leerling }}](lesson:doen)", '<p><a href="#doen">de leerling</a></p>'),
    "a source": (
        "[Bel](source:hulp)",
        '<p><a href="https://hulp.example/start?a=1&amp;b=2" target="_blank" rel="noopener noreferrer"'
        ' class="external">Bel<span class="visually-hidden"> (opent in een nieuw tabblad)</span></a></p>'),
    "a word that is explained": (
        "[stigma](term:stigma)",
        '<p><span class="term"><button type="button" class="term__word" aria-expanded="false"'
        ' aria-controls="term-stigma-1">stigma</button><span class="term__note" id="term-stigma-1">'
        " (Een etiket dat blijft plakken)</span></span></p>"),
}


@pytest.mark.parametrize("name", PROSE)
def test_prose(name: str, course: Course) -> None:
    text, html = PROSE[name]
    assert writer(course, "vo").prose(text) == html


INLINE = {
    "no paragraph around it": ("Kijk *goed*.", "Kijk <em>goed</em>."),
    "a year is no list": ("1986. Een mooi jaar", "1986. Een mooi jaar"),
    "a dash is no list": ("- en dan?", "- en dan?"),
    "a dash behind a mark is no list": ("- en *dan*?", "- en <em>dan</em>?"),
    "a number sign is no heading": ("# één", "# één"),
    "two paragraphs in one place": ("Kijk.\n\nVraag.", "Kijk.<br>Vraag."),
    "blanks around it go": ("  Kijk  ", "Kijk"),
}


@pytest.mark.parametrize("name", INLINE)
def test_inline(name: str, course: Course) -> None:
    text, html = INLINE[name]
    assert writer(course, "vo").inline(text) == html


def test_the_word_of_the_sector(course: Course) -> None:
    shown = {edition: writer(course, edition).inline("{{ Leerling }}") for edition in ("po", "vo", "mbo", "hbo-wo")}
    assert shown == {"po": "Leerling", "vo": "Leerling", "mbo": "Student", "hbo-wo": "Student"}


def test_where_the_learner_picks_a_sector_all_words_are_there(course: Course) -> None:
    assert writer(course, "compleet").inline("Een {{ leerling }}.") == (
        'Een <span class="word"><span data-sectors="*">leerling of student</span>'
        '<span data-sectors="po vo">leerling</span><span data-sectors="mbo hbo-wo">student</span></span>.'
    )


def test_words_alone_for_titles_and_attributes(course: Course) -> None:
    text = "Kijk *goed* naar een [{{ leerling }}](lesson:doen) & vraag"
    assert writer(course, "mbo").plain(text) == "Kijk goed naar een student & vraag"
    assert writer(course, "compleet").plain(text) == "Kijk goed naar een leerling of student & vraag"


def test_each_explanation_in_a_page_has_an_id_of_its_own(course: Course) -> None:
    vo = writer(course, "vo")
    first, second = vo.inline("[a](term:stigma)"), vo.inline("[a](term:stigma)")
    assert 'id="term-stigma-1"' in first
    assert 'id="term-stigma-2"' in second


def test_a_text_says_the_same_after_another_edition_used_it(course: Course) -> None:
    """Texts are converted once for all editions; what differs may not stick."""
    text = "De {{ leerling }} leest [](lesson:doen)."
    first = writer(course, "po").prose(text)
    writer(course, "compleet").prose(text)
    writer(course, "mbo").prose(text)
    assert writer(course, "po").prose(text) == first
