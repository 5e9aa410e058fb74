"""Making an assignment: each thing that an instructor does changes the draft, and the draft is always the text of a link."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.kernel.reading import Malformed
from interactive.record.assigning.draft import changed, fitting_items, levels_of, order_of
from interactive.record.assigning.fragment import read, write
from interactive.record.assigning.model import Assignment, Task
from tests.record.assign_sample import BANK, ITEMS, READ, SORT, course
from tests.record.told import NOW, ONE, TWO

COURSE = course()
NEW = Assignment()


def done(*events, draft=NEW):
    for event in events:
        draft = changed(draft, event, COURSE, NOW)
    return draft


def pick(ref, on=True):
    return {"type": "pick", "ref": ref, "on": on}


def put(ref=BANK, **what):
    return {"type": "set", "ref": ref, **what}


def test_words_are_kept_within_their_length():
    draft = done({"type": "text", "title": "Week 2" + "x" * 999}, {"type": "text", "due": "Monday"}, {"type": "text"})
    assert len(draft.title) == 100 and draft.due == "Monday" and draft.note == ""


def test_what_is_picked_stands_in_the_order_of_the_course_and_shares_a_seed():
    draft = done(pick(BANK), pick(READ), pick(SORT))
    assert [task.ref for task in draft.tasks] == [READ, SORT, BANK]
    reading, sorter, bank = draft.tasks
    assert reading.seed is None and sorter.seed == bank.seed and 1000 <= sorter.seed < 10_000
    assert done(pick(SORT, on=False), draft=draft).tasks == (reading, bank)
    assert order_of(COURSE) == [ONE, READ, SORT, BANK, *ITEMS, TWO, f"{TWO}/reading"]


def test_picking_again_keeps_what_was_set():
    draft = done(pick(SORT), put(SORT, attempts="2"), pick(SORT))
    assert draft.tasks[0].attempts == 2


def test_a_task_that_the_course_has_not_cannot_be_picked():
    with pytest.raises(Malformed, match="no such task"):
        done(pick(f"{ONE}/gone"))
    with pytest.raises(Malformed, match="does not know"):
        done({"type": "dance"})


@pytest.mark.parametrize(
    ("event", "field", "value"),
    [
        (put(seed="each"), "each", True),
        (put(seed="any"), "seed", None),
        (put(attempts="3"), "attempts", 3),
        (put(attempts="-4"), "attempts", 0),
        (put(attempts="999"), "attempts", 20),
        (put(counts="last"), "counts", "last"),
        (put(counts="none"), "counts", "best"),
        (put(count="3"), "settings", {"count": "3"}),
        (put(count="4"), "settings", {}),  # the bank's own number
        (put(count="99"), "settings", {"count": "8"}),  # no more than there are
        (put(mode="check"), "settings", {}),  # a quiz has no modes
        (put(low="2"), "settings", {"level": "2-3"}),
        (put(high="1"), "settings", {"level": "1"}),
    ],
)
def test_a_setting_is_taken_as_far_as_it_makes_sense(event, field, value):
    assert getattr(done(pick(BANK), event).tasks[0], field) == value


def test_one_attempt_needs_no_choice_among_several():
    assert done(pick(SORT), put(SORT, counts="last"), put(SORT, attempts="1")).tasks[0].counts == "best"


def test_the_same_for_all_comes_back_with_its_seed():
    draft = done(pick(SORT), pick(BANK), put(SORT, seed="each"), put(SORT, seed="same"))
    assert draft.tasks[0].seed == draft.tasks[1].seed and not draft.tasks[0].each


def test_a_span_of_difficulty_never_turns_over():
    draft = done(pick(BANK), put(low="2"), put(high="1"))
    assert draft.tasks[0].settings == {"level": "1"} and levels_of("1") == (1, 1) and levels_of("junk") == (1, 3)
    assert done(put(low="3"), draft=draft).tasks[0].settings == {"level": "3"}
    assert done(put(low="1"), put(high="3"), draft=draft).tasks[0].settings == {}


def test_objectives_are_chosen_and_all_of_them_are_not_written():
    leave = {"type": "objective", "ref": BANK, "objective": "c-mix", "on": False}
    draft = done(pick(BANK), leave)
    assert draft.tasks[0].settings == {"objectives": "c-tell"}
    assert done({**leave, "on": True}, draft=draft).tasks[0].settings == {}
    assert done({**leave, "objective": "c-tell"}, draft=draft).tasks[0].settings == {}  # none at all is no choice


def test_items_that_fit_are_counted():
    levels = COURSE.activities[BANK].levels
    assert fitting_items(levels, {}) == 8 and fitting_items(levels, {"level": "2-3"}) == 4
    assert fitting_items(levels, {"level": "1", "objectives": "c-mix"}) == 1
    assert fitting_items(levels, {"objectives": "gone"}) == 0


def test_a_link_is_opened_to_be_changed_and_a_draft_begun_anew():
    link = "https://example.edu/c/assignment.html#v=1&title=Old&do=01-colors/bank;count=3"
    draft = done(pick(SORT), {"type": "open", "text": link})
    assert draft == Assignment("Old", tasks=(Task(BANK, settings={"count": "3"}),))
    assert done({"type": "clear"}, draft=draft) == NEW
    with pytest.raises(Malformed, match="no assignment"):
        done({"type": "open", "text": "https://example.edu/"})


refs = st.sampled_from([ONE, READ, SORT, BANK, ITEMS[0], f"{TWO}/reading", "gone"])
words = st.sampled_from(
    ["same", "each", "any", "0", "2", "check", "last", "3", "x", "", "-1", "99999999999"]
) | st.text(max_size=4)
keys = st.sampled_from(["seed", "attempts", "counts", "mode", "count", "low", "high"])
events = st.one_of(
    st.builds(lambda ref, on: pick(ref, on), refs, st.booleans()),
    st.builds(lambda ref, key, word: put(ref, **{key: word}), refs, keys, words),
    st.builds(
        lambda name, on: {"type": "objective", "ref": BANK, "objective": name, "on": on},
        st.sampled_from(["c-tell", "c-mix", "gone"]),
        st.booleans(),
    ),
    st.builds(
        lambda key, word: {"type": "text", key: word}, st.sampled_from(["title", "note", "due"]), st.text(max_size=9)
    ),
)


@given(st.lists(events, max_size=25))
def test_whatever_is_done_the_draft_is_a_link_that_reads_back(found):
    draft = NEW
    for event in found:
        try:
            draft = changed(draft, event, COURSE, NOW)
        except Malformed as error:
            assert str(error).endswith(".")
    again = read(write(draft))
    assert again.tasks == draft.tasks and again.problems == ()
    for task in draft.tasks:
        assert set(task.settings) <= {"mode", "count", "level", "objectives"} and not (task.each and task.seed)
