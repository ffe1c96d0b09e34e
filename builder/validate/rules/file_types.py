"""No file that a server could run.

LMSs refuse a package with such a file as a whole, whether or not the course uses it.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.problems import Problem
from builder.validate.package import Package

CODE = "V117"

_SERVER = (".asp", ".aspx", ".cgi", ".htaccess", ".htpasswd", ".jsp", ".jspx", ".phtml")
_SCRIPTS = (".php", ".php3", ".php4", ".php5", ".pl", ".py", ".pyc", ".rb", ".sh")
_WINDOWS = (".bat", ".cmd", ".com", ".dll", ".exe", ".jar", ".msi", ".ps1", ".scr", ".so", ".vbs")
_FORBIDDEN = frozenset((*_SERVER, *_SCRIPTS, *_WINDOWS))


def check(package: Package) -> Iterator[Problem]:
    for name, entry in package.files.items():
        suffix = entry.suffix or f".{name.rpartition('/')[2].lstrip('.').lower()}"
        if suffix in _FORBIDDEN:
            yield Problem(
                CODE, package.at(name), f"leeromgevingen weigeren bestanden van de soort ‘{suffix}’.",
                "Haal het bestand uit het pakket.",
            )
