"""The least that a build can take: the same libraries, the same schemas, the same bytes to deflate, once.

``python -m tests.bench.floor FOLDER``, where FOLDER holds the packages of a build.
"""

from __future__ import annotations

import sys
import zipfile
import zlib
from pathlib import Path

import click
import jinja2
import lxml.etree
import markdown
import pydantic
import rich.console
import rich.table
import xmlschema
import yaml

LIBRARIES = (click, jinja2, lxml.etree, markdown, pydantic.BaseModel, rich.console, rich.table, xmlschema, yaml)

SCHEMAS = Path(__file__).parents[2] / "schemas"


def floor(folder: Path) -> int:
    """Deflates every file in the packages of ``folder`` once, as often as its contents differ; gives the bytes."""
    for name in ("imscp_rootv1p1p2.xsd", "imsmd_v1p2p4.xsd"):
        xmlschema.XMLSchema(str(SCHEMAS / name), validation="skip", allow="local")
    contents = set()
    for package in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(package) as files:
            contents |= {files.read(name) for name in files.namelist()}
    size = 0
    for data in contents:
        deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        size += len(deflate.compress(data)) + len(deflate.flush())
    return size


if __name__ == "__main__":
    floor(Path(sys.argv[1]))
