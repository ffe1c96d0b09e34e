"""The network that a learner draws is the one that the builder would have drawn."""

from __future__ import annotations

import json
import random
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

from builder.blocks.sociogram.drawing import HEIGHT, WIDTH, draw
from builder.blocks.sociogram.model import Sociogram
from builder.blocks.sociogram_maker.model import SociogramMaker

LAYOUT = Path(__file__).parents[2] / "builder" / "blocks" / "sociogram_maker" / "layout.js"
PLAYER = LAYOUT.with_name("player.js")
SCRIPT = f"""
import {{ draw, HEIGHT, WIDTH }} from {json.dumps(LAYOUT.as_uri())};
import {{ describe, initials }} from {json.dumps(PLAYER.as_uri())};
import {{ readFileSync }} from 'node:fs';
const {{ classes, typed }} = JSON.parse(readFileSync(0, 'utf8'));
console.log(JSON.stringify({{
  size: [WIDTH, HEIGHT],
  drawings: classes.map(draw),
  words: classes.map(describe),
  initials: typed.map(([text, known]) => initials(text, known)),
}}));
"""

#: From the lesson, two people, nobody who chooses, and classes of every size by chance.
CLASSES: list[dict[str, list[str]]] = [
    {"Aya": ["Ben", "Dua", "Floor"], "Ben": ["Aya", "Cas", "Gijs"], "Cas": ["Ben", "Gijs"], "Dua": ["Aya", "Floor"],
     "Emir": ["Ben", "Cas"], "Floor": ["Aya", "Dua"], "Gijs": ["Ben", "Cas"], "Hidde": ["Ben"], "Ise": ["Joy"],
     "Joy": ["Ise"], "Kai": []},
    {"A": ["B"], "B": ["A"]},
    {"A": [], "B": [], "C": []},
]


def some_class(size: int, chance: random.Random) -> dict[str, list[str]]:
    names = [f"L{number}" for number in range(size)]
    return {name: chance.sample([other for other in names if other != name], min(3, size - 1)) for name in names}


def in_node(classes: list[dict[str, list[str]]], typed: list[tuple[str, list[str]]]) -> Any:
    result = subprocess.run(["node", "--input-type=module", "--eval", SCRIPT], text=True, capture_output=True,
                            input=json.dumps({"classes": classes, "typed": typed}), check=True, timeout=60)
    return json.loads(result.stdout)


def test_the_same_input_gives_the_same_coordinates() -> None:
    chance = random.Random(2026)
    classes = CLASSES + [some_class(size, chance) for size in range(2, 37)]
    found = in_node(classes, [])
    assert found["size"] == [WIDTH, HEIGHT]
    for choices, drawing in zip(classes, found["drawings"], strict=True):
        block = Sociogram.model_validate({"type": "sociogram", "question": "Wie?", "alt": "Netwerk.", "people": choices})
        expected = draw(block)
        assert drawing == {"people": [asdict(person) for person in expected.people],
                           "lines": [asdict(line) for line in expected.lines]}


def test_the_network_in_words() -> None:
    assert in_node(CLASSES[:2], [])["words"] == [
        "Netwerk van 11. Kiezen elkaar: Aya en Ben, Aya en Dua, Aya en Floor, Ben en Cas, Ben en Gijs, Cas en Gijs, "
        "Dua en Floor, Ise en Joy. Door niemand gekozen: Emir, Hidde, Kai.",
        "Netwerk van 2. Kiezen elkaar: A en B. Door niemand gekozen: niemand.",
    ]


def test_what_is_typed_becomes_initials() -> None:
    full = [f"L{number}" for number in range(35)]
    found = in_node([], [("ab, cd;EF  ab", ["CD"]), ("marieke", []), ("é1 😀😀😀😀😀", []), ("x y", full), (" , ", [])])
    assert found["initials"] == [["AB", "EF"], ["MARI"], ["É1", "😀😀😀😀"], ["X"], []]


def test_the_model_has_its_limits() -> None:
    block = SociogramMaker.model_validate({"type": "sociogram-maker", "title": "Zelf"})
    assert block.choices == 3
