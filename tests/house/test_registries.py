"""Whoever installs decides where from: no file of ours names a registry, and nothing that is installed or built is kept."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.house.files import ROOT, kept_files, text_of

# Spelled in pieces, or this file would be the first to break its own rule.
HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("npmmirror", "com"),
        ("anaconda", "org"),
        ("deb", "debian", "org"),
        ("cdn", "jsdelivr", "net"),
        ("unpkg", "com"),
    )
]
SETTINGS = ["--" + "index-url", "--" + "extra-index-url", "--" + "find-links", "--" + "registry"]
ADDRESS = re.compile(r"^\s*(registry|index-url|extra-index-url|find-links|index)\s*=", re.MULTILINE)
BUILT = re.compile(
    r"(^|/)(node_modules|\.venv|\.build|site|dist|__pycache__)/|\.(wasm|whl|pyc)$|(^|/)(pyodide[^/]*\.(m?js|zip)|python_stdlib\.zip)$"
)


def named(paths: Iterable[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


def test_there_is_something_to_look_at():
    assert {"requirements.lock", "package-lock.json", ".npmrc", ".ci/setup", "Makefile"} <= set(named(kept_files()))


@pytest.mark.parametrize("word", HOSTS + SETTINGS)
def test_no_file_names_a_registry(word: str):
    assert not named(path for path in kept_files() if word in text_of(path))


@pytest.mark.parametrize(
    "path", [".npmrc", "pyproject.toml", "requirements.lock", ".ci/node.lock", ".ci/uv.lock", ".ci/workbench.lock"]
)
def test_no_setting_points_at_a_registry(path: str):
    assert not ADDRESS.search((ROOT / path).read_text(encoding="utf-8"))


def test_the_npm_lock_carries_no_addresses():
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["requirements.lock", ".ci/node.lock", ".ci/uv.lock", ".ci/workbench.lock"])
def test_every_pinned_package_has_its_hashes(path: str):
    text = (ROOT / path).read_text(encoding="utf-8")
    blocks = [block for block in re.split(r"(?m)^(?=[a-zA-Z0-9])", text) if block.strip()]
    assert blocks
    assert not [block.split()[0] for block in blocks if "==" not in block.split()[0] or "--hash=sha256:" not in block]


def test_nothing_installed_or_built_is_kept():
    assert not [name for name in named(kept_files()) if BUILT.search(name)]


def test_nothing_large_is_kept():
    assert not named(path for path in kept_files() if path.stat().st_size > 1_000_000)
