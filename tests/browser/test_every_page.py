"""Every page of every edition, opened: nothing is empty, left to be filled in, or leads nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Frame

from builder.course.edition import sector_edition
from builder.course.model import Course
from tests.browser.learner import Learner

LOOK = (Path(__file__).parent / "look.js").read_text("utf-8")
SECTORS = ("po", "vo", "mbo", "hbo-wo")
WALKS = [*((sector, sector) for sector in SECTORS), *(("compleet", sector) for sector in SECTORS)]

#: Besides the lessons: the first page, the reference, the proof and the printables.
OTHER_PAGES = {"start", "naslag", "bewijs", "signaleringskaart", "gesprekswijzer", "actieplan",
               "hulp-en-overleg", "bronnenlijst"}


@pytest.mark.parametrize(("edition", "sector"), WALKS, ids=["-".join(dict.fromkeys(walk)) for walk in WALKS])
def test_every_page(learner: Learner, course: Course, edition: str, sector: str) -> None:
    learner.open(edition)
    frame = learner.frame
    info = next(info for info in course.info.sectors if info.id == sector)
    if edition == "compleet":
        learner.choose_sector(info.label)
    lessons = {str(item.lesson.id) for item in sector_edition(course, info).lessons}
    pages = _pages(frame)
    assert set(pages) == lessons | OTHER_PAGES | ({"sociogramwerkblad"} if "sociogram-lezen" in lessons else set())
    reached = {"start"}
    faults: list[str] = []
    files: set[str] = set()
    for page in pages:
        seen = _look(frame, page)
        faults += [f"{page}: {fault}" for fault in seen["found"]]
        files |= set(seen["files"])
        reached |= set(frame.eval_on_selector_all(
            "a[href^='#']", "(links) => links.filter((link) => link.checkVisibility()).map((link) => link.getAttribute('href').slice(1))"))
    reached |= set(frame.eval_on_selector_all(".bar a[href^='#']", "(links) => links.map((link) => link.getAttribute('href').slice(1))"))
    assert set(pages) - reached == set(), "a page that no link leads to"
    for name in sorted(files):
        answer = learner.page.request.get(urljoin(frame.url, name))
        if not answer.ok or not answer.body():
            faults.append(f"a file that is not there: {name}")
    assert faults == []
    assert learner.faults == []


FAULTS = [
    ("<p>Vraag het {{ leerling }}.</p>", "a term that was not filled in"),
    ("<p>Ga naar het_zorgteam.</p>", "a term that was not filled in"),
    ("<p>Tekst volgt nog.</p>", "a placeholder"),
    ("<p>Je score is undefined.</p>", "a value of the program"),
    ("<p>Dit is **vet**.</p>", "Markdown"),
    ("<p>Dit is &lt;b&gt;vet.</p>", "HTML"),
    ("<button>Submit</button>", "English"),
    ("<section></section>", "empty"),
    ("<details><summary>Meer</summary>TODO</details>", "a placeholder"),
    ("<a href='#nergens'>Verder</a>", "a link to nothing"),
    ("<a href='https://voorbeeld.nl'>Verder</a>", "a link out of the frame"),
    ("<svg><use href='#i-nergens'></use></svg>", "a drawing that is not there"),
    ("<input aria-describedby='nergens'>", "points at nothing"),
]


def test_a_fault_in_a_page_is_seen(learner: Learner) -> None:
    learner.open("po")
    frame = learner.frame
    for html, fault in FAULTS:
        frame.evaluate("(html) => document.querySelector('.is-current').insertAdjacentHTML('beforeend', html)", html)
        found = frame.evaluate(LOOK)["found"]
        assert len(found) == 1
        assert fault in found[0]
        frame.evaluate("document.querySelector('.is-current').lastElementChild.remove()")
    frame.evaluate("document.querySelector('template').content.querySelector('form').append('Vraag aan {{ leerling }}')")
    assert _look(frame, "eindtoets")["found"] == ["a term that was not filled in: Vraag aan {{ leerling }}"]


def test_an_empty_lesson_is_seen(learner: Learner) -> None:
    learner.open("po")
    frame = learner.frame
    frame.evaluate("document.querySelector('.is-current').innerHTML = '<h1>Les</h1>'")
    assert frame.evaluate(LOOK)["found"] == ["nearly empty: 1 words"]


def _pages(frame: Frame) -> list[str]:
    """Ids of the pages that a learner of this sector can open, in the order of the package."""
    pages: list[str] = frame.evaluate(
        """() => [...document.querySelectorAll('[data-lesson]')]
            .filter(({ dataset }) => !dataset.sectors || dataset.sectors.split(' ').includes(document.documentElement.dataset.sector))
            .map(({ dataset }) => dataset.lesson)""")
    return pages


def _look(frame: Frame, page: str) -> dict[str, Any]:
    frame.evaluate("(id) => { location.hash = id; }", page)
    frame.locator(f'[data-lesson="{page}"].is-current').wait_for()
    seen: dict[str, Any] = frame.evaluate(LOOK)
    return seen
