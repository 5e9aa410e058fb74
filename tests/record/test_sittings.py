"""Time spent is a careful guess: long gaps count little, and no order of entries makes a difference."""

from hypothesis import given
from hypothesis import strategies as st

from interactive.record.sittings import FIRST, LONGEST_GAP, SITTING_ENDS, sittings

SECOND = 1000
times = st.lists(st.integers(0, 10_000_000), max_size=20)


def test_gaps_add_up_from_the_first_entry_on():
    assert sittings([0, 30 * SECOND, 75 * SECOND]) == ((0, FIRST + 30 + 45),)


def test_a_long_gap_counts_as_two_minutes():
    assert sittings([0, 600 * SECOND]) == ((0, FIRST + LONGEST_GAP),)


def test_after_half_an_hour_a_new_sitting_begins():
    later = (SITTING_ENDS + 1) * SECOND
    assert sittings([0, later, later + 10 * SECOND]) == ((0, FIRST), (later, FIRST + 10))


def test_nothing_done_is_no_sitting():
    assert sittings([]) == ()


@given(times)
def test_the_order_of_entries_makes_no_difference(some):
    assert sittings(some) == sittings(reversed(some))


@given(times, st.integers(0, 10_000_000))
def test_one_more_entry_never_takes_time_away(some, one):
    assert sum(seconds for _, seconds in sittings([*some, one])) >= sum(seconds for _, seconds in sittings(some))


@given(times)
def test_no_more_is_counted_than_gaps_and_beginnings_allow(some):
    found = sittings(some)
    assert all(seconds >= FIRST for _, seconds in found)
    assert sum(seconds for _, seconds in found) <= FIRST * len(found) + LONGEST_GAP * max(0, len(some) - len(found))
    assert [begun for begun, _ in found] == sorted(begun for begun, _ in found)
