"""The base of every model in the course, and the kinds of text that its fields hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PrivateAttr,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from builder.content.source import Table, Text
from builder.problems import Position

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: YAML's escapes in double quotes can make them; HTML, JSON and XML cannot hold them.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\uf8ff\ufdd0-\ufdef\ufffe\uffff]")
_NOWHERE = Position("")


def _text(value: Any) -> Any:
    if not isinstance(value, str):
        raise PydanticCustomError("C03", "hier hoort tekst te staan")
    if not value.strip():
        raise PydanticCustomError("C02", "deze tekst is leeg")
    if _CONTROL.search(value):
        raise PydanticCustomError("C18", "in deze tekst staat een code voor een onzichtbaar teken")
    return value if isinstance(value, Text) else Text(value, _NOWHERE)


def _line(value: Any) -> Any:
    text = _text(value)
    if "\n" in text.strip():
        raise PydanticCustomError("C04", "deze tekst hoort op één regel te passen")
    return text


def _identifier(value: Any) -> Any:
    text = _text(value)
    if not _ID.fullmatch(text) or len(text) > 60:
        raise PydanticCustomError(
            "C05", "een id bestaat uit kleine letters, cijfers en streepjes (hoogstens 60 tekens)"
        )
    return text


if TYPE_CHECKING:
    Prose = Text
    Line = Text
    Id = Text
else:
    #: Markdown of one or more paragraphs.
    Prose = Annotated[Any, BeforeValidator(_text), WithJsonSchema({"type": "string"})]
    #: Markdown that stays within one line.
    Line = Annotated[Any, BeforeValidator(_line), WithJsonSchema({"type": ["string", "number"]})]
    #: A name that stays the same for ever: the saved state and the LMS know things by it.
    Id = Annotated[
        Any,
        BeforeValidator(_identifier),
        WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}),
    ]


def like(example: str) -> WrapValidator:
    """For a text with a pattern: shows an author how it is written."""

    def check(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
        try:
            return handler(value)
        except ValidationError:
            message = "‘{value}’ heeft niet de vorm die hier hoort"
            hint = f"Schrijf het zoals ‘{example}’."
            raise PydanticCustomError("C09", message, {"value": _text(value), "hint": hint}) from None

    return WrapValidator(check)


def short_for(key: str) -> BeforeValidator:
    """For a model in a list: a text alone is short for a mapping with only ``key``."""

    def widen(value: Any) -> Any:
        if not isinstance(value, Text):
            return value
        table = Table({key: value})
        table.position, table.key_positions = value.position, {key: value.position}
        return table

    return BeforeValidator(widen)


class Model(BaseModel):
    """A piece of the course. ``position`` is where its mapping starts in the source."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
    _position: Position = PrivateAttr(default_factory=lambda: _NOWHERE)  # pydantic would copy a default each time

    @model_validator(mode="wrap")
    @classmethod
    def _remember_position(cls, value: Any, handler: Any) -> Any:
        model = handler(value)
        if isinstance(value, Table):
            model._position = value.position
        return model

    @property
    def position(self) -> Position:
        return self._position


_HOLDERS = (list, dict, Model)


def walk(value: Any) -> Iterator[Model]:
    """``value`` and every model inside it, in the order of the source."""
    if isinstance(value, Model):
        yield value
        inside: Iterable[Any] = value.__dict__.values()
    else:
        inside = value.values() if isinstance(value, dict) else value or ()
    for inner in inside:
        if isinstance(inner, _HOLDERS):
            yield from walk(inner)


def texts(value: Any) -> Iterator[Text]:
    """Every text of one model, those of its inner models left out."""
    inside = value.__dict__ if isinstance(value, Model) else value
    for item in inside.values() if isinstance(inside, dict) else inside:
        if isinstance(item, Text):
            yield item
        elif isinstance(item, list | dict):
            yield from texts(item)
