"""Per rule: a text, and the place (``▸``) at which it must complain. Without a mark it must be silent."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent
from typing import NamedTuple

import pytest
from language_samples import MARK, POOL, marked, places, small_course

from builder.course.model import Course
from builder.language import Manuscript, check_language
from builder.language.manuscript import Allowance
from builder.language.rules import rules
from builder.language.syllables import counter
from builder.problems import Problem


class Case(NamedTuple):
    """Blocks of a lesson; a text alone becomes a text block."""

    code: str
    what: str
    text: str
    severity: str = "error"

    @property
    def blocks(self) -> str:
        if self.text.lstrip().startswith("- type:"):
            return indent(self.text.strip("\n") + "\n", "  ")
        return "  - type: text\n    body: |\n" + indent(self.text + "\n", "      ")


SC = """\
- type: single-choice
  id: vraag
  objective: LD1
  prompt: Wat doe je?
  options:
    - {id: a, text: Ik wacht even., feedback: Dat kan.}
    - id: b
      text: %s
      right: true
      feedback: Dat kan.
"""
TWENTY_ONE = "Ik zie dat jij al een paar weken in elke pauze met niemand praat en ook niet meer naar buiten gaat."
SIXTEEN = "Ik zie dat jij al een paar weken in elke pauze met niemand van hen praat."

CASES = [
    Case("T01", "21 words", MARK + TWENTY_ONE),
    Case("T01", "16 words", MARK + SIXTEEN, "warning"),
    Case("T01", "the sentence in which it happens", f"Dit is kort.\n\n- Dit ook.\n- {MARK}{TWENTY_ONE}"),
    Case("T01", "15 words", "Ik zie dat jij al een paar weken in elke pauze met niemand praat."),
    Case("T01", "a heading is no part of the sentence after it", f"## Wat je ziet en wat je hoort\n{SIXTEEN[7:]}"),
    Case("T01", "somebody else's words", f"- type: quotation\n  source: bron\n  body: {TWENTY_ONE}"),
    Case("T10", "a label on a person", f"Praat met {MARK}eenzame leerlingen over de pauze."),
    Case("T10", "a feeling, not a person", "Je herkent eenzame gevoelens."),
    Case("T10", "suicide", f"Vraag naar gedachten aan {MARK}zelfmoord."),
    Case("T10", "the name of the foundation", "Bel 113 Zelfmoordpreventie."),
    Case("T10", "a verdict", f"- type: true-false\n  id: v\n  objective: LD1\n  statement: Alleen is eenzaam.\n  answer: false\n"
         f"  feedback_true: {MARK}Fout. Alleen is niet eenzaam.\n  feedback_false: Alleen is niet eenzaam."),
    Case("T10", "regret", f"Dat klopt {MARK}helaas niet."),
    Case("T10", "praise", f"{MARK}Goed gedaan. Je vraagt open."),
    Case("T10", "the word in another meaning", "Ze vindt het goed zo. Ze ziet een fout in haar werk."),
    Case("T10", "formal", f"Vraag het aan {MARK}uw collega."),
    Case("T10", "formal, said by somebody", "‘Dank u wel’, zegt ze."),
    Case("T10", "click here", f"{MARK}Klik hier voor de kaart."),
    Case("T10", "what the player says itself", f"- type: true-false\n  id: v\n  objective: LD1\n  statement: Alleen is eenzaam.\n  answer: false\n"
         f"  feedback_true: {MARK}Nog niet. Alleen is niet eenzaam.\n  feedback_false: Dat weet je nog niet."),
    Case("T10", "not written yet", f"{MARK}TODO"),
    Case("T11", "a plainer word", f"Bel {MARK}indien nodig een collega.", "warning"),
    Case("T12", "joy", f"Dat is mooi{MARK}!"),
    Case("T12", "said by somebody", "‘Nee, niet doen!’ zegt hij."),
    Case("T13", "straight quotes", f"Ze zegt {MARK}'ja{MARK}' tegen foto{MARK}'s.", "warning"),
    Case("T13", "typographic quotes", "Ze zegt ‘ja’ tegen foto’s."),
    Case("T20", "the word of the one in the texts of the other", f"De {MARK}leerling belt."),
    Case("T20", "and the other way round", f"- type: text\n  sectors: [po]\n  body: De {MARK}student belt."),
    Case("T20", "a term", "De {{ leerling }} belt."),
    Case("T20", "in its own sector", "- type: text\n  sectors: [po]\n  body: De leerling belt."),
    Case("T20", "parents to talk with", f"- type: text\n  sectors: [hbo-wo]\n  body: {MARK}Bel de ouders. {MARK}Overleg eerst met zijn ouders."),
    Case("T20", "parents in a story", "- type: text\n  sectors: [hbo-wo]\n  body: Zijn ouders zijn gescheiden."),
    Case("T20", "a term in the comparison of sectors",
         f"- type: sector-comparison\n  items:\n    po: Praat met {MARK}{{{{ de_leerling }}}}.\n    hbo-wo: Praat met de student."),
    Case("T30", "no measure", f"Van de kinderen is {MARK}een op de tien eenzaam."),
    Case("T30", "no group", f"En {MARK}57 procent voelt zich enigszins tot sterk eenzaam."),
    Case("T30", "group and measure", "Een op de tien scholieren voelt zich vaak of altijd eenzaam."),
    Case("T30", "group and measure elsewhere in the block",
         "- type: statistic\n  figure: 57 procent\n  sentence: Dat is meer dan de helft.\n  who: jongvolwassenen tussen 16 en 25 jaar\n"
         "  measure: enigszins tot sterk eenzaam\n  count: 57\n  out_of: 100"),
    Case("T40", "stands out by its length", SC % f"{MARK}Ik vraag {{{{ de_leerling }}}} rustig hoe het gaat en kom er morgen op terug.", "warning"),
    Case("T40", "about as long", SC % "Ik vraag hoe het gaat."),
]


def lint(course: Course, exceptions: tuple[Allowance, ...] = ()) -> list[Problem]:
    return check_language(Manuscript(course, exceptions, syllables=counter()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} {case.what}")
def test_rule(case: Case, tmp_path: Path) -> None:
    problems = lint(small_course(tmp_path, case.blocks))
    expected = marked(case.blocks)
    assert sorted(set(places(problems, case.code))) == expected
    assert {problem.severity for problem in problems if problem.code == case.code} <= {case.severity}
    assert all(problem.hint for problem in problems)


def test_every_rule_is_tried() -> None:
    apart = {"T02", "T03", "T50"}  # these look at a whole file or need a dictionary: below
    tried = {case.code for case in CASES if MARK in case.text}
    assert tried | apart == {rule.CODE for rule in rules().values()}


def test_average_length_is_that_of_each_sector(tmp_path: Path) -> None:
    long = "Ik zie dat je deze week in elke pauze alleen bij het hek staat."
    course = small_course(tmp_path, f"  - {{type: text, body: Kijk goed.}}\n  - {{type: text, sectors: [hbo-wo], body: '{long} {long} {long} {long} {long}'}}\n")
    found = [problem for problem in lint(course) if problem.code == "T02"]
    assert [(problem.position.file, problem.position.line) for problem in found] == [("course/units/deel/les.yaml", 0)]
    assert "in hbo-wo gemiddeld 12,0 woorden" in found[0].message


def test_readability_is_that_of_each_sector(tmp_path: Path) -> None:
    hard = "Instellingsbrede vroegsignalering vereist verantwoordelijkheidsbesef."
    course = small_course(tmp_path, f"  - {{type: text, body: Kijk goed.}}\n  - {{type: text, sectors: [po], body: '{hard} {hard}'}}\n")
    found = [problem.message for problem in lint(course) if problem.code == "T03"]
    assert len(found) == 1 and "in po" in found[0]


POOL_HEAD = "objective: LD1\nuse: test\nquestions:\n"


def pool(right_at: int, lengths: tuple[str, str, str], number: int = 8) -> str:
    questions = ""
    for n in range(number):
        questions += f"  - type: single-choice\n    id: vraag-{n}\n    objective: LD1\n    prompt: Vraag {n}?\n    options:\n"
        for place, text in enumerate(lengths):
            right = ", right: true" if place == (right_at + (n if right_at < 0 else 0)) % 3 else ""
            questions += f"      - {{id: o{place}, text: {text} {n}{right}, feedback: Dat kan.}}\n"
    return POOL_HEAD + questions


@pytest.mark.parametrize(("text", "words"), [
    (pool(-1, ("Ik wacht af", "Ik praat mee", "Ik vraag het")), ""),
    (pool(1, ("Ik wacht af", "Ik praat mee", "Ik vraag het")), "op plaats 2"),
    (pool(2, ("Ik wacht", "Ik praat", "Ik vraag het na")), "8 van de 8 keer het langst"),
    (pool(0, ("Nee", "Ik praat mee", "Ik vraag het")), "8 van de 8 keer het kortst"),
])
def test_right_answers_show_no_habit(text: str, words: str, tmp_path: Path) -> None:
    course = small_course(tmp_path, files={"questions/toets.yaml": text})
    found = [problem for problem in lint(course) if problem.code == "T40"]
    if not words:
        assert found == []
    else:
        assert any(words in problem.message and problem.position.file == POOL for problem in found)


def test_an_exception_holds_only_inside_its_own_words(tmp_path: Path) -> None:
    course = small_course(tmp_path, "  - {type: text, sectors: [po], body: Een student in de klas. Zijn zus is student.}\n")
    exception = Allowance.model_validate({"rule": "sector-words", "text": "zus is student", "why": "De zus studeert."})
    found = [problem for problem in lint(course, exceptions=(exception,)) if problem.code == "T20"]
    assert len(found) == 1


def test_an_exception_that_nothing_needs_is_reported(tmp_path: Path) -> None:
    unused = Allowance.model_validate({"rule": "sector-words", "text": "zus is student", "why": "De zus studeert."})
    unknown = Allowance.model_validate({"rule": "sectorwords", "text": "zus", "why": "De zus studeert."})
    found = lint(small_course(tmp_path), exceptions=(unused, unknown))
    assert sorted((problem.code, problem.severity) for problem in found) == [("T60", "error"), ("T60", "warning")]
