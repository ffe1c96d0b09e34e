"""`make gallery`: the gallery as a package in dist/, and a contact sheet of everything in it in every state."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from builder.build import build
from builder.problems import BuildError
from tests.gallery import COURSE, EDITION
from tests.gallery.sheet import WIDTHS, draw_sheets

ROOT = Path(__file__).parents[2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "dist")
    parser.add_argument("--only", help="only what has this in its name")
    parser.add_argument("--dark", action="store_true", help="as the learner's device asks for dark colours")
    parser.add_argument("--width", type=int, action="append", help=f"instead of {WIDTHS}")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try:
            built, problems = build(COURSE, Path(folder), [EDITION])
        except BuildError as error:
            sys.exit(str(error))
        for problem in problems:
            print(problem, file=sys.stderr)
        asked.output.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(Path(folder) / built[0].file, asked.output / "gallery.zip")
    sheets = asked.output / "gallery"
    if not asked.only and sheets.exists():
        shutil.rmtree(sheets)
    sheets.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        count = draw_sheets(playwright, sheets, asked.width or WIDTHS, asked.only or "", "dark" if asked.dark else "light")
    print(f"{asked.output / 'gallery.zip'} and {count} contact sheets in {sheets}")


if __name__ == "__main__":
    main()
