"""Per rule: a package that passes (the example) and packages that fail, with code and place."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest
from example_package import NAME, Example, info, streamed, with_flags

from builder.validate import validate
from builder.validate.rules import rules

M = "imsmanifest.xml"
GOOD = Example()


class Case(NamedTuple):
    """``code`` at ``place`` (file and line inside the package; empty for the zip as a whole)."""

    code: str
    what: str
    package: bytes
    place: str = ""
    severity: str = "error"


def twice(name: str) -> bytes:
    out = io.BytesIO(GOOD.zip())
    with warnings.catch_warnings(), zipfile.ZipFile(out, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(info(name), "nog eens")
    return out.getvalue()


def damaged() -> bytes:
    data = GOOD.put("player.js", b"0123456789" * 3).zip()
    entry = zipfile.ZipFile(io.BytesIO(data)).getinfo("player.js")
    at = entry.header_offset + 30 + len("player.js") + 3
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def undated() -> bytes:
    entry = info("player.js")
    entry.date_time = (1980, 0, 0, 0, 0, 0)
    return GOOD.zip_with(entry, b"1")


def many_files() -> bytes:
    extra = {f"a/{number}.txt": b"" for number in range(5_000)}
    return Example({**GOOD.files, **extra}).zip()


TITLE_101 = "x" * 101
ITEM = '<item identifier="les" identifierref="les-sco">'
RESOURCE = '<resource identifier="les-sco" type="webcontent" adlcp:scormtype="sco" href="index.html">'
ORGANIZATION_END = "    </organization>"

CASES = [
    Case("V101", "text", b"dit is geen zip"),
    Case("V101", "empty file", b""),
    Case("V101", "upload that was cut short", GOOD.zip()[:-400]),
    Case("V102", "changed byte", damaged(), "player.js"),
    Case("V103", "encrypted", with_flags(GOOD.zip(), "player.js", set_bits=1), "player.js"),
    Case("V104", "bzip2", GOOD.zip_with(info("player.js", zipfile.ZIP_BZIP2)), "player.js"),
    Case("V105", "streamed and stored", streamed(GOOD.files, zipfile.ZIP_STORED), M),
    Case("V105", "streamed and deflated", streamed(GOOD.files, zipfile.ZIP_DEFLATED), M, "warning"),
    Case("V106", "zip64", GOOD.zip_with(info("player.js"), zip64=True), "player.js", "warning"),
    Case("V107", "backslash", GOOD.add("js\\a.js").zip(), "js\\a.js"),
    Case("V107", "folder with a backslash", GOOD.put("js\\", b"").zip(), "js\\"),
    Case("V108", "parent folder", GOOD.put("../evil.txt", b"x").zip()),
    Case("V108", "parent folder half-way", GOOD.put("a/../../evil.txt", b"x").zip()),
    Case("V108", "root", GOOD.put("/etc/evil.txt", b"x").zip()),
    Case("V108", "drive", GOOD.put("C:evil.txt", b"x").zip()),
    Case("V109", "same name", twice("player.js"), "player.js"),
    Case("V109", "capitals only", GOOD.add("Player.js").zip(), "Player.js"),
    Case("V110", "folder entry", GOOD.put("images/", b"").zip(), "images/", "warning"),
    Case("V111", "macOS", GOOD.put("__MACOSX/._index.html", b"x").zip(), "__MACOSX/._index.html", "warning"),
    Case("V111", "Finder", GOOD.put("images/.DS_Store", b"x").zip(), "images/.DS_Store", "warning"),
    Case("V111", "Windows", GOOD.put("Thumbs.db", b"x").zip(), "Thumbs.db"),
    Case("V111", "git", GOOD.put(".git/config", b"x").zip(), ".git/config"),
    Case("V112", "accent", GOOD.add("één.html", "x").zip(), "één.html", "warning"),
    Case("V112", "accent without the flag",
         with_flags(GOOD.add("één.html", "x").zip(), "één.html", clear_bits=0x800),
         "één.html".encode().decode("cp437")),
    Case("V113", "blank and brackets", GOOD.add("foto (1).jpg").zip(), "foto (1).jpg", "warning"),
    Case("V113", "tilde", GOOD.add("a~b.js").zip(), "a~b.js", "warning"),
    Case("V113", "hash", GOOD.add("#1.png", listed_as="%231.png").zip(), "#1.png", "warning"),
    Case("V113", "long", GOOD.add(f"{'x' * 61}.png").zip(), f"{'x' * 61}.png", "warning"),
    Case("V113", "device", GOOD.add("aux.js").zip(), "aux.js"),
    Case("V113", "trailing dot", GOOD.add("lees.").zip(), "lees."),
    Case("V114", "no date", undated(), "player.js", "warning"),
    Case("V115", "51 MB", GOOD.zip_with(info("film.mp4", zipfile.ZIP_STORED), bytes(51_000_000)), "", "warning"),
    Case("V115", "5,000 files", many_files()),
    Case("V116", "20 MB of zeros", GOOD.zip_with(info("film.bin"), bytes(20_000_000)), "film.bin"),
    Case("V117", "PHP", GOOD.add("x.php").zip(), "x.php"),
    Case("V117", "capitals", GOOD.add("x.EXE").zip(), "x.EXE"),
    Case("V117", "htaccess", GOOD.add("images/.htaccess").zip(), "images/.htaccess"),
    Case("V118", "zip", GOOD.add("bron.zip").zip(), "bron.zip"),
    Case("V118", "zip under another name", GOOD.add("bron.bin", Example().zip()).zip(), "bron.bin"),
    Case("V201", "no manifest", GOOD.without(M).zip()),
    Case("V201", "in a folder", GOOD.rename(M, f"cursus/{M}").zip(), f"cursus/{M}"),
    Case("V201", "capitals", GOOD.rename(M, "IMSMANIFEST.XML").zip(), "IMSMANIFEST.XML"),
    Case("V201", "dot", GOOD.rename(M, f"./{M}").zip(), f"./{M}"),
    Case("V202", "UTF-16", GOOD.put(M, GOOD.files[M].decode().encode("utf-16")).zip(), f"{M}:1:1"),
    Case("V202", "BOM", GOOD.put(M, b"\xef\xbb\xbf" + GOOD.files[M]).zip(), f"{M}:1:1", "warning"),
    Case("V202", "blank line in front", GOOD.put(M, b"\n" + GOOD.files[M]).zip(), f"{M}:1:1"),
    Case("V202", "declared otherwise", GOOD.manifest("UTF-8", "windows-1252").zip(), f"{M}:1:1"),
    Case("V202", "not what it says", GOOD.put(M, GOOD.files[M].replace(b"De les", b"De l\xe9s")).zip(), f"{M}:12:1"),
    Case("V203", "half a manifest", GOOD.put(M, GOOD.files[M][:-200]).zip(), f"{M}:19:1"),
    Case("V203", "unclosed tag", GOOD.manifest("De les</title>", "De les").zip(), f"{M}:14:1"),
    Case("V203", "bare ampersand", GOOD.manifest("De les", "De les & meer").zip(), f"{M}:12:1"),
    Case("V203", "empty", GOOD.put(M, b"").zip(), f"{M}:1:1"),
    Case("V204", "DOCTYPE", GOOD.manifest("<manifest", "<!DOCTYPE manifest>\n<manifest").zip(), f"{M}:2:1"),
    Case("V205", "CDATA", GOOD.manifest("De les", "<![CDATA[De les]]>").zip(), f"{M}:12:1", "warning"),
    Case("V206", "decimal", GOOD.manifest("De les", "De l&#233;s").zip(), f"{M}:12:1", "warning"),
    Case("V206", "hexadecimal", GOOD.manifest("De les", "De l&#xE9;s").zip(), f"{M}:12:1", "warning"),
    Case("V207", "another namespace", GOOD.manifest("imscp_rootv1p1p2\"", "imscp_v1p1\"").zip(), f"{M}:2:1"),
    Case("V207", "prefix for IMS", GOOD.put(M, GOOD.files[M].decode().replace("<", "<ims:").replace("<ims:/", "</ims:")
         .replace("<ims:?", "<?").replace("ims:adlcp:", "adlcp:").replace("xmlns=", "xmlns:ims=")).zip(), f"{M}:2:1"),
    Case("V207", "prefix for ADL", GOOD.put(M, GOOD.files[M].replace(b"adlcp:", b"adl:").replace(b":adlcp=", b":adl=")).zip(), f"{M}:2:1"),
    Case("V208", "item before title", GOOD.manifest("<title>Een voorbeeld</title>", "").manifest(
         "      </item>\n", "      </item>\n<title>Een voorbeeld</title>\n").zip(), f"{M}:15:1"),
    Case("V208", "resource without type", GOOD.manifest(' type="webcontent"', "").zip(), f"{M}:18:1"),
    Case("V209", "SCORM 2004", GOOD.manifest(">1.2<", ">CAM 1.3<").zip(), f"{M}:5:1"),
    Case("V209", "1.3", GOOD.manifest(">1.2<", ">1.3<").zip(), f"{M}:5:1"),
    Case("V209", "2004 4th Edition", GOOD.manifest(">1.2<", ">2004 4th Edition<").zip(), f"{M}:5:1"),
    Case("V209", "blanks", GOOD.manifest(">1.2<", "> 1.2 <").zip(), f"{M}:5:1"),
    Case("V209", "no version", GOOD.manifest("<schemaversion>1.2</schemaversion>", "").zip(), f"{M}:2:1"),
    Case("V209", "another schema", GOOD.manifest(">ADL SCORM<", ">IMS Content<").zip(), f"{M}:4:1"),
    Case("V210", "no schema", GOOD.without("adlcp_rootv1p2.xsd").zip(), f"{M}:2:1", "warning"),
    Case("V211", "no metadata", GOOD.manifest(">nl-lom.xml<", ">lom.xml<").zip(), f"{M}:6:1"),
    Case("V212", "not XML", GOOD.edit("nl-lom.xml", "</general>", "").zip(), "nl-lom.xml:37:1"),
    Case("V212", "wrong element", GOOD.edit("nl-lom.xml", "<language>nl</language>", "<taal>nl</taal>").zip(), "nl-lom.xml:6:1"),
    Case("V213", "no age", GOOD.edit("nl-lom.xml", ">18-<", "><").zip(), "nl-lom.xml:2:1"),
    Case("V213", "no first scheme", GOOD.edit("nl-lom.xml", "<metadatascheme>LOMv1.0</metadatascheme>", "").zip(), "nl-lom.xml:2:1"),
    Case("V213", "MBO as context", GOOD.edit("nl-lom.xml", ">BVE<", ">MBO<").zip(), "nl-lom.xml:23:1"),
    Case("V213", "a course without discipline", GOOD.edit("nl-lom.xml", ">2<", ">4<").zip(), "nl-lom.xml:2:1"),
    Case("V213", "no level for BVE", GOOD.edit("nl-lom.xml", """    <aggregationlevel>
      <source><langstring xml:lang="x-none">LOMv1.0</langstring></source>
      <value><langstring xml:lang="x-none">2</langstring></value>
    </aggregationlevel>
