"""Wheels of what the browser's Python needs from others, rebuilt from what is installed here: a build asks no network for anything.

The same installation gives the same bytes: entries are sorted and dated 1980. What the browser never runs is left out.
"""

import zipfile
from base64 import urlsafe_b64encode
from hashlib import sha256
from importlib.metadata import Distribution, distribution
from pathlib import Path

NEEDED = ("fsrs",)
LATER = ("segno", "xlsxwriter")  # fetched when a page asks for them: a QR code, a workbook
LEFT_OUT = ("fsrs/optimizer.py", "py.typed")  # the optimizer wants torch
PAPERS = ("METADATA", "WHEEL", "LICENSE", "licenses/LICENSE")
DATE = (1980, 1, 1, 0, 0, 0)

# fsrs takes one name from typing_extensions, which Python has had in `typing` since 3.11. The real one would cost every first visit
# 46 KB and 100 ms for that. A test reads fsrs's imports and fails when `typing` no longer serves.
STAND_IN = "typing_extensions"
STAND_IN_CODE = b'"""Stands in for typing_extensions in the browser: all that is asked of it, `typing` has."""\n\nfrom typing import *\n'
STAND_IN_WHEEL = b"Wheel-Version: 1.0\nGenerator: second-track\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def needed_wheels(folder: Path) -> list[Path]:
    """Write every wheel that the browser needs beside ours into a folder."""
    return [*(rebuild(name, folder) for name in NEEDED), stand_in(folder)]


def later_wheels(folder: Path) -> dict[str, str]:
    """Write every wheel that a page may ask for later into a folder; return the file of each library."""
    return {name: rebuild(name, folder).name for name in LATER}


def rebuild(name: str, folder: Path) -> Path:
    """Write the wheel of an installed pure-Python distribution into a folder; return its path."""
    found = distribution(name)
    return _write(folder, name, found.version, _files(found))


def stand_in(folder: Path) -> Path:
    """Write the wheel that takes the place of typing_extensions, under the version that is installed here."""
    version = distribution(STAND_IN).version
    summary = "Summary: the names of typing, for what asks typing_extensions for them"
    metadata = f"Metadata-Version: 2.1\nName: {STAND_IN}\nVersion: {version}\n{summary}\n"
    info = f"{STAND_IN}-{version}.dist-info"
    papers = {f"{info}/METADATA": metadata.encode(), f"{info}/WHEEL": STAND_IN_WHEEL}
    return _write(folder, STAND_IN, version, {f"{STAND_IN}.py": STAND_IN_CODE, **papers})


def versions() -> str:
    """Which versions are installed, for the fingerprint of the runtime."""
    return " ".join(f"{name}-{distribution(name).version}" for name in (*NEEDED, *LATER, STAND_IN))


def _write(folder: Path, name: str, version: str, files: dict[str, bytes]) -> Path:
    target = folder / f"{name}-{version}-py3-none-any.whl"
    record = f"{name}-{version}.dist-info/RECORD"
    whole = {**files, record: _record(files, record)}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as wheel:
        for path in sorted(whole):
            entry = zipfile.ZipInfo(path, date_time=DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            wheel.writestr(entry, whole[path])
    return target


def _files(found: Distribution) -> dict[str, bytes]:
    """The modules, and of the papers those that say what it is and under which license."""
    kept = {}
    for path in found.files or ():
        name = path.as_posix()
        paper = ".dist-info/" in name
        wanted = name.split(".dist-info/")[-1] in PAPERS if paper else name.endswith(".py")
        if wanted and not name.endswith(LEFT_OUT):
            kept[name] = Path(str(found.locate_file(path))).read_bytes()
    return kept


def _record(files: dict[str, bytes], own: str) -> bytes:
    """The list of files with their hashes, as PEP 376 has it."""
    lines = [
        f"{name},sha256={urlsafe_b64encode(sha256(data).digest()).decode().rstrip('=')},{len(data)}"
        for name, data in sorted(files.items())
    ]
    return "\n".join([*lines, f"{own},,", ""]).encode()
