"""What a build leaves behind: whole packages, the same bytes everywhere, and nothing when something is wrong."""

from __future__ import annotations

import errno
import gzip
import hashlib
import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from builder.build import Built, build
from builder.problems import BuildError
from tests.conftest import ROOT, SMALL, SmallCourse

EDITIONS = ["compleet", "hbo-wo", "mbo", "po", "vo"]


def listing(folder: Path) -> dict[str, bytes]:
    """Every file in ``folder``, hidden ones too, with its contents."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_build_writes_the_packages_and_their_checksums(small: SmallCourse) -> None:
    built = small.build()
    files = listing(small.output)
    assert sorted(files) == ["SHA256SUMS", *(f"klein-{edition}.zip" for edition in EDITIONS)]
    assert files["SHA256SUMS"].decode().splitlines() == [
        f"{hashlib.sha256(files[name]).hexdigest()}  {name}" for name in sorted(files) if name.endswith(".zip")
    ]
    assert [item.file for item in built] == [f"klein-{name}.zip" for name in ("po", "vo", "mbo", "hbo-wo", "compleet")]


def test_files_are_readable_for_everyone_whatever_the_umask(small: SmallCourse) -> None:
    before = os.umask(0o077)
    try:
        small.build()
    finally:
        os.umask(before)
    assert {path.stat().st_mode & 0o777 for path in [*small.output.iterdir(), small.path("saved-state.lock")]} == {0o644}


def test_the_second_build_writes_the_same(small: SmallCourse) -> None:
    small.build()
    first, lock = listing(small.output), small.path("saved-state.lock").read_bytes()
    small.build()
    assert listing(small.output) == first
    assert small.path("saved-state.lock").read_bytes() == lock


def test_one_edition_leaves_the_others_and_their_checksums(small: SmallCourse) -> None:
    small.build()
    before = listing(small.output)
    small.replace("course.yaml", "title: Voor het mbo", "title: Voor mbo")
    build(small.folder, small.output, ["mbo"])
    after = listing(small.output)
    assert {name for name in after if after[name] != before[name]} == {"klein-mbo.zip", "SHA256SUMS"}
    assert len(after["SHA256SUMS"].splitlines()) == len(EDITIONS)


def test_checksums_that_somebody_spoilt_are_written_anew(small: SmallCourse) -> None:
    small.output.mkdir()
    (small.output / "SHA256SUMS").write_bytes(b"\xff\xfe onzin\nabc  weg.zip\n")
    build(small.folder, small.output, ["po"])
    assert [line.split()[1] for line in (small.output / "SHA256SUMS").read_text().splitlines()] == ["klein-po.zip"]


def test_an_edition_that_does_not_exist(small: SmallCourse) -> None:
    with pytest.raises(BuildError, match=r"B01: editie ‘v’ bestaat niet"):
        build(small.folder, small.output, ["v"])


# When something is wrong


def test_a_fault_leaves_everything_as_it_was(small: SmallCourse) -> None:
    small.build()
    output, course = listing(small.output), listing(small.folder / "questions")
    lock = small.path("saved-state.lock").read_bytes()
    small.replace("units/eerste/kijken.yaml", "right: true", "right: false")
    with pytest.raises(BuildError):
        small.build()
    assert listing(small.output) == output
    assert small.path("saved-state.lock").read_bytes() == lock
    assert listing(small.folder / "questions") == course


def test_a_fault_in_the_first_build_makes_no_folder_and_no_lock(small: SmallCourse) -> None:
    small.replace("units/eerste/kijken.yaml", "right: true", "right: false")
    with pytest.raises(BuildError):
        small.build()
    assert not small.output.exists()
    assert not small.path("saved-state.lock").exists()


@pytest.mark.parametrize("reach", range(6))
def test_a_stop_half_way_leaves_whole_packages(
    small: SmallCourse, monkeypatch: pytest.MonkeyPatch, reach: int
) -> None:
    """The power fails after ``reach`` files: each package is the old one or the new one."""
    small.build()
    old = listing(small.output)
    small.replace("course.yaml", "title: Klein", "title: Kleiner")
    count = 0
    replace = Path.replace

    def stops(self: Path, target: Path) -> Path:
        nonlocal count
        if self.parent == small.output:
            if count == reach:
                raise KeyboardInterrupt
            count += 1
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stops)
    with pytest.raises(KeyboardInterrupt):
        small.build()
    now = listing(small.output)
    assert sorted(now) == sorted(old)
    assert sum(now[name] != old[name] for name in old) == reach
    for name in now:
        if name.endswith(".zip"):
            assert zipfile.ZipFile(small.output / name).testzip() is None


def test_a_full_disk_is_found_before_anything_is_replaced(
    small: SmallCourse, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.build()
    old = listing(small.output)
    small.replace("course.yaml", "title: Klein", "title: Kleiner")
    write = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if "klein-mbo" in self.name:
            write(self, data[:100])
            raise OSError(28, "No space left on device", str(self))
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(BuildError, match=r"klein-mbo.zip: fout B03: de schijf is vol\.\n    Maak ruimte"):
        small.build()
    assert listing(small.output) == old


def test_a_folder_in_the_way_is_found_before_anything_is_replaced(small: SmallCourse) -> None:
    small.build()
    lock = small.path("saved-state.lock").read_bytes()
    (small.output / "klein-vo.zip").unlink()
    old = listing(small.output)
    (small.output / "klein-vo.zip").mkdir()
    small.replace("course.yaml", "title: Klein", "title: Kleiner")
    small.replace("questions/ld1-test.yaml", "id: altijd-te-zien", "id: nooit-te-zien")
    with pytest.raises(BuildError, match=r"klein-vo.zip: fout B03: dit is een map, en hier hoort een bestand\."):
        small.build()
    (small.output / "klein-vo.zip").rmdir()
    assert listing(small.output) == old
    assert small.path("saved-state.lock").read_bytes() == lock


#: What the system says when it does not let anyone write, and what the builder makes of it.
REFUSALS = {
    errno.EACCES: "hier mag je niet schrijven.",
    errno.EROFS: "hier mag je niet schrijven.",
    errno.EDQUOT: "de schijf is vol.",
    errno.EIO: "dit is niet te schrijven.",
}


@pytest.mark.parametrize("reason", REFUSALS)
@pytest.mark.parametrize("name", ["klein-mbo.zip", "saved-state.lock"])
def test_a_file_that_may_not_be_written_has_a_code_and_a_place(
    small: SmallCourse, monkeypatch: pytest.MonkeyPatch, name: str, reason: int
) -> None:
    write = Path.write_bytes

    def refuse(self: Path, data: bytes) -> int:
        if name in self.name:
            raise OSError(reason, os.strerror(reason), str(self))
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(BuildError) as error:
        small.build()
    assert [str(problem).splitlines()[0] for problem in error.value.problems.errors] == [
        f"{small.path(name) if name.endswith('.lock') else small.output / name}: fout B03: {REFUSALS[reason]}"]
    assert listing(small.output) == {}
    assert not small.path("saved-state.lock").exists()


@pytest.mark.parametrize(("lock", "code"), [
    (b"\xff\xfe" + "course location".encode("utf-16-le"), "L01"),
    (b"course location choice 1x3 start kijken doen\n", "L04"),
    (b"<<<<<<< HEAD\n", "L01"),
    (b"course location choice 1x3 start kijken doen\nchecksum 00000000\n", "L04"),
], ids=["UTF-16", "cut short", "a conflict of git", "changed by hand"])
def test_a_broken_lock_stops_the_build(small: SmallCourse, lock: bytes, code: str) -> None:
    small.path("saved-state.lock").write_bytes(lock)
    with pytest.raises(BuildError) as error:
        small.build()
    assert code in {problem.code for problem in error.value.problems}
    assert small.path("saved-state.lock").read_bytes() == lock


def test_faults_beside_the_course_are_told_in_the_same_run(small: SmallCourse) -> None:
    """Of the course, of the guide and of the lock."""
    small.replace("units/eerste/kijken.yaml", "    prompt: Wie", "    promt: Wie")
    small.write("facts.yaml", "facts:\n\t- id: F01\n")
    small.write("instruments.yaml", "instruments: geen\n")
    small.path("saved-state.lock").mkdir()
    with pytest.raises(BuildError) as error:
        small.build()
    assert [f"{problem.code} {small.place(problem)}" for problem in error.value.problems] == [
        "Y03 facts.yaml:2:1", "C03 instruments.yaml:1:14", "Y01 saved-state.lock",
        "C01 units/eerste/kijken.yaml:14:5", "C06 units/eerste/kijken.yaml:17:5",
    ]


def test_what_learners_lose_is_a_warning(small: SmallCourse) -> None:
    small.build()
    small.replace("questions/ld1-test.yaml", "id: altijd-te-zien", "id: nooit-te-zien")
    _, problems = build(small.folder, small.output)
    assert [str(problem) for problem in problems] == [
        "klein/saved-state.lock: let op L10: ‘question/altijd-te-zien’ zit niet meer in de cursus. "
        "Wat mensen daar deden, telt niet meer mee."]


# How large it becomes


def test_a_package_is_small(packages: list[Built]) -> None:
    """Some LMSs refuse large ones; learners on a phone wait for them."""
    assert {item.file: len(item.data) for item in packages if len(item.data) >= 400_000} == {}


def test_script_and_style_are_small(packages: list[Built]) -> None:
    """As a server sends them: packed."""
    for item in packages:
        archive = zipfile.ZipFile(io.BytesIO(item.data))
        loaded = [archive.read(name) for name in archive.namelist() if name.endswith((".js", ".css"))]
        assert len(loaded) == 2
        assert sum(len(gzip.compress(data, mtime=0)) for data in loaded) < 60_000


def test_the_longest_saved_state_leaves_room(packages: list[Built]) -> None:
    """SCORM 1.2 promises 4,096 characters, and a course that grows needs them."""
    assert {item.edition: item.state_length for item in packages if item.state_length >= 1200} == {}


# The same source, the same bytes

#: Gives the contents of every folder in another order, as other file systems do.
SHUFFLE = """
import os, random
scandir, listdir = os.scandir, os.listdir
class Shuffled(list):
    def __enter__(self): return self
    def __exit__(self, *rest): pass
    def close(self): pass
