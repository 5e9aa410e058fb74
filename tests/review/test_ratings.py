"""How an answer is rated, and how the learner's own word overrules it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.review.ratings import AGAIN, EASY, GOOD, HARD, rating_of, reviews_of
from tests.review.told import NOW, answered, attempts, rated, row


def ratings(*rows, item="i-1"):
    return [review.rating for review in reviews_of([("a-1", rows)]).get(item, [])]


@pytest.mark.parametrize(
    ("credit", "sure", "rating"),
    [
        (0, "", AGAIN),
        (0.25, "sure", AGAIN),
        (0.5, "", HARD),
        (0.75, "sure", HARD),
        (1, "", GOOD),
        (1, "leaning", GOOD),
        (1, "sure", EASY),
        (1, "guessing", HARD),
        (1, "unheard of", GOOD),
    ],
)
def test_a_rating_follows_from_credit_and_confidence(credit, sure, rating):
    assert ratings(answered("i-1", credit, sure=sure)) == [rating]


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from(["", "guessing", "leaning", "sure"]), st.booleans())
def test_a_better_answer_is_never_rated_worse(one, two, sure, helped):
    low, high = sorted((one, two))
    assert rating_of(low, sure, helped) <= rating_of(high, sure, helped)
    assert rating_of(low, sure, True) <= rating_of(low, sure, False)


def test_an_answer_after_a_hint_or_the_solution_was_not_simply_remembered():
    assert ratings(row("hinted", "i-1", NOW), answered("i-1", 1, sure="sure")) == [HARD]
    assert ratings(row("revealed", "i-1", NOW), answered("i-1", 1)) == [HARD]
    assert ratings(row("hinted", "i-2", NOW), answered("i-1", 1)) == [GOOD]
    assert ratings(answered("i-1", 1), row("hinted", "i-1", NOW)) == [GOOD]


def test_a_hint_on_a_casefiles_scenario_helps_with_each_of_its_findings():
    assert ratings(row("hinted", "case", NOW), answered("case--means", 1), item="case--means") == [HARD]
    assert ratings(row("hinted", "case", NOW), answered("cases--means", 1), item="cases--means") == [GOOD]


def test_what_is_not_scored_is_no_review():
    assert reviews_of([("a-1", [answered("i-1", None), row("completed", "i-1", NOW, credit=1.0)])]) == {}


def test_the_learners_word_overrules_the_answer_before_it():
    assert ratings(answered("i-1", 1), rated("i-1", 1)) == [AGAIN]
    assert ratings(answered("i-1", 1), rated("i-1", 1), rated("i-1", 4)) == [EASY]
    assert ratings(answered("i-1", 0), answered("i-1", 1), rated("i-1", 2)) == [AGAIN, HARD]
    assert ratings(answered("i-1", 1), rated("i-2", 1)) == [GOOD]


def test_a_rating_overrules_only_within_its_own_attempt():
    found = reviews_of([("a-1", [answered("i-1", 1)]), ("a-2", [rated("i-1", 1, NOW + 5)])])
    assert [(review.attempt, review.rating) for review in found["i-1"]] == [("a-1", GOOD), ("a-2", AGAIN)]


def test_a_term_that_was_looked_up_and_rated_is_a_review():
    assert ratings(rated("i-1", 3)) == [GOOD]
    assert ratings(rated("i-1", 3), rated("i-1", 2)) == [HARD]


def test_an_unscored_answer_that_is_rated_counts_from_when_it_was_given():
    (review,) = reviews_of([("a-1", [answered("i-1", None, NOW - 9), rated("i-1", 3)])])["i-1"]
    assert review == (NOW - 9, "a-1", GOOD)


@pytest.mark.parametrize("word", ["0", "5", "good", "", "-1", "1.0", "٣"])
def test_a_rating_that_is_none_is_passed_over(word):
    assert ratings(answered("i-1", 1), row("rated", "i-1", NOW, word)) == [GOOD]


@given(attempts, st.randoms(use_true_random=False))
def test_the_order_in_which_attempts_come_makes_no_difference(some, chance):
    pairs = list(some.items())
    chance.shuffle(pairs)
    assert reviews_of(pairs) == reviews_of(some.items())


@given(attempts)
def test_reviews_are_in_order_of_time_and_none_is_lost_or_doubled(some):
    found = reviews_of(some.items())
    scored = sum(one[0] == "answered" and one[4] is not None for rows in some.values() for one in rows)
    own = sum(one[0] == "rated" and one[3] in "1234" for rows in some.values() for one in rows)
    assert scored <= sum(map(len, found.values())) <= scored + own
    for reviews in found.values():
        assert [(one.at, one.attempt) for one in reviews] == sorted((one.at, one.attempt) for one in reviews)
