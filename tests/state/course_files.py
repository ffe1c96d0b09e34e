"""The YAML files of a course as plain values, to change and to write again; and new pieces to put into them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

Data = dict[str, Any]

#: Where a type keeps what can be chosen, and the fewest that it can do with.
PARTS = {"single-choice": ("options", 2), "multiple-choice": ("options", 3), "categorise": ("items", 2),
         "match": ("pairs", 2), "order": ("items", 2), "conversation": ("turns", 3)}
FOR_POOLS = ["single-choice", "multiple-choice", "true-false", "categorise", "match", "order", "number"]
#: What a learner reads. ``right`` is a text in a pair or an item, and yes or no elsewhere.
WORDING = {"prompt", "text", "statement", "left", "right", "says", "feedback", "feedback_true", "feedback_false",
           "reaction", "explanation", "tip", "low", "high", "setting", "ending"}
SECTORS = ["po", "vo", "mbo", "hbo-wo"]


class CourseFiles:
    """What stands in ``folder``: course.yaml, units and lessons by id, pools by the name of their file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.info = _read(folder / "course.yaml")
        self.units = {path.parent.name: _read(path) for path in folder.glob("units/*/unit.yaml")}
        self.lessons = {path.stem: _read(path) for path in sorted(folder.glob("units/*/*.yaml")) if path.stem != "unit"}
        self.pools = {path.name: _read(path) for path in sorted(folder.glob("questions/*.yaml"))}
        self._saved: dict[str, Data] = {}

    def practice(self) -> Iterator[Data]:
        return (block for lesson in self.lessons.values() for block in lesson["blocks"] if is_question(block))

    def pooled(self) -> Iterator[Data]:
        return (question for pool in self.pools.values() for question in pool["questions"])

    def questions(self) -> Iterator[Data]:
        yield from self.practice()
        yield from self.pooled()

    def assessments(self) -> Iterator[Data]:
        return (block for lesson in self.lessons.values() for block in lesson["blocks"] if block["type"] == "assessment")

    def unit_of(self, lesson_id: str) -> Data:
        return next(unit for unit in self.units.values() if lesson_id in unit["lessons"])

    def save(self) -> None:
        """Writes what changed, and takes away the files of lessons and units that are gone."""
        files = {"course.yaml": self.info} | {f"questions/{name}": pool for name, pool in self.pools.items()}
        for unit_id, unit in self.units.items():
            files[f"units/{unit_id}/unit.yaml"] = unit
            files |= {f"units/{unit_id}/{lesson}.yaml": self.lessons[lesson] for lesson in unit["lessons"]}
        for path in self.folder.glob("units/*/*.yaml"):
            if path.relative_to(self.folder).as_posix() not in files:
                path.unlink()
        for name, data in files.items():
            if self._saved.get(name) != data:
                path = self.folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), "utf-8")
        self._saved = deepcopy(files)


class Pieces:
    """New pieces of a course, each with ids and words that nothing else has."""

    def __init__(self, files: CourseFiles, rng: random.Random) -> None:
        self.rng = rng
        self.types = {question["type"]: deepcopy(question) for question in files.practice()}
        self._categories = files.info["category_sets"]
        self.used_categories: set[str] = set()
        """Those that an item belongs to or did: it may come back."""
        self._number = 0

    def question(self, kind: str) -> Data:
        """Half of the new ones have options with ids of their own; the others share theirs with more questions."""
        question = deepcopy(self.types[kind])
        question["id"] = self.id("vraag")
        name, _ = PARTS.get(kind, ("", 0))
        if self.rng.random() < 0.5:
            for part in question.get(name, []):
                part["id"] = self.id("optie")
        if self.rng.random() < 0.15:
            question["sectors"] = self.rng.sample(SECTORS, 2)
        mend(question)
        self.reword(question)
        return question

    def part(self, question: Data) -> Data:
        """One more of what the learner chooses from; for a conversation a turn."""
        part: Data = {"id": self.id("optie")}
        match question["type"]:
            case "single-choice" | "multiple-choice":
                return part | {"text": self.words(), "feedback": self.words()}
            case "categorise":
                category = self.rng.choice(self._categories[question["categories"]])["id"]
                self.used_categories.add(category)
                return part | {"text": self.words(), "category": category, "right": self.words()}
            case "match":
                return part | {"left": self.words(), "right": self.words(), "feedback": self.words()}
            case "order":
                return part | {"text": self.words()}
            case _:
                return part | {"prompt": self.words(), "replies": [self.reply("best"), self.reply("half")]}

    def reply(self, quality: str) -> Data:
        return {"id": self.id("antwoord"), "quality": quality, "says": self.words(), "reaction": self.words(),
                "explanation": self.words(), "next": "end"}

    def category(self) -> Data:
        return {"id": self.id("soort"), "label": self.words(), "test": self.words()}

    def lesson(self) -> Data:
        return {"id": self.id("les"), "title": self.words(), "minutes": 2,
                "blocks": [{"type": "text", "body": self.words()}]}

    def reword(self, value: Any) -> None:
        """Other words wherever a learner reads some."""
        for item in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
            self.reword(item)
        if isinstance(value, dict):
            value.update({name: self.words() for name in sorted(WORDING & value.keys()) if isinstance(value[name], str)})

    def id(self, word: str) -> str:
        self._number += 1
        return f"{word}-{self._number}"

    def words(self) -> str:
        self._number += 1
        return f"Iets anders, nummer {self._number}."


def mend(question: Data) -> None:
    """A conversation goes through its turns in their order."""
    turns = question.get("turns", [])
    for turn, following in zip(turns, [*turns[1:], {"id": "end"}], strict=bool(turns)):
        for reply in turn["replies"]:
            reply["next"] = following["id"]
    if turns:
        question["start"] = turns[0]["id"]


def is_question(block: Data) -> bool:
    return "objective" in block


def _read(path: Path) -> Data:
    data: Data = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    return data
