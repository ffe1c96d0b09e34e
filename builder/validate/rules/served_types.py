"""Scripts have a name for which every LMS sends the right type.

Moodle serves ``.mjs`` as text and ``.wasm`` as bytes: browsers then refuse a module and streamed
WebAssembly. A module that is called ``.js`` works.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V305"

_ADVICE = {
    ".mjs": "Geef het bestand een naam die op .js eindigt.",
    ".wasm": "Lees het in met WebAssembly.instantiate, niet met instantiateStreaming.",
}


def check(package: Package) -> Iterator[Problem]:
    for name, entry in package.files.items():
        if entry.suffix in _ADVICE:
            yield Problem(
                CODE, package.at(name), f"niet elke leeromgeving geeft ‘{entry.suffix}’ het goede type.",
                _ADVICE[entry.suffix], "warning",
            )
