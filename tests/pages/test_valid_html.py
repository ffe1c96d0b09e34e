"""The Nu Html Checker, as the W3C runs it, has no fault to find in any page."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from builder.build import Built
from tests.conftest import ROOT, SmallCourse

CHECKER = ROOT / "builder" / "player" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

pytestmark = pytest.mark.skipif(
    not shutil.which("java") or not CHECKER.exists(),
    reason="checking HTML needs Java: apt-get install default-jre-headless",
)


def faults(built: Sequence[Built], folder: Path) -> list[str]:
    """What the checker says about the pages of ``built``: edition, line, message, and what stands there."""
    pages = []
    for item in built:
        with zipfile.ZipFile(io.BytesIO(item.data)) as package:
            pages.append(package.extract("index.html", folder / item.edition))
    done = subprocess.run(
        ["java", "-Xmx512m", "-jar", str(CHECKER), "--errors-only", "--format", "json", *pages],
        capture_output=True, text=True, check=False,
        env=os.environ | {"LC_ALL": "C.UTF-8"},  # In a C locale Java cannot open a path with an accent.
    )
    return [
        f"{Path(message['url']).parent.name}:{message.get('lastLine')}: {message['message']} {message.get('extract')!r}"
        for message in json.loads(done.stderr)["messages"]
    ]


def test_every_edition(packages: list[Built], tmp_path: Path) -> None:
    assert faults(packages, tmp_path) == []


def test_a_block_of_every_type(full: SmallCourse, tmp_path: Path) -> None:
    assert faults(full.build(), tmp_path) == []
