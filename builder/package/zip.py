"""Packing: the same files give the same bytes, and every unzipper can read them.

The standard library's ``zipfile`` could be talked into this, but what matters here is exactly
what it decides by itself: flags, attributes, versions. The format (PKWARE APPNOTE 6.3.10,
sections 4.3.7, 4.3.12 and 4.3.16) is short enough to write out. Sizes and CRC are in the local header and
there is no zip64 and no data descriptor, as unzippers that read a stream refuse those.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache

from builder.package.files import MANIFEST, PackageFile

_DATE = (1 << 5) | 1
"""1 January 1980, the first day that a zip knows: month in bits 5–8, day in bits 0–4."""
_TIME = 0
_VERSION = 20
_MADE_ON_UNIX = 3 << 8
_ATTRIBUTES = 0o100644 << 16
_STORED, _DEFLATED = 0, 8


def pack(files: Iterable[PackageFile]) -> bytes:
    """A zip of ``files``: the manifest first, then by name. Raises ValueError when two share a name.

    An empty file and one that does not get smaller are stored, others deflated at level 9.
    """
    ordered = sorted(files, key=lambda file: (file.name != MANIFEST, file.name))
    names = [file.name for file in ordered]
    if len(set(names)) != len(names):
        twice = sorted({name for name in names if names.count(name) > 1})
        raise ValueError(f"two files have the same name: {', '.join(twice)}")

    return archive([(file.name, file.data) for file in ordered])


def archive(entries: Sequence[tuple[str, bytes]], compress: bool = True) -> bytes:
    """A zip of names (ASCII) and contents, in their order.

    Without ``compress`` all is stored: an archive inside an archive gets smaller when only the outer
    one compresses.
    """
    body = bytearray()
    directory = bytearray()
    for path, data in entries:
        name = path.encode("ascii")
        method, packed = _compress(data) if compress else (_STORED, data)
        common = struct.pack(
            "<HHHHHLLLHH", _VERSION, 0, method, _TIME, _DATE,
            zlib.crc32(data), len(packed), len(data), len(name), 0,
        )  # fmt: skip
        directory += b"PK\x01\x02" + struct.pack("<H", _MADE_ON_UNIX | _VERSION) + common
        directory += struct.pack("<HHHLL", 0, 0, 0, _ATTRIBUTES, len(body)) + name
        body += b"PK\x03\x04" + common + name + packed
    end = struct.pack(
        "<HHHHLLH", 0, 0, len(entries), len(entries), len(directory), len(body), 0
    )
    return bytes(body + directory + b"PK\x05\x06" + end)


@lru_cache(maxsize=32)
def _compress(data: bytes) -> tuple[int, bytes]:
    """Method and bytes. Every parameter is written out: a default may change.

    Script, style and schemas are the same in every edition, so the last results are kept.
    """
    deflate = zlib.compressobj(
        9, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_DEFAULT_STRATEGY
    )
    packed = deflate.compress(data) + deflate.flush()
    return (_DEFLATED, packed) if len(packed) < len(data) else (_STORED, data)
