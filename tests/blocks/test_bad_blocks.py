"""Faults that only a type of block can see: what an author wrote, and what stands at the place of the answer."""

from __future__ import annotations

import pytest

from tests.conftest import SmallCourse


def question(kind: str, rest: str) -> str:
    return f"type: {kind}\nid: nieuw\nobjective: LD1\nprompt: Wat nu?\n{rest}"


def conversation(*turns: str, start: str = "een") -> str:
    """Turns as ``een: twee best, end poor``: where its replies lead and how good they are."""
    text = question("conversation", f"""\
persona: {{name: Sena, about: Sena is 14., image: start}}
setting: Sena zit alleen.
start: {start}
ending: Klaar.
turns:
""").replace("prompt: Wat nu?\n", "")
    for turn in turns:
        name, replies = turn.split(": ")
        text += f"  - id: {name}\n    prompt: Wat zeg je?\n    replies:\n"
        for number, reply in enumerate(replies.split(", ")):
            to, quality = reply.split()
            text += (f"      - {{id: r{number}, quality: {quality}, says: Zo., reaction: Ja.,"
                     f" explanation: Omdat., next: {to}}}\n")
    return text


#: A block, and the answers: code and the beginning of what stands at that place.
BLOCKS = {
    "single choice: nothing right": (
        question("single-choice", "options:\n  - {id: a, text: A, feedback: A.}\n  - {id: b, text: B, feedback: B."
                 "}"),
        ["Q01 type: single-choice"]),
    "single choice: two right": (
        question("single-choice", "options:\n  - {id: a, text: A, right: true, feedback: A.}\n"
                 "  - {id: b, text: B, right: true, feedback: B.}"),
        ["Q03 {id: b"]),
    "single choice: one option": (
        question("single-choice", "options:\n  - {id: a, text: A, right: true, feedback: A.}"),
        ["C08 options:"]),
    "single choice: nothing right for one sector": (
        question("single-choice", "options:\n  - {id: a, text: A, right: true, feedback: A., sectors: [po]}\n"
                 "  - {id: b, text: B, feedback: B.}\n  - {id: c, text: C, feedback: C., sectors: [vo, mbo, hbo-wo]}"),
        ["Q01 type: single-choice"] * 3),
    "single choice: one option for one sector": (
        question("single-choice", "options:\n  - {id: a, text: A, right: true, feedback: A.}\n"
                 "  - {id: b, text: B, feedback: B., sectors: [po, vo, mbo]}"),
        ["Q09 type: single-choice"]),
    "multiple choice: all right": (
        question("multiple-choice", "options:\n" + "\n".join(
            f"  - {{id: {x}, text: {x}, right: true, feedback: {x}.}}" for x in "abc")),
        ["Q04 type: multiple-choice"]),
    "match: two right sides that are the same": (
        question("match", "pairs:\n  - {id: a, left: Groep, right: Sociaal, feedback: A.}\n"
                 "  - {id: b, left: Team, right: sociaal, feedback: B.}"),
        ["Q05 sociaal"]),
    "match: what is left over is right": (
        question("match", "pairs:\n  - {id: a, left: Groep, right: Sociaal, feedback: A.}\n"
                 "  - {id: b, left: Mens, right: Emotioneel, feedback: B.}\nextra: {id: c, text: Sociaal}"),
        ["Q05 Sociaal"]),
    "match: what is left over has the id of a pair": (
        question("match", "pairs:\n  - {id: a, left: Groep, right: Sociaal, feedback: A.}\n"
                 "  - {id: b, left: Mens, right: Emotioneel, feedback: B.}\nextra: {id: a, text: Niets}"),
        ["Q02 a, text"]),
    "order: one step": (
        question("order", "items:\n  - {id: a, text: Kijk}"),
        ["Q06 type: order"]),
    "order: one step for one sector": (
        question("order", "items:\n  - {id: a, text: Kijk}\n  - {id: b, text: Vraag, sectors: [po, vo, mbo]}"),
        ["Q06 type: order"]),
    "estimate: an answer off the scale": (
        question("estimate", "answer: 120\nunit: van de 100\nstatistic: {type: statistic, figure: A, sentence: B,"
                 " who: C, measure: D, count: 1, out_of: 2}"),
        ["Q07 type: estimate"]),
    "conversation: it starts nowhere": (
        conversation("een: twee best, end poor", "twee: drie best, end poor", "drie: end best, end poor", start="nul"),
        ["Q11 nul"]),
    "conversation: a dead end": (
        conversation("een: twee best, weg poor", "twee: drie best, end poor", "drie: end best, end poor"),
        ["Q11 weg"]),
    "conversation: round and round": (
        conversation("een: twee best, end poor", "twee: drie best, een poor", "drie: end best, end poor"),
        ["Q13 een"]),
    "conversation: on one spot": (
        conversation("een: een best, twee poor", "twee: drie best, end poor", "drie: end best, end poor"),
        ["Q13 een"]),
    "conversation: a turn that nobody reaches": (
        conversation("een: twee best, end poor", "twee: drie best, end poor", "drie: end best, end poor",
                     "vier: end best, end poor"),
        ["Q12 id: vier"]),
    "conversation: over after two turns": (
        conversation("een: twee best, drie poor", "twee: end best, drie poor", "drie: end best, end poor"),
        ["Q14 type: conversation"]),
    "conversation: no reply is the best": (
        conversation("een: twee half, end poor", "twee: drie best, end poor", "drie: end best, end poor"),
        ["Q01 id: een"]),
    "conversation: two turns with one name": (
        conversation("een: twee best, end poor", "twee: end best, end poor", "twee: end best, end poor"),
        ["Q14 type: conversation", "Q02 twee"]),
    "sociogram: a name that is not in the group": (
        "type: sociogram\nquestion: Met wie?\nalt: Wie kiest wie.\npeople:\n  Aya: [Ben]\n  Ben: [Cas]",
        ["Q22 Cas"]),
    "sociogram: somebody chooses himself": (
        "type: sociogram\nquestion: Met wie?\nalt: Wie kiest wie.\npeople:\n  Aya: [Aya]\n  Ben: [Aya]",
        ["Q21 Aya"]),
    "sociogram: somebody is chosen twice by the same": (
        "type: sociogram\nquestion: Met wie?\nalt: Wie kiest wie.\npeople:\n  Aya: [Ben, Ben]\n  Ben: [Aya]",
        ["Q23 Ben"]),
    "statistic: more people than there are": (
        "type: statistic\nfigure: 12 op de 10\nsentence: A\nwho: B\nmeasure: C\ncount: 12\nout_of: 10",
        ["Q07 type: statistic"]),
    "figure: no words for who cannot see it": (
        "type: figure\nimage: start",
        ["C01 type: figure"]),
    "figure: a picture that is not there": (
        "type: figure\nimage: strat\nalt: Een cirkel",
        ["C11 strat"]),
    "quotation: no source": (
        "type: quotation\nbody: Niemand ziet mij.",
        ["C01 type: quotation"]),
    "cards: two with one name": (
        "type: cards\nitems:\n  - {id: a, front: A, back: A.}\n  - {id: a, front: B, back: B.}",
        ["Q02 a, front"]),
    "cards: a pictogram that is not there": (
        "type: cards\nitems:\n  - {id: a, front: A, back: A., pictogram: menthaal}",
        ["C11 menthaal"]),
    "help lines: one that is not there": (
        "type: help-lines\nlines: [hulplijm]",
        ["C11 hulplijm"]),
    "instruments: a source that is not there": (
        "type: instruments\nitems:\n  - {source: hlup, purpose: Bellen.}",
        ["C11 hlup"]),
    "a list without items": (
        "type: accordion\nitems: []",
        ["C08 items"]),
    "a text with a small heading and no large one": (
        "type: text\nbody: |\n  ### Klein",
        ["C16 ### Klein"]),
    "assessment: none to draw": (
        "type: assessment\nid: leeg\ntitle: Leeg\nuse: test\ndraw: {LD1: 0}",
        ["C08 0}"]),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_the_answer_points_at_the_fault(name: str, small: SmallCourse) -> None:
    block, expected = BLOCKS[name]
    small.add_block(block)
    pointed = small.pointed()
    assert len(pointed) == len(expected) and all(map(str.startswith, pointed, expected)), small.problems()


def test_a_fault_of_one_sector_says_which(small: SmallCourse) -> None:
    small.add_block(BLOCKS["single choice: one option for one sector"][0])
    assert [problem.message for problem in small.problems()] == [
        "vraag ‘nieuw’ heeft te weinig om uit te kiezen (in hbo-wo)."
    ]


def test_a_block_of_every_type_has_nothing_wrong(full: SmallCourse) -> None:
    assert full.problems() == []
