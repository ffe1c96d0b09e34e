"""Advice for a name that is not there."""

from __future__ import annotations

import difflib

from builder.validate.package import Package


def nearest(name: str, package: Package) -> str:
    """What to do about the file ``name`` that the package does not have."""
    by_small = {known.lower(): known for known in package.files}
    if same := by_small.get(name.lower()):
        return f"Het heet ‘{same}’: hoofdletters tellen mee."
    near = difflib.get_close_matches(name, package.files, n=1, cutoff=0.8)
    return f"Bedoel je ‘{near[0]}’?" if near else "Voeg het toe, of haal de verwijzing weg."
