"""Reads the course as an editor does: length, ease, word choice, spelling. What is wrong, where, what to do.

``passages`` gives every text with what each sector reads in it; each module in ``rules/`` checks one thing.
"""

from __future__ import annotations

from builder.language.manuscript import Manuscript
from builder.language.rules import rules
from builder.problems import Problem, Problems, did_you_mean

__all__ = ["Manuscript", "check_language"]


def check_language(manuscript: Manuscript) -> list[Problem]:
    """The problems of ``manuscript``, in the order of their place."""
    problems = Problems()
    for rule in rules().values():
        problems.extend(rule.check(manuscript))
    for exception in manuscript.exceptions:
        if exception.rule not in rules():
            problems.error("T60", exception.rule.position, f"de regel ‘{exception.rule}’ bestaat niet.",
                           did_you_mean(exception.rule, rules()))
        elif exception not in manuscript.used:
            problems.warn("T60", exception.position, f"de uitzondering ‘{exception.text}’ is nergens nodig.",
                          "Haal haar weg.")
    return list(problems)
