"""What pydantic found wrong, said to an author: in Dutch, at the right place, with what to do."""

from __future__ import annotations

import typing
from typing import Any

from builder.blocks import rooms
from builder.content.fields import Model
from builder.content.source import Series, Table, Text
from builder.problems import Position, Problem, did_you_mean

_PLAIN = {
    "string_type": "hier hoort tekst te staan.",
    "int_type": "hier hoort een heel getal te staan.",
    "int_parsing": "hier hoort een heel getal te staan.",
    "int_from_float": "hier hoort een heel getal te staan.",
    "bool_type": "hier hoort true of false te staan.",
    "bool_parsing": "hier hoort true of false te staan.",
    "list_type": "hier hoort een lijst te staan.",
    "dict_type": "hier horen sleutels en waarden te staan.",
    "model_type": "hier horen sleutels en waarden te staan.",
    "model_attributes_type": "hier horen sleutels en waarden te staan.",
    "invalid_key": "deze sleutel hoort tekst te zijn.",
}


def explain(details: Any, data: Table, model: type[Model]) -> Problem:
    """A pydantic error as a problem at its place, in Dutch."""
    place, holder = _locate(details["loc"], data)
    kind, context = details["type"], details.get("ctx") or {}
    key = str(details["loc"][-1])
    if kind == "extra_forbidden":
        known = _known_keys(model, details["loc"][:-1], data)
        _, holder = _locate(details["loc"][:-1], data)
        place = holder.key_positions.get(details["loc"][-1], place)
        return Problem("C06", place, f"de sleutel ‘{key}’ hoort hier niet.", did_you_mean(key, known))
    if kind == "missing":
        return Problem("C01", place, f"‘{key}’ ontbreekt.", f"Voeg ‘{key}:’ toe.")
    if kind == "union_tag_not_found":
        return Problem("C01", place, "‘type’ ontbreekt.", "Voeg ‘type:’ toe.")
    if kind == "union_tag_invalid":
        known = [name.strip(" '") for name in str(context["expected_tags"]).split(",")]
        at = holder.key_positions.get("type", place) if isinstance(holder, Table) else place
        tag = _written(details["input"]["type"])
        return Problem("C07", at, f"het type ‘{tag}’ bestaat niet." if tag else "dit kan geen type zijn.",
                       did_you_mean(tag, known))
    if kind == "literal_error":
        known = [name.strip(" '") for name in str(context["expected"]).replace(" or ", ",").split(",")]
        value = _written(details["input"])
        return Problem("C07", place, f"‘{value}’ kan hier niet." if value else "deze waarde kan hier niet.",
                       did_you_mean(value, known))
    if kind in ("too_short", "too_long"):
        limit = context.get("min_length", context.get("max_length"))
        few = "minstens" if kind == "too_short" else "hoogstens"
        parts = "hoort {} één onderdeel" if limit == 1 else "horen {} {} onderdelen"
        return Problem("C08", place, f"hier {parts.format(few, limit)} te staan.")
    if kind in ("greater_than", "greater_than_equal", "less_than", "less_than_equal"):
        limit = next(iter(context.values()))
        word = {"greater_than": "groter dan", "greater_than_equal": "minstens",
                "less_than": "kleiner dan", "less_than_equal": "hoogstens"}[kind]
        return Problem("C08", place, f"dit getal moet {word} {limit} zijn.")
    if kind in _PLAIN:
        return Problem("C03", place, _PLAIN[kind])
    return Problem(kind if kind[:1] == "C" else "C03", place, f"{details['msg']}.", context.get("hint", ""))


def _written(value: Any) -> str:
    """``value`` as its author wrote it; '' for a list or a mapping, which Python prints in a way of its own."""
    return value if isinstance(value, str) else ""


def _locate(loc: tuple[Any, ...], data: Any) -> tuple[Position, Any]:
    """Place of ``loc``, and the mapping or sequence that holds it.

    Pydantic puts the tag of a union between the steps of the path; steps that the source does not
    have are passed over.
    """
    place: Position = data.position
    holder = here = data
    for step in loc:
        if isinstance(here, Table) and step in here:
            place, holder, here = here.key_positions[step], here, here[step]
        elif isinstance(here, Series) and isinstance(step, int) and step < len(here):
            place, holder, here = here.item_positions[step], here, here[step]
        elif isinstance(here, Table):
            holder = here
    if isinstance(here, Table | Series):
        holder = here
    elif isinstance(here, Text):
        place = here.position
    return place, holder


def _known_keys(model: type[Model], loc: tuple[Any, ...], data: Table) -> list[str]:
    """Keys that the model at ``loc`` does know, found by following the path through the fields."""
    here: Any = data
    current: Any = model

    def models_in(annotation: Any) -> list[type[Model]]:
        if isinstance(annotation, type) and issubclass(annotation, Model):
            return [annotation]
        return [m for arg in typing.get_args(annotation) for m in models_in(arg)]

    for step in loc:
        inside = isinstance(here, Table | Series) and (
            step in here if isinstance(here, Table) else isinstance(step, int) and step < len(here)
        )
        if not inside:
            continue
        here = here[step]
        if isinstance(step, str) and current is not None:
            field = current.model_fields.get(step) or next(
                (f for f in current.model_fields.values() if f.alias == step), None)
            options = models_in(field.annotation) if field else []
            current = options[0] if options else current
        kind = here.get("type") if isinstance(here, Table) else None
        if isinstance(kind, str) and kind in rooms():
            current = rooms()[kind].model
    return [f.alias or name for name, f in current.model_fields.items()]