def shuffled(make):
    def listing(*rest):
        found = Shuffled(make(*rest))
        random.Random(7).shuffle(found)
        found.reverse()
        return found
    return listing
os.scandir, os.listdir = shuffled(scandir), shuffled(listdir)
"""


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Course, builder and schemas, as they are when the tests begin."""
    folder = tmp_path_factory.mktemp("sources")
    shutil.copytree(SMALL, folder / "klein")
    shutil.copytree(ROOT / "builder", folder / "builder", ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    shutil.copytree(ROOT / "schemas", folder / "schemas")
    return folder


def build_elsewhere(sources: Path, folder: Path, umask: int = 0o022, **environment: str) -> dict[str, bytes]:
    """The packages and the lock as another computer would make them."""
    shutil.copytree(sources, folder)
    (folder / "shim").mkdir()
    (folder / "shim" / "sitecustomize.py").write_text(SHUFFLE if environment.pop("SHUFFLED", "") else "", "utf-8")
    subprocess.run(
        [sys.executable, "-m", "builder", "build", "--course", "klein", "--output", "dist"],
        cwd=folder, check=True, capture_output=True, umask=umask,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(folder / "shim"), **environment},
    )
    return listing(folder / "dist") | {"lock": (folder / "klein" / "saved-state.lock").read_bytes()}


