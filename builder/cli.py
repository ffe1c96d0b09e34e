"""The commands, a function each. Each imports what it needs, so that help answers at once."""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.build import Built
    from builder.course.model import Course
    from builder.problems import Problems

ROOT = Path(__file__).parent.parent


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Bouwt de cursus tot SCORM 1.2-pakketten."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


@main.command()
@click.option("--course", "course_folder", type=click.Path(path_type=Path), default=ROOT / "course",
              help="De map met de cursus.")
@click.option("--output", type=click.Path(path_type=Path), default=ROOT / "dist", help="Waar de pakketten komen.")
@click.option("--edition", "editions", multiple=True, help="Alleen deze editie; mag vaker.")
def build(course_folder: Path, output: Path, editions: tuple[str, ...]) -> None:
    """Bouw en controleer de pakketten."""
    gc.disable()  # A build keeps nearly all that it makes: looking for rubbish would cost a tenth of its time.
    from builder.build import build as run
    from builder.problems import BuildError

    started = time.perf_counter()
    progress = _Progress(started)
    try:
        built, problems = run(course_folder, output, editions, progress)
    except BuildError as error:
        progress.clear()
        _print_problems(error.problems)
        count = len(error.problems.errors)
        click.echo(f"Niet gebouwd: {count} {'fout' if count == 1 else 'fouten'}. In {output} is niets veranderd.", err=True)
        sys.exit(1)
    except OSError as error:
        progress.clear()
        click.echo(f"Niet gebouwd: {error.filename or output}: {error.strerror}.", err=True)
        sys.exit(1)
    progress.clear()
    _print_problems(problems)
    _print_table(built)
    click.echo(f"{len(built)} {'pakket' if len(built) == 1 else 'pakketten'} in {output} "
               f"({time.perf_counter() - started:.1f} s)")


@main.command()
@click.argument("packages", nargs=-1, required=True, type=click.Path(path_type=Path))
def validate(packages: tuple[Path, ...]) -> None:
    """Controleer SCORM 1.2-pakketten, ook die van een ander."""
    from builder.problems import Problems
    from builder.validate import validate as run

    problems = Problems()
    for path in packages:
        try:
            data = path.read_bytes()
        except OSError as error:
            from builder.problems import Position

            problems.error("P00", Position(str(path)), f"dit bestand is niet te lezen: {error.strerror}.")
            continue
        problems.extend(run(data, path.name))
    _print_problems(problems)
    errors, warnings = len(problems.errors), len(problems.warnings)
    click.echo(f"{len(packages)} gecontroleerd: {errors} fouten, {warnings} waarschuwingen")
    sys.exit(1 if errors else 0)


@main.command()
@click.option("--output", type=click.Path(path_type=Path), default=ROOT / "schemas", help="Waar de schema’s komen.")
def schema(output: Path) -> None:
    """Schrijf JSON Schema van de YAML, waarmee een editor meekijkt."""
    from builder.course.json_schema import json_schemas

    for name, text in json_schemas():
        _write(output / name, text)
        click.echo(name)


@main.command()
@click.option("--course", "course_folder", type=click.Path(path_type=Path), default=ROOT / "course",
              help="De map met de cursus.")
def language(course_folder: Path) -> None:
    """Lees de teksten na: lengte, gemak, woorden, spelling."""
    from builder.language import check_language
    from builder.language.opening import open_manuscript

    started = time.perf_counter()
    course, problems = _load(course_folder)
    manuscript, missing = open_manuscript(course, course_folder, problems)
    problems.extend(check_language(manuscript))
    _print_problems(problems)
    for line in missing:
        click.echo(line)
    click.echo(f"{len(manuscript.passages)} teksten gelezen in {time.perf_counter() - started:.1f} s")
    errors, warnings = len(problems.errors), len(problems.warnings)
    click.echo(f"language: {errors} errors, {warnings} warnings")
    sys.exit(1 if errors else 0)


