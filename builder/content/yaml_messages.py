"""What YAML's parser reports, said in Dutch to an author."""

from __future__ import annotations

#: The beginning of what it says, and what that nearly always means.
_MEANINGS = {
    "mapping values are not allowed": "hier staat een dubbele punt in tekst zonder aanhalingstekens",
    "could not find expected ':'": "hier ontbreekt een dubbele punt achter een sleutel",
    "did not find expected key": "hier hoort een nieuwe sleutel te staan, of een aanhalingsteken staat verkeerd",
    "did not find expected '-' indicator": "hier hoort een streepje te staan, even ver ingesprongen als de andere",
    "did not find expected ',' or": "een blokhaak of accolade is niet gesloten, of een komma ontbreekt",
    "did not find expected node content": "hier hoort een waarde te staan",
    "did not find expected <document start>": "hier houdt het bestand eerder op dan verwacht",
    "found character that cannot start any token": "tekst die met dit teken begint, hoort tussen aanhalingstekens",
    "found unexpected end of stream": "een aanhalingsteken, blokhaak of accolade is niet gesloten",
    "found unexpected document indicator": "een aanhalingsteken is niet gesloten",
    "found unknown escape character": "na een backslash staat hier een teken dat niet kan",
    "found invalid Unicode character escape code": "deze code is geen teken",
    "mapping keys are not allowed": "een vraagteken kan hier niet staan",
    "block sequence entries are not allowed": "een streepje kan hier niet staan",
    "did not find expected alphabetic or numeric character": "tekst die met dit teken begint, hoort tussen aanhalingstekens",
    "did not find expected comment or line break": "achter ‘|’ hoort op dezelfde regel niets meer te staan",
    "exceeded maximum": "hier zitten te veel lijsten of sleutels in elkaar",
}


def in_dutch(reason: str) -> str:
    """``reason`` as an author would say it; a rare one is quoted."""
    known = (meaning for start, meaning in _MEANINGS.items() if reason.startswith(start))
    return next(known, f"hier staat iets wat niet kan (“{reason}”)")
