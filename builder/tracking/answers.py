"""An answer as the saved state keeps it (ids, codes) in the words that stood on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from builder.blocks.base import Question
from builder.blocks.categorise.model import Categorise
from builder.blocks.conversation.model import Conversation
from builder.blocks.estimate.model import Estimate
from builder.blocks.match.model import Match
from builder.blocks.multiple_choice.model import MultipleChoice
from builder.blocks.number.model import Number
from builder.blocks.order.model import Order
from builder.blocks.single_choice.model import SingleChoice
from builder.blocks.true_false.model import TrueFalse
from builder.course.edition import Edition
from builder.state.codec import Value

Say = Callable[[str], str]

#: Characters of one part of an answer that has several.
_PART = 28


def prompt_of(question: Question) -> str:
    """The words by which a learner knows the question."""
    match question:
        case TrueFalse():
            return question.statement
        case Conversation():
            return question.prompt or f"Gesprek met {question.persona.name}"
    return question.prompt


def answer_words(question: Question, value: Value, edition: Edition, say: Say) -> str:
    """The answer in one line; '' when there is none. An id that the edition does not have stays an id."""
    names, targets = _words(question, edition)

    def named(name: str, words: Mapping[str, str]) -> str:
        return say(words[name]) if name in words else name

    match value:
        case None:
            return ""
        case int():
            # A number is kept one higher, so that 0 can mean "no answer" (builder/player/course/saved.js).
            return f"{value - 1} {say(_unit(question))}".strip() if value > 0 else ""
        case str():
            return named(value, names)
        case list():
            return "; ".join(shorten(named(name, names), _PART) for name in value)
        case dict():
            return "; ".join(
                f"{shorten(named(name, names), _PART)} → {shorten(named(str(target), targets), _PART)}"
                for name, target in value.items()
            )


def shorten(text: str, length: int) -> str:
    """The beginning of ``text`` in whole words, at most ``length`` characters and an ellipsis."""
    text = " ".join(text.split())
    return text if len(text) <= length else f"{text[:length].rsplit(' ', 1)[0].rstrip(' .,;:→')} …"


def _words(question: Question, edition: Edition) -> tuple[dict[str, str], dict[str, str]]:
    """Words by id: of what is chosen or placed, and of what it is placed at."""
    match question:
        case SingleChoice() | MultipleChoice():
            return {option.id: option.text for option in question.options}, {}
        case TrueFalse():
            return {option.id: option.text for option in question.choices()}, {}
        case Categorise():
            labels = {str(category.id): str(category.label) for category in edition.categories(question.categories)}
            return {item.id: item.text for item in question.items}, labels
        case Match():
            return ({pair.id: pair.left for pair in question.pairs},
                    {choice.id: choice.text for choice in question.choices()})
        case Order():
            return {item.id: item.text for item in question.items}, {}
        case Conversation():
            replies = {str(reply.id): str(reply.says) for turn in question.turns for reply in turn.replies}
            return {turn.id: turn.id for turn in question.turns}, replies
    return {}, {}


def _unit(question: Question) -> str:
    match question:
        case Estimate() | Number():
            return question.unit or ""
    return ""
