"""``python -m tests.bench``: the figures of speed and size, with the machine that they were measured on."""

from __future__ import annotations

import gzip
import shutil
import statistics
import tempfile
import zipfile
from pathlib import Path

from tests.bench import tracking
from tests.bench.build_time import RUNS, build_and_floor
from tests.bench.machine import describe_machine
from tests.bench.requests import first_page
from tests.conftest import ROOT


def main() -> None:
    print(describe_machine())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        course, output = folder / "course", folder / "dist"
        shutil.copytree(ROOT / "course", course)
        build, floor = build_and_floor(course, output)
        ratio = statistics.median(build.clock) / statistics.median(floor.clock)
        print(f"build    {build}, median of {RUNS}; goal under 2 s")
        print(f"floor    {floor}")
        print(f"ratio    {ratio:.2f} times the floor; goal under 3")
        for package in sorted(output.glob("*.zip")):
            print(f"package  {package.name} {package.stat().st_size / 1000:.0f} kB; goal under 400")
        any_package = next(iter(sorted(output.glob("*.zip"))))
        print(f"loaded   {_script_and_style(any_package) / 1000:.1f} kB script and style, gzipped; goal under 60")
        asked = first_page(any_package, folder / "unpacked")
        print(f"requests {len(asked) or 'not measured: no Chromium'} for the first page; goal at most 5")
        for file in asked:
            print(f"         {file}")
    for line in tracking.lines() if asked else []:
        print(line)


def _script_and_style(package: Path) -> int:
    with zipfile.ZipFile(package) as files:
        return sum(len(gzip.compress(files.read(name), 9)) for name in files.namelist() if name.endswith((".js", ".css")))


if __name__ == "__main__":
    main()
