"""What a package in these tests says about itself."""

from __future__ import annotations

from builder.package.files import PackageFile
from builder.package.info import PackageInfo

INFO = PackageInfo(
    id="aandacht-vo",
    title="Aandacht: wie let er op?",
    description="Een korte cursus over aandacht.",
    keywords=("aandacht", "gesprek"),
    version="1.2.0",
    language="nl",
    sectors=("vo",),
    minutes=55,
    publisher="Stichting Aandacht",
    catalog_uri="urn:x-aandacht:vo",
)

PAGES = [
    PackageFile("index.html", "<!doctype html><title>Één</title><script src=player.js></script>".encode()),
    PackageFile("player.js", b"document.title += '!';\n" * 50),
    PackageFile("images/a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
    PackageFile("leeg.txt", b""),
]
