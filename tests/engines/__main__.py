"""Plays the course in each engine and says how that went; ``missing`` is a browser that is not installed here."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from builder.build import build
from tests.browser.site import unpack
from tests.engines.chromium import Chromium
from tests.engines.engine import Engine, Missing
from tests.engines.firefox import Firefox
from tests.engines.play_through import PlayThrough
from tests.engines.webkit import WebKit
from tests.lms_server.server import LmsServer, lms_server

COURSE = Path(__file__).parents[2] / "course"
ENGINES: dict[str, Callable[[], Engine]] = {"chromium": Chromium, "webkit": WebKit, "firefox": Firefox}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.engines")
    parser.add_argument("engines", nargs="*", choices=[[], *ENGINES], help="default: all")
    parser.add_argument("--edition", default="vo")
    given = parser.parse_args()
    outcomes = {}
    with tempfile.TemporaryDirectory() as folder, lms_server() as server:
        built, _ = build(COURSE, Path(folder) / "dist", [given.edition])
        package = Path(folder) / given.edition
        unpack(Path(folder) / "dist" / built[0].file, package)
        for name in given.engines or ENGINES:
            outcomes[name] = _play(name, server, package)
    print("engines: " + ", ".join(f"{name} {outcome}" for name, outcome in outcomes.items()))
    sys.exit(1 if "failed" in outcomes.values() else 0)


def _play(name: str, server: LmsServer, package: Path) -> str:
    started = time.monotonic()
    try:
        engine = ENGINES[name]()
    except Missing as missing:
        print(f"{name}: skipped, not installed here: {missing}")
        return "missing"
    except Exception:
        traceback.print_exc()
        return "failed"
    try:
        PlayThrough(engine, server, package).play()
    except Exception:
        traceback.print_exc()
        return "failed"
    else:
        print(f"{name}: from start to proof in {time.monotonic() - started:.0f} s", flush=True)
        return "ok"
    finally:
        engine.close()


if __name__ == "__main__":
    main()
