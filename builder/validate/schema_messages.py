"""What ``xmlschema`` reports, said in Dutch to someone who made a manifest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from xmlschema import XMLSchemaValidationError

_SAID_ELSEWHERE = re.compile(
    r"duplicated xs:ID|^IDREF|^attribute identifier='.*': value doesn't|attribute \S+=None: unavailable",
    re.DOTALL,
)
"""Identifiers have rules of their own, with better advice; the last says again what was just said."""

_ATTRIBUTE = re.compile(r"attribute (?P<name>\S+?)='(?P<value>.*?)': ", re.DOTALL)

_MESSAGES = [
    (r"missing required attribute '(.+)'", "‘{element}’ mist het attribuut ‘{0}’."),
    (r"attribute '(.+)' not (?:allowed|found)", "‘{element}’ kent geen attribuut ‘{0}’."),
    (r"element '(.+)' not found", "SCORM 1.2 kent geen element ‘{0}’."),
    (r"unavailable namespace '(.*)'", "een element uit ‘{0}’ kan hier niet: SCORM 1.2 kent die niet."),
    (r"'(.+)' is not an element of the schema", "een document kan niet met ‘{0}’ beginnen."),
    (r"value length cannot be greater than (\d+)", "‘{subject}’ is langer dan {0} tekens."),
    (r"value must be one of \[(.+)\]", "‘{value}’ is geen waarde voor ‘{subject}’. Kies uit: {0}."),
    (r"character data between child elements.*", "in ‘{element}’ staat losse tekst tussen de elementen."),
    (r"a simple content element can't have child elements.*", "in ‘{element}’ hoort alleen tekst."),
    (r".*is not a boolean value|.*any pattern of.*|invalid literal.*|value must be.*",
     "‘{value}’ is geen waarde voor ‘{subject}’."),
]  # fmt: skip


def in_dutch(error: XMLSchemaValidationError) -> str:
    """The message; empty for what another rule reports, or what is said twice."""
    from xmlschema import XMLSchemaChildrenValidationError

    reason = str(error.reason or "")
    if _SAID_ELSEWHERE.search(reason):
        return ""
    element: etree._Element | None = error.elem  # type: ignore[assignment]
    name = "" if element is None else _short(str(element.tag))
    if isinstance(error, XMLSchemaChildrenValidationError):
        return _children(name, error.invalid_tag, error.expected_tags)
    attribute = _ATTRIBUTE.match(reason)
    subject = _short(attribute["name"]) if attribute else name
    value = attribute["value"] if attribute else ("" if element is None else element.text or "")
    rest = reason[attribute.end() :] if attribute else reason
    for pattern, message in _MESSAGES:
        if found := re.fullmatch(pattern, rest, re.DOTALL):
            groups = [re.sub(r"'([^']*)'", r"‘\1’", _short(group)) for group in found.groups()]
            return message.format(*groups, element=name, subject=subject, value=_cut(value.strip()))
    return f"‘{name}’ past niet in het schema ({_cut(reason)})."


def _children(parent: str, invalid: str | None, expected: list[str]) -> str:
    wanted = " of ".join(f"‘{_short(tag)}’" for tag in expected)
    if invalid is None:
        return f"‘{parent}’ is niet compleet: {wanted} ontbreekt." if wanted else f"‘{parent}’ is niet compleet."
    hint = f" Hier hoort {wanted}." if wanted else ""
    return f"‘{_short(str(invalid))}’ mag niet op deze plek in ‘{parent}’ staan, of niet zo vaak.{hint}"


def _short(name: str) -> str:
    """``{http://…}title`` and ``md:title`` are ``title``; an address stays as it is."""
    return re.sub(r"^(\{.*\}|(?!urn:)[\w-]+:(?!/))", "", name)


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
