"""What goes into a package, what never does, and that the same site always gives the same bytes."""

import json
import os
import re
import shutil
from posixpath import dirname, join, normpath

import pytest

from interactive.publishing.packages.build import Maker, plans
from interactive.publishing.packages.contents import NotFinished, Site, Unfit
from tests.publishing.packages.made import ADDRESS, contents, make_all
from tests.publishing.packages.sample import write_site
from tests.publishing.packages.test_manifests import NAMES

ONE, ALL = "second-track-01-first-scorm12.zip", "second-track-course-scorm12.zip"
OUTSIDE = re.compile(rb"(?:href|src|srcset|poster|action)=\"(?:[a-z]+:)?//|url\((?:[a-z]+:)?//")


def test_a_lesson_brings_what_it_needs_and_no_more(packages):
    names = {name.removeprefix("course/") for name in contents(packages[ONE])}
    assert names == {
        "imsmanifest.xml",
        "lesson-01.html",
        "lessons/01-first/index.html",
        "glossary.html",
        "timeline.html",
        "references.html",
        "labs/index.html",
        "labs/drawing.html",
        "labs/drawing.ipynb",
        "figures/plain.svg",
        "figures/tall.svg",
        "assets/favicon.svg",
        "assets/javascripts/scope.js",
        "assets/javascripts/bundle.bbbbbbbb.min.js",
        "assets/javascripts/inside.js",
        "assets/definitions/index.json",
        "assets/definitions/course.json",
        "assets/definitions/aaaaaaaaaaaaaaaa1.json",
        "assets/st-aaaaaaaaaa/second-track.css",
        "assets/st-aaaaaaaaaa/boot.js",
        "assets/st-aaaaaaaaaa/page.js",
        "assets/st-aaaaaaaaaa/shell.js",
        "assets/st-aaaaaaaaaa/worker.js",
        "assets/st-aaaaaaaaaa/chunk-AAAAAAAA.js",
        "assets/st-aaaaaaaaaa/editor-BBBBBBBB.js",
        "assets/st-aaaaaaaaaa/fonts/serif.woff2",
        "assets/py-cccccccccc/pyodide.js",
        "assets/py-cccccccccc/pyodide.asm.wasm",
        "assets/py-cccccccccc/pyodide-lock.json",
        "assets/py-cccccccccc/fsrs-1.whl",
    }


def test_the_whole_course_has_one_copy_of_what_lessons_share(packages):
    alone, whole = contents(packages[ONE]), contents(packages[ALL])
    assert set(alone) < set(whole)
    assert sorted(set(whole) - set(alone)) == [
        "course/assets/definitions/aaaaaaaaaaaaaaaa2.json",
        "course/lessons/02-second/index.html",
        "lesson-02.html",
    ]


def test_a_lesson_without_a_lab_goes_without_the_editor(tmp_path):
    folder = write_site(tmp_path / "site")
    page = folder / "lessons/02-second/index.html"
    page.write_text(page.read_text().replace("../../labs/drawing.html", "#one"))
    site = Site.at(folder)
    plan = next(plan for plan in plans(site) if plan.folder == "02-second")
    found = contents(Maker(site).make(plan, tmp_path))
    assert not [name for name in found if "labs/" in name or "editor" in name]


def test_the_maps_know_only_what_is_inside(packages):
    found = contents(packages[ONE])
    index = json.loads(found["course/assets/definitions/index.json"])
    course = json.loads(found["course/assets/definitions/course.json"])
    assert list(index) == list(course["activities"]) == ["01-first/cards"]
    assert [lesson["id"] for lesson in course["lessons"]] == ["01-first"]
    assert list(course["items"]) == ["card-1"]
    assert course["practice"]["items"] == []
    assert course["terms"] == {}


def test_the_shell_tells_the_runtime_which_lesson_it_opens(packages):
    for name, standard, limit in (("scorm12", "1.2", 4096), ("scorm2004", "2004", 64000)):
        shell = contents(packages[f"second-track-01-first-{name}.zip"])["lesson-01.html"].decode()
        told = json.loads(re.search(r'<script type="application/json" id="second-track-lms">(.*?)</script>', shell)[1])
        assert told == {
            "standard": standard,
            "lesson": "01-first",
            "page": "course/lessons/01-first/index.html",
            "limit": limit,
        }
        assert shell.index("shell.js") < shell.index("<iframe")
        assert 'src="course/lessons/01-first/index.html"' in shell
        assert "<title>First - Second Track</title>" in shell


