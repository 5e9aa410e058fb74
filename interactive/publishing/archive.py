"""Zip files that are the same for the same contents: a fixed date, a fixed order, no trace of the machine."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can hold
READABLE = 0o644 << 16
UNIX = 3


def write_archive(path: Path, files: Mapping[str, str | bytes], first: str = "") -> Path:
    """Write name -> content in alphabetical order; `first`, where there is such a name, leads, as some readers want of a manifest."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(files, key=lambda name: (name != first, name)):
            entry = zipfile.ZipInfo(name, date_time=DATE)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, UNIX, READABLE
            archive.writestr(entry, files[name], compresslevel=9)
    return path
