"""Checks any SCORM 1.2 zip, ours or another's: what is wrong, where, and what to do.

``open_package`` reads the bytes into a ``Package``; each module in ``rules/`` checks one thing.
"""

from __future__ import annotations

from builder.problems import Problem, Problems
from builder.validate.opening import open_package
from builder.validate.package import Package
from builder.validate.rules import rules
from builder.validate.schemas import compile_schemas

__all__ = ["Package", "open_package", "prepare", "validate"]


def validate(data: bytes, name: str) -> list[Problem]:
    """The problems of the zip ``data``, called ``name`` in messages, in the order of their place.

    Never raises on account of the input: what cannot be read is a problem like any other.
    """
    package = open_package(data, name)
    problems = Problems()
    for rule in rules():
        problems.extend(rule.check(package))
    return list(problems)


def prepare() -> None:
    """What the first validation would spend most of its time on."""
    rules()
    compile_schemas()
