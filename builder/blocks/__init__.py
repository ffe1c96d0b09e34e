"""One room per block type. A folder here is a type: nothing else has to know that it exists.

A room holds ``model.py`` (what authors write), ``template.html`` (what learners read), ``style.css``
and, for questions, ``player.js`` (how it behaves). Where the template shows a drawing, ``drawing.py``
makes it. The type's name in YAML is the folder's name with hyphens.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from builder.blocks.base import Block, Question

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Room:
    """A block type: its name in YAML, its folder and its model."""

    name: str
    folder: Path
    model: type[Block]

    @property
    def is_question(self) -> bool:
        return issubclass(self.model, Question)

    def draw(self, block: Block) -> Any:
        """What ``drawing.py`` makes of ``block``, for the template."""
        return importlib.import_module(f"builder.blocks.{self.folder.name}.drawing").draw(block)


@cache
def rooms() -> dict[str, Room]:
    """Every block type by its name in YAML, in alphabetical order."""
    found = {}
    for model_file in sorted(FOLDER.glob("*/model.py")):
        folder = model_file.parent
        module = importlib.import_module(f"builder.blocks.{folder.name}.model")
        name = folder.name.replace("_", "-")
        found[name] = Room(name, folder, module.MODEL)
    return found
