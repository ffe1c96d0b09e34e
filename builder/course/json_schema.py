"""JSON Schema of the YAML, for editors that complete and check while an author types."""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from collections.abc import Iterator
from itertools import pairwise

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from builder.content.fields import Model
from builder.course.model import (
    CourseInfo,
    HelpLineList,
    Lesson,
    Pool,
    SourceList,
    TermList,
    UnitInfo,
)

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


class _ForAuthors(GenerateJsonSchema):
    """With the docstrings of fields, which editors show. A default text is no JSON value and is left out."""

    ignored_warning_kinds = {"skipped-choice", "non-serializable-default"}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        described = super().model_schema(schema)
        model = schema["cls"]
        for name, text in _field_docs(model).items():
            key = model.model_fields[name].alias or name
            described["properties"][key].setdefault("description", text)
        return described


def _field_docs(model: type[BaseModel]) -> dict[str, str]:
    """The texts below the fields of ``model`` and of the models that it builds on.

    Pydantic can collect them itself (``use_attribute_docstrings``), but does so at every start of every command.
    """
    docs: dict[str, str] = {}
    for cls in reversed(model.__mro__):
        if not issubclass(cls, Model) or cls is Model:
            continue
        body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
        for field, text in pairwise(body.body if isinstance(body, ast.ClassDef) else []):
            if (isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
                    and isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant)):
                docs[field.target.id] = inspect.cleandoc(str(text.value.value))
    return {name: text for name, text in docs.items() if name in model.model_fields}


def json_schemas() -> Iterator[tuple[str, str]]:
    """Name and text of each file, such as ``lesson.schema.json``."""
    for name, model in DESCRIBED.items():
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"{name}.yaml",
            **model.model_json_schema(by_alias=True, schema_generator=_ForAuthors),
        }
        yield f"{name}.schema.json", json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
