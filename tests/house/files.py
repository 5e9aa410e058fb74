"""The files that a clone would hold: git's list, or what lies here where there is no git."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
NEVER_KEPT = {".git", ".venv", ".build", "node_modules", "site", "dist", "__pycache__", ".hypothesis"}


@cache
def kept_files() -> tuple[Path, ...]:
    """Every file that is tracked, and every new one that is not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        return tuple(path for path in sorted(ROOT.rglob("*")) if path.is_file() and not made(path))
    return tuple(ROOT / name for name in listed if name and (ROOT / name).is_file())


def made(path: Path) -> bool:
    """Whether a path below the root was installed, built or cached."""
    parts = path.relative_to(ROOT).parts
    return any(part in NEVER_KEPT or part.endswith(("_cache", ".egg-info")) for part in parts)


def text_of(path: Path) -> str:
    """A file's text; nothing for a picture or a font."""
    raw = path.read_bytes()
    return "" if b"\0" in raw[:8000] else raw.decode("utf-8", errors="replace")