#: A computer, and how it differs from the one before.
COMPUTERS: dict[str, dict[str, str]] = {
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "another locale": {"LC_ALL": "C", "LANG": "nl_NL.ISO-8859-1"},
    "another order of hashes": {"PYTHONHASHSEED": "4242"},
    "another order of folders": {"SHUFFLED": "yes", "PYTHONHASHSEED": "1"},
}


@pytest.fixture(scope="session")
def here(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build_elsewhere(sources, tmp_path_factory.mktemp("hier") / "een", PYTHONHASHSEED="0")


@pytest.mark.parametrize("name", COMPUTERS)
def test_the_same_source_gives_the_same_bytes(
    name: str, sources: Path, here: dict[str, bytes], tmp_path: Path
) -> None:
    there = build_elsewhere(sources, tmp_path / "één map met spaties", umask=0o077, **COMPUTERS[name])
    assert {file for file in here if there.get(file) != here[file]} == set()


def test_the_real_course_too(packages: list[Built], tmp_path: Path) -> None:
    shutil.copytree(ROOT / "course", tmp_path / "een kopie")
    again, _ = build(tmp_path / "een kopie", tmp_path / "dist")
    assert {item.file: item.data for item in again} == {item.file: item.data for item in packages}


def test_the_digest_over_the_contents_is_what_sha256sum_says(small: SmallCourse, tmp_path: Path) -> None:
    """It holds with every zlib, and anyone can check it on an unpacked package."""
    built = small.build()[0]
    unpacked = tmp_path / "unpacked"
    zipfile.ZipFile(small.output / built.file).extractall(unpacked)
    answer = subprocess.run(
        "find . -type f -printf '%P\\n' | LC_ALL=C sort | xargs sha256sum | sha256sum",
        shell=True, cwd=unpacked, capture_output=True, text=True, check=True,
    )
    assert answer.stdout.split()[0] == built.content


def test_the_lock_of_the_course_is_up_to_date(packages: list[Built], tmp_path: Path) -> None:
    """A question whose place was never committed would get another one at the next build."""
    shutil.copytree(ROOT / "course", tmp_path / "course")
    build(tmp_path / "course", tmp_path / "dist", ["po"])
    new = (tmp_path / "course" / "saved-state.lock").read_text("utf-8")
    assert new == (ROOT / "course" / "saved-state.lock").read_text("utf-8"), "run make, and commit course/saved-state.lock"
