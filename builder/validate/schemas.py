"""What our schemas say about a document, in Dutch and with the line.

``xmlschema`` takes a third of a second to import and the schemas some 60 ms to compile, so both
happen once and only when there is something to validate. Compiling with ``validation="skip"``
leaves out the check of our schemas against the schema of schemas: a test does that, strictly.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from lxml import etree

from builder.package.files import SCHEMA_FOLDER
from builder.package.manifest import IMSCP, IMSMD
from builder.package.metadata import LOM, LOM_SCHEMA
from builder.validate.schema_messages import in_dutch
from builder.validate.xml import line

if TYPE_CHECKING:
    import xmlschema

_SCHEMA_OF = {
    IMSCP: "imscp_rootv1p1p2.xsd",
    IMSMD: "imsmd_rootv1p2p1.xsd",
    LOM: LOM_SCHEMA,
}
_AT_MOST = 20
"""Violations per document: one mistake at the top can give hundreds."""


@cache
def schema(name: str) -> xmlschema.XMLSchema:
    """The compiled schema in the file ``name``, with those that it imports."""
    import xmlschema

    return xmlschema.XMLSchema(str(SCHEMA_FOLDER / name), validation="skip", allow="local")


def compile_schemas() -> None:
    """Has every schema ready for ``violations``."""
    for name in _SCHEMA_OF.values():
        schema(name)


def violations(root: etree._Element) -> Iterator[tuple[int, str]]:
    """Line and message of what is wrong in ``root``, which is in one of our namespaces."""
    namespace = etree.QName(root).namespace or ""
    count = 0
    for error in schema(_SCHEMA_OF[namespace]).iter_errors(root, use_location_hints=False):
        message = in_dutch(error)
        if message and count < _AT_MOST:
            count += 1
            yield _place(error, root), message


def _place(error: Any, root: etree._Element) -> int:
    """The line of the child that is in the wrong place, or of the element that is wrong."""
    if getattr(error, "invalid_tag", None) is not None:
        return line(error.elem[error.index])
    return line(root if error.elem is None else error.elem)
