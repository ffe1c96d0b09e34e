"""nl-lom.xml: what Dutch catalogues want to know (NL-LOM 1.0.1 in the IMS-MD 1.2.4 binding).

Choices that the standard leaves open:

- The users are professionals who learn about their own work, so the role is ``teacher``, the age
  is ``18-`` and the kind is ``professionaliseringsmateriaal``. The sectors say *where* they work;
  the role keeps the course out of searches for pupils.
- A whole course has aggregation level 4. That level makes 5.6 context, educational level and
  discipline obligatory. The discipline is ‘sociaal-emotionele ontwikkeling’.
- NL-LOM has no value for mbo in 5.6: it is BVE there. Hbo-wo is two contexts and two levels.
- 4.3 location is left out: the course has no address of its own, it lives inside an LMS.

Term identifiers are those of Onderwijsbegrippenkader (OBK).
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from builder.package.document import XML, XSI, line_of_text, serialise
from builder.package.info import PackageInfo

LOM = "http://www.imsglobal.org/xsd/imsmd_v1p2"
LOM_SCHEMA = "imsmd_v1p2p4.xsd"

_VDEX = "http://purl.edustandaard.nl/vdex_"
_AGGREGATION_LEVEL = f"{_VDEX}aggregationlevel_czp_20060628.xml"
_STATUS = f"{_VDEX}status_lomv1p0_20060628.xml"
_ROLE = f"{_VDEX}lifecycle_contribute_role_lomv1p0_20060628.xml"
_RESOURCE_TYPE = f"{_VDEX}learningresourcetype_czp_20060628.xml"
_END_USER = f"{_VDEX}intendedenduserrole_lomv1p0_20060628.xml"
_CONTEXT = f"{_VDEX}context_czp_20060628.xml"
_COST = f"{_VDEX}cost_lomv1p0_20060628.xml"
_COPYRIGHT = "https://purl.edustandaard.nl/copyrightsandotherrestrictions_nllom_20180530"
_PURPOSE = "http://purl.edustandaard.nl/classification_purpose_nllom_20180530"
_OBK = "http://purl.edustandaard.nl/begrippenkader"


class Taxon(NamedTuple):
    """A term of the Onderwijsbegrippenkader."""

    id: str
    label: str


_DISCIPLINE = Taxon("35d0e3ed-d62e-40a5-8bff-46f1de51e47a", "Sociaal-emotionele ontwikkeling")
_PO = Taxon("512e4729-03a4-43a2-95ba-758071d1b725", "Primair onderwijs")
_VO = Taxon("2a1401e9-c223-493b-9b86-78f6993b1a8d", "Voortgezet onderwijs")
_MBO = Taxon("f3ac3fbb-5eae-49e0-8494-0a44855fff25", "MBO")
_HBO = Taxon("be140797-803f-4b9e-81cc-5572c711e09c", "Hoger beroepsonderwijs")
_WO = Taxon("bbbd99c6-cf49-4980-baed-12388f8dcff4", "Wetenschappelijk onderwijs")

_SECTORS: dict[str, list[tuple[str, Taxon]]] = {
    "po": [("PO", _PO)],
    "vo": [("VO", _VO)],
    "mbo": [("BVE", _MBO)],
    "hbo-wo": [("HBO", _HBO), ("WO", _WO)],
}
"""Sector to (value of 5.6 context, educational level)."""

_LICENCES = {"CC-BY-4.0": "cc-by-40", "CC-BY-SA-4.0": "cc-by-sa-40", "CC0-1.0": "cc0-10"}


def write_nl_lom(info: PackageInfo) -> bytes:
    """The NL-LOM record of a package. Raises ValueError for a licence that NL-LOM does not know."""
    if info.licence not in _LICENCES:
        raise ValueError(f"NL-LOM has no value for licence {info.licence!r}")
    levels = [pair for sector in info.sectors for pair in _SECTORS[sector]]

    lom = etree.Element(_lom("lom"), nsmap={None: LOM, "xsi": XSI})  # type: ignore[dict-item]
    lom.set(f"{{{XSI}}}schemaLocation", f"{LOM} {LOM_SCHEMA}")

    general = _add(lom, "general")
    _langstring(_add(general, "title"), info.title, info.language)
    entry = _add(general, "catalogentry")
    _add(entry, "catalog", "URI")
    _langstring(_add(entry, "entry"), info.catalog_uri)
    _add(general, "language", info.language)
    _langstring(_add(general, "description"), info.description, info.language)
    for keyword in info.keywords:
        _langstring(_add(general, "keyword"), keyword, info.language)
    _term(general, "aggregationlevel", _AGGREGATION_LEVEL, "4")

    lifecycle = _add(lom, "lifecycle")
    _langstring(_add(lifecycle, "version"), f"v{info.version}")
    _term(lifecycle, "status", _STATUS, "final")
    contribute = _add(lifecycle, "contribute")
    _term(contribute, "role", _ROLE, "publisher")
    _add(_add(contribute, "centity"), "vcard").text = _vcard(info.publisher)

    metametadata = _add(lom, "metametadata")
    for scheme in ("LOMv1.0", "nl_lom_v1p0"):
        _add(metametadata, "metadatascheme", scheme)

    _add(_add(lom, "technical"), "format", "text/html")

    educational = _add(lom, "educational")
    _term(educational, "learningresourcetype", _RESOURCE_TYPE, "professionaliseringsmateriaal")
    _term(educational, "intendedenduserrole", _END_USER, "teacher")
    for context, _ in levels:
        _term(educational, "context", _CONTEXT, context)
    _langstring(_add(educational, "typicalagerange"), "18-")
    _add(_add(educational, "typicallearningtime"), "datetime", _duration(info.minutes))

    rights = _add(lom, "rights")
    _term(rights, "cost", _COST, "no")
    _term(rights, "copyrightandotherrestrictions", _COPYRIGHT, _LICENCES[info.licence])

    _classification(lom, "discipline", [_DISCIPLINE])
    _classification(lom, "educational level", [level for _, level in levels])
    return serialise(lom)


def _lom(name: str) -> str:
    return f"{{{LOM}}}{name}"


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, _lom(name))
    if text is not None:
        child.text = line_of_text(text)
    return child


def _langstring(parent: etree._Element, text: str, language: str = "x-none") -> None:
    _add(parent, "langstring", text).set(f"{{{XML}}}lang", language)


def _term(parent: etree._Element, name: str, source: str, value: str) -> None:
    """A value from a vocabulary, with the address of that vocabulary."""
    term = _add(parent, name)
    _langstring(_add(term, "source"), source)
    _langstring(_add(term, "value"), value)


def _classification(lom: etree._Element, purpose: str, taxons: list[Taxon]) -> None:
    classification = _add(lom, "classification")
    _term(classification, "purpose", _PURPOSE, purpose)
    for taxon in taxons:
        path = _add(classification, "taxonpath")
        _langstring(_add(path, "source"), _OBK)
        element = _add(path, "taxon")
        _add(element, "id", taxon.id)
        _langstring(_add(element, "entry"), taxon.label, "nl")


def _duration(minutes: int) -> str:
    """ISO 8601: 55 is ``PT55M``, 90 is ``PT1H30M``."""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")


def _vcard(organisation: str) -> str:
    """A vCard 3.0 (RFC 2426) of an organisation; there is no person to name."""
    name = line_of_text(organisation)
    for special in "\\;,":
        name = name.replace(special, "\\" + special)
    return f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nN:{name};;;;\nORG:{name}\nEND:VCARD"
