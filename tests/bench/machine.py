"""What the measurements were made on."""

from __future__ import annotations

import os
import platform
import zlib
from pathlib import Path


def describe_machine() -> str:
    """Such as ``AMD EPYC, 2 cores, Python 3.11.7, zlib 1.2.13, load 0.4``."""
    load = os.getloadavg()[0]
    return (f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
            f"zlib {zlib.ZLIB_RUNTIME_VERSION}, load {load:.1f}")


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()
