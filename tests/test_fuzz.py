"""Whatever an author does to the YAML, the builder answers: packages, or problems with a place. Never a traceback."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder import side_by_side
from builder.build import build
from builder.problems import BuildError
from tests.conftest import FIXTURES, SMALL

#: What people leave behind, or paste over something else.
ODD: list[Any] = [
    None, "", " ", "x", 0, -1, 3, 1.5, 10**30, True, [], {}, [None], [[]], [{}], {"id": None}, {"": ""}, {"type": "text"},
    "# Kop", "- een\n- twee", "1986. Jaar", "*", "**", "[", "](", "[]()", "[](lesson:kijken)", "[x](term:stigma)",
    "[x](source:hulp)", "[x](print:x)", "[x](download:x)", "{{", "}}", "{{ leerling }}", "{{ Leerling }}", "{{}}", "{{ x }}",
    "<b>", "a < b", "</script>", "&amp;", "\\", "`", "\ue000x\ue001", "\u2028", "\x07", "é" * 300, "😀", "po", "vo", "LD1", "LD9",
    "kijken", "doen", "eerste", "start", "end", "best", "sociaal", "hulp", "2026-11", "https://a.nl", "x" * 5000,
]

Place = tuple[str | int, ...]


def course_files() -> dict[str, Any]:
    """The tiny course with a block of every type, as plain values by file name."""
    files = {
        str(path.relative_to(SMALL)): yaml.safe_load(path.read_text("utf-8")) for path in sorted(SMALL.rglob("*.yaml"))
    }
    files["units/eerste/alles.yaml"] = yaml.safe_load((FIXTURES / "alles.yaml").read_text("utf-8"))
    files["units/eerste/unit.yaml"]["lessons"] = ["kijken", "alles", "doen"]
    return files


def places(value: Any, place: Place = ()) -> Iterator[Place]:
    """Where everything inside ``value`` stands."""
    if place:
        yield place
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inside:
        yield from places(item, (*place, key))


FILES = course_files()
PLACES = [(name, place) for name, value in FILES.items() for place in places(value)]
ODD_TEXTS = [value for value in ODD if isinstance(value, str)]

#: How often each change is tried: those that get past the first checks most.
CHANGES = [*["same"] * 5, *["text"] * 5, *["sectors"] * 4, *["double"] * 3, "swap", "odd", "rename", "delete"]


def at(files: dict[str, Any], name: str, place: Place) -> Any:
    value = files[name]
    for step in place:
        value = value[step]
    return value


@st.composite
def changed_courses(draw: st.DrawFn) -> dict[str, Any]:
    """A few changes: something deleted, doubled, renamed, for other sectors, or replaced.

    ``same`` takes what another place with the same key has: an id for an id, a picture for a picture.
    """
    files = copy.deepcopy(FILES)
    for _ in range(draw(st.integers(1, 4))):
        name, place = draw(st.sampled_from(PLACES))
        try:
            holder = at(files, name, place[:-1])
            here = holder[place[-1]]
        except (KeyError, IndexError, TypeError):
            continue  # An earlier change took it away.
        key = place[-1]
        match draw(st.sampled_from(CHANGES)):
            case "delete":
                del holder[key]
            case "double" if isinstance(holder, list):
                holder.insert(int(key), copy.deepcopy(here))
            case "swap":
                holder[key] = copy.deepcopy(at(FILES, *draw(st.sampled_from(PLACES))))
            case "same" if isinstance(key, str):
                alike = [(other, where) for other, where in PLACES if where[-1] == key]
                holder[key] = copy.deepcopy(at(FILES, *draw(st.sampled_from(alike))))
            case "text" if isinstance(here, str):
                holder[key] = draw(st.sampled_from(ODD_TEXTS))
            case "rename" if isinstance(holder, dict):
                holder[draw(st.sampled_from(["titel", "id", "type", "sectors", "x", 3]))] = holder.pop(key)
            case "sectors" if isinstance(here, dict):
                here["sectors"] = draw(st.sampled_from([["po"], ["vo", "mbo"], ["hbo-wo"], []]))
            case "odd":
                holder[key] = draw(st.sampled_from(ODD))
    return files


def must_answer(folder: Path) -> None:
    """Builds it; what is wrong with it has a code, a place in a file of the course, and a message."""
    try:
        build(folder, folder.parent / "dist")
    except BuildError as error:
        assert error.problems.errors
        for problem in error.problems:
            assert problem.code and problem.message.endswith((".", "?"))
            assert problem.position.file.startswith(folder.name), problem
            str(problem).encode("utf-8")


def write_course(folder: Path, files: dict[str, Any]) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SMALL, folder / "klein")
    for name, value in files.items():
        text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000)
        (folder / "klein" / name).write_text(text, encoding="utf-8", errors="surrogatepass")
    return folder / "klein"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@pytest.fixture(scope="module", autouse=True)
def in_one_process() -> Iterator[None]:
    """Copying the process takes longer than so small a course."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(side_by_side, "_may_copy", lambda: False)
        yield


few = settings(max_examples=60, deadline=None, database=None, derandomize=True,
               suppress_health_check=list(HealthCheck))
many = settings(few, max_examples=4000, derandomize=False)


def test_the_course_without_changes_builds(folder: Path) -> None:
    assert len(build(write_course(folder / "heel", FILES), folder / "dist")[0]) == 5


@few
@given(files=changed_courses())
def test_changed_values(folder: Path, files: dict[str, Any]) -> None:
    must_answer(write_course(folder / "waarden", files))


@pytest.mark.long
@many
@given(files=changed_courses())
def test_many_changed_values(folder: Path, files: dict[str, Any]) -> None:
    must_answer(write_course(folder / "veel", files))


LESSON = (FIXTURES / "alles.yaml").read_text("utf-8")


@st.composite
def changed_texts(draw: st.DrawFn) -> bytes:
    """The lesson as a file with something typed, cut or moved in the wrong place."""
    text = LESSON
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        typed = draw(st.one_of(
            st.sampled_from(["\t", "- ", ": ", "\n", "  ", "'", '"', "|", ">", "&a ", "*a ", "!x ", "{", "}", "[", "]", "#",
                             "---\n", "...\n", "? ", "%", "@", "`", "\r", "\ufeff", "\x00", "\x85", "<<: ", text[start:end] * 2]),
            st.text(max_size=6),
        ))
        text = text[:start] + typed + text[end:]
    return text.encode(draw(st.sampled_from(["utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252"])), "replace")


@settings(few, max_examples=150)
@given(data=changed_texts())
def test_changed_files(folder: Path, data: bytes) -> None:
    course = write_course(folder / "bestanden", FILES)
    (course / "units/eerste/alles.yaml").write_bytes(data)
    must_answer(course)


@pytest.mark.long
@many
@given(data=changed_texts())
def test_many_changed_files(folder: Path, data: bytes) -> None:
    course = write_course(folder / "veel-bestanden", FILES)
    (course / "units/eerste/alles.yaml").write_bytes(data)
    must_answer(course)
