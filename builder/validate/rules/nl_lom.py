"""Metadata that calls itself NL-LOM has what NL-LOM 1.0.1 asks.

Dutch catalogues refuse a record without these fields. Context and classification are obligatory
for a lesson or a course (aggregation level 3 or 4), the aggregation level itself outside higher education.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.package.metadata import LOM
from builder.problems import Problem
from builder.validate.metadata import metadata_documents
from builder.validate.package import Package
from builder.validate.tree import text
from builder.validate.xml import Unreadable, line

CODE = "V213"

_ALWAYS = (
    "general/title/langstring",
    "general/language",
    "general/catalogentry/entry/langstring",
    "metametadata/metadatascheme",
    "educational/intendedenduserrole/value/langstring",
    "educational/typicalagerange/langstring",
    "rights/cost/value/langstring",
    "rights/copyrightandotherrestrictions/value/langstring",
)
_LEVEL = "general/aggregationlevel/value/langstring"
_CONTEXT = "educational/context/value/langstring"
_CONTEXTS = ("PO", "VO", "BVE", "SO", "SBaO", "VVE", "HBO", "WO", "bedrijfsopleiding")
_FREE_OF_LEVEL = {"HBO", "WO", "bedrijfsopleiding"}
_SCHEMES = ("LOMv1.0", "nl_lom_v1p0")


def check(package: Package) -> Iterator[Problem]:
    for name, root in metadata_documents(package):
        if isinstance(root, Unreadable) or etree.QName(root).namespace != LOM:
            continue
        if "nl_lom_v1p0" in _values(root, "metametadata/metadatascheme"):
            for element, message in _missing(root):
                yield Problem(
                    CODE, package.at(name, line(element)), message, "Vul het veld in, of zeg niet dat dit NL-LOM is."
                )


def _missing(lom: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    for path in _ALWAYS:
        if not any(_values(lom, path)):
            yield lom, f"het veld ‘{path.removesuffix('/langstring')}’ is leeg of ontbreekt."
    schemes = _values(lom, "metametadata/metadatascheme")
    if "LOMv1.0" not in schemes:
        yield lom, f"‘metadatascheme’ moet er twee keer staan: {' en '.join(_SCHEMES)}."
    contexts = _values(lom, _CONTEXT)
    levels = _values(lom, _LEVEL)
    for element in _all(lom, _CONTEXT):
        if text(element) not in _CONTEXTS:
            yield element, f"‘{text(element)}’ is geen waarde voor ‘context’. Kies uit: {', '.join(_CONTEXTS)}."
    if not levels and not (contexts and set(contexts) <= _FREE_OF_LEVEL):
        yield lom, "het veld ‘general/aggregationlevel’ ontbreekt."
    if set(levels) & {"3", "4"}:
        if not contexts:
            yield lom, "bij dit aggregatieniveau hoort ‘educational/context’."
        purposes = _values(lom, "classification/purpose/value/langstring")
        for purpose in ("discipline", "educational level"):
            if purpose not in purposes:
                yield lom, f"bij dit aggregatieniveau hoort een ‘classification’ met doel ‘{purpose}’."


def _all(lom: etree._Element, path: str) -> list[etree._Element]:
    return lom.findall("/".join(f"{{{LOM}}}{step}" for step in path.split("/")))


def _values(lom: etree._Element, path: str) -> list[str]:
    return [text(element).strip() for element in _all(lom, path)]
