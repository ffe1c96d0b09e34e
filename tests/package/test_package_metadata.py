"""nl-lom.xml: what a Dutch catalogue finds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from example_info import INFO, PAGES
from lxml import etree

from builder.package.assemble import assemble
from builder.package.files import SCHEMA_FOLDER, schema_files
from builder.package.info import SECTORS, PackageInfo
from builder.package.metadata import LOM, write_nl_lom
from builder.package.zip import pack
from builder.validate import validate


def values(info: PackageInfo, path: str) -> list[str | None]:
    root = etree.fromstring(write_nl_lom(info))
    return [element.text for element in root.iterfind("/".join(f"{{{LOM}}}{step}" for step in path.split("/")))]


def contexts(*sectors: str) -> list[str | None]:
    return values(replace(INFO, sectors=sectors), "educational/context/value/langstring")


def levels(*sectors: str) -> list[str | None]:
    path = "classification/taxonpath/taxon/entry/langstring"
    return values(replace(INFO, sectors=sectors), path)[1:]


def test_mbo_is_bve_and_hbo_wo_is_two() -> None:
    assert contexts("po") == ["PO"]
    assert contexts("mbo") == ["BVE"]
    assert contexts("hbo-wo") == ["HBO", "WO"]
    assert contexts(*SECTORS) == ["PO", "VO", "BVE", "HBO", "WO"]
    assert levels("hbo-wo") == ["Hoger beroepsonderwijs", "Wetenschappelijk onderwijs"]
    assert levels("mbo") == ["MBO"]


def test_identity_and_description() -> None:
    assert values(INFO, "general/title/langstring") == ["Aandacht: wie let er op?"]
    assert values(INFO, "general/catalogentry/entry/langstring") == ["urn:x-aandacht:vo"]
    assert values(INFO, "general/keyword/langstring") == ["aandacht", "gesprek"]
    assert values(INFO, "lifecycle/version/langstring") == ["v1.2.0"]
    assert values(INFO, "rights/copyrightandotherrestrictions/value/langstring") == ["cc-by-40"]


@pytest.mark.parametrize(("minutes", "duration"), [(0, "PT0M"), (55, "PT55M"), (60, "PT1H"), (90, "PT1H30M")])
def test_a_length_of_time(minutes: int, duration: str) -> None:
    info = replace(INFO, minutes=minutes)
    assert values(info, "educational/typicallearningtime/datetime") == [duration]


def test_a_publisher_with_punctuation() -> None:
    [card] = values(replace(INFO, publisher="Jansen, De Vries; & Co\\"), "lifecycle/contribute/centity/vcard")
    assert card is not None
    assert "FN:Jansen\\, De Vries\\; & Co\\\\\n" in card


def test_an_unknown_licence_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="MIT"):
        write_nl_lom(replace(INFO, licence="MIT"))


@pytest.mark.parametrize("sectors", [("po",), ("vo",), ("mbo",), ("hbo-wo",), SECTORS], ids="+".join)
def test_the_record_is_valid_and_complete(sectors: tuple[str, ...]) -> None:
    info = replace(INFO, sectors=sectors)
    schema = etree.XMLSchema(etree.parse(str(SCHEMA_FOLDER / "imsmd_v1p2p4.xsd")))
    schema.assertValid(etree.fromstring(write_nl_lom(info)))
    package = pack(assemble(info, PAGES, schema_files()))
    assert [str(problem) for problem in validate(package, "x.zip")] == []
