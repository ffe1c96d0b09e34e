"""The JSON Schemas for editors say what the models say, and the course itself is valid by them."""

from __future__ import annotations

from pathlib import Path

from builder.course.json_schema import json_schemas

SCHEMAS = Path(__file__).parents[2] / "schemas"


def test_the_committed_schemas_are_fresh() -> None:
    for name, text in json_schemas():
        assert (SCHEMAS / name).read_text("utf-8") == text, f"{name} is stale: run python -m builder schema"


def test_a_block_type_can_be_completed() -> None:
    lesson = dict(json_schemas())["lesson.schema.json"]
    assert '"const": "single-choice"' in lesson
    assert '"const": "conversation"' in lesson
