"""The browser's Python: Pyodide from npm, our wheel and two others, a small lock, under names that every server serves well.

No file ends in .mjs: Moodle and others send that as text/plain, and a module script is then refused (lms.md).
"""

import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec

from interactive.publishing.stdlib import trim
from interactive.publishing.wheels import LATER, later_wheels, needed_wheels, versions

PYODIDE = "node_modules/pyodide"
RENAMED = {"pyodide.mjs": "pyodide.js", "pyodide.asm.mjs": "pyodide.asm.js", "pyodide.asm.wasm": "pyodide.asm.wasm"}
LAYERS = ("kernel", "activities", "review", "record", "runtime", "labs")  # what runs in the browser


def fingerprint(root: Path) -> str:
    """A hash of everything the runtime is made from; its folder is named after it, and snapshots are keyed by it."""
    digest = sha256((root / PYODIDE / "package.json").read_bytes() + versions().encode())
    sources = [path for layer in LAYERS for path in (root / "interactive" / layer).rglob("*.py")]
    for path in sorted(
        [*sources, *(root / "interactive" / "publishing").glob("*.py"), root / "pyproject.toml", root / "LICENSE"]
    ):
        digest.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:10]


def build_runtime(root: Path) -> Path:
    """Return the folder `.build/py-HASH`, made if it is not there yet."""
    target = root / ".build" / f"py-{fingerprint(root)}"
    if target.exists():
        return target
    for old in target.parent.glob("py-*"):
        shutil.rmtree(old)
    making = target.with_name("making-py")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    for name, new in RENAMED.items():
        (making / new).write_bytes(_without_map((root / PYODIDE / name).read_bytes()))
    trim(root / PYODIDE / "python_stdlib.zip", making / "python_stdlib.zip")
    _lock(root, making, [_wheel(root, making), *needed_wheels(making)])
    later_wheels(making)
    return making.rename(target)


def sizes(folder: Path) -> dict[str, int]:
    """Bytes of each file that a visit fetches, for the progress bar."""
    late = set(later(folder).values())
    return {path.name: path.stat().st_size for path in sorted(folder.iterdir()) if path.name not in late}


def later(folder: Path) -> dict[str, str]:
    """Which file has which of the libraries that are fetched only when a page asks for them."""
    return {name: next(folder.glob(f"{name}-*.whl")).name for name in LATER}


def _wheel(root: Path, folder: Path) -> Path:
    """Build the wheel of the pure layers. Hatchling writes the same bytes for the same sources."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"hatchling could not build the wheel:\n{done.stdout}{done.stderr}")
    (wheel,) = folder.glob("*.whl")
    return wheel


def _lock(root: Path, folder: Path, wheels: list[Path]) -> None:
    """Write a lock that knows these wheels and nothing else: 2 KB in place of 119."""
    spec = PyodideLockSpec.from_json(root / PYODIDE / "pyodide-lock.json")
    spec.packages = {}
    spec = add_wheels_to_spec(spec, wheels, base_path=folder)
    spec.to_json(folder / "pyodide-lock.json")


def _without_map(script: bytes) -> bytes:
    """Drop the source map's address: the map is not shipped, and a tool that looks for it would get a 404."""
    return b"\n".join(line for line in script.split(b"\n") if not line.startswith(b"//# sourceMappingURL"))
