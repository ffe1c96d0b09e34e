"""Each file comes out of the zip as it went in.

Size or checksum differ from what the directory states: some LMSs import it without a word and the
learner meets an empty page.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V102"


def check(package: Package) -> Iterator[Problem]:
    for entry in package.entries:
        if entry.fault == "damaged":
            yield Problem(
                CODE, package.at(entry.name), "dit bestand is beschadigd en komt niet uit de zip.",
                "Maak of download het pakket opnieuw.",
            )