""", "").zip(), "nl-lom.xml:2:1"),
    Case("V214", "digit in front", GOOD.manifest(ITEM, ITEM.replace('"les"', '"1abc"')).zip(), f"{M}:11:1"),
    Case("V214", "blank", GOOD.manifest(ITEM, ITEM.replace('"les"', '"a b"')).zip(), f"{M}:11:1"),
    Case("V214", "accent", GOOD.manifest(ITEM, ITEM.replace('"les"', '"é"')).zip(), f"{M}:11:1"),
    Case("V214", "item like its resource", GOOD.manifest(ITEM, ITEM.replace('"les"', '"les-sco"')).zip(), f"{M}:18:1"),
    Case("V214", "item like its organization", GOOD.manifest(ITEM, ITEM.replace('"les"', '"inhoud"')).zip(), f"{M}:11:1"),
    Case("V214", "256 characters", GOOD.manifest(ITEM, ITEM.replace('"les"', f'"{"x" * 256}"')).zip(), f"{M}:11:1"),
    Case("V215", "unknown", GOOD.manifest('default="inhoud"', 'default="inhou"').zip(), f"{M}:8:1"),
    Case("V215", "empty", GOOD.manifest('default="inhoud"', 'default=""').zip(), f"{M}:8:1"),
    Case("V215", "absent", GOOD.manifest(' default="inhoud"', "").zip(), f"{M}:8:1", "warning"),
    Case("V216", "no organization", GOOD.manifest("<organization ", "<!--").manifest(
         "    </organization>", "-->").manifest(' default="inhoud"', "").zip(), f"{M}:2:1"),
    Case("V216", "no item", GOOD.manifest(ORGANIZATION_END, '</organization><organization identifier="leeg"><title>Leeg</title>\n</organization>').zip(), f"{M}:15:1"),
    Case("V217", "unknown resource", GOOD.manifest('ref="les-sco"', 'ref="les-sc"').zip(), f"{M}:11:1"),
    Case("V217", "no reference", GOOD.manifest(' identifierref="les-sco"', "").zip(), f"{M}:11:1"),
    Case("V217", "resource without address", GOOD.manifest(' href="index.html">', ">").zip(), f"{M}:18:1"),
    Case("V218", "SCORM 2004", GOOD.manifest("scormtype", "scormType").zip(), f"{M}:18:1"),
    Case("V218", "absent", GOOD.manifest(' adlcp:scormtype="sco"', "").zip(), f"{M}:18:1"),
    Case("V218", "asset only", GOOD.manifest('"sco"', '"asset"').zip(), f"{M}:18:1", "warning"),
    Case("V219", "on the web", GOOD.manifest('href="index.html">', 'href="https://example.org/">').zip(), f"{M}:18:1"),
    Case("V219", "with a fragment", GOOD.manifest('href="index.html">', 'href="index.html#les">').zip(), f"{M}:18:1", "warning"),
    Case("V219", "with a query", GOOD.manifest('href="index.html">', 'href="index.html?a=1">').zip(), f"{M}:18:1", "warning"),
    Case("V219", "no page", GOOD.manifest('href="index.html">', 'href="images/appel.svg">').zip(), f"{M}:18:1", "warning"),
    Case("V220", "101 characters", GOOD.manifest("De les", TITLE_101).zip(), f"{M}:12:1", "warning"),
    Case("V220", "256 characters", GOOD.manifest("De les", "é" * 256).zip(), f"{M}:12:1"),
    Case("V220", "zero", GOOD.manifest("De les", "0").zip(), f"{M}:12:1", "warning"),
    Case("V220", "none", GOOD.manifest("<title>De les</title>", "").zip(), f"{M}:11:1", "warning"),
    Case("V221", "manifest", GOOD.manifest('version="1.0" xmlns', 'xml:base="./" xmlns').zip(), f"{M}:2:1"),
    Case("V221", "resources", GOOD.manifest("<resources>", '<resources xml:base="./">').zip(), f"{M}:17:1"),
    Case("V221", "resource", GOOD.manifest(RESOURCE, RESOURCE.replace(">", ' xml:base="./">')).zip(), f"{M}:18:1", "warning"),
    Case("V222", "below zero", GOOD.manifest(">70<", ">-1<").zip(), f"{M}:13:1"),
    Case("V222", "101", GOOD.manifest(">70<", ">101<").zip(), f"{M}:13:1"),
    Case("V222", "decimals", GOOD.manifest(">70<", ">70.5<").zip(), f"{M}:13:1"),
    Case("V222", "per cent", GOOD.manifest(">70<", ">70%<").zip(), f"{M}:13:1"),
    Case("V222", "empty", GOOD.manifest(">70<", "><").zip(), f"{M}:13:1"),
    Case("V222", "fraction", GOOD.manifest(">70<", ">0.7<").zip(), f"{M}:13:1", "warning"),
    Case("V222", "fraction with a comma", GOOD.manifest(">70<", ">0,7<").zip(), f"{M}:13:1", "warning"),
    Case("V223", "two items", GOOD.manifest(ORGANIZATION_END, '<item identifier="twee" identifierref="les-sco"><title>Twee</title></item></organization>').zip(), f"{M}:2:1", "warning"),
    Case("V301", "file that is gone", GOOD.without("player.js").zip(), f"{M}:21:1"),
    Case("V301", "capitals", GOOD.manifest('"images/appel.svg"', '"images/Appel.svg"').zip(), f"{M}:22:1"),
    Case("V301", "backslash", GOOD.manifest('"images/appel.svg"', '"images\\appel.svg"').zip(), f"{M}:22:1"),
    Case("V301", "launch file", GOOD.manifest('href="index.html">', 'href="begin.html">').zip(), f"{M}:18:1"),
    Case("V302", "font", GOOD.put("images/letter.woff2", b"x").zip(), "images/letter.woff2"),
    Case("V302", "schema in a folder", GOOD.put("images/a.xsd", b"x").zip(), "images/a.xsd"),
    Case("V303", "script", GOOD.edit("index.html", 'src="player.js"', 'src="spelen.js"').zip(), "index.html:8:1"),
    Case("V303", "capitals", GOOD.edit("index.html", 'src="player.js"', 'src="Player.js"').zip(), "index.html:8:1"),
    Case("V303", "second candidate", GOOD.edit("index.html", "images/appel.svg 2x", "images/groot.svg 2x").zip(), "index.html:12:1"),
    Case("V303", "link", GOOD.edit("index.html", '"images/appel.svg">De', '"appel.svg">De').zip(), "index.html:14:1"),
    Case("V303", "style attribute", GOOD.edit("index.html", "url('images/appel.svg')", "url('appel.svg')").zip(), "index.html:10:1"),
    Case("V303", "style element", GOOD.edit("index.html", "</head>", "<style>\nbody { background: url(a.png) }</style></head>").zip(), "index.html:10:1"),
    Case("V303", "style sheet", GOOD.edit("style.css", "images/appel.svg", "images/peer.svg").zip(), "style.css:4:1"),
    Case("V303", "import", GOOD.edit("style.css", "body {", "@import 'basis.css';\nbody {").zip(), "style.css:2:1"),
    Case("V303", "page that is not index.html", GOOD.add("extra.html", '<img src="weg.png">').zip(), "extra.html:1:1"),
    Case("V303", "image in an SVG", GOOD.edit("images/appel.svg", "<circle", '<image xlink:href="foto.png"/><circle').zip(), "images/appel.svg:1:1"),
    Case("V303", "relative to its own folder", GOOD.edit("images/appel.svg", "<circle", '<image href="images/appel.svg"/><circle').zip(), "images/appel.svg:1:1"),
    Case("V303", "outside", GOOD.edit("index.html", 'src="player.js"', 'src="../player.js"').zip(), "index.html:8:1"),
    Case("V303", "a folder", GOOD.edit("index.html", '"images/appel.svg">De', '"images/">De').zip(), "index.html:14:1"),
    Case("V303", "from the root", GOOD.edit("index.html", 'src="player.js"', 'src="/player.js"').zip(), "index.html:8:1"),
    Case("V304", "script", GOOD.edit("index.html", 'src="player.js"', 'src="https://cdn.example/p.js"').zip(), "index.html:8:1"),
    Case("V304", "without protocol", GOOD.edit("index.html", 'src="player.js"', 'src="//cdn.example/p.js"').zip(), "index.html:8:1"),
    Case("V304", "style sheet", GOOD.edit("index.html", 'href="style.css"', 'href="https://fonts.example/a.css"').zip(), "index.html:7:1"),
    Case("V304", "connection", GOOD.edit("index.html", 'rel="canonical"', 'rel="preconnect"').zip(), "index.html:6:1"),
    Case("V304", "image", GOOD.edit("index.html", '"images/appel.svg?v=1"', '"http://a.example/x.png"').zip(), "index.html:12:1"),
    Case("V304", "candidate", GOOD.edit("index.html", "images/appel.svg 2x", "https://a.example/x.png 2x").zip(), "index.html:12:1"),
    Case("V304", "frame", GOOD.edit("index.html", "</body>", '<iframe src="https://video.example/"></iframe></body>').zip(), "index.html:16:1"),
    Case("V304", "refresh", GOOD.edit("index.html", "<title>", '<meta http-equiv="refresh" content="0; url=https://a.example/"><title>').zip(), "index.html:5:1"),
    Case("V304", "font", GOOD.edit("style.css", "body {", '@font-face { src: url("https://fonts.example/a.woff2") }\nbody {').zip(), "style.css:2:1"),
    Case("V304", "import", GOOD.edit("style.css", "body {", '@import "https://fonts.example/a.css";\nbody {').zip(), "style.css:2:1"),
    Case("V305", "module", GOOD.add("les.mjs").zip(), "les.mjs", "warning"),
]  # fmt: skip


def test_the_example_has_no_problem() -> None:
    assert [str(problem) for problem in validate(GOOD.zip(), NAME)] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} {case.what}")
def test_a_broken_package_is_reported_at_its_place(case: Case) -> None:
    found = [
        (problem.code, str(problem.position).removeprefix(NAME).removeprefix("/"), problem.severity)
        for problem in validate(case.package, NAME)
    ]
    assert (case.code, case.place, case.severity) in found


def test_every_rule_has_a_broken_package() -> None:
    assert {rule.CODE for rule in rules()} == {case.code for case in CASES}


def test_codes_are_unique_and_every_rule_says_why() -> None:
    codes = [rule.CODE for rule in rules()]
    assert len(set(codes)) == len(codes)
    assert all((rule.__doc__ or "").strip() for rule in rules())


def test_the_page_with_rules_lists_each_rule() -> None:
    """``docs/validate-rules.md`` has one row per rule: its code and the first line of its docstring."""
    page = (Path(__file__).parents[2] / "docs" / "validate-rules.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if re.match(r"\| V\d{3} ", line)]
    wanted = [
        f"| {rule.CODE} | {(rule.__doc__ or '').strip().splitlines()[0]} |" for rule in rules()
    ]
    assert rows == wanted, "the rows must be:\n" + "\n".join(wanted)


def test_every_message_is_dutch_and_says_what_to_do() -> None:
    problems = [problem for case in CASES for problem in validate(case.package, NAME)]
    english = {"the", "is not", "missing", "expected", "invalid", "unexpected"}
    for problem in problems:
        assert problem.hint, problem
        words = f" {problem.message} "
        assert not [word for word in english if f" {word} " in words], problem
