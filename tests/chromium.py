"""Where Chromium is on this machine, and how tests start it."""

from __future__ import annotations

import os
import shutil

#: No background traffic: a request that is seen is one that the course made.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def find_chromium() -> str:
    """The program: ``CHROMIUM`` of the environment, or the one on the path; empty when there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
