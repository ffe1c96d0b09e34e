"""One rule per file. A module here is a rule: nothing else has to know that it exists.

A rule has a docstring (its first line says what must hold, the rest says why), ``CODE`` (stable:
people look it up) and ``check(package)``, which yields what is wrong.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from builder.problems import Problem
from builder.validate.package import Package


class Rule(Protocol):
    """What a module in this folder offers."""

    CODE: str
    __doc__: str | None
    __name__: str

    def check(self, package: Package) -> Iterator[Problem]: ...


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem != "__init__")
    found = [cast(Rule, importlib.import_module(f"{__name__}.{name}")) for name in names]
    return tuple(sorted(found, key=lambda rule: rule.CODE))
