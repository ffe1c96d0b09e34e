"""One rule per file. A module here is a rule: nothing else has to know that it exists.

A rule has a docstring (its first line says what must hold, the rest says why), ``CODE`` (stable:
people look it up) and ``check(manuscript)``, which yields what is wrong. Exceptions know it by its name:
that of its file, with hyphens.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from builder.language.manuscript import Manuscript
from builder.problems import Problem


class Rule(Protocol):
    """What a module in this folder offers."""

    CODE: str
    __doc__: str | None
    __name__: str

    def check(self, manuscript: Manuscript) -> Iterator[Problem]: ...


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its name, in the order of their codes."""
    stems = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem != "__init__")
    found = {stem.replace("_", "-"): cast(Rule, importlib.import_module(f"{__name__}.{stem}")) for stem in stems}
    return dict(sorted(found.items(), key=lambda named: named[1].CODE))
