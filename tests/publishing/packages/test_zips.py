"""Zip files that any program can read, and that are the same for the same contents."""

import io
import shutil
import subprocess
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.publishing.packages.zips import BadName, pack, write_zip

NAMES = st.from_regex(r"[a-z0-9]{1,6}(/[a-z0-9][a-z.-]{0,3}){0,2}", fullmatch=True)
FILES = st.dictionaries(NAMES, st.one_of(st.binary(max_size=300), st.just(b"again and " * 500)), max_size=8)


@given(FILES)
def test_what_is_written_is_read_by_others(tmp_path_factory, files):
    path = tmp_path_factory.mktemp("zip") / "made.zip"
    write_zip(path, {name: pack(data) for name, data in files.items()})
    with zipfile.ZipFile(path) as made:
        assert made.testzip() is None
        assert {name: made.read(name) for name in made.namelist()} == files
        assert all(entry.date_time == (1980, 1, 1, 0, 0, 0) for entry in made.infolist())
        assert all(entry.external_attr >> 16 == 0o100644 for entry in made.infolist())


@given(FILES)
def test_the_order_in_which_files_came_does_not_matter(tmp_path_factory, files):
    folder = tmp_path_factory.mktemp("zip")
    packed = {name: pack(data) for name, data in files.items()}
    write_zip(folder / "one.zip", packed)
    write_zip(folder / "two.zip", dict(reversed(packed.items())))
    assert (folder / "one.zip").read_bytes() == (folder / "two.zip").read_bytes()


@given(st.binary(max_size=2000))
def test_packing_never_makes_a_file_larger(data):
    packed = pack(data)
    assert len(packed.data) <= packed.size == len(data)


def test_the_manifest_comes_first(tmp_path):
    write_zip(tmp_path / "made.zip", {name: pack(b"x") for name in ("a.html", "imsmanifest.xml", "z.html")})
    with zipfile.ZipFile(tmp_path / "made.zip") as made:
        assert made.namelist() == ["imsmanifest.xml", "a.html", "z.html"]


@pytest.mark.skipif(not shutil.which("unzip"), reason="there is no unzip here")
def test_unzip_has_no_complaint(tmp_path):
    write_zip(tmp_path / "made.zip", {"a.txt": pack(b"x" * 999), "b/c.bin": pack(bytes(range(256)))})
    done = subprocess.run(["unzip", "-t", str(tmp_path / "made.zip")], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "warning" not in done.stdout + done.stderr


@pytest.mark.parametrize("name", ["two words.html", "Çatal.html", "../up.html", "/top.html", "a//b", "a\\b", ".hidden"])
def test_a_name_that_some_systems_do_not_take_is_refused(tmp_path, name):
    with pytest.raises(BadName, match="some systems do not take"):
        write_zip(tmp_path / "made.zip", {name: pack(b"")})


def test_an_empty_zip_is_one_too(tmp_path):
    write_zip(tmp_path / "made.zip", {})
    assert zipfile.ZipFile(io.BytesIO((tmp_path / "made.zip").read_bytes())).namelist() == []
