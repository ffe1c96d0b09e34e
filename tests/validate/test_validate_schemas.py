"""Our schemas are valid, load anywhere, and mean what the published ones mean."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import xmlschema
from lxml import etree
from manifest_mutations import MUTATIONS, Mutation
from published_schemas import FILES, FOLDER, published

from builder.package.files import SCHEMA_FOLDER
from builder.validate.schemas import schema

LIBXML2_DIFFERS = {
    "default that does not exist": "it does not follow xs:IDREF",
    "xml:base with two fragments": "it looks closer at xs:anyURI",
    "href with two fragments": "it looks closer at xs:anyURI",
}
OURS = sorted(path.name for path in SCHEMA_FOLDER.glob("*.xsd"))


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> xmlschema.XMLSchema:
    return published(tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="module")
def strict() -> xmlschema.XMLSchema:
    """Ours, checked against the schema of schemas."""
    return xmlschema.XMLSchema(str(SCHEMA_FOLDER / "imscp_rootv1p1p2.xsd"), allow="local")


@pytest.fixture(scope="module")
def libxml2() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(SCHEMA_FOLDER / "imscp_rootv1p1p2.xsd")))


def test_there_are_enough_manifests_good_and_bad() -> None:
    assert len(MUTATIONS) >= 40
    names = [mutation.name for mutation in MUTATIONS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_same_verdict_as_the_published_schemas(
    mutation: Mutation, theirs: xmlschema.XMLSchema, strict: xmlschema.XMLSchema
) -> None:
    document = etree.fromstring(mutation.xml)
    they_accept = theirs.is_valid(document)
    we_accept = strict.is_valid(document)
    if mutation.stricter:
        assert they_accept and not we_accept, "the reason for being stricter has no ground any more"
    else:
        assert we_accept == they_accept


def test_the_corpus_has_both_verdicts(theirs: xmlschema.XMLSchema) -> None:
    verdicts = [theirs.is_valid(etree.fromstring(mutation.xml)) for mutation in MUTATIONS]
    assert verdicts.count(True) >= 15
    assert verdicts.count(False) >= 40


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_compiling_without_check_changes_no_verdict(
    mutation: Mutation, strict: xmlschema.XMLSchema
) -> None:
    document = etree.fromstring(mutation.xml)
    quick = schema("imscp_rootv1p1p2.xsd")
    assert quick.is_valid(document) == strict.is_valid(document)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_libxml2_agrees(
    mutation: Mutation, strict: xmlschema.XMLSchema, libxml2: etree.XMLSchema
) -> None:
    document = etree.fromstring(mutation.xml)
    agrees = libxml2.validate(document) == strict.is_valid(document)
    assert agrees != (mutation.name in LIBXML2_DIFFERS)


@pytest.mark.parametrize("name", OURS)
def test_each_schema_loads_by_itself(name: str) -> None:
    assert xmlschema.XMLSchema(str(SCHEMA_FOLDER / name), allow="local").built
    etree.XMLSchema(etree.parse(str(SCHEMA_FOLDER / name)))


def test_the_conventional_names_are_there() -> None:
    assert set(FILES) < set(OURS)


def test_the_two_metadata_schemas_differ_in_their_namespace_only() -> None:
    def body(name: str) -> str:
        text = (SCHEMA_FOLDER / name).read_text(encoding="utf-8")
        return re.sub(r"<!--.*?-->", "", text, count=1, flags=re.DOTALL)

    in_manifest = body("imsmd_rootv1p2p1.xsd")
    in_a_file = body("imsmd_v1p2p4.xsd")
    assert in_manifest.replace("/xsd/imsmd_rootv1p2p1", "/xsd/imsmd_v1p2") == in_a_file


def test_ours_are_not_a_copy() -> None:
    """No line of text, long enough to be somebody's, is in both."""
    for name in FILES:
        theirs = {line.strip() for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()}
        ours = (SCHEMA_FOLDER / name).read_text(encoding="utf-8").splitlines()
        prose = [line.strip() for line in ours if not re.search(r"[<>=\"]", line)]
        assert not [line for line in prose if len(line) > 20 and line in theirs]


def test_a_missing_second_opinion_fails_plainly(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("published_schemas.FOLDER", tmp_path / "weg")
    with pytest.raises(pytest.fail.Exception, match="npm ci"):
        published(tmp_path)
