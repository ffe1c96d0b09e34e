"""What comes from outside is a problem at worst: no traceback, no hang, no file read."""

from __future__ import annotations

import io
import random
import struct
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from example_package import MANIFEST, NAME, Example, info

from builder.validate import open_package, validate

GOOD = Example()
M = "imsmanifest.xml"


def codes(data: bytes) -> set[str]:
    return {problem.code for problem in validate(data, NAME)}


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\3\4", b"PK\5\6" + bytes(18), b"%PDF-1.7", bytes(1000)])
def test_no_zip(data: bytes) -> None:
    assert codes(data) & {"V101", "V201"}


@pytest.mark.parametrize("length", range(1, len(GOOD.zip()), 97))
def test_a_zip_that_stops_anywhere(length: int) -> None:
    assert codes(GOOD.zip()[:length])


def test_bytes_changed_at_random_never_raise() -> None:
    good = GOOD.zip()
    dice = random.Random(12)
    directory = good.index(b"PK\1\2")
    for round_ in range(600):
        data = bytearray(good)
        start = directory if round_ % 2 else 0
        for _ in range(dice.randint(1, 12)):
            data[dice.randrange(start, len(data))] = dice.randrange(256)
        validate(bytes(data), NAME)


def test_headers_with_extreme_numbers_never_raise() -> None:
    good = GOOD.zip()
    at = good.index(b"PK\1\2")
    for offset, kind in ((4, "H"), (6, "H"), (8, "H"), (10, "H"), (12, "H"), (14, "H"), (16, "L"), (20, "L"),
                         (24, "L"), (28, "H"), (30, "H"), (32, "H"), (34, "H"), (42, "L")):
        for value in (0, 1, 0x7FFF, 0xFFFF) if kind == "H" else (0, 1, 0x7FFFFFFF, 0xFFFFFFFF):
            data = bytearray(good)
            struct.pack_into(f"<{kind}", data, at + offset, value)
            validate(bytes(data), NAME)


def test_a_bomb_that_lies_about_its_size_is_not_inflated() -> None:
    bomb = bytearray(GOOD.zip_with(info("a.bin"), bytes(200_000_000)))
    at = bomb.rindex(b"PK\1\2")
    struct.pack_into("<L", bomb, at + 24, 100)
    tracemalloc.start()
    found = codes(bytes(bomb))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "V102" in found
    assert peak < 20_000_000


def test_many_bombs_together_are_not_inflated() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(28):
            archive.writestr(info(f"{number}.bin"), bytes(9_900_000))
    package = open_package(out.getvalue(), NAME)
    assert sum(len(entry.data or b"") for entry in package.entries) <= 250_000_000
    assert {"V115", "V116"} <= codes(out.getvalue())


def test_entities_that_multiply_are_refused_at_once() -> None:
    entities = "".join(
        f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 30)
    )
    bomb = MANIFEST.replace("<manifest", f'<!DOCTYPE manifest [<!ENTITY a0 "ha">{entities}]><manifest', 1)
    started = time.process_time()
    in_text = codes(GOOD.put(M, bomb.replace("De les", "&a29;")).zip())
    in_attribute = codes(GOOD.put(M, bomb.replace('identifierref="les-sco"', 'identifierref="&a29;"')).zip())
    assert "V204" in in_text and "V204" in in_attribute
    assert time.process_time() - started < 5


def test_an_external_entity_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("wachtwoord")
    doctype = f'<!DOCTYPE manifest [<!ENTITY geheim SYSTEM "{secret.as_uri()}">]><manifest'
    package = GOOD.put(M, MANIFEST.replace("<manifest", doctype, 1).replace("De les", "&geheim;"))
    problems = validate(package.zip(), NAME)
    assert "V204" in {problem.code for problem in problems}
    assert "wachtwoord" not in " ".join(map(str, problems))


def test_a_huge_manifest_is_not_parsed() -> None:
    huge = MANIFEST.replace("</resources>", "<!-- " + "x" * 6_000_000 + " --></resources>")
    assert "V203" in codes(GOOD.put(M, huge).zip())


def test_items_in_items_in_items() -> None:
    deep = '<item identifier="a">' * 5_000 + "</item>" * 5_000
    assert codes(GOOD.manifest("      </item>\n", f"      </item>\n{deep}").zip())


def test_a_schema_that_asks_for_the_network_gets_none() -> None:
    """``schemaLocation`` is not followed, so that this is quick and silent."""
    package = GOOD.manifest("adlcp_rootv1p2.xsd\"", "adlcp_rootv1p2.xsd urn:x http://192.0.2.1/x.xsd\"")
    started = time.perf_counter()
    assert codes(package.zip()) == set()
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("page", [
    b"", b"\0\1\2\xff", b"<", b"<!--", b"\xff\xfe<\0h\0t\0m\0l\0", b"<div>" * 50_000,
    b"<img src='http://[::1'>", b"<img srcset=', , ,'>", b"<a href='\\\\'>", b"<img src='" + b"../" * 5_000 + b"'>",
])  # fmt: skip
def test_a_page_that_is_no_page(page: bytes) -> None:
    validate(GOOD.put("index.html", page).zip(), NAME)


@pytest.mark.parametrize("style", [
    b"url(" * 200_000, b'url("' * 200_000, b"/*" * 200_000, b"@import '" * 100_000, b"@import " + b" " * 200_000,
    b"\xff\xfe\0url(\0",
])  # fmt: skip
def test_a_style_sheet_without_end_takes_no_time(style: bytes) -> None:
    data = GOOD.put("style.css", style).zip()
    started = time.process_time()
    validate(data, NAME)
    assert time.process_time() - started < 2


def test_a_name_with_line_ends_stays_on_one_line() -> None:
    message = [problem for problem in validate(GOOD.put("a\nb.txt", b"x").zip(), NAME) if problem.code == "V108"]
    assert message and "\n" not in message[0].message
