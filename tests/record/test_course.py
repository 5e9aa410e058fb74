"""The course map is read with tolerance: nothing that a learner did may depend on its being whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.kernel.reading import Malformed
from interactive.record.course import read_course
from tests.record.told import ONE, TWO, course


def test_a_course_knows_its_lessons_and_what_stands_in_them():
    read = course()
    assert [lesson.name for lesson in read.lessons] == ["1 · Colors", "2 · Sounds"]
    assert read.lessons[0].minutes == 30 and not read.lessons[1].ready
    assert read.lesson_of(f"{ONE}/sort") == ONE
    assert read.lesson_of(f"{TWO}/gone") == TWO  # an activity that was taken away still belongs to its lesson
    assert read.lesson_of("practice/review") == "" and read.lesson_of("nowhere/x") == ""
    assert len(read.lesson_items(ONE)) == 8 and read.lesson_items(TWO) == []


def test_an_item_has_a_line_and_a_section_to_reread():
    read = course()
    assert (
        read.label("item-3") == "What color is 3?" and read.label("term-hue") == "Hue" and read.label("gone") == "gone"
    )
    assert read.reread("item-3") == ("On 3", "root:one.html#n3") and read.reread("gone") == ("", "")


def test_items_are_grouped_by_what_they_assess():
    found = course().assessing()
    assert found["c-mix"] == {"item-6", "item-7"} and len(found["c-tell"]) == 6


@pytest.mark.parametrize("data", [None, [], "course", 7])
def test_what_is_no_object_is_refused(data):
    with pytest.raises(Malformed, match="should be an object"):
        read_course(data)


def test_a_lesson_without_its_number_is_refused_with_its_place():
    with pytest.raises(Malformed, match=r"lessons\.number"):
        course(lessons=[{"id": "x", "title": "X", "href": "x"}])


strange = st.none() | st.integers() | st.dictionaries(st.text(), st.none() | st.text())


@given(st.dictionaries(st.sampled_from(["lessons", "activities", "items", "terms", "practice"]), strange))
def test_missing_or_strange_parts_are_left_out(parts):
    read = read_course(parts)
    assert read.lessons == () and read.lesson_of("a/b") == "" and read.label("x") == "x"
