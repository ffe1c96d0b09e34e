"""JSON Schema of the YAML, for editors that complete and check while an author types."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic.json_schema import GenerateJsonSchema

from builder.content.fields import Model
from builder.course.model import CourseInfo, HelpLineList, Lesson, Pool, SourceList, TermList, UnitInfo

#: File name in schemas/ and the model of the files that it describes.
DESCRIBED: dict[str, type[Model]] = {
    "course": CourseInfo,
    "unit": UnitInfo,
    "lesson": Lesson,
    "questions": Pool,
    "glossary": TermList,
    "sources": SourceList,
    "helplines": HelpLineList,
}


class _Quiet(GenerateJsonSchema):
    """A default text is no JSON value; leaving it out is right."""

    ignored_warning_kinds = {"skipped-choice", "non-serializable-default"}  # noqa: RUF012


def json_schemas() -> Iterator[tuple[str, str]]:
    """Name and text of each file, such as ``lesson.schema.json``."""
    for name, model in DESCRIBED.items():
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"{name}.yaml",
            **model.model_json_schema(by_alias=True, schema_generator=_Quiet),
        }
        yield f"{name}.schema.json", json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
