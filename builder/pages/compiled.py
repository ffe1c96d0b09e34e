"""Compiled templates, kept where Python keeps its own compiled files: a tenth of a build is saved."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from builder.writing import write_files


class CompiledTemplates(BytecodeCache):
    """A file per template in ``folder``. Where nothing can be written, templates are compiled each time.

    Jinja compares what is kept with the source and with its own version. ``made_with`` stands for everything else
    that a compiled template depends on: the options of the environment.
    """

    def __init__(self, folder: Path, made_with: str) -> None:
        self.folder, self.made_with = folder, made_with

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return super().get_cache_key(f"{self.made_with} {name}", filename)

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError), (self.folder / f"{bucket.key}.jinja").open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                write_files({self.folder / f"{bucket.key}.jinja": bucket.bytecode_to_string()})
