"""What a lesson is worth: each activity once, by its best; the checks as one; what is optional not at all."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.kernel.html import plain
from interactive.record.course import Course, Place
from interactive.record.draw_lesson import ALONE, REVIEW, Terms, lesson_strip
from interactive.record.lesson_score import CHECKS, FULL, Standing, Task, lesson_score, tasks_of
from interactive.record.suspending.model import prepared
from tests.record.suspended import BANK, CHECK, COLORS, DATA, LAMPS, PARTS, STORY, attempt

A, B, C = (Task(name, name.upper()) for name in "abc")
FIRST, SECOND = Task("x", "X", check=True), Task("y", "Y", check=True)
OPEN = Task("z", "Z", check=True, scored=False)
standings = st.builds(Standing, st.integers(0, FULL), st.booleans())


def standing(name, events):
    return prepared(attempt(name, events), PARTS[f"00-sample/{name}"]).standing


@pytest.mark.parametrize(
    ("tasks", "reached", "score", "finished"),
    [
        ([A, B], {"a": Standing(800, True)}, 40, 1),
        ([A, B], {"a": Standing(1000, True), "b": Standing(500, False)}, 75, 1),
        ([A, replace(B, optional=True)], {"a": Standing(800, True), "b": Standing(0, False)}, 80, 1),
        ([A, replace(B, scored=False)], {"a": Standing(800, True), "b": Standing(0, True)}, 80, 2),
        ([A, FIRST, SECOND], {"a": Standing(1000, True), "x": Standing(1000, True)}, 75, 1),
        ([FIRST, OPEN], {"x": Standing(1000, True)}, 100, 0),
        ([FIRST, OPEN], {"x": Standing(1000, True), "z": Standing(0, True)}, 100, 1),
        ([], {}, 0, 0),
        ([A], {"a": Standing(999, True)}, 99, 1),
        ([A], {"gone": Standing(1000, True)}, 0, 0),
    ],
)
def test_each_counts_once(tasks, reached, score, finished):
    found = lesson_score(tasks, reached)
    assert (found.score, found.finished) == (score, finished)
    assert found.done == (0 < found.tasks == finished)


@given(st.dictionaries(st.sampled_from("abcxyz"), standings), st.dictionaries(st.sampled_from("abcxyz"), standings))
def test_a_better_standing_never_makes_it_less(one, two):
    both = {name: one.get(name, Standing()).with_best(two.get(name, Standing())) for name in "abcxyz"}
    tasks = [A, B, C, FIRST, SECOND, OPEN]
    found = [lesson_score(tasks, reached) for reached in (one, two, both)]
    assert max(found[0].score, found[1].score) <= found[2].score <= 100
    assert max(found[0].finished, found[1].finished) <= found[2].finished
    assert (found[2].score == 100) == all(both[name].points == FULL for name in "abcxy")


def test_a_sorter_counts_by_its_points_and_is_done_when_its_round_is():
    right = [{"type": "place", "card": f"card-{n}", "bin": ("red", "green", "blue")[n % 3]} for n in range(9)]
    assert standing(COLORS, right) == Standing(FULL, False)
    assert standing(COLORS, [*right, {"type": "finish"}]) == Standing(FULL, True)
    assert standing(COLORS, right[:1]).points < FULL // 2


def test_a_story_counts_whole_when_it_was_played_to_an_end_and_not_before():
    events = []
    while not standing(STORY, events).finished:
        choice = next(
            one
            for one in "abcd"
            if len(prepared(attempt(STORY, [*events, _chosen(one)]), PARTS[f"00-sample/{STORY}"]).events) > len(events)
        )
        assert standing(STORY, events) == Standing(0, False)
        events.append(_chosen(choice))
    assert standing(STORY, events) == Standing(FULL, True)


def _chosen(letter):
    return {"type": "choose", "choice": letter}


def test_a_first_guess_in_the_text_is_answered_when_it_is_kept():
    picked = [{"type": "pick", "item": "guess", "option": "p"}, {"type": "sure", "item": "guess", "level": "sure"}]
    assert not standing(CHECK, picked).finished
    assert standing(CHECK, [*picked, {"type": "keep", "item": "guess"}]).finished


def test_tasks_are_those_of_the_lesson_in_the_order_of_the_page():
    places = {
        f"00-sample/{name}": Place(
            "root:page.html", name.title(), "00-sample", DATA[name]["kind"], "d", optional=name == LAMPS
        )
        for name in (STORY, COLORS, LAMPS, CHECK, BANK)
    }
    places["01-other/bank"] = Place("", "Other", "01-other", "quiz", "d")
    reading = {"kind": "reading"}
    found = tasks_of(
        Course(activities={**places, "00-sample/reading": places["00-sample/story"]}),
        "00-sample",
        {**{ref: DATA.get(ref.split("/", 1)[1], reading) for ref in places}, "00-sample/reading": reading},
    )
    assert [(task.title, task.optional, task.check, task.scored) for task in found] == [
        ("Story", False, False, True),
        ("Colors", False, False, True),
        ("Lamps", True, False, True),
        ("Bank/Guess", False, True, False),
        ("Bank", False, False, True),
    ]


def test_the_strip_says_what_is_done_what_is_reported_and_what_counts():
    tasks = [A, replace(B, optional=True, title="<b>B</b>"), FIRST, OPEN, replace(C, scored=False)]
    found = lesson_score(tasks, {"a": Standing(780, True), "x": Standing(500, True)})
    html = lesson_strip(found, Terms(mark=60), ["Something was cut."])
    words = plain(html)
    assert "1 of 3 done." in words and "64 of 100 reported to your school." in words
    assert f"{CHECKS}" in words and "1 of 2 answered" in words
    assert "Extra: does not count" in words and "no points" in words and "Your school asks for 60 of 100." in words
    assert "Something was cut." in words and "<b>B</b>" not in html
    assert "nothing is reported" in plain(lesson_strip(found, Terms(ALONE))) and "data-when" not in lesson_strip(
        found, Terms(ALONE)
    )
    assert "looking back" in plain(lesson_strip(found, Terms(REVIEW)))
