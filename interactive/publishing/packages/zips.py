"""Zip files of packages: the same bytes for the same contents, and each file is compressed once for all packages it is in.

`zipfile` cannot write what is compressed already, and Python's browser files alone would take seconds in each of the packages.
A package stays far under the sizes at which a zip file needs its newer headers.
"""

import re
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DAY = (0 << 9) | (1 << 5) | 1  # 1980-01-01, the first day that a zip file knows
VERSION = 20  # deflate and folders
MADE_ON = (3 << 8) | VERSION  # Unix, so that the permissions below count
READABLE = 0o100644 << 16
DEFLATED, STORED = 8, 0
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*")


class BadName(Exception):
    """A name that some system would not unpack or serve."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A file's bytes as they stand in a zip file."""

    data: bytes
    size: int
    check: int
    method: int


def pack(data: bytes) -> Packed:
    """Compress a file, unless that makes it larger (fonts and wheels are compressed already)."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    small = squeezer.compress(data) + squeezer.flush()
    smaller = len(small) < len(data)
    return Packed(small if smaller else data, len(data), zlib.crc32(data), DEFLATED if smaller else STORED)


def write_zip(path: Path, files: Mapping[str, Packed]) -> None:
    """Write these files, sorted by name but the manifest first: some systems look no further than the first."""
    names = sorted(files, key=lambda name: (name != "imsmanifest.xml", name))
    bad = [name for name in names if not NAME.fullmatch(name)]
    if bad:
        raise BadName(
            *(f"{name} has signs in its name that some systems do not take; use a-z, 0-9, - and ." for name in bad)
        )
    directory = b""
    with path.open("wb") as target:
        for name in names:
            described = _described(files[name], name)
            directory += b"PK\1\2" + struct.pack("<H", MADE_ON) + described
            directory += struct.pack("<HHHLL", 0, 0, 0, READABLE, target.tell()) + name.encode("ascii")
            target.write(b"PK\3\4" + described + name.encode("ascii"))
            target.write(files[name].data)
        start = target.tell()
        target.write(directory)
        target.write(b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, len(names), len(names), len(directory), start, 0))


def _described(file: Packed, name: str) -> bytes:
    """What a file's own header and the directory both say of it."""
    sizes = struct.pack("<LLL", file.check, len(file.data), file.size)
    return struct.pack("<HHHHH", VERSION, 0, file.method, 0, DAY) + sizes + struct.pack("<HH", len(name), 0)
