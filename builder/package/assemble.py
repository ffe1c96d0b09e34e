"""What SCORM 1.2 asks around the pages: metadata, manifest, schemas."""

from __future__ import annotations

from collections.abc import Sequence

from builder.package.files import MANIFEST, METADATA, PackageFile
from builder.package.info import PackageInfo
from builder.package.manifest import write_manifest
from builder.package.metadata import write_nl_lom


def assemble(
    info: PackageInfo, pages: Sequence[PackageFile], schemas: Sequence[PackageFile]
) -> list[PackageFile]:
    """All files of the package: ``pages`` (``index.html`` and what it needs) and what goes with it."""
    files = [*pages, PackageFile(METADATA, write_nl_lom(info)), *schemas]
    manifest = write_manifest(info, [file.name for file in files])
    return [PackageFile(MANIFEST, manifest), *files]
