"""Mastery is a careful guess: it stays between nothing and one, rises with right answers, and falls with time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.record.answers import Answer, answers, latest
from interactive.record.mastery import WORDS, by_objective, mastery
from tests.record.told import NOW, answered, summary


def answer(item, credit, at=NOW):
    return Answer(at, "a-1", item, credit, ["c-tell"], "")


credits = st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])
some = st.dictionaries(st.sampled_from("abcdefgh"), credits, max_size=8)
memories = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.01, 1), max_size=8)


def of(found, memory=None):
    return mastery([answer(item, credit) for item, credit in found.items()], memory or {})


@pytest.mark.parametrize(
    ("credits", "word"),
    [
        ([], "not tried"),
        ([1], "beginning"),
        ([1, 0], "beginning"),
        ([1, 1], "growing"),
        ([1, 0, 1, 0], "growing"),
        ([1, 1, 1], "steady"),
        ([1, 1, 1, 1, 1, 1, 0, 0, 0], "steady"),
        ([1, 1, 1, 1, 1], "sure"),
        ([1, 1, 1, 1], "steady"),
        ([0.5] * 9, "growing"),
    ],
)
def test_the_words_are_given_by_share_and_number(credits, word):
    assert of({str(place): credit for place, credit in enumerate(credits)}).word == word


def test_what_was_sure_is_only_steady_when_it_is_due_again():
    right = {str(place): 1.0 for place in range(5)}
    assert of(right).word == "sure"
    assert of(right, dict.fromkeys(right, 0.9)).word == "steady"
    assert of(right, dict.fromkeys(right, 0.3)).word == "beginning"


@given(some, memories)
def test_mastery_is_between_nothing_and_one_and_has_a_word(found, memory):
    level = of(found, memory)
    assert 0 <= level.share < 1 and level.word in WORDS
    assert (level.level == 0) == (not found)


@given(some.filter(bool), memories, credits, st.data())
def test_a_better_answer_never_lowers_it(found, memory, credit, data):
    item = data.draw(st.sampled_from(sorted(found)))
    better = {**found, item: max(found[item], credit)}
    assert of(better, memory).share >= of(found, memory).share
    assert of(better, memory).level >= of(found, memory).level


@given(some, memories, st.floats(0.1, 1))
def test_time_never_raises_it(found, memory, less):
    assert of(
        found, {item: chance * less for item, chance in memory.items()} | dict.fromkeys(set(found) - set(memory), less)
    ).share <= (of(found, memory).share + 1e-12)


def test_the_weakest_item_is_the_one_to_look_at_and_ties_are_settled():
    assert of({"b": 0.5, "a": 1.0, "c": 0.5}).weakest == "b"
    assert of({"b": 1.0, "a": 1.0}, {"a": 0.4}).weakest == "a"
    assert of({}).weakest == ""


def test_only_a_whole_point_counts_as_right():
    assert of({"a": 1.0, "b": 0.75}).right == 1


def test_the_latest_answer_counts_wherever_it_was_given():
    one = summary(answered("item-0", 0.0, at=NOW - 5), id="a-1")
    two = summary(answered("item-0", 1.0, at=NOW), answered("item-1", None), id="a-2")
    for order in ((one, two), (two, one)):
        found = latest(answers(order))
        assert found["item-0"].credit == 1.0 and "item-1" not in found


def test_at_the_same_moment_the_attempts_id_settles_which_is_later():
    one, two = summary(answered("item-0", 0.0), id="a-1"), summary(answered("item-0", 1.0), id="a-2")
    assert latest(answers((one, two))) == latest(answers((two, one)))
    assert latest(answers((one, two)))["item-0"].credit == 1.0


def test_answers_are_grouped_by_every_objective_they_assess():
    both = summary(["answered", "x", NOW, "a", 1.0, ["c-tell", "c-mix"], ""])
    assert {name: len(own) for name, own in by_objective(latest(answers([both]))).items()} == {"c-tell": 1, "c-mix": 1}
