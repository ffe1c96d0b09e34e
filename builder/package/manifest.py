"""imsmanifest.xml: one organization, one item, one SCO (SCORM 1.2 CAM, section 2.3)."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from builder.package.document import XSI, line_of_text, serialise
from builder.package.files import LAUNCH, MANIFEST, METADATA
from builder.package.info import PackageInfo

IMSCP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
IMSMD = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
ADLCP = "http://www.adlnet.org/xsd/adlcp_rootv1p2"

TITLE_LIMIT = 100
"""Characters. The schema allows 200 and Moodle's database 255, but some LMSs cut at 100."""

_SCHEMAS = {
    IMSCP: "imscp_rootv1p1p2.xsd",
    IMSMD: "imsmd_rootv1p2p1.xsd",
    ADLCP: "adlcp_rootv1p2.xsd",
}


def write_manifest(info: PackageInfo, files: Sequence[str]) -> bytes:
    """The manifest of a package that holds ``files`` (names; the manifest itself may be among them).

    Identifiers are ``<id>``, ``<id>-organisatie``, ``<id>-item`` and ``<id>-sco``: Moodle deletes
    a learner's results when an item gets another identifier. Elements have no prefix and ADL's
    have exactly ``adlcp``, because Moodle's parser knows no namespaces. There is no mastery score:
    an LMS may turn a suspended attempt into a failed one with it. Schemas are not listed, as they
    belong to the package and not to what is played. Raises ValueError when the launch file or the
    metadata is not among the files.
    """
    for needed in (LAUNCH, METADATA):
        if needed not in files:
            raise ValueError(f"the package has no {needed}")
    title = shortened(info.title)
    manifest = etree.Element(
        _imscp("manifest"),
        {"identifier": info.id, "version": info.version},
        nsmap={None: IMSCP, "adlcp": ADLCP, "xsi": XSI},  # type: ignore[dict-item]
    )
    manifest.set(f"{{{XSI}}}schemaLocation", " ".join(f"{ns} {xsd}" for ns, xsd in _SCHEMAS.items()))

    metadata = etree.SubElement(manifest, _imscp("metadata"))
    etree.SubElement(metadata, _imscp("schema")).text = "ADL SCORM"
    etree.SubElement(metadata, _imscp("schemaversion")).text = "1.2"
    etree.SubElement(metadata, f"{{{ADLCP}}}location").text = METADATA

    organizations = etree.SubElement(
        manifest, _imscp("organizations"), default=f"{info.id}-organisatie"
    )
    organization = etree.SubElement(
        organizations, _imscp("organization"), identifier=f"{info.id}-organisatie"
    )
    etree.SubElement(organization, _imscp("title")).text = title
    item = etree.SubElement(
        organization,
        _imscp("item"),
        identifier=f"{info.id}-item",
        identifierref=f"{info.id}-sco",
        isvisible="true",
    )
    etree.SubElement(item, _imscp("title")).text = title

    resources = etree.SubElement(manifest, _imscp("resources"))
    resource = etree.SubElement(
        resources, _imscp("resource"), identifier=f"{info.id}-sco", type="webcontent", href=LAUNCH
    )
    resource.set(f"{{{ADLCP}}}scormtype", "sco")
    for name in sorted(set(files)):
        if name != MANIFEST and not name.endswith(".xsd"):
            etree.SubElement(resource, _imscp("file"), href=name)
    return serialise(manifest)


def shortened(title: str) -> str:
    """``title`` on one line of at most ``TITLE_LIMIT`` characters, cut between words with ‘…’."""
    line = line_of_text(title)
    if len(line) <= TITLE_LIMIT:
        return line
    words = line[:TITLE_LIMIT].rsplit(" ", 1)[0]
    return words[: TITLE_LIMIT - 1].rstrip(" ,.;:–-") + "…"


def _imscp(name: str) -> str:
    return f"{{{IMSCP}}}{name}"
