"""The build, as a sentence: course, edition, pages, package, validate, write.

Nothing is written before everything is right: packages are made and validated in memory.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from builder.course.edition import select_edition
from builder.course.load import load_course
from builder.course.model import Course, EditionInfo
from builder.course.slots import SavedState, read_lock, saved_state
from builder.coverage.check import check_coverage
from builder.coverage.duplication import Twins
from builder.coverage.guide import load_guide
from builder.coverage.measure import EditionFigures, measure
from builder.package.files import PackageFile, content_digest
from builder.package.zip import pack
from builder.pages.package import package_files
from builder.presentation.decks import make_decks
from builder.presentation.model import deck_name
from builder.problems import BuildError, Position, Problems, did_you_mean
from builder.side_by_side import beside, meanwhile, side_by_side
from builder.validate import prepare, validate
from builder.writing import unwritten, write_files

#: SCORM 1.2 allows 4,096 characters of suspend_data; the rest is room for an LMS that counts differently.
LARGEST_STATE = 4000


@dataclass(frozen=True)
class Built:
    """One package, ready to be written."""

    edition: str
    file: str
    data: bytes
    content: str
    """SHA-256 over the unpacked contents: the same with every zlib."""
    state_length: int
    """Characters of the longest saved state that can occur."""
    figures: EditionFigures
    """Lessons, minutes, words, questions and duplication, as measured."""


def build(
    course_folder: Path,
    output: Path,
    editions: Sequence[str] = (),
    progress: Callable[[str], None] = lambda line: None,
) -> tuple[list[Built], Problems]:
    """Builds ``editions`` (all when empty) into ``output``. Raises ``BuildError`` and writes nothing."""
    with meanwhile(prepare, validate) as validate_package:
        progress("cursus lezen")
        problems = Problems()
        guide = load_guide(course_folder, problems)
        lock = read_lock(course_folder, problems)
        course, _ = load_course(course_folder, problems)
        chosen = _chosen(course, editions)
        with beside(partial(make_decks, course, chosen)) as decks_made:
            problems.extend(check_coverage(course, guide))
            state = saved_state(course, course_folder, problems, lock)
            twins = Twins(course)
            progress("presentaties")
            decks, found = decks_made()
        problems.extend(found)
        progress(f"edities: 0 van {len(chosen)}")
        largest_first = sorted(chosen, key=lambda info: -len(info.sectors))
        made: dict[str, Built] = {}
        for item, found in side_by_side(partial(_build_edition, course, state, decks, twins), largest_first):
            made[item.edition] = item
            progress(f"edities: {len(made)} van {len(chosen)}")
            problems.extend(found)
            problems.extend(validate_package(item.data, item.file))
    built = [made[info.id] for info in chosen]
    if problems.errors:
        raise BuildError(problems)
    contents = {item.file: item.data for item in built}
    contents |= {deck_name(course.info.id, sector): deck for sector, deck in decks.items()}
    try:
        contents = _with_sums(output, contents, everything=not editions)
        # The lock goes first: a place that learners have and no lock keeps would go to another question at the next build.
        write_files(state.to_write() | {output / name: data for name, data in contents.items()})
    except OSError as error:
        problems.extend([unwritten(error)])
        raise BuildError(problems) from error
    return built, problems


def _chosen(course: Course, wanted: Sequence[str]) -> list[EditionInfo]:
    known = {str(edition.id): edition for edition in course.info.editions}
    problems = Problems()
    for name in wanted:
        if name not in known:
            problems.error("B01", Position("--edition"), f"editie ‘{name}’ bestaat niet.", did_you_mean(name, known))
    if problems.errors:
        raise BuildError(problems)
    return [known[name] for name in dict.fromkeys(wanted)] if wanted else list(known.values())


def _build_edition(
    course: Course, state: SavedState, decks: dict[str, bytes], twins: Twins, info: EditionInfo,
) -> tuple[Built, Problems]:
    problems = Problems()
    edition = select_edition(course, info)
    layout, longest = state.for_edition(edition)
    if longest > LARGEST_STATE:
        problems.error("B02", info.position,
                       f"de bewaarde stand van editie ‘{info.id}’ kan {longest} tekens lang worden; "
                       f"een LMS bewaart er {LARGEST_STATE}.", "Haal vragen weg of deel de cursus op.")
    files: list[PackageFile] = package_files(edition, layout, decks)
    data = pack(files)
    built = Built(str(info.id), f"{edition.package_id}.zip", data, content_digest(files), longest,
                  measure(edition, twins))
    return built, problems


def _with_sums(output: Path, contents: dict[str, bytes], everything: bool) -> dict[str, bytes]:
    """``contents`` and their SHA256SUMS, last; a part of the editions leaves the lines of the others."""
    sums = output / "SHA256SUMS"
    known = sums.read_text("utf-8", "replace").splitlines() if sums.is_file() and not everything else []
    lines = {name: line for line in known if (name := line.partition("  ")[2]) and (output / name).is_file()}
    lines |= {name: f"{hashlib.sha256(data).hexdigest()}  {name}" for name, data in contents.items()}
    return contents | {"SHA256SUMS": "".join(f"{line}\n" for _, line in sorted(lines.items())).encode()}
