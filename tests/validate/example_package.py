"""A small SCORM 1.2 package that is right in every way, and ways to break it."""

from __future__ import annotations

import io
import struct
import zipfile
from dataclasses import dataclass, field, replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCHEMAS = sorted((ROOT / "schemas").glob("*.xsd"))
NAME = "voorbeeld.zip"

MANIFEST = """\
<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="voorbeeld" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
    <adlcp:location>nl-lom.xml</adlcp:location>
  </metadata>
  <organizations default="inhoud">
    <organization identifier="inhoud">
      <title>Een voorbeeld</title>
      <item identifier="les" identifierref="les-sco">
        <title>De les</title>
        <adlcp:masteryscore>70</adlcp:masteryscore>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="les-sco" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
      <file href="style.css"/>
      <file href="player.js"/>
      <file href="images/appel.svg"/>
      <file href="nl-lom.xml"/>
    </resource>
  </resources>
</manifest>
"""

INDEX = """\
<!doctype html>
<html lang="nl">
<head>
  <meta charset="utf-8">
  <title>Een voorbeeld</title>
  <link rel="canonical" href="https://www.example.org/">
  <link rel="stylesheet" href="style.css">
  <script src="player.js" defer></script>
</head>
<body style="background: url('images/appel.svg')">
  <h1 id="top">Één les</h1>
  <img src="images/appel.svg?v=1" srcset="images/appel.svg 1x, images/appel.svg 2x" alt="Een appel">
  <a href="https://www.example.org/" target="_blank">Buiten</a> <a href="#top">Boven</a>
  <a href="mailto:hulp@example.org">Hulp</a> <a href="images/appel.svg">De appel</a>
  <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">
</body>
</html>
"""

STYLE = """\
/* url(vroeger.png) */
body { color: #222 }
h1 {
  background: url("images/appel.svg");
  mask: url(data:image/svg+xml,%3Csvg/%3E)
}
"""

METADATA = """\
<?xml version="1.0" encoding="UTF-8"?>
<lom xmlns="http://www.imsglobal.org/xsd/imsmd_v1p2">
  <general>
    <title><langstring xml:lang="nl">Een voorbeeld</langstring></title>
    <catalogentry><catalog>URI</catalog><entry><langstring xml:lang="x-none">urn:x-voorbeeld</langstring></entry></catalogentry>
    <language>nl</language>
    <aggregationlevel>
      <source><langstring xml:lang="x-none">LOMv1.0</langstring></source>
      <value><langstring xml:lang="x-none">2</langstring></value>
    </aggregationlevel>
  </general>
  <metametadata>
    <metadatascheme>LOMv1.0</metadatascheme>
    <metadatascheme>nl_lom_v1p0</metadatascheme>
  </metametadata>
  <educational>
    <intendedenduserrole>
      <source><langstring xml:lang="x-none">LOMv1.0</langstring></source>
      <value><langstring xml:lang="x-none">teacher</langstring></value>
    </intendedenduserrole>
    <context>
      <source><langstring xml:lang="x-none">LOMv1.0</langstring></source>
      <value><langstring xml:lang="x-none">BVE</langstring></value>
    </context>
    <typicalagerange><langstring xml:lang="x-none">18-</langstring></typicalagerange>
  </educational>
  <rights>
    <cost>
      <source><langstring xml:lang="x-none">LOMv1.0</langstring></source>
      <value><langstring xml:lang="x-none">no</langstring></value>
    </cost>
    <copyrightandotherrestrictions>
      <source><langstring xml:lang="x-none">LOMv1.0</langstring></source>
      <value><langstring xml:lang="x-none">no</langstring></value>
    </copyrightandotherrestrictions>
  </rights>
</lom>
"""


def good_files() -> dict[str, bytes]:
    return {
        "imsmanifest.xml": MANIFEST.encode("utf-8"),
        "index.html": INDEX.encode("utf-8"),
        "style.css": STYLE.encode("utf-8"),
        "player.js": b"document.title += '!';\n",
        "images/appel.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>',
        "nl-lom.xml": METADATA.encode("utf-8"),
        **{path.name: path.read_bytes() for path in SCHEMAS},
    }


@dataclass(frozen=True)
class Example:
    """A package in the making. Every method gives a new one; ``zip()`` gives the bytes."""

    files: dict[str, bytes] = field(default_factory=good_files)

    def edit(self, name: str, old: str, new: str) -> Example:
        text = self.files[name].decode("utf-8")
        assert text.count(old) >= 1, f"{old!r} is not in {name}"
        return self.put(name, text.replace(old, new, 1))

    def manifest(self, old: str, new: str) -> Example:
        return self.edit("imsmanifest.xml", old, new)

    def put(self, name: str, data: bytes | str) -> Example:
        raw = data.encode("utf-8") if isinstance(data, str) else data
        return replace(self, files={**self.files, name: raw})

    def add(self, name: str, data: bytes | str = "x", listed_as: str | None = None) -> Example:
        """With a file more, in the manifest too."""
        return self.put(name, data).manifest(
            '<file href="nl-lom.xml"/>', f'<file href="nl-lom.xml"/><file href="{listed_as or name}"/>'
        )

    def without(self, name: str) -> Example:
        return replace(self, files={key: data for key, data in self.files.items() if key != name})

    def rename(self, old: str, new: str) -> Example:
        return replace(
            self, files={new if key == old else key: data for key, data in self.files.items()}
        )

    def zip(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, data in self.files.items():
                archive.writestr(info(name), data)
        return out.getvalue()

    def zip_with(self, entry: zipfile.ZipInfo, data: bytes = b"x", zip64: bool = False) -> bytes:
        """The package with one file more (or written again) in a special way."""
        rest = self.without(entry.filename)
        out = io.BytesIO(rest.zip())
        with zipfile.ZipFile(out, "a") as archive, archive.open(entry, "w", force_zip64=zip64) as file:
            file.write(data)
        return out.getvalue()


def info(name: str, method: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("x", (2026, 11, 24, 0, 0, 0))
    entry.filename = name
    entry.compress_type = method
    entry.external_attr = 0o100644 << 16
    return entry


def streamed(files: dict[str, bytes], method: int) -> bytes:
    """As a program writes that cannot go back: sizes after the contents."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

        def seek(self, *_: int) -> int:
            raise OSError

    out = Pipe()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(info(name, method), data)
    return out.getvalue()


def with_flags(data: bytes, name: str, set_bits: int = 0, clear_bits: int = 0) -> bytes:
    """The zip with other flags for one entry, in both its headers."""
    changed = bytearray(data)
    raw = name.encode("utf-8")
    for signature, flags_at, name_at in ((b"PK\3\4", 6, 30), (b"PK\1\2", 8, 46)):
        at = data.find(signature)
        while at >= 0:
            if data.startswith(raw, at + name_at):
                (flags,) = struct.unpack_from("<H", data, at + flags_at)
                struct.pack_into("<H", changed, at + flags_at, (flags | set_bits) & ~clear_bits)
            at = data.find(signature, at + 1)
    assert bytes(changed) != data
    return bytes(changed)
