"""The model of memory is FSRS's own, folded over the record; what we add to it is said and tested here."""

from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from interactive.kernel.days import DAY
from interactive.review.memory import GRACE, RETENTION, SCHEDULER, days_between, fold, retrievability
from interactive.review.ratings import Review
from tests.review.told import NOW

HOUR = 3_600_000
ORIGIN = datetime(2020, 1, 1, tzinfo=UTC)
steps = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 4)), min_size=1, max_size=12)


def reviews(some, start=NOW):
    """From (days since the one before, rating)."""
    found, at = [], start
    for gap, rating in some:
        at += gap * DAY
        found.append(Review(at, "a-1", rating))
    return found


@given(steps)
def test_the_fold_is_what_fsrs_itself_makes_of_the_same_reviews(some):
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False, desired_retention=0.9)
    card, when = Card(card_id=7, due=ORIGIN), ORIGIN
    for gap, rating in some:
        when += timedelta(days=gap)
        card, _ = scheduler.review_card(card, Rating(rating), when)
    memory = fold(None, reviews(some))
    assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)
    assert memory.due - memory.last == (card.due - when).days * DAY
    later = when + timedelta(days=11)
    assert retrievability(memory, memory.last + 11 * DAY) == pytest.approx(
        scheduler.get_card_retrievability(card, later), abs=1e-12
    )


@given(steps, st.integers(0, 12))
def test_folding_in_two_goes_is_folding_at_once(some, cut):
    whole = reviews(some)
    first = whole[:cut]
    assert (
        fold(fold(None, first) if first else None, whole[cut:]) == fold(None, whole) if first or whole[cut:] else True
    )


@given(steps)
def test_memory_fades_and_never_leaves_its_bounds(some):
    memory = fold(None, reviews(some))
    chances = [retrievability(memory, memory.last + days * DAY) for days in (0, 1, 7, 90, 4000)]
    assert chances == sorted(chances, reverse=True) and chances[0] == 1 and all(0 < chance <= 1 for chance in chances)
    assert memory.stability > 0 and 1 <= memory.difficulty <= 10 and memory.due > memory.last
    assert 0 <= memory.lapses < memory.reps == len(some)


@given(st.integers(1, 3), steps)
def test_a_better_last_answer_is_never_due_sooner(rating, some):
    before = reviews(some)
    last = before[-1]
    worse, better = (fold(None, [*before[:-1], last._replace(rating=one)]) for one in (rating, rating + 1))
    assert worse.due <= better.due


def test_the_first_intervals_are_those_of_the_default_parameters():
    days = [(fold(None, [Review(NOW, "a", rating)]).due - NOW) // DAY for rating in (1, 2, 3, 4)]
    assert days == [1, 1, 2, 8]


def test_a_golden_course_of_one_item():
    memory = fold(None, reviews([(0, 3), (2, 3), (10, 1), (1, 3), (3, 4)]))
    assert (memory.reps, memory.lapses, memory.known) == (5, 1, True)
    assert (memory.due - memory.last) // DAY == round(memory.stability)
    assert retrievability(memory, memory.due) == pytest.approx(RETENTION, abs=0.02)


def test_a_lapse_is_forgetting_what_was_known():
    def lapses(*given):
        return fold(None, reviews([(3, rating) for rating in given])).lapses

    assert lapses(1, 1, 1) == 0
    assert lapses(3, 1) == 1
    assert lapses(1, 3, 1, 1) == 2
    assert lapses(2, 3, 4) == 0


def test_an_evening_a_little_earlier_is_still_the_next_day():
    assert days_between(NOW, NOW + DAY - GRACE) == 1 and days_between(NOW, NOW + DAY - GRACE - 1) == 0
    early = fold(None, [Review(NOW, "a", 3), Review(NOW + 22 * HOUR, "a", 3)])
    assert early.stability == fold(None, [Review(NOW, "a", 3), Review(NOW + DAY, "a", 3)]).stability
    assert early.due - early.last == (early.due - NOW - 22 * HOUR)


def test_two_answers_on_one_day_count_as_one_days_work():
    twice = fold(None, [Review(NOW, "a", 3), Review(NOW + HOUR, "a", 3)])
    later = fold(None, [Review(NOW, "a", 3), Review(NOW + 2 * DAY, "a", 3)])
    assert twice.stability < later.stability


def test_a_century_is_for_ever_and_a_clock_that_ran_back_is_no_time_at_all():
    assert days_between(0, 2**52) == 36_500 and days_between(NOW, NOW - 9 * DAY) == 0
    assert fold(None, [Review(0, "a", 4), Review(250_000_000_000_000, "a", 4)]).reps == 2


def test_nothing_is_left_to_chance_and_no_clock_is_asked():
    assert not SCHEDULER.enable_fuzzing and SCHEDULER.learning_steps == () and SCHEDULER.relearning_steps == ()
    with pytest.raises(ValueError, match="without a review"):
        fold(None, [])
