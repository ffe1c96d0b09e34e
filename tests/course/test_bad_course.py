"""What authors get wrong, and what the builder answers: code, file:line:column, what is wrong, what to do.

Each case changes one place of the tiny course in ``tests/fixtures/klein``.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.conftest import SmallCourse

LOOK = "units/eerste/kijken.yaml"
DO = "units/eerste/doen.yaml"
POOL = "questions/ld1-test.yaml"


class Case(NamedTuple):
    """In ``file``, ``old`` becomes ``new``; then the builder says ``answer``, and advises ``hint``."""

    file: str
    old: str
    new: str
    answer: str
    hint: str = ""


CASES = {
    # Keys and values
    "a misspelt key": Case(
        LOOK, "    prompt: Wie", "    promt: Wie",
        f"{LOOK}:17:5: fout C06: de sleutel ‘promt’ hoort hier niet.", "Bedoel je ‘prompt’?"),
    "a misspelt key of a lesson": Case(
        LOOK, "minutes: 2", "minuten: 2",
        f"{LOOK}:3:1: fout C06: de sleutel ‘minuten’ hoort hier niet.", "Bedoel je ‘minutes’?"),
    "a misspelt key in an option": Case(
        LOOK, "        right: true", "        rigth: true",
        f"{LOOK}:24:9: fout C06: de sleutel ‘rigth’ hoort hier niet.", "Bedoel je ‘right’?"),
    "a misspelt key in course.yaml": Case(
        "course.yaml", "pass_mark: 50", "pas_mark: 50",
        "course.yaml:9:1: fout C06: de sleutel ‘pas_mark’ hoort hier niet.", "Bedoel je ‘pass_mark’?"),
    "a key that is missing": Case(
        LOOK, "    prompt: Wie voelt zich eenzaam?\n", "",
        f"{LOOK}:14:5: fout C01: ‘prompt’ ontbreekt.", "Voeg ‘prompt:’ toe."),
    "a block without a type": Case(
        LOOK, "  - type: text\n    source: hulp", "  - source: hulp",
        f"{LOOK}:8:5: fout C01: ‘type’ ontbreekt.", "Voeg ‘type:’ toe."),
    "a type that does not exist": Case(
        LOOK, "type: single-choice", "type: single-chioce",
        f"{LOOK}:14:5: fout C07: het type ‘single-chioce’ bestaat niet.", "Bedoel je ‘single-choice’?"),
    "a sector that does not exist": Case(
        DO, "sectors: [po]", "sectors: [bo]",
        f"{DO}:21:19: fout C07: ‘bo’ kan hier niet.", "Bedoel je ‘mbo’?"),
    "an empty text": Case(
        LOOK, "        text: Wie iemand mist", '        text: "  "',
        f"{LOOK}:23:16: fout C02: deze tekst is leeg."),
    "a text that was forgotten": Case(
        LOOK, "        text: Wie iemand mist", "        text:",
        f"{LOOK}:23:9: fout C03: hier hoort tekst te staan."),
    "a list where a text belongs": Case(
        LOOK, "title: Kijken", "title: [Kijken]",
        f"{LOOK}:2:1: fout C03: hier hoort tekst te staan."),
    "a text where a list belongs": Case(
        LOOK, "objectives: [LD1]", "objectives: LD1",
        f"{LOOK}:4:13: fout C03: hier hoort een lijst te staan."),
    "a list where one of a few words belongs": Case(
        POOL, "use: test", "use: [test]",
        f"{POOL}:2:1: fout C07: deze waarde kan hier niet.", "Kies uit: quiz, test."),
    "a list where a type belongs": Case(
        LOOK, "type: single-choice", "type: [single-choice]",
        f"{LOOK}:14:5: fout C07: dit kan geen type zijn.", "Kies uit: accordion, "),
    "a list where a version belongs": Case(
        "course.yaml", "version: 1.0.0", "version: [1.0.0]",
        "course.yaml:4:1: fout C03: hier hoort tekst te staan."),
    "a key that is no text": Case(
        LOOK, "        right: true", "        ~: true",
        f"{LOOK}:22:9: fout C03: deze sleutel hoort tekst te zijn."),
    "a word where a number belongs": Case(
        LOOK, "minutes: 2", "minutes: twee",
        f"{LOOK}:3:10: fout C03: hier hoort een heel getal te staan."),
    "a number that is too high": Case(
        LOOK, "minutes: 2", "minutes: 90",
        f"{LOOK}:3:10: fout C08: dit getal moet hoogstens 30 zijn."),
    "a word where true or false belongs": Case(
        LOOK, "        right: true", "        right: goed",
        f"{LOOK}:24:16: fout C03: hier hoort true of false te staan."),
    "two lines where one belongs": Case(
        LOOK, "title: Kijken", "title: |\n  Kijken\n  en zien",
        f"{LOOK}:3:1: fout C04: deze tekst hoort op één regel te passen."),
    "a code for a character that nobody sees": Case(
        LOOK, "title: Kijken", r'title: "Kij\bken"',
        f"{LOOK}:2:9: fout C18: in deze tekst staat een code voor een onzichtbaar teken."),
    "a sign that the builder uses itself": Case(
        LOOK, "title: Kijken", 'title: "Kij\ue000ken"',
        f"{LOOK}:2:9: fout C18: in deze tekst staat een code voor een onzichtbaar teken."),
    "a version that is none": Case(
        "course.yaml", "version: 1.0.0", "version: 1.0",
        "course.yaml:4:10: fout C09: ‘1.0’ heeft niet de vorm die hier hoort.", "Schrijf het zoals ‘1.0.0’."),
    # Ids
    "an id with an accent": Case(
        LOOK, "      - id: mist", "      - id: gemís",
        f"{LOOK}:22:13: fout C05: een id bestaat uit kleine letters, cijfers en streepjes (hoogstens 60 tekens)."),
    "an id with a capital": Case(
        POOL, "id: altijd-te-zien", "id: Altijd",
        f"{POOL}:5:9: fout C05: een id bestaat uit kleine letters, cijfers en streepjes (hoogstens 60 tekens)."),
    "an id that another question has": Case(
        POOL, "id: altijd-te-zien", "id: wie-is-eenzaam",
        f"{POOL}:5:9: fout C10: de id ‘wie-is-eenzaam’ bestaat al (klein/{LOOK}:15:9).",
        "Geef deze een andere id. Laat een id die al gepubliceerd is staan."),
    "an id that another option has": Case(
        LOOK, "      - id: mist", "      - id: leest",
        f"{LOOK}:22:13: fout Q02: twee opties heten ‘leest’.", "Geef elk een eigen id."),
    "an id that another source has": Case(
        "sources.yaml", "sources:\n", "sources:\n  - {id: hulp, url: https://a.nl, title: A, publisher: A, what: A.}\n",
        "sources.yaml:3:9: fout C10: de id ‘hulp’ bestaat al (klein/sources.yaml:2:10)."),
    "an id that another edition has": Case(
        "course.yaml", "{id: vo, title", "{id: po, title",
        "course.yaml:37:5: fout C10: de id ‘po’ bestaat al (klein/course.yaml:36:5)."),
    "an id that differs from the name of the file": Case(
        DO, "id: doen", "id: gedaan",
        f"{DO}:1:5: fout C21: deze les heet ‘gedaan’, maar zijn bestand ‘doen.yaml’.", "Geef ze dezelfde naam."),
    "a unit that differs from the name of its folder": Case(
        "units/eerste/unit.yaml", "id: eerste", "id: tweede",
        "units/eerste/unit.yaml:1:5: fout C21: dit onderdeel heet ‘tweede’, maar zijn map ‘eerste’.",
        "Geef ze dezelfde naam."),
    # What is not there
    "a lesson without a file": Case(
        "units/eerste/unit.yaml", "[kijken, doen]", "[kijken, deon]",
        "units/eerste/unit.yaml:3:19: fout C20: les ‘deon’ heeft geen bestand klein/units/eerste/deon.yaml.",
        "Bedoel je ‘doen’?"),
    "a lesson that has yet to be made": Case(
        "units/eerste/unit.yaml", "[kijken, doen]", "[kijken, doen, afronden]",
        "units/eerste/unit.yaml:3:25: fout C20: les ‘afronden’ heeft geen bestand klein/units/eerste/afronden.yaml.",
        "Maak klein/units/eerste/afronden.yaml, of haal ‘afronden’ uit de lijst."),
    "a lesson that looks like one that is in the list": Case(
        "units/eerste/unit.yaml", "[kijken, doen]", "[kijken, doen, doen-2]",
        "units/eerste/unit.yaml:3:25: fout C20: les ‘doen-2’ heeft geen bestand klein/units/eerste/doen-2.yaml.",
        "Maak klein/units/eerste/doen-2.yaml, of haal ‘doen-2’ uit de lijst."),
    "a unit without a folder": Case(
        "course.yaml", "units: [eerste]", "units: [eerst]",
        "course.yaml:45:9: fout C20: onderdeel ‘eerst’ heeft geen bestand klein/units/eerst/unit.yaml.",
        "Bedoel je ‘eerste’?"),
    "a lesson without blocks": Case(
        "units/eerste/unit.yaml", "lessons: [kijken, doen]", "lessons: []",
        "units/eerste/unit.yaml:3:1: fout C08: hier hoort minstens één onderdeel te staan."),
    "a word that no sector has": Case(
        LOOK, "{{ leerling }}", "{{ leerlign }}",
        f"{LOOK}:5:26: fout C12: het woord {{{{ leerlign }}}} staat niet bij de terms in course.yaml.",
        "Bedoel je ‘leerling’?"),
    "a sector without one of the words": Case(
        "course.yaml", "het_zorgteam: de studieadviseur", "het_zorgtaem: de studieadviseur",
        "course.yaml:30:5: fout C30: sector ‘hbo-wo’ heeft geen woord voor ‘het_zorgteam’.",
        "Voeg ‘het_zorgteam:’ toe aan de terms."),
    "a link to a lesson that does not exist": Case(
        LOOK, "[](lesson:doen)", "[](lesson:doem)",
        f"{LOOK}:12:53: fout C15: de link wijst naar les ‘doem’, en dat is er niet.", "Bedoel je ‘doen’?"),
    "a link to a lesson that some of the readers lack": Case(
        DO, "minutes: 3", "minutes: 3\nsectors: [po, vo]",
        f"{LOOK}:12:53: fout C15: les ‘doen’ is er niet voor hbo-wo, mbo.",
        "Beperk deze tekst met ‘sectors:’, of verwijs naar een ander(e) les."),
    "a link to a source that does not exist": Case(
        "course.yaml", "(source:hulp)", "(source:113)",
        "course.yaml:60:25: fout C15: de link wijst naar bron ‘113’, en dat is er niet.", "Kies uit: hulp."),
    "a link to a word that is not explained": Case(
        LOOK, "(term:stigma)", "(term:stigmata)",
        f"{LOOK}:12:14: fout C15: de link wijst naar begrip ‘stigmata’, en dat is er niet.", "Bedoel je ‘stigma’?"),
    "a source below a block that does not exist": Case(
        LOOK, "    source: hulp", "    source: hulpt",
        f"{LOOK}:9:13: fout C11: bron ‘hulpt’ staat niet in sources.yaml.", "Bedoel je ‘hulp’?"),
    "an objective that does not exist": Case(
        LOOK, "    objective: LD1", "    objective: LD4",
        f"{LOOK}:14:5: fout C11: leerdoel ‘LD4’ bestaat niet.", "Bedoel je ‘LD1’?"),
    "a set of categories that does not exist": Case(
        DO, "categories: soorten", "categories: signalen",
        f"{DO}:10:17: fout C11: de indeling ‘signalen’ staat niet bij category_sets in course.yaml.",
        "Kies uit: soorten."),
    "a category that does not exist": Case(
        DO, "category: emotioneel", "category: emotionel",
        f"{DO}:19:19: fout C11: soort ‘emotionel’ staat niet in ‘soorten’.", "Bedoel je ‘emotioneel’?"),
    "an explanation of why the right category is wrong": Case(
        DO, "wrong: {emotioneel:", "wrong: {sociaal:",
        f"{DO}:12:9: fout Q08: ‘sociaal’ is hier het goede antwoord, en staat ook bij wrong."),
    # What may not stand in a text
    "HTML": Case(
        LOOK, "*iets anders*", "<b>iets anders</b>",
        f"{LOOK}:11:22: fout C13: er staat HTML in de tekst.",
        "Gebruik Markdown. Een los kleiner-dan-teken schrijf je met een spatie erachter."),
    "a web address": Case(
        LOOK, "*iets anders*", "https://voorbeeld.nl",
        f"{LOOK}:11:22: fout C14: er staat een los webadres in de tekst: https://voorbeeld.nl.",
        "Zet het adres in sources.yaml en verwijs met [tekst](source:id)."),
    "a link to an address": Case(
        LOOK, "(term:stigma)", "(https://voorbeeld.nl)",
        f"{LOOK}:12:14: fout C14: de link ‘https://voorbeeld.nl’ is niet van een soort die hier kan.",
        "Kies uit lesson:id, source:id, term:id, print:id, download:id."),
    "a picture in a text": Case(
        LOOK, "*iets anders*", "![iets anders](foto.png)",
        f"{LOOK}:11:23: fout C14: de link ‘foto.png’ is niet van een soort die hier kan."),
    "a script in a link": Case(
        LOOK, "(term:stigma)", "(javascript:alert)",
        f"{LOOK}:12:14: fout C14: de link ‘javascript:alert’ is niet van een soort die hier kan."),
    "a heading of the wrong level": Case(
        LOOK, "      Alleen zijn is", "      # Alleen\n\n      Alleen zijn is",
        f"{LOOK}:11:7: fout C16: deze kop heeft een niveau dat hier niet kan."),
    # Questions and assessments
    "a question without a right answer": Case(
        LOOK, "        right: true\n", "",
        f"{LOOK}:14:5: fout Q01: vraag ‘wie-is-eenzaam’ heeft geen goed antwoord.",
        "Zet ‘right: true’ bij één optie."),
    "more than one right answer": Case(
        LOOK, "        text: Wie in de pauze leest", "        text: Wie in de pauze leest\n        right: true",
        f"{LOOK}:23:9: fout Q03: vraag ‘wie-is-eenzaam’ heeft meer dan één goed antwoord.",
        "Laat er één staan, of maak er ‘multiple-choice’ van."),
    "a pool that is too small": Case(
        DO, "draw: {LD1: 1}", "draw: {LD1: 3}",
        f"{DO}:23:5: fout Q31: ‘toets’ trekt 3 vragen voor LD1, maar er zijn er 2 voor po.",
        "Schrijf vragen bij in questions/."),
    "an objective that is tested but not taught": Case(
        LOOK, "objectives: [LD1]", "objectives: []",
        f"{DO}:23:5: fout Q35: ‘toets’ toetst LD1, maar geen les voor po legt het uit."),
    "an item that serves practice and test": Case(
        LOOK, "  - type: single-choice\n    id: wie-is-eenzaam", """\
  - type: true-false
    id: oefenen-alleen
    objective: LD1
    statement: Wie alleen is, is ook EENZAAM!
    answer: false
    feedback_true: Alleen zijn kan fijn zijn.
    feedback_false: Alleen zijn kan fijn zijn.

  - type: single-choice
    id: wie-is-eenzaam""",
        f"{POOL}:12:5: fout Q30: vraag ‘alleen-is-eenzaam’ is gelijk aan ‘oefenen-alleen’ (klein/{LOOK}:14:5), "
        "die ergens anders voor dient.",
        "Oefenen, korte toets en eindtoets delen nooit een vraag: maak er een andere van."),
    "a question in the pool of another objective": Case(
        POOL, "objective: LD1\nuse: test", "objective: LD2\nuse: test",
        f"{POOL}:4:5: fout Q33: vraag ‘altijd-te-zien’ hoort bij LD1, maar staat in een bestand voor LD2.",
        "Zet haar in het bestand van haar eigen leerdoel."),
}


@pytest.mark.parametrize("name", CASES)
def test_the_builder_says_what_and_where(name: str, small: SmallCourse) -> None:
    case = CASES[name]
    small.replace(case.file, case.old, case.new)
    answers = {f"{small.place(problem)}: fout {problem.code}: {problem.message}": problem.hint
               for problem in small.problems()}
    assert case.answer in answers or any(answer.startswith(case.answer) for answer in answers), answers
    assert case.hint in "\n".join(answers.values())


def test_the_course_itself_has_nothing_wrong(small: SmallCourse) -> None:
    assert small.problems() == []


@pytest.mark.parametrize("name", ["course.yaml", "glossary.yaml", "sources.yaml", "helplines.yaml"])
def test_a_file_that_every_course_has_is_missing(name: str, small: SmallCourse) -> None:
    small.path(name).unlink()
    assert f"Y01 {name}" in small.found()


def test_a_picture_that_the_pages_use_is_missing(small: SmallCourse) -> None:
    small.path("images/start.svg").unlink()
    assert small.found() == ["C22 course.yaml:1:1"]


def test_an_id_that_the_page_has_already(small: SmallCourse) -> None:
    small.path(DO).rename(small.path("units/eerste/start.yaml"))
    small.replace("units/eerste/start.yaml", "id: doen", "id: start")
    small.replace("units/eerste/unit.yaml", "doen", "start")
    small.replace(LOOK, "lesson:doen", "lesson:start")
    assert small.found() == ["C17 units/eerste/start.yaml:1:5"]


def test_an_edition_that_gets_no_lesson(small: SmallCourse) -> None:
    for lesson in (LOOK, DO):
        small.replace(lesson, "minutes:", "sectors: [po]\nminutes:")
    assert small.found()[:3] == ["C31 course.yaml:37:5", "C31 course.yaml:38:5", "C31 course.yaml:39:5"]


def test_a_lesson_of_which_a_sector_gets_nothing_is_a_warning(small: SmallCourse) -> None:
    for kind in ("categorise", "assessment"):
        small.replace(DO, f"  - type: {kind}", f"  - type: {kind}\n    sectors: [po, vo, mbo]")
    assert [str(problem).splitlines()[0] for problem in small.problems()] == [
        f"klein/{DO}:1:1: let op C32: van les ‘doen’ blijft voor hbo-wo niets over."]


def test_a_retake_that_brings_the_same_questions_is_a_warning(small: SmallCourse) -> None:
    small.replace(DO, "draw: {LD1: 1}", "sectors: [po]\n    draw: {LD1: 2}")
    assert [str(problem) for problem in small.problems()] == [
        f"klein/{DO}:23:5: let op Q32: ‘toets’ trekt 2 van de 2 vragen voor LD1 en po: bij opnieuw doen komen er vragen terug.\n"
        "    Schrijf er bij tot 4."]


@pytest.mark.parametrize(("safe", "answer", "advice"), [
    (1, "fout Q34: ‘toets’ vraagt altijd naar veiligheid, maar voor po zijn er 1 vragen met ‘safety: true’.", "minstens 2"),
    (2, "let op Q34: ‘toets’ heeft voor po maar 2 vragen over veiligheid.", "minstens 3"),
])
def test_too_few_questions_about_safety(safe: int, answer: str, advice: str, small: SmallCourse) -> None:
    small.replace(DO, "draw: {LD1: 1}", "sectors: [po]\n    draw: {LD1: 1}\n    safety: true")
    for name in ("altijd-te-zien", "alleen-is-eenzaam")[:safe]:
        small.replace(POOL, f"id: {name}", f"id: {name}\n    safety: true")
    line, hint = str(small.problems()[0]).splitlines()
    assert line == f"klein/{DO}:23:5: {answer}"
    assert advice in hint


def test_a_lesson_that_was_not_put_in_the_list_is_a_warning(small: SmallCourse) -> None:
    small.write("units/eerste/later.yaml", "id: later\n")
    assert [(str(problem.severity), problem.code) for problem in small.problems()] == [("warning", "C23")]


def test_no_course_at_all(small: SmallCourse) -> None:
    assert [str(problem) for problem in SmallCourse(small.folder / "weg").problems()] == [
        f"{small.folder / 'weg'}: fout Y01: deze map is er niet.\n    Kijk of de naam achter ‘--course’ klopt."]


def test_a_lesson_that_is_in_the_list_twice_is_one_fault(small: SmallCourse) -> None:
    small.replace("units/eerste/unit.yaml", "[kijken, doen]", "[kijken, doen, kijken]")
    assert [str(problem) for problem in small.problems()] == [
        "klein/units/eerste/unit.yaml:3:25: fout C19: ‘kijken’ staat al in deze lijst (klein/units/eerste/unit.yaml:3:11).\n"
        "    Houd er één over."]


def test_a_unit_that_is_in_the_list_twice_is_one_fault(small: SmallCourse) -> None:
    small.replace("course.yaml", "units: [eerste]", "units: [eerste, eerste]")
    assert small.found() == ["C19 course.yaml:45:17"]


def test_faults_in_several_files_are_all_reported_in_order_of_place(small: SmallCourse) -> None:
    small.replace(LOOK, "    prompt: Wie", "    promt: Wie")
    small.replace(DO, "title: Doen", "title: []")
    small.replace(POOL, "use: test", "use: exam")
    small.replace("course.yaml", "version: 1.0.0", "version: een")
    small.path("glossary.yaml").write_bytes("terms: []\n".encode("utf-16"))
    small.write("sources.yaml", "sources:\n\t- id: hulp\n")
    assert small.found() == [
        "C09 course.yaml:4:10",
        "Y02 glossary.yaml:1:1",
        "C07 questions/ld1-test.yaml:2:6",
        "Y03 sources.yaml:2:1",
        "C03 units/eerste/doen.yaml:2:1",
        "C01 units/eerste/kijken.yaml:14:5",
        "C06 units/eerste/kijken.yaml:17:5",
    ]


def test_a_list_that_is_pointed_at_is_one_fault(small: SmallCourse) -> None:
    """What then is not there, nobody asks for."""
    small.replace(LOOK, "objectives: [LD1]", "objectives: &alle [LD1]\nsectors: *alle")
    assert small.found() == ["Y10 units/eerste/kijken.yaml:5:10"]


def test_a_file_that_cannot_be_read_does_not_make_others_look_wrong(small: SmallCourse) -> None:
    """Links to a lesson that has a fault itself are not reported as dead."""
    small.replace(DO, "minutes: 3", "minutes: drie")
    assert small.found() == ["C03 units/eerste/doen.yaml:3:10"]
