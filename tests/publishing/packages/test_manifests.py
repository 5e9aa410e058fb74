"""The manifests: by the schemas of ADL and IMS, and by what the schemas do not ask for (lms.md)."""

import re

import pytest

from tests.publishing.packages.made import contents, every, identifiers, make_all, manifest
from tests.publishing.packages.schemas import faults

KINDS = ["scorm12", "scorm2004", "scorm12-light", "scorm2004-light"]
NAMES = [f"second-track-{who}-{kind}.zip" for who in ("01-first", "02-second", "course") for kind in KINDS]
ADLCP = "{http://www.adlnet.org/xsd/adlcp_%s}%s"


def standard(name: str) -> str:
    return "2004" if "2004" in name else "1.2"


def kind_of(resource) -> str | None:
    return resource.get(ADLCP % ("rootv1p2", "scormtype")) or resource.get(ADLCP % ("v1p3", "scormType"))


def test_there_is_a_package_of_each_kind_for_each_lesson_and_for_the_course(packages):
    assert sorted(packages) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_schemas_have_nothing_against_it(packages, name):
    assert faults(standard(name), contents(packages[name])["imsmanifest.xml"]) == []


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("second-track-course-scorm12.zip", b'scormtype="sco"', b'scormtype="page"'),
        ("second-track-course-scorm2004.zip", b"tracked", b"followed"),
        ("second-track-course-scorm2004.zip", b'identifier="second', b'identifier="2 second'),
        ("second-track-course-scorm12.zip", b"<title>", b"<title/><title>"),
    ],
)
def test_the_schemas_do_see_faults(packages, name, right, wrong):
    text = contents(packages[name])["imsmanifest.xml"]
    assert right in text
    assert faults(standard(name), text.replace(right, wrong))


@pytest.mark.parametrize("name", NAMES)
def test_identifiers_are_names_and_each_is_there_once(packages, name):
    found = [one.get("identifier") for one in manifest(packages[name]).iter() if one.get("identifier")]
    assert len(found) == len(set(found))
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", one) for one in found)


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_leads_to_something(packages, name):
    root = manifest(packages[name])
    resources = {one.get("identifier") for one in every(root, "resource")}
    referred = {one.get("identifierref") for one in root.iter() if one.get("identifierref")}
    assert referred == resources
    (organizations,) = every(root, "organizations")
    assert [organizations.get("default")] == [one.get("identifier") for one in every(root, "organization")]


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_listed_once_and_every_listed_file_is_there(packages, name):
    root = manifest(packages[name])
    listed = [one.get("href") for one in every(root, "file")]
    assert sorted(listed) == sorted(set(contents(packages[name])) - {"imsmanifest.xml"})
    for resource in every(root, "resource"):
        if kind_of(resource) == "sco":
            assert resource.get("href") in [one.get("href") for one in every(resource, "file")]


@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_is_one_sco_under_its_title(packages, name):
    root = manifest(packages[name])
    scos = [one.get("href") for one in every(root, "resource") if kind_of(one) == "sco"]
    titles = [one.findtext("{*}title") for one in every(root, "item")]
    number = {"01-first": 0, "02-second": 1}.get(name[13:].partition("-scorm")[0])
    chosen = slice(None) if number is None else slice(number, number + 1)
    assert scos == ["lesson-01.html", "lesson-02.html"][chosen]
    assert titles == ["1 · First", "2 · Second"][chosen]


@pytest.mark.parametrize("name", NAMES)
def test_no_mastery_score_overrides_what_the_lesson_says(packages, name):
    text = contents(packages[name])["imsmanifest.xml"].decode()
    assert "masteryscore" not in text.lower()
    assert "minNormalizedMeasure" not in text
    assert 'satisfiedByMeasure="true"' not in text


def test_2004_leaves_completion_and_score_to_the_lesson(packages):
    root = manifest(packages["second-track-01-first-scorm2004.zip"])
    (controls,) = every(root, "deliveryControls")
    assert set(controls.attrib.values()) == {"true"}
    (objective,) = every(root, "primaryObjective")
    assert objective.get("objectiveID") == "second-track-01-first-objective"
    assert [one.text for one in every(root, "schemaversion")] == ["2004 4th Edition"]
    assert [one.text for one in every(manifest(packages["second-track-01-first-scorm12.zip"]), "schemaversion")] == [
        "1.2"
    ]


def test_what_the_package_is_called_and_about(packages):
    text = contents(packages["second-track-01-first-scorm2004.zip"])["imsmanifest.xml"].decode()
    assert "<title>Second Track: First</title>" in text
    assert "What First is &amp; is not." in text
    assert "CC BY-SA 4.0" in text


def test_identifiers_do_not_change_with_the_content(packages, tmp_path):
    """A re-upload after a change keeps everybody's answers: titles, words and definitions play no part in any identifier."""
    later = make_all(tmp_path, words="Quite <em>other</em> words, and more of them.", digest="b" * 16)
    for name, path in later.items():
        assert contents(path) != contents(packages[name])
        assert identifiers(path) == identifiers(packages[name])


def test_a_lesson_has_one_identifier_in_every_package_that_it_is_in(packages):
    items = {name: [one.get("identifier") for one in every(manifest(path), "item")] for name, path in packages.items()}
    assert items["second-track-course-scorm12.zip"] == ["second-track-01-first-item", "second-track-02-second-item"]
    for name, found in items.items():
        expected = [one for one in items["second-track-course-scorm12.zip"] if "course" in name or one[13:-5] in name]
        assert found == expected
