"""Names and digests of files."""

from __future__ import annotations

import hashlib
import io
import random
import subprocess
import zipfile
from pathlib import Path

import pytest
from example_info import INFO, PAGES

from builder.package.assemble import assemble
from builder.package.files import PackageFile, content_digest, hashed_name, schema_files
from builder.package.zip import pack


@pytest.mark.parametrize("name", [
    "index.html", "images/appel.svg", "player.1a2b3c4d.js", "imscp_rootv1p1p2.xsd", "a/b/c-d.e", "x" * 64,
])  # fmt: skip
def test_a_name_that_needs_no_encoding(name: str) -> None:
    assert PackageFile(name, b"").name == name


@pytest.mark.parametrize("name", [
    "", "Foto.jpg", "één.html", "a b.png", "a~b.js", "x&y.png", "100%.png", "#1.png", "a\\b.js", "/a.js", "../a.js",
    "a/../b.js", "a/", "a//b.js", ".htaccess", "a.", "x" * 65, "a\n",
])  # fmt: skip
def test_a_name_that_an_lms_could_change(name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        PackageFile(name, b"")


def test_a_hashed_name_changes_with_the_contents_only() -> None:
    name = hashed_name("player", ".js", b"one")
    assert name == f"player.{hashlib.sha256(b'one').hexdigest()[:8]}.js"
    assert name == hashed_name("player", ".js", b"one")
    assert name != hashed_name("player", ".js", b"two")


def test_the_digest_knows_names_and_contents_but_no_order() -> None:
    files = [PackageFile("a.txt", b"1"), PackageFile("b.txt", b"2")]
    digest = content_digest(files)
    assert digest == content_digest(reversed(files))
    assert digest != content_digest([PackageFile("a.txt", b"2"), PackageFile("b.txt", b"1")])
    assert digest != content_digest([PackageFile("a.txt", b"1"), PackageFile("c.txt", b"2")])


def test_the_digest_can_be_checked_with_common_tools(tmp_path: Path) -> None:
    files = assemble(INFO, PAGES, schema_files())
    random.Random(3).shuffle(files)
    with zipfile.ZipFile(io.BytesIO(pack(files))) as archive:
        archive.extractall(tmp_path)
    command = r"find . -type f -printf '%P\n' | LC_ALL=C sort | xargs sha256sum | sha256sum"
    found = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert found.stdout.split()[0] == content_digest(files)
