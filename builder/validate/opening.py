"""From the bytes of a zip to a ``Package``, whatever the bytes are.

The directory is read by ``zipfile``; the contents are not, because it trusts the size that the
directory states and would inflate a bomb that lies about it.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from builder.validate.package import Entry, Fault, Package

TOTAL_LIMIT = 250_000_000
"""Bytes, unpacked: what is beyond it is not inflated."""
RATIO_LIMIT = 200
"""Deflate reaches 1,000 on a file of zeros; text with much repetition stays under 50."""
RATIO_MATTERS_FROM = 10_000_000
"""Bytes, unpacked: a small file may have any ratio."""

_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_ENCRYPTED = 0x1
_ZIP64_EXTRA = 1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def open_package(data: bytes, name: str) -> Package:
    """Reads ``data``, the bytes of a zip. Never raises: see ``Package.is_zip`` and ``Entry.fault``."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            directory = archive.infolist()
    except (zipfile.BadZipFile, ValueError, LookupError, struct.error, OSError, RuntimeError):
        return Package(name, len(data), (), is_zip=False)
    entries = []
    total = 0
    for info in directory:
        total += info.file_size
        entries.append(_read(data, info, fits=total <= TOTAL_LIMIT))
    return Package(name, len(data), tuple(entries))


def _read(data: bytes, info: zipfile.ZipInfo, fits: bool) -> Entry:
    fault: Fault = ""
    content = None
    local_flags, extra = 0, b""
    header = data[info.header_offset : info.header_offset + _LOCAL_HEADER.size]
    if info.header_offset < 0 or not header.startswith(b"PK\3\4") or len(header) < _LOCAL_HEADER.size:
        fault = "damaged"
    else:
        _, _, local_flags, *_, name_length, extra_length = _LOCAL_HEADER.unpack(header)
        extra_at = info.header_offset + _LOCAL_HEADER.size + name_length
        extra = data[extra_at : extra_at + extra_length]
        start = extra_at + extra_length
        fault = _obstacle(info, local_flags, fits)
        if not fault:
            content = _inflate(data[start : start + info.compress_size], info)
            fault = "damaged" if content is None else ""
    return Entry(
        name=info.orig_filename,
        size=info.file_size,
        packed_size=info.compress_size,
        method=info.compress_type,
        flags=info.flag_bits | local_flags,
        zip64=_has_zip64(info.extra) or _has_zip64(extra),
        date=info.date_time[:3],
        data=content,
        fault=fault,
    )


def _obstacle(info: zipfile.ZipInfo, local_flags: int, fits: bool) -> Fault:
    if (info.flag_bits | local_flags) & _ENCRYPTED:
        return "encrypted"
    if info.compress_type not in _METHODS:
        return "method"
    bomb = info.file_size > RATIO_MATTERS_FROM and info.file_size > RATIO_LIMIT * info.compress_size
    return "" if fits and not bomb else "oversized"


def _inflate(packed: bytes, info: zipfile.ZipInfo) -> bytes | None:
    """The contents, or None when they are not what the directory says."""
    content = packed
    if info.compress_type == zipfile.ZIP_DEFLATED:
        try:
            content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, info.file_size + 1)
        except zlib.error:
            return None
    whole = len(content) == info.file_size and zlib.crc32(content) == info.CRC
    return content if whole else None


def _has_zip64(extra: bytes) -> bool:
    """Does an extra field hold sizes of 64 bits (APPNOTE 4.5.3)?"""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind == _ZIP64_EXTRA:
            return True
        at += 4 + length
    return False