@pytest.mark.parametrize("name", NAMES)
def test_what_no_package_has(packages, name):
    for path, data in contents(packages[name]).items():
        assert re.fullmatch(r"[A-Za-z0-9._/-]+", path), path
        assert not path.endswith((".mjs", ".map")), path
        assert b"sourceMappingURL" not in data, path
        assert b"serviceWorker" not in data, path
        if path.endswith((".html", ".css")):
            assert not OUTSIDE.search(data), path
            assert not re.search(rb'(?:href|src)="/', data), path


@pytest.mark.parametrize("name", NAMES)
def test_every_link_and_every_source_inside_is_there(packages, name):
    found = contents(packages[name])
    for path, data in found.items():
        if path.endswith(".html"):
            for href in re.findall(r'(?:href|src)="([^"#][^"]*)"', data.decode()):
                target = normpath(join(dirname(path), href.partition("#")[0]))
                assert target in found, (path, href)


def test_light_packages_leave_python_where_the_course_is(packages):
    found = contents(packages["second-track-01-first-scorm12-light.zip"])
    assert not [name for name in found if "/py-" in name]
    assert (
        found["course/assets/st-aaaaaaaaaa/worker.js"]
        == f'new URL("{ADDRESS}/assets/py-cccccccccc/",import.meta.url)'.encode()
    )
    full = contents(packages[ONE])
    assert full["course/assets/st-aaaaaaaaaa/worker.js"] == b'new URL("../py-cccccccccc/",import.meta.url)'
    assert {name for name in full if "/py-" not in name} == set(found)


def test_without_an_address_there_are_no_light_packages(tmp_path):
    assert sorted(make_all(tmp_path)) == [name for name in sorted(NAMES) if "light" not in name]


def test_a_worker_that_does_not_say_where_python_is_stops_the_packing(tmp_path):
    site = write_site(tmp_path / "site")
    (site / "assets/st-aaaaaaaaaa/worker.js").write_text("nothing of it")
    plan = next(plan for plan in plans(Site.at(site), ADDRESS) if plan.address)
    with pytest.raises(Unfit, match="does not say once where Python is"):
        Maker(Site.at(site)).make(plan, tmp_path)


def test_the_same_site_gives_the_same_bytes(packages, tmp_path):
    for path in sorted((write_site(tmp_path / "site")).rglob("*"), reverse=True):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    again = make_all(tmp_path, address=ADDRESS)
    assert {name: path.read_bytes() for name, path in again.items()} == {
        name: path.read_bytes() for name, path in packages.items()
    }


def test_what_a_page_shows_from_elsewhere_and_what_it_misses_are_told_together(tmp_path):
    folder = write_site(
        tmp_path / "site", words='<img src="https://elsewhere.example/a.png" alt=""><img src="lost.png" alt="">'
    )
    with pytest.raises(Unfit) as error:
        Maker(Site.at(folder)).make(next(plans(Site.at(folder))), tmp_path)
    assert list(error.value.args) == [
        "lessons/01-first/index.html shows https://elsewhere.example/a.png, which is on another host; a package holds all that it shows",
        "lessons/01-first/index.html needs lessons/01-first/lost.png, which is not there",
    ]


def test_an_unfinished_site_is_named(tmp_path):
    folder = write_site(tmp_path / "site")
    shutil.rmtree(folder / "assets/py-cccccccccc")
    with pytest.raises(NotFinished, match="run `make site` first"):
        Site.at(folder)


def test_a_lesson_that_is_being_written_is_not_packed(tmp_path):
    folder = write_site(tmp_path / "site")
    path = folder / "assets/definitions/course.json"
    course = json.loads(path.read_text())
    course["lessons"][1]["ready"] = False
    path.write_text(json.dumps(course))
    assert {plan.folder for plan in plans(Site.at(folder))} == {"01-first", "course"}