@main.command()
@click.option("--course", "course_folder", type=click.Path(path_type=Path), default=ROOT / "course",
              help="De map met de cursus.")
@click.option("--output", type=click.Path(path_type=Path), default=ROOT / "docs" / "coverage.md",
              help="Waar het overzicht komt.")
def coverage(course_folder: Path, output: Path) -> None:
    """Controleer of elke editie alles behandelt, en schrijf docs/coverage.md."""
    from builder.coverage import check_coverage, check_minutes, load_guide, report
    from builder.problems import Problems

    problems = Problems()
    guide = load_guide(course_folder, problems)
    course, _ = _load(course_folder, problems)
    problems.extend(check_coverage(course, guide))
    problems.extend(check_minutes(course))
    _print_problems(problems)
    if guide is None:
        click.echo(f"Er is geen {course_folder}/facts.yaml: er is niets om de cursus mee te vergelijken.", err=True)
        sys.exit(1)
    _write(output, report(course, guide))
    missing = len(problems.errors)
    click.echo(f"coverage: {len(guide.facts)} facts, {len(guide.links)} links, {len(guide.instruments)} instruments, {missing} missing")
    sys.exit(1 if missing else 0)


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("text")
@click.option("--edition", help="De editie; staat ook in de tekst zelf.")
@click.option("--course", "course_folder", type=click.Path(path_type=Path), default=ROOT / "course",
              help="De map met de cursus.")
def decode(text: str, edition: str | None, course_folder: Path) -> None:
    """Lees de bewaarde voortgang van een deelnemer (cmi.suspend_data)."""
    from builder.problems import BuildError
    from builder.tracking import UnreadableState, decode_text, report

    try:
        standing = decode_text(course_folder, text, edition)
    except UnreadableState as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except BuildError as error:
        _print_problems(error.problems)
        click.echo(f"De cursus is niet te lezen: {len(error.problems.errors)} fouten.", err=True)
        sys.exit(1)
    click.echo(report(standing), nl=False)


def _load(course_folder: Path, problems: Problems | None = None) -> tuple[Course, Problems]:
    """The course, or its errors on the screen and the end."""
    from builder.course.load import load_course
    from builder.problems import BuildError

    try:
        return load_course(course_folder, problems)
    except BuildError as error:
        _print_problems(error.problems)
        click.echo(f"De cursus is niet te lezen: {len(error.problems.errors)} fouten.", err=True)
        sys.exit(1)


def _write(path: Path, text: str) -> None:
    """A file for developers, or why it cannot be written and the end."""
    from builder.writing import unwritten

    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        click.echo(str(unwritten(error)), err=True)
        sys.exit(1)


class _Progress:
    """One line that says what is going on, only on a terminal and only when it takes long."""

    def __init__(self, started: float) -> None:
        self.started = started
        self.shown = False

    def __call__(self, line: str) -> None:
        if sys.stderr.isatty() and time.perf_counter() - self.started > 0.3:
            click.echo(f"\r\x1b[K{line} …", nl=False, err=True)
            self.shown = True

    def clear(self) -> None:
        if self.shown:
            click.echo("\r\x1b[K", nl=False, err=True)


def _print_problems(problems: Problems) -> None:
    for problem in problems:
        click.echo(str(problem), err=True)


def _print_table(built: Sequence[Built]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("editie", "pakket"):
        table.add_column(name, no_wrap=True)
    for name in ("kB", "lessen", "min", "woorden", "vragen", "dubbel", "stand"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("inhoud", no_wrap=True)
    for item in built:
        figures = item.figures
        table.add_row(
            item.edition, item.file, f"{len(item.data) / 1000:.0f}", str(figures.lessons),
            f"{figures.minutes:.0f}", str(figures.words), str(figures.items),
            f"{figures.duplication:.1%}".replace(".", ","), str(item.state_length), item.content[:16],
        )
    Console(width=110, highlight=False).print(table)
