"""What a learner reads, and where each character of it was written."""

from __future__ import annotations

import pytest

from builder.content.source import Text
from builder.language.reading import read
from builder.problems import Position

TERMS = {"leerling": "student", "de_leerling": "de student"}
PAIRS = [
    ("{{ De_leerling }} belt.", "De student belt."),
    ("Mist **een groep** of *één mens*.", "Mist een groep of één mens."),
    ("Lees [dit boek](source:bron) eens.", "Lees dit boek eens."),
    ("Lees [](source:bron) eens.", "Lees source:bron eens."),
    ("Vraag [{{ leerling }}en](term:x) mee.", "Vraag studenten mee."),
    ("Een regel\ndie doorloopt.", "Een regel die doorloopt."),
    ("Een alinea.\n\nNog een.", "Een alinea.\nNog een."),
    ("## Een kop\nEn tekst.", "Een kop\nEn tekst."),
    ("Denk aan:\n\n- pesten\n- een verhuizing\n", "Denk aan:\npesten\neen verhuizing"),
    ("1. Kijk.\n2. Vraag.", "Kijk.\nVraag."),
]


@pytest.mark.parametrize(("written", "shown"), PAIRS)
def test_what_is_read(written: str, shown: str) -> None:
    assert read(Text(written, Position("les.yaml", 1, 1), 0), TERMS, lambda target: target).text == shown


def test_each_character_knows_where_it_was_written() -> None:
    written = "Vraag {{ de_leerling }}:\n\n- **hoe** het gaat\n- wat [zij](term:x) wil\n"
    reading = read(Text(written, Position("les.yaml", 10, 1), 4), TERMS)
    assert reading.text == "Vraag de student:\nhoe het gaat\nwat zij wil"
    assert reading.place(reading.text.index("student")) == Position("les.yaml", 10, 11)  # the term itself
    assert reading.place(reading.text.index("hoe")) == Position("les.yaml", 12, 9)
    assert reading.place(reading.text.index("zij")) == Position("les.yaml", 13, 12)


SENTENCES = [
    ("Kijk. Vraag. Luister.", ["Kijk.", "Vraag.", "Luister."]),
    ("‘Hoe gaat het?’ vraagt ze.", ["‘Hoe gaat het?’ vraagt ze."]),
    ("‘Hoe gaat het?’ Hij zwijgt.", ["‘Hoe gaat het?’", "Hij zwijgt."]),
    ("Bel 113 of chat op 113.nl. Dat kan altijd.", ["Bel 113 of chat op 113.nl.", "Dat kan altijd."]),
    ("Wacht … Ik hoor je.", ["Wacht …", "Ik hoor je."]),
    ("Denk aan:\n- pesten\n- ruzie", ["Denk aan:", "pesten", "ruzie"]),
    ("Dan zegt hij: ‘één keer. één keer maar.’", ["Dan zegt hij: ‘één keer. één keer maar.’"]),
]


@pytest.mark.parametrize(("text", "sentences"), SENTENCES)
def test_sentences(text: str, sentences: list[str]) -> None:
    reading = read(Text(text, Position("les.yaml", 1, 1)), {})
    assert [sentence.text for sentence in reading.sentences] == sentences


def test_words() -> None:
    reading = read(Text("’s Avonds maakt zo’n als-danplan (57 procent) indruk op @ease.", Position("", 1, 1)), {})
    assert [word.text for word in reading.words] == [
        "’s", "Avonds", "maakt", "zo’n", "als-danplan", "57", "procent", "indruk", "op", "ease"]
