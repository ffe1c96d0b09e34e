"""How long a course takes one learner: reading, thinking, answering.

Everything on the way is read once, at 200 words a minute, the pace of careful reading from a screen; of a question
that is the prompt, what there is to choose from, and the feedback on one way through it. The time to
think and answer comes on top; each type of block says its own. What opens only for who wants it (other sectors, a second try) counts
for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from builder.blocks.assessment.model import Assessment
from builder.blocks.base import Block, Option, Question
from builder.blocks.categorise.model import Categorise
from builder.blocks.conversation.model import Conversation
from builder.blocks.estimate.model import Estimate
from builder.blocks.help_lines.model import HelpLines
from builder.blocks.instruments.model import Instruments
from builder.blocks.match.model import Match
from builder.blocks.multiple_choice.model import MultipleChoice
from builder.blocks.number.model import Number
from builder.blocks.order.model import Order
from builder.blocks.sector_comparison.model import SectorComparison
from builder.blocks.single_choice.model import SingleChoice
from builder.blocks.true_false.model import TrueFalse
from builder.content import markup
from builder.content.fields import Model
from builder.course.edition import Edition
from builder.course.model import Lesson
from builder.language.passages import word_fields

WORDS_A_MINUTE = 200

#: Seconds to say how sure one is.
_CONFIDENCE = 3
#: Seconds to begin, hand in and read the result: of a quiz the answers are all there is.
_ASSESSMENT = {"quiz": 15, "test": 40}
#: Words on one line of telephone help: name, number, hours.
_HELP_LINE = 8


@dataclass(frozen=True)
class Effort:
    """What something asks of one learner. ``words`` only counts reading text, not questions."""

    seconds: float = 0
    words: int = 0

    def __add__(self, other: Effort) -> Effort:
        return Effort(self.seconds + other.seconds, self.words + other.words)


def lesson_effort(lesson: Lesson, edition: Edition) -> Effort:
    """For ``lesson`` as ``edition``, of one sector, has it."""
    total = _reading(_count([lesson.title, lesson.lead]))
    for block in lesson.blocks:
        total += _block(block, edition)
    return total


def _block(block: Block, edition: Edition) -> Effort:
    if isinstance(block, SectorComparison):
        return Effort()
    if isinstance(block, Question):
        return Effort(question_seconds(block))
    if isinstance(block, Assessment):
        return Effort(_assessment_seconds(block, edition))
    words = _words_in(block)
    if isinstance(block, HelpLines):
        words += _HELP_LINE * len(block.lines)
    if isinstance(block, Instruments):
        words += _count([edition.course.sources[item.source].title for item in block.items])
    return _reading(words) + Effort(block.doing)


def question_seconds(question: Question) -> float:
    """Reading it, answering it, reading the feedback of one way through."""
    read, parts = _question(question)
    once, each = question.thinking
    confidence = _CONFIDENCE if question.confidence else 0
    return _seconds(read + _count([question.explanation, question.tip])) + once + each * parts + confidence


def _question(question: Question) -> tuple[float, int]:
    """Words to read, and how many parts want an answer of their own."""
    prompt = _count([question.prompt])
    match question:
        case SingleChoice():
            return prompt + _count_options(question.options) + _mean([_count([option.feedback]) for option in question.options]), 1
        case MultipleChoice():
            return prompt + _count_options(question.options) + _count([option.feedback for option in question.options]), len(question.options)
        case TrueFalse():
            return prompt + _count([question.statement]) + _mean([_count([question.feedback_true]), _count([question.feedback_false])]), 1
        case Categorise():
            return prompt + sum(_count([item.text, item.right]) for item in question.items), len(question.items)
        case Match():
            extra = _count([question.extra.text]) if question.extra else 0
            return prompt + extra + sum(_count([pair.left, pair.right, pair.feedback]) for pair in question.pairs), len(question.pairs)
        case Order():
            return prompt + _count([item.text for item in question.items]), len(question.items)
        case Number():
            return prompt + _mean([_count([question.low]), _count([question.high])]), 1
        case Estimate():
            return prompt + _words_in(question.statistic), 1
        case Conversation():
            return _conversation(question), len(question.model_path())
    return prompt, 1


def _conversation(talk: Conversation) -> float:
    """Along the best replies; at each turn one reads all the replies and what one of them leads to."""
    words = _count([talk.prompt, talk.setting, talk.persona.about, talk.ending])
    for turn, reply in talk.model_path():
        words += _count([turn.says, turn.prompt, *(other.says for other in turn.replies)])
        words += _count([reply.reaction, reply.explanation])
    return words


def _assessment_seconds(assessment: Assessment, edition: Edition) -> float:
    """One attempt, with questions of average length."""
    seconds = _ASSESSMENT[assessment.use] + _seconds(_count([assessment.intro]))
    for objective, number in assessment.draw.items():
        pool = [placed.question for placed in edition.questions
                if placed.use == assessment.use and placed.question.objective == objective]
        seconds += number * _mean([question_seconds(question) for question in pool])
    return seconds


def _reading(words: float) -> Effort:
    return Effort(_seconds(words), round(words))


def _seconds(words: float) -> float:
    return words * 60 / WORDS_A_MINUTE


def _count_options(options: Sequence[Option]) -> int:
    return _count([option.text for option in options])


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _words_in(model: Model) -> int:
    """Words of a block and everything in it, descriptions of pictures left out."""
    return sum(_words(text) for text in _texts(model))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Model):
        for name in word_fields(type(value)):
            if name != "alt":
                yield from _strings(getattr(value, name))
        for inner in value.__dict__.values():
            yield from _inner(inner)


def _inner(value: Any) -> Iterator[str]:
    if isinstance(value, Model):
        yield from _texts(value)
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _inner(item)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)


def _count(texts: Sequence[str | None]) -> int:
    return sum(_words(text) for text in texts if text)


_LINK_TARGET = re.compile(r"\]\([^()\s]*\)")
_WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")


@cache
def _words(text: str) -> int:
    if "](" in text:
        text = _LINK_TARGET.sub("", text)
    if "{{" in text:
        text = markup.TERM.sub("woord", text)
    return len(_WORD.findall(text))
