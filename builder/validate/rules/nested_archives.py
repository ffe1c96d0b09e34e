"""No archive inside the package: some LMSs refuse it, others unpack it where it does not belong."""

from __future__ import annotations

from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V118"

_ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz")


def check(package: Package) -> Iterator[Problem]:
    for name, entry in package.files.items():
        zipped = entry.data is not None and entry.data.startswith(b"PK\3\4")
        if entry.suffix in _ARCHIVES or (zipped and entry.suffix not in _OFFICE):
            yield Problem(
                CODE, package.at(name), "dit bestand is zelf een ingepakt archief.",
                "Zet de inhoud los in het pakket, of laat het weg.",
            )


_OFFICE = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub")
"""Documents that are zips by nature: LMSs look at the name."""
