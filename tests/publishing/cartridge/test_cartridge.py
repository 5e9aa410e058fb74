"""A whole cartridge: it holds to the profile, keeps its identifiers, is made the same each time, and marks what students must not see."""

import re
from pathlib import Path

import pytest
from lxml import etree

from interactive.publishing.archive import write_archive
from interactive.publishing.cartridge.course import public_address, write_cartridges
from interactive.publishing.cartridge.versions import VERSIONS
from tests.publishing.cartridge.checks import faults, parts
from tests.publishing.cartridge.sample import course


def made(folder: Path, *, words: str = "", address: str = "") -> dict[str, Path]:
    root, site, definitions = course(folder, words=words)
    return dict(zip(VERSIONS, write_cartridges(root, site, definitions, address), strict=True))


def manifest(path: Path) -> etree._Element:
    return etree.fromstring(parts(path)["imsmanifest.xml"])


@pytest.mark.parametrize("name", VERSIONS)
@pytest.mark.parametrize("address", ["", "https://course.example.org/two/"])
def test_a_cartridge_has_no_fault(tmp_path: Path, name: str, address: str):
    assert faults(made(tmp_path, address=address)[name]) == []


@pytest.mark.parametrize("name", VERSIONS)
def test_each_version_says_what_it_is(tmp_path: Path, name: str):
    root = manifest(made(tmp_path)[name])
    short = {"cc11": "v1p1", "cc13": "v1p3"}[name]
    assert root.nsmap[None] == f"http://www.imsglobal.org/xsd/imscc{short}/imscp_v1p1"
    assert root.findtext("{*}metadata/{*}schemaversion") == {"cc11": "1.1.0", "cc13": "1.3.0"}[name]
    types = {one.get("type") for one in root.iter("{*}resource")}
    assert types == {
        "webcontent",
        f"imsdt_xml{short}",
        f"imsqti_xmlv1p2/imscc_xml{short}/assessment",
        f"imsqti_xmlv1p2/imscc_xml{short}/question-bank",
    }


def test_a_module_for_each_lesson_with_its_text_quiz_and_discussions(tmp_path: Path):
    (top,) = manifest(made(tmp_path)["cc11"]).iterfind("{*}organizations/{*}organization/{*}item")
    shown = {
        one.findtext("{*}title"): [item.findtext("{*}title") for item in one.iterfind("{*}item")]
        for one in top.iterfind("{*}item")
    }
    assert list(shown) == [
        "Second Track",
        "What is a <sample>?",
        "1. Other lesson",
        "Glossary",
        "For the instructor: keep hidden",
    ]
    assert shown["What is a <sample>?"] == [
        "What is a <sample>?",
        "A sample",
        "Discuss: Why not?",
        "Discuss: And “so”?",
    ]
    assert shown["1. Other lesson"] == ["Other lesson"]


def test_a_page_names_its_works_in_words_and_in_the_order_of_the_list(tmp_path: Path):
    page = parts(made(tmp_path)["cc11"])["lessons/00-sample/index.html"].decode()
    works = page.split("Works cited")[1]
    assert works.index("Alpha. 1901. <cite>A</cite>") < works.index("Beta. 2002") and "Gamma" not in works
    assert "example.org/a" in works and "https://" not in page


def test_links_stand_only_where_an_address_was_given(tmp_path: Path):
    without = parts(made(tmp_path / "a")["cc11"])
    assert not [name for name in without if name.startswith("links/")]
    assert b"without the address" in without["about.html"]
    given = parts(made(tmp_path / "b", address="https://course.example.org/two/")["cc13"])
    link = etree.fromstring(given["links/link-00-sample.xml"])
    assert link.find("{*}url").get("href") == "https://course.example.org/two/lessons/00-sample/index.html"
    assert b"without the address" not in given["about.html"]


@pytest.mark.parametrize(("given", "taken"), [("", ""), ("/two/", ""), ("https://a.example/", "https://a.example/")])
def test_only_an_address_is_an_address(monkeypatch: pytest.MonkeyPatch, given: str, taken: str):
    monkeypatch.setenv("SITE_URL", given)
    assert public_address() == taken


def identifiers(path: Path) -> dict[str, list[str]]:
    """Every identifier and ident of a cartridge, by file."""
    return {
        name: re.findall(r'\b(?:identifier|identifierref|ident)="([^"]+)"', data.decode())
        for name, data in parts(path).items()
        if name.endswith(".xml")
    }


@pytest.mark.parametrize("name", VERSIONS)
def test_identifiers_outlive_every_change_of_wording(tmp_path: Path, name: str):
    before, after = made(tmp_path / "a")[name], made(tmp_path / "b", words="Quite new")[name]
    assert before.read_bytes() != after.read_bytes()
    assert identifiers(before) == identifiers(after)


def test_the_same_source_gives_the_same_bytes(tmp_path: Path):
    first, second = made(tmp_path / "a"), made(tmp_path / "b")
    assert all(first[name].read_bytes() == second[name].read_bytes() for name in VERSIONS)


def test_notes_for_instructors_are_marked_and_nothing_else_is(tmp_path: Path):
    for path in made(tmp_path).values():
        roles = {
            one.get("identifier"): one.findtext("{*}metadata/{*}lom/{*}educational/{*}intendedEndUserRole/{*}value")
            for one in manifest(path).iter("{*}resource")
        }
        assert {name for name, role in roles.items() if role} == {"teaching-00-sample"}
        assert roles["teaching-00-sample"] == "Instructor"


def test_the_page_lists_both_files(tmp_path: Path):
    root, site, definitions = course(tmp_path)
    page = site / "instructors" / "lms.html"
    page.write_text("<h1>x</h1><div data-cartridges>old</div><div data-banks>kept</div>")
    write_cartridges(root, site, definitions)
    html = page.read_text()
    assert "old" not in html and "kept" in html
    for name in VERSIONS:
        assert f'href="../downloads/second-track-{name}.imscc"' in html


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda files: files.pop("lessons/01-other/index.html"), "there is no lessons/01-other/index.html"),
        (lambda files: files.update({"extra.html": ""}), "extra.html is in the zip and not in the manifest"),
        (lambda files: files.update({"about.html": "<script>"}), "about.html holds a script"),
        (lambda files: files.update({"about.html": '<a href="//x.org">'}), "about.html leads out"),
        (lambda files: files.update({"about.html": "see http://evil.example"}), "about.html names"),
        (lambda files: _replace(files, 'identifier="about-', 'identifier="1 '), "is no NCName"),
        (lambda files: _replace(files, "imsccv1p1/imscp_v1p1", "imsccv1p0/imscp_v1p1"), "namespaces"),
        (lambda files: _replace(files, "place-quiz-00-sample", "place-lesson-00-sample"), "stands 2 times"),
        (
            lambda files: _replace(
                files, 'identifierref="quiz-00-sample"', 'identifierref="question-bank-second-track"'
            ),
            "0 places",
        ),
    ],
)
def test_the_checks_find_what_they_look_for(tmp_path: Path, change, said: str):
    files = {name: data.decode() for name, data in parts(made(tmp_path)["cc11"]).items()}
    change(files)
    broken = write_archive(tmp_path / "broken.imscc", files, first="imsmanifest.xml")
    assert any(said in fault for fault in faults(broken)), faults(broken)


def _replace(files: dict[str, str], old: str, new: str) -> None:
    assert old in files["imsmanifest.xml"]
    files["imsmanifest.xml"] = files["imsmanifest.xml"].replace(old, new)
