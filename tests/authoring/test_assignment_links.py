"""A link that carries an assignment is checked for what it asks, and a heading is still a heading."""

import pytest

from tests.authoring.conftest import PAGE

LESSON = "content/lessons/00-sample/index.md"
STUDENT, TEACHER = "../../assignment.md", "../../instructors/assign.md"


@pytest.fixture
def linked(course):
    """The findings after a link has been put into the lesson."""
    for page in ("content/assignment.md", "content/instructors/assign.md"):
        course.write(page, "---\ntitle: A page\n---\n\n# A page\n\n## A heading {#heading}\n")

    def apply(target: str) -> list[str]:
        course.write(LESSON, PAGE.replace("Fire is", f"[Fire]({target}) is"))
        return course.findings()

    return apply


@pytest.mark.parametrize("page", [STUDENT, TEACHER])
@pytest.mark.parametrize(
    "fragment",
    [
        "v=1&do=00-sample/colors",
        "v=1&title=Week+1:+What+is+it%3F&due=Friday&note=On+paper,+please&do=00-sample/colors;mode=check;seed=7",
        "v=1&title=All&do=00-sample&do=00-sample/reading&do=00-sample/colors;objectives=s0-tell-colors",
        "heading",
    ],
)
def test_what_is_there_can_be_assigned(linked, page, fragment):
    assert linked(f"{page}#{fragment}") == []


@pytest.mark.parametrize(
    ("fragment", "told"),
    [
        (
            "v=1&do=00-sample/colours",
            "asks for `00-sample/colours`, which is nowhere; did you mean `00-sample/colors`?",
        ),
        ("v=1&do=00-simple", "asks for `00-simple`, which is nowhere; did you mean `00-sample`?"),
        ("v=1&do=00-sample/colors/flame", "asks for `00-sample/colors/flame`, which is nowhere"),
        ("v=1&do=00-sample/colors;objectives=s0-tell-colour", "which no lesson has; did you mean `s0-tell-colors`?"),
        ("v=1&do=00-sample/colors;seed=red", "A setting of “00-sample/colors” cannot be read"),
        ("v=1&do=00-sample/colors&do=00-sample/colors", "asked for twice"),
        ("v=1&title=Nothing", "asks for nothing"),
        ("v=2&do=00-sample/colors", "carries no assignment"),
        ("heading-two", "has no anchor #heading-two"),
    ],
)
def test_what_is_not_there_is_told_at_the_link(linked, fragment, told):
    findings = linked(f"{STUDENT}#{fragment}")
    assert len(findings) == 1
    assert findings[0].startswith(f"{LESSON}:11:1: unresolved-link: ") and told in findings[0]


def test_links_by_reference_are_checked_too(linked, course):
    course.write(LESSON, PAGE + f"\n[one]: {TEACHER}#v=1&do=00-sample/nothing-of-the-kind\n")
    assert any("nothing-of-the-kind`, which is nowhere" in finding for finding in course.findings())


def test_on_other_pages_such_a_fragment_is_an_anchor_that_is_not_there(linked):
    assert any("has no anchor #v=1" in finding for finding in linked("#v=1&do=00-sample/colors"))
