"""imsmanifest.xml as SCORM 1.2 has it and as Moodle reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from example_info import INFO
from lxml import etree

from builder.package.info import PackageInfo
from builder.package.manifest import ADLCP, IMSCP, shortened, write_manifest

FILES = ["imsmanifest.xml", "index.html", "nl-lom.xml", "player.js", "images/a.svg", "imscp_rootv1p1p2.xsd"]
NS = {"c": IMSCP, "adlcp": ADLCP}


def tree(info: PackageInfo = INFO) -> etree._Element:
    return etree.fromstring(write_manifest(info, FILES))


def titles(title: str) -> list[str | None]:
    return [element.text for element in tree(replace(INFO, title=title)).iterfind(".//c:title", NS)]


def test_the_whole_of_it() -> None:
    assert write_manifest(INFO, FILES).decode("utf-8") == """\
<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="aandacht-vo" version="1.2.0" xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
    <adlcp:location>nl-lom.xml</adlcp:location>
  </metadata>
  <organizations default="aandacht-vo-organisatie">
    <organization identifier="aandacht-vo-organisatie">
      <title>Aandacht: wie let er op?</title>
      <item identifier="aandacht-vo-item" identifierref="aandacht-vo-sco" isvisible="true">
        <title>Aandacht: wie let er op?</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="aandacht-vo-sco" type="webcontent" href="index.html" adlcp:scormtype="sco">
      <file href="images/a.svg"/>
      <file href="index.html"/>
      <file href="nl-lom.xml"/>
      <file href="player.js"/>
    </resource>
  </resources>
</manifest>
"""


def test_identifiers_follow_the_id_and_nothing_else() -> None:
    def identifiers(info: PackageInfo) -> list[str]:
        return [str(element.get("identifier")) for element in tree(info).iter("{*}*") if "identifier" in element.attrib]

    assert identifiers(INFO) == identifiers(replace(INFO, title="Anders", version="2.0.0", minutes=5))
    other = identifiers(replace(INFO, id="aandacht-po"))
    assert not set(identifiers(INFO)) & set(other)


def test_characters_are_themselves_never_numbers() -> None:
    raw = write_manifest(replace(INFO, title="Zoë’s “blik” — één & <veel> 🙂\r\n\tnu"), FILES)
    assert b"&#" not in raw and b"CDATA" not in raw
    assert "Zoë’s “blik” — één &amp; &lt;veel&gt; 🙂 nu".encode() in raw


@pytest.mark.parametrize("title", ["a\x00b", "a\x0bb", "a\x85b"])
def test_control_characters_become_blanks(title: str) -> None:
    assert titles(title) == ["a b", "a b"]


def test_a_long_title_is_cut_between_words() -> None:
    assert shortened("x" * 100) == "x" * 100
    assert shortened("woord " * 30) == ("woord " * 16).strip() + "…"
    assert shortened("x" * 256) == "x" * 99 + "…"
    assert all(title is not None and len(title) <= 100 for title in titles("é" * 300))


@pytest.mark.parametrize("missing", ["index.html", "nl-lom.xml"])
def test_what_the_manifest_names_must_be_there(missing: str) -> None:
    with pytest.raises(ValueError, match=missing):
        write_manifest(INFO, [name for name in FILES if name != missing])


@pytest.mark.parametrize("identity", ["1abc", "a b", "é", "", "Aandacht", "a" * 101])
def test_an_id_is_a_name_in_small_ascii(identity: str) -> None:
    with pytest.raises(ValueError, match="not an identifier"):
        replace(INFO, id=identity)


def test_a_package_is_for_known_sectors() -> None:
    with pytest.raises(ValueError, match="sectors"):
        replace(INFO, sectors=("mavo",))
    with pytest.raises(ValueError, match="sectors"):
        replace(INFO, sectors=())
