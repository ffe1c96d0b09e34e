"""What a learner who knows the course would answer: questions by the words on the screen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator

from builder.blocks.base import Question
from builder.course.edition import Edition, select_edition
from builder.course.model import Course
from builder.pages.text import Writer


@dataclass(frozen=True)
class Known:
    """A question with its words in one sector."""

    question: Any
    writer: Writer
    edition: Edition

    @property
    def prompt(self) -> str:
        return self.say(self.question.prompt or "")

    def say(self, text: str) -> str:
        return " ".join(self.writer.plain(text).split())

    def is_in(self, shown: str) -> bool:
        """Whether the options of this question are among the words of the screen, not those of a namesake."""
        return all(words in shown for words in self.landmarks())

    def landmarks(self) -> list[str]:
        question = self.question
        match question.type:
            case "single-choice" | "multiple-choice":
                return [self.say(option.text) for option in question.options]
            case "categorise" | "order":
                return [self.say(item.text) for item in question.items]
            case "match":
                return [self.say(pair.left) for pair in question.pairs]
            case "true-false":
                return [self.say(question.statement)]
        return []

    def fill_in(self, screen: Locator, right: bool) -> None:
        """Does by mouse what the answer asks."""
        getattr(self, "_" + self.question.type.replace("-", "_"))(screen, right)

    def _single_choice(self, screen: Locator, right: bool) -> None:
        option = next(option for option in self.question.options if option.right == right)
        screen.get_by_role("radio", name=_whole(self.say(option.text))).check()

    def _true_false(self, screen: Locator, right: bool) -> None:
        holds = self.question.answer_is == right
        screen.get_by_role("radio", name="Ja, dit klopt" if holds else "Nee, dit klopt niet").check()

    def _multiple_choice(self, screen: Locator, right: bool) -> None:
        for option in self.question.options:
            screen.get_by_role("checkbox", name=_whole(self.say(option.text))).set_checked(option.right == right)

    def _categorise(self, screen: Locator, right: bool) -> None:
        for item in self.question.items:
            categories = self.edition.categories(self.question.categories)
            label = next(self.say(c.label) for c in categories if (c.id == item.category) == right)
            group = screen.get_by_role("group", name=_whole(self.say(item.text)))
            group.get_by_role("button").filter(has_text=_soft(label)).click()

    def _match(self, screen: Locator, right: bool) -> None:
        pairs = self.question.pairs
        for place, pair in enumerate(pairs):
            target = pair if right else pairs[(place + 1) % len(pairs)]
            screen.get_by_label(self.say(pair.left)).select_option(label=self.say(target.right))

    def _order(self, screen: Locator, right: bool) -> None:
        wanted = [self.say(item.text) for item in self.question.items]
        if not right:
            wanted.reverse()
        for text in reversed(wanted):
            button = screen.get_by_role("button", name=_whole(f"Omhoog: {text}"))
            while button.is_enabled():
                button.click()

    def _number(self, screen: Locator, right: bool) -> None:
        answer = self.question.answer_is
        screen.get_by_label("Je antwoord").fill(str(answer if right else answer + 1))


def words_on(screen: Locator) -> str:
    """What is to be read there, without the places where a word may be broken."""
    return " ".join(screen.inner_text().replace("\u00ad", "").split())


def _whole(name: str) -> re.Pattern[str]:
    """Exactly this name. Playwright puts a space where a word of another sector is not displayed."""
    return re.compile("^" + r"\s*".join(re.escape(part) for part in re.split(r"(?=[.,:;?!’])", name)) + "$")


def _soft(label: str) -> re.Pattern[str]:
    """The label as shown: a long word may carry a soft hyphen."""
    return re.compile("\u00ad?".join(re.escape(letter) for letter in label))


def known_questions(course: Course, edition_id: str, sector: str) -> list[Known]:
    """Every question that a learner of ``sector`` can meet in the edition, in that sector's words."""
    whole = select_edition(course, next(e for e in course.info.editions if e.id == edition_id))
    single = select_edition(course, next(e for e in course.info.editions if e.sectors == [sector]))
    writer = Writer(single)
    return [
        Known(placed.question, writer, whole)
        for placed in single.questions
        if isinstance(placed.question, Question)
    ]
