"""Which attempts count: by cards, by settings, by number; and which of them is graded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.kernel.score import Score, Unscorable
from interactive.record.assigning.expanding import expand, known
from interactive.record.assigning.fitting import Asked, asked, begun, counting, fits, graded
from interactive.record.assigning.model import LARGEST_SEED, Assignment, Task
from interactive.record.assigning.opening import opening_of
from interactive.record.assigning.seeds import ANY_NUMBER, FIRST, known_as, reach, seed_of
from tests.activities.quiz_sample import quiz_data
from tests.conftest import sorter_data
from tests.record.assign_sample import BANK, DONE, ITEMS, READ, SORT, attempt, course
from tests.record.told import ONE, TWO

MODE = {"type": "mode", "mode": "check", "assigned": True}


@given(st.text(max_size=30))
def test_the_same_name_gets_the_same_cards_and_no_name_none(name):
    task = Task(SORT, each=True)
    seed = seed_of(task, name)
    if known_as(name):
        assert seed is not None and FIRST <= seed <= LARGEST_SEED
        assert seed == seed_of(task, f"  {name}  ") == seed_of(task, known_as(name))
    else:
        assert seed is None


def test_names_are_the_same_however_they_are_written():
    task = Task(SORT, each=True)
    assert seed_of(task, "Zoë  Müller") == seed_of(task, "zoe\u0308 MU\u0308LLER ")
    assert len({seed_of(task, name) for name in ("Ada", "Ben", "Cleo", "Dot", "Eve")}) == 5
    assert seed_of(task, "Ada") != seed_of(Task(BANK, each=True), "Ada")  # other cards at each activity
    assert seed_of(Task(SORT, seed=7), "Ada") == 7 and seed_of(Task(SORT), "Ada") is None


def test_the_seed_of_a_name_never_changes():
    """Files that were handed in last year must still fit."""
    assert seed_of(Task("01-what-is-track-two/definitions", each=True), "Ada Lovelace") == 560_092


def test_an_attempt_fits_by_its_activity_and_its_cards():
    wanted = asked(Task(SORT, attempts=2, seed=7), "")
    assert fits(attempt(SORT, DONE), wanted) and fits(attempt(SORT, DONE, seed=8), wanted)
    assert not fits(attempt(SORT, DONE, seed=9), wanted) and not fits(attempt(SORT, DONE, seed=6), wanted)
    assert not fits(attempt(BANK, DONE), wanted)
    assert fits(attempt(SORT, DONE, seed=3), asked(Task(SORT), ""))
    assert reach(Task(SORT)) == ANY_NUMBER


def test_cards_by_name_fit_the_name_only():
    task = Task(SORT, each=True)
    own = attempt(SORT, DONE, seed=seed_of(task, "Ada"))
    assert fits(own, asked(task, "ada")) and not fits(own, asked(task, "Ben")) and not fits(own, asked(task, ""))


def test_an_attempt_fits_by_how_it_was_opened():
    wanted = asked(Task(SORT, seed=7, settings={"mode": "check"}), "", [MODE])
    assert fits(attempt(SORT, MODE, DONE), wanted)
    assert not fits(attempt(SORT, DONE, MODE), wanted) and not fits(attempt(SORT, DONE), wanted)
    assert not fits(attempt(SORT, {**MODE, "mode": "learn"}, DONE), wanted)
    assert fits(attempt(SORT, MODE), wanted) and not begun(attempt(SORT, MODE), wanted)


def test_the_first_attempts_count_and_the_others_were_practice():
    wanted = asked(Task(SORT, attempts=2, seed=7), "")
    made = [attempt(SORT, DONE, name=f"a-{at}", started=at) for at in (30, 10, 20)] + [
        attempt(SORT, name="a-0", started=1)
    ]
    assert [one.id for one in counting(made, wanted)] == ["a-10", "a-20"]  # nothing was done in a-0
    assert [one.id for one in counting(made, Asked(Task(SORT)))] == ["a-10", "a-20", "a-30"]


def score(raw, most=4.0):
    return Score(raw, most, 1, 1)


@pytest.mark.parametrize(
    ("scores", "best", "last"),
    [
        ([score(1), score(3), score(3)], 1, 2),
        ([Unscorable("none"), score(0)], 1, 1),
        ([score(2), score(3, 12.0)], 0, 1),
        ([Unscorable("none")], 0, 0),
        ([], None, None),
    ],
)
def test_the_best_counts_unless_another_is_wanted(scores, best, last):
    assert graded(scores) == best and graded(scores, "last") == last
    assert graded(scores, "first") == (0 if scores else None)


def test_a_lesson_stands_for_its_reading_and_all_that_it_holds():
    whole = Task(ONE, attempts=2, seed=7, counts="last", settings={"mode": "check"})
    found = expand(Assignment(tasks=(whole,)), course())
    assert [task.ref for task in found.tasks] == [READ, SORT, BANK, *ITEMS] and found.unknown == ()
    by_ref = {task.ref: task for task in found.tasks}
    assert by_ref[READ] == Task(READ, counts="last") and by_ref[ITEMS[0]] == Task(ITEMS[0], counts="last")
    assert by_ref[SORT].seed == 7 and by_ref[SORT].attempts == 2 and by_ref[SORT].settings == {"mode": "check"}


@pytest.mark.parametrize("turned", [False, True])
def test_what_is_asked_for_by_name_keeps_its_own_settings(turned):
    tasks = (Task(ONE), Task(SORT, attempts=1))
    found = expand(Assignment(tasks=tasks[::-1] if turned else tasks), course())
    assert [task.ref for task in found.tasks].count(SORT) == 1
    assert next(task for task in found.tasks if task.ref == SORT).attempts == 1


def test_what_the_course_has_not_is_told_apart():
    found = expand(Assignment(tasks=(Task("09-gone"), Task(f"{ONE}/gone"), Task(SORT), Task(TWO))), course())
    assert found.unknown == ("09-gone", f"{ONE}/gone")
    assert [task.ref for task in found.tasks] == [SORT, f"{TWO}/reading"]
    assert not known("practice/nowhere", course())


def test_settings_become_the_events_that_the_engine_takes():
    assert opening_of(Task(SORT, settings={"mode": "check"}), sorter_data()) == (MODE,)
    assert opening_of(Task(SORT, settings={"mode": "opera"}), sorter_data()) == ()
    assert (
        opening_of(Task(SORT), sorter_data()) == () and opening_of(Task(SORT, settings={"mode": "check"}), None) == ()
    )
    quiz = quiz_data()
    event = {"type": "settings", "count": 3, "level": [1, 2], "objectives": ["s0-know"]}
    asks = {"count": "3", "level": "1-2", "objectives": "s0-know+gone", "mode": "check"}
    assert opening_of(Task(BANK, settings=asks), quiz) == (event,)
    assert opening_of(Task(BANK, settings={"count": "3"}), {"kind": "quiz"}) == ()  # no definition that could be read
