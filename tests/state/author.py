"""An author at work on the files of a small course: random edits, each of which leaves a course that can be built."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from course_files import FOR_POOLS, PARTS, CourseFiles, Data, Pieces, is_question, mend

#: Texts link to these lessons, and an objective sends learners back to one.
LASTING = {"kijken", "doen"}
MOST_PARTS, MOST_REPLIES, MOST_CATEGORIES = 12, 5, 6


class Author:
    """Changes ``files``. An edit gives False when it does not suit the course as it is now."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        self.files, self.rng = CourseFiles(folder), rng
        self.new = Pieces(self.files, rng)
        self.touched: set[str] = set()
        """Keys of slots of which something came or went or changed kind. Wording and place do not count."""
        self._gone: dict[str, list[Any]] = {"practice": [], "pool": [], "lesson": []}
        self._gone_parts: dict[str, list[Data]] = {}

    def edit(self) -> str:
        """One edit at random; its name."""
        while True:
            edit = self.rng.choice(EDITS)
            if edit(self):
                return edit.__name__

    def add_question(self) -> bool:
        """A new one, or one that was taken out before, in a lesson or a pool."""
        where, holder = self._holder()
        gone = self._gone[where]
        if gone and self.rng.random() < 0.3:
            question = gone.pop(self.rng.randrange(len(gone)))
        else:
            question = self.new.question(self._kind(where))
        holder.insert(self.rng.randint(1, len(holder)), question)
        self._touch(question)
        return True

    def remove_question(self) -> bool:
        where, holder = self._holder()
        free = [question for question in holder[1:] if is_question(question) and self._can_go(where, question)]
        if not free:
            return False
        question = self.rng.choice(free)
        holder.remove(question)
        self._gone[where].append(question)
        self._touch(question)
        return True

    def move_question(self) -> bool:
        """To another place in its lesson or pool, or to another lesson. What a lesson begins with stays."""
        where, here = self._holder()
        _, there = self._holder(where)
        movable = [question for question in here[1:] if is_question(question)]
        if not movable:
            return False
        question = self.rng.choice(movable)
        here.remove(question)
        there.insert(self.rng.randint(1, len(there)), question)
        return True

    def retext(self) -> bool:
        """Other words for a whole question, down to its options."""
        self.new.reword(self.rng.choice(list(self.files.questions())))
        return True

    def retitle(self) -> bool:
        self.rng.choice([*self.files.lessons.values(), *self.files.units.values()])["title"] = self.new.words()
        return True

    def add_part(self) -> bool:
        """An option, an item, a pair or a turn: a new one, or one that was taken out before."""
        question, parts, _ = self._parts()
        if len(parts) >= MOST_PARTS:
            return False
        gone = self._gone_parts.get(question["id"], [])
        part = gone.pop() if gone and self.rng.random() < 0.3 else self.new.part(question)
        parts.insert(self.rng.randint(0, len(parts)), part)
        mend(question)
        self._touch(question)
        return True

    def remove_part(self) -> bool:
        question, parts, least = self._parts()
        # Everybody keeps enough to choose from, a right answer, and one that is not.
        for_all = [part for part in parts if not part.get("sectors")]
        free = [part for part in for_all if part.get("right") is not True]
        if len(for_all) <= least or len(free) < 2:
            return False
        part = self.rng.choice(free)
        parts.remove(part)
        self._gone_parts.setdefault(question["id"], []).append(part)
        mend(question)
        self._touch(question)
        return True

    def reorder_parts(self) -> bool:
        question, parts, _ = self._parts()
        self.rng.shuffle(parts)
        mend(question)
        return True

    def edit_replies(self) -> bool:
        """One more in a turn of a conversation, or one less, in another order."""
        talks = [question for question in self.files.questions() if question["type"] == "conversation"]
        if not talks:
            return False
        question = self.rng.choice(talks)
        replies = self.rng.choice(question["turns"])["replies"]
        spare = [reply for reply in replies if reply["quality"] != "best"]
        if len(replies) > 2 and self.rng.random() < 0.5:
            replies.remove(self.rng.choice(spare))
        elif len(replies) < MOST_REPLIES:
            replies.append(self.new.reply("poor"))
        self.rng.shuffle(replies)
        mend(question)
        self._touch(question)
        return True

    def change_kind(self) -> bool:
        """Another type of question under the id of the old one."""
        where, holder = self._holder()
        question = self.rng.choice(holder)
        if not is_question(question):
            return False
        kept = {name: question[name] for name in ("id", "sectors") if name in question}
        other = {name: value for name, value in self.new.question(self._kind(where)).items() if name != "sectors"}
        question.clear()
        question.update(other, **kept)
        self._gone_parts.pop(question["id"], None)
        self._touch(question)
        return True

    def ask_how_sure(self) -> bool:
        question = self.rng.choice(list(self.files.practice()))
        question["confidence"] = not question.get("confidence", False)
        self._touch(question)
        return True

    def add_lesson(self) -> bool:
        """A new one, or one that was taken out before with all that was in it."""
        if self._gone["lesson"] and self.rng.random() < 0.5:
            lesson = self._gone["lesson"].pop()
        else:
            lesson = self.new.lesson()
            lesson["blocks"].append(self.new.question(self._kind("practice")))
        self._place(lesson, self.rng.choice(list(self.files.units.values())))
        return True

    def remove_lesson(self) -> bool:
        lesson = self.rng.choice(list(self.files.lessons.values()))
        unit = self.files.unit_of(lesson["id"])
        counts = any(block.get("counts") for block in lesson["blocks"])
        if lesson["id"] in LASTING or counts or len(unit["lessons"]) == 1 or len(self.files.lessons) <= 4:
            return False
        unit["lessons"].remove(lesson["id"])
        self._gone["lesson"].append(self.files.lessons.pop(lesson["id"]))
        self._touch_lesson(lesson)
        return True

    def split_lesson(self) -> bool:
        """Its second half becomes a lesson of its own; the questions in it stay the same."""
        lesson = self.rng.choice(list(self.files.lessons.values()))
        if len(lesson["blocks"]) < 2:
            return False
        at = self.rng.randint(1, len(lesson["blocks"]) - 1)
        new = self.new.lesson()
        self._place(new, self.files.unit_of(lesson["id"]))
        new["blocks"] += lesson["blocks"][at:]
        del lesson["blocks"][at:]
        return True

    def split_unit(self) -> bool:
        """Its second half becomes a unit of its own."""
        unit = self.rng.choice(list(self.files.units.values()))
        if len(unit["lessons"]) < 2:
            return False
        at = self.rng.randint(1, len(unit["lessons"]) - 1)
        new = {"id": self.new.id("deel"), "title": self.new.words(), "lessons": unit["lessons"][at:]}
        del unit["lessons"][at:]
        self.files.units[new["id"]] = new
        order = self.files.info["units"]
        order.insert(order.index(unit["id"]) + 1, new["id"])
        return True

    def join_units(self) -> bool:
        if len(self.files.units) < 3:
            return False
        first, second = self.rng.sample(list(self.files.units), 2)
        self.files.units[first]["lessons"] += self.files.units.pop(second)["lessons"]
        self.files.info["units"].remove(second)
        return True

    def reorder_lessons(self) -> bool:
        self.rng.shuffle(self.files.info["units"])
        self.rng.shuffle(self.rng.choice(list(self.files.units.values()))["lessons"])
        return True

    def edit_categories(self) -> bool:
        """One more, or without one that nothing ever belonged to, in another order."""
        name, categories = self.rng.choice(list(self.files.info["category_sets"].items()))
        spare = [category for category in categories[2:] if category["id"] not in self.new.used_categories]
        if spare and self.rng.random() < 0.4:
            categories.remove(self.rng.choice(spare))
        elif len(categories) < MOST_CATEGORIES:
            categories.append(self.new.category())
        # The first two are those of the questions that were there from the beginning.
        categories[2:] = self.rng.sample(categories[2:], len(categories) - 2)
        categories[:2] = self.rng.sample(categories[:2], 2)
        for question in self.files.questions():
            if question.get("categories") == name:
                self._touch(question)
        return True

    def _holder(self, where: str = "") -> tuple[str, list[Data]]:
        """``practice`` with the blocks of a lesson, or ``pool`` with the questions of one."""
        where = where or self.rng.choice(["practice", "pool"])
        if where == "pool":
            return where, self.rng.choice(list(self.files.pools.values()))["questions"]
        return where, self.rng.choice(list(self.files.lessons.values()))["blocks"]

    def _kind(self, where: str) -> str:
        return self.rng.choice(FOR_POOLS if where == "pool" else list(self.new.types))

    def _can_go(self, where: str, question: Data) -> bool:
        """Everybody keeps something to practise, and the test enough to draw from."""
        others = self.files.practice() if where == "practice" else self.files.pooled()
        return sum(other is not question and not other.get("sectors") for other in others) > 3

    def _parts(self) -> tuple[Data, list[Data], int]:
        question = self.rng.choice([question for question in self.files.questions() if question["type"] in PARTS])
        name, least = PARTS[question["type"]]
        return question, question[name], least

    def _place(self, lesson: Data, unit: Data) -> None:
        self.files.lessons[lesson["id"]] = lesson
        unit["lessons"].insert(self.rng.randint(0, len(unit["lessons"])), lesson["id"])
        self._touch_lesson(lesson)

    def _touch(self, question: Data) -> None:
        self.touched.add(f"question/{question['id']}")

    def _touch_lesson(self, lesson: Data) -> None:
        self.touched |= {"course", f"lesson/{lesson['id']}"}
        for block in lesson["blocks"]:
            if is_question(block):
                self._touch(block)
            elif block["type"] == "assessment":
                self.touched.add(f"assessment/{block['id']}")


EDITS = [
    Author.add_question, Author.remove_question, Author.move_question, Author.retext, Author.retext, Author.retitle,
    Author.add_part, Author.add_part, Author.remove_part, Author.remove_part, Author.reorder_parts, Author.reorder_parts,
    Author.edit_replies, Author.change_kind, Author.ask_how_sure, Author.add_lesson, Author.remove_lesson,
    Author.split_lesson, Author.split_unit, Author.join_units, Author.reorder_lessons, Author.edit_categories,
]
