"""The glossary is checked like a definition: its shape, its sources, where it sends its readers, and that a word has one term."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FILE = "content/glossary.yml"
GLOSSARY = """\
version: 1
terms:
  - id: warm
    term: warm color
    also: [warm tone]
    lesson: 00-sample
    definition: Near to fire.
    cite: [someone1900]
    reread: {text: On red, href: lessons/00-sample/index.md#red}
  - id: cold
    term: cold color
    lesson: 00-sample
    definition: Near to the sea.
    cite: [someone1900]
    reread: {text: On blue, href: lessons/00-sample/index.md#blue}
"""


def test_a_good_glossary_has_no_findings(course):
    course.write(FILE, GLOSSARY)
    assert course.findings() == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("version: 1", "version: 2", ":1:1: shape: this should be 1"),
        ("    term: warm color\n", "", ":3:5: shape: `term` is missing: the term as it stands in a sentence"),
        ("definition: Near to fire.", "meaning: Near to fire.", "shape: there is no `meaning` here"),
        ("term: warm", "term: warm: red", ":4:15: yaml: a colon with a space after it starts a value"),
        ("id: warm", "id: Warm Color", "will not do as an id"),
        ("id: cold", "id: warm", f"duplicate-id: `term-warm` is used already in {FILE}, line 3"),
        (
            "lesson: 00-sample",
            "lesson: 00-simple",
            ":6:5: unknown-lesson: there is no lesson content/lessons/00-simple; did you",
        ),
        (
            "lesson: 00-sample",
            "lesson: 99-x",
            "unknown-lesson: there is no lesson content/lessons/99-x; the lessons are 00-sample",
        ),
        (
            "cite: [someone1900]",
            "cite: [someone190]",
            ":8:12: unknown-cite: content/references.bib has no `someone190`",
        ),
        (
            "index.md#red",
            "index.md#rad",
            ":9:28: unresolved-reread: content/lessons/00-sample/index.md has no anchor #rad",
        ),
        ("term: cold color", "term: The WARM Tone", ":11:5: duplicate-term: `The WARM Tone` stands at `warm` already"),
        ("Near to fire.", "Near to [fire](#red).", "unresolved-link: `#red` is lost on other pages"),
    ],
)
def test_one_mistake_one_finding_with_its_place(course, old, new, finding):
    course.write(FILE, GLOSSARY.replace(old, new, 1))
    found = course.findings()
    assert any(line.startswith(FILE) and finding in line for line in found), found


def test_spellings_of_one_term_may_be_alike(course):
    course.write(FILE, GLOSSARY.replace("[warm tone]", "[warm-tone, warm tone, Warm Color]"))
    assert course.findings() == []


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.one_of(
        st.text(max_size=100),
        st.lists(st.sampled_from(GLOSSARY.splitlines(keepends=True)), max_size=20).map("".join),
        st.sampled_from(["[]", "{}", "3", "[{}]", "[[a]]", "null"]).map("version: 1\nterms: {}".format),
    )
)
def test_no_glossary_makes_the_check_raise(course, text):
    course.write(FILE, text)
    course.findings()
