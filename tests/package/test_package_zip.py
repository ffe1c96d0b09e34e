"""The zip: readable everywhere, and the same bytes everywhere."""

from __future__ import annotations

import io
import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from example_info import INFO, PAGES

from builder.package.assemble import assemble
from builder.package.files import PackageFile, schema_files
from builder.package.zip import pack
from builder.validate import open_package, validate

ROOT = Path(__file__).parents[2]


def package() -> bytes:
    return pack(assemble(INFO, PAGES, schema_files()))


def test_every_file_comes_out_as_it_went_in() -> None:
    files = assemble(INFO, PAGES, schema_files())
    with zipfile.ZipFile(io.BytesIO(pack(files))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            file.name: file.data for file in files
        }


def test_the_manifest_is_first_and_the_rest_by_name() -> None:
    names = zipfile.ZipFile(io.BytesIO(package())).namelist()
    assert names[0] == "imsmanifest.xml"
    assert names[1:] == sorted(names[1:])


def test_headers_are_plain() -> None:
    for entry in zipfile.ZipFile(io.BytesIO(package())).infolist():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert entry.flag_bits == 0
        assert entry.extra == b"" and entry.comment == b""
        assert entry.external_attr >> 16 == 0o100644
        assert entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        assert not entry.is_dir()


def test_sizes_stand_before_the_contents() -> None:
    for entry in open_package(package(), "x.zip").entries:
        assert entry.flags == 0 and not entry.zip64


def test_what_does_not_get_smaller_is_stored() -> None:
    noise = random.Random(1).randbytes(500)
    archive = zipfile.ZipFile(io.BytesIO(pack([PackageFile("a.bin", noise), PackageFile("b.txt", b"a" * 500)])))
    assert archive.getinfo("a.bin").compress_type == zipfile.ZIP_STORED
    assert archive.getinfo("b.txt").compress_type == zipfile.ZIP_DEFLATED


def test_two_files_with_one_name_are_a_mistake() -> None:
    with pytest.raises(ValueError, match=r"a\.txt"):
        pack([PackageFile("a.txt", b"1"), PackageFile("a.txt", b"2")])


def test_a_streaming_unzipper_reads_it(tmp_path: Path) -> None:
    """bsdtar and Java read from the front; Python's zipfile does not, so this walks the local headers."""
    data, at, names = package(), 0, []
    while data[at : at + 4] == b"PK\3\4":
        size = int.from_bytes(data[at + 18 : at + 22], "little")
        length = int.from_bytes(data[at + 26 : at + 28], "little")
        names.append(data[at + 30 : at + 30 + length].decode("ascii"))
        at += 30 + length + size
    assert names == zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert data[at : at + 4] == b"PK\1\2"


def test_our_package_has_no_problem() -> None:
    assert [str(problem) for problem in validate(package(), "aandacht-vo.zip")] == []


_BUILD = """
import hashlib, os, random, sys
sys.path[:0] = [sys.argv[1], sys.argv[2]]
os.umask(int(sys.argv[4], 8))
from example_info import INFO, PAGES
from builder.package.assemble import assemble
from builder.package.files import content_digest, schema_files
from builder.package.zip import pack
dice = random.Random(sys.argv[3])
def shuffled(files):
    files = list(files)
    dice.shuffle(files)
    return files
files = shuffled(assemble(INFO, shuffled(PAGES), shuffled(schema_files())))
print(hashlib.sha256(pack(files)).hexdigest(), content_digest(files))
"""


def build_elsewhere(folder: Path, seed: str, umask: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _BUILD, str(ROOT), str(Path(__file__).parent), seed, umask],
        cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def test_place_time_language_rights_and_order_do_not_matter(tmp_path: Path) -> None:
    other = tmp_path / "een map met één spatie"
    other.mkdir()
    results = {
        build_elsewhere(tmp_path, "1", "022", TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1"),
        build_elsewhere(other, "2", "077", TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8", PYTHONHASHSEED="2"),
        build_elsewhere(other, "3", "000", TZ="America/St_Johns", LC_ALL="nl_NL.UTF-8", PYTHONUTF8="0",
                        SOURCE_DATE_EPOCH="0", PYTHONHASHSEED="3"),
    }  # fmt: skip
    assert len(results) == 1
