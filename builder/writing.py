"""Writing files so that whoever looks sees the old one or the new one, whole."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Writes ``contents`` (names and bytes) into ``folder``, readable for everyone, whatever the umask.

    Every file is first written beside its place, so a full disk is found before anything is replaced.
    """
    folder.mkdir(parents=True, exist_ok=True)
    beside = {name: folder / f".{name}.{os.getpid()}" for name in contents}
    try:
        for name, data in contents.items():
            beside[name].write_bytes(data)
            beside[name].chmod(0o644)
        for name, path in beside.items():
            path.replace(folder / name)
    finally:
        for path in beside.values():
            path.unlink(missing_ok=True)
