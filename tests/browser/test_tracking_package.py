"""What the package must be so that tracking can work: names that change with contents, a state that fits."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import builder.build
from builder.problems import BuildError
from tests.browser.tracking import COURSE, opened
from tests.lms_server.server import LmsServer

# ENV03


def test_a_file_that_changes_keeps_its_name(package: Path) -> None:
    """Everything that the page loads carries a piece of its content's hash, but the tiny file that must not be cached."""
    page = (package / "index.html").read_text("utf-8")
    loaded = set(re.findall(r'(?:src|href)="([\w.-]+\.(?:js|css|woff2|pptx|png|svg))"', page))
    assert {Path(name).suffix for name in loaded} >= {".js", ".css", ".woff2"}
    for name in loaded | {path.name for path in package.iterdir() if path.suffix in (".js", ".css", ".woff2", ".pptx")}:
        digest = hashlib.sha256((package / name).read_bytes()).hexdigest()
        assert f".{digest[:8]}." in name, name


def test_after_an_update_the_old_script_comes_out_of_the_cache(
    browser: Browser, lms: LmsServer, package: Path, tmp_path: Path,
) -> None:
    """The LMS lets everything be kept for ever, as some do; the new version must be the one that runs."""
    folder = tmp_path / "course"
    shutil.copytree(package, folder)
    forever = {"Cache-Control": "max-age=31536000, immutable"}
    with opened(browser, lms, folder, headers=forever) as course:
        course.open()
        old = next(folder.glob("player.*.js"))
        changed = old.read_bytes() + b"\ndocument.documentElement.dataset.version='2';\n"
        new = folder / f"player.{hashlib.sha256(changed).hexdigest()[:8]}.js"
        new.write_bytes(changed)
        old.unlink()
        page = (folder / "index.html").read_text("utf-8").replace(old.name, new.name)
        (folder / "index.html").write_text(page, encoding="utf-8")
        # A new version gets a new address of the page from the LMS; the rest of the folder is the same.
        course.visit.launch = "index.html?forcedownload=2"
        course.open()
        assert course.window.evaluate("document.documentElement.dataset.version") == "2"
        assert course.faults() == []


# SUS01


def test_a_course_whose_saved_state_can_grow_too_long_is_not_built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert builder.build.LARGEST_STATE < 4096
    monkeypatch.setattr(builder.build, "LARGEST_STATE", 200)
    with pytest.raises(BuildError) as caught:
        builder.build.build(COURSE, tmp_path, ["vo"])
    [problem] = caught.value.problems.errors
    assert problem.code == "B02"
    assert "bewaarde stand" in problem.message
    assert list(tmp_path.iterdir()) == []
