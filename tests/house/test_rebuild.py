"""The same sources give the same bytes, so that a build can be checked and a cache can be trusted."""

import hashlib
import shutil
from pathlib import Path

from interactive.publishing.runtime import build_runtime, fingerprint
from interactive.publishing.stdlib import wanted
from interactive.publishing.web import build_web, content_hash
from tests.house.files import ROOT


def folder_hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_runtime_is_built_the_same_twice(tmp_path):
    shutil.copytree(ROOT / "interactive", tmp_path / "interactive")
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    again = folder_hashes(build_runtime(tmp_path))
    assert again == folder_hashes(build_runtime(ROOT))
    assert fingerprint(tmp_path) == fingerprint(ROOT)


def test_scripts_and_styles_are_bundled_the_same_twice(tmp_path):
    runtime = build_runtime(ROOT)
    hashes = []
    for name in ("one", "two"):
        build_web(ROOT, tmp_path / name, runtime)
        hashes.append(content_hash(tmp_path / name))
    assert hashes[0] == hashes[1]


def test_no_file_of_the_runtime_has_a_name_that_servers_serve_badly():
    assert all(path.suffix != ".mjs" for path in build_runtime(ROOT).iterdir())


def test_the_standard_library_keeps_what_a_course_and_its_labs_import():
    for name in (
        "json/__init__.py",
        "re/__init__.py",
        "dataclasses.py",
        "datetime.py",
        "statistics.py",
        "random.py",
        "hashlib.py",
        "csv.py",
    ):
        assert wanted(name), name
    for name in ("unittest/__init__.py", "encodings/cp932.py", "tkinter/__init__.py", "email/message.py"):
        assert not wanted(name), name
