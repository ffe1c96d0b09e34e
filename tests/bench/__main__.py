"""``python -m tests.bench``: the figures of speed and size, with the machine that they were measured on."""

from __future__ import annotations

import gzip
import shutil
import statistics
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import tracking
from tests.bench.build_time import RUNS, build_and_floor
from tests.bench.goals import Figure, show
from tests.bench.machine import describe_machine
from tests.bench.requests import first_page
from tests.conftest import ROOT

#: The goals: seconds of a build, and times the floor; kB of a package, and of its script and style; requests.
BUILD, RATIO = 2, 3
PACKAGE, LOADED = 400, 60
REQUESTS = 5


def figures() -> Iterator[Figure]:
    """Everything that is measured, in about five minutes."""
    yield Figure(describe_machine())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        course, output = folder / "course", folder / "dist"
        shutil.copytree(ROOT / "course", course)
        build, floor = build_and_floor(course, output)
        seconds = statistics.median(build.clock)
        ratio = seconds / statistics.median(floor.clock)
        yield Figure(f"build    {build}, median of {RUNS}", f"under {BUILD} s", seconds < BUILD, timing=True)
        yield Figure(f"floor    {floor}")
        yield Figure(f"ratio    {ratio:.2f} times the floor", f"under {RATIO}", ratio < RATIO, timing=True)
        packages = sorted(output.glob("*.zip"))
        for package in packages:
            size = package.stat().st_size / 1000
            yield Figure(f"package  {package.name} {size:.0f} kB", f"under {PACKAGE} kB", size < PACKAGE)
        loaded = _script_and_style(packages[0]) / 1000
        yield Figure(f"loaded   {loaded:.1f} kB script and style, gzipped", f"under {LOADED} kB", loaded < LOADED)
        asked = first_page(packages[0], folder / "unpacked")
        if not asked:
            yield Figure("requests not measured: no Chromium")
            return
        yield Figure(f"requests {len(asked)} for the first page", f"at most {REQUESTS}", len(asked) <= REQUESTS)
        for file in asked:
            yield Figure(f"         {file}")
    yield from tracking.figures()


def _script_and_style(package: Path) -> int:
    """Bytes."""
    with zipfile.ZipFile(package) as files:
        return sum(len(gzip.compress(files.read(name), 9)) for name in files.namelist() if name.endswith((".js", ".css")))


if __name__ == "__main__":
    sys.exit(show(figures()))
