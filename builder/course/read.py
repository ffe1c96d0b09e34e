"""A YAML file as a model, or what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from builder.content.fields import Model
from builder.content.source import UNUSABLE, read_yaml
from builder.course.explain import explain
from builder.problems import Problems

M = TypeVar("M", bound=Model)


def read_model(folder: Path, name: str, model: type[M], problems: Problems) -> M | None:
    """The file ``name`` of the course in ``folder``; None when it has a fault, which is then in ``problems``."""
    data = read_yaml(folder / name, f"{folder.name}/{name}", problems)
    if data is None:
        return None
    try:
        return model.model_validate(data)
    except ValidationError as error:
        problems.extend(explain(details, data, model) for details in error.errors() if details["input"] is not UNUSABLE)
        return None
