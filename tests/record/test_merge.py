"""Merging two devices' records: nothing lost, nothing doubled, the same whichever way round."""

from hypothesis import given
from hypothesis import strategies as st

from interactive.record.codec import write
from interactive.record.merge import merge
from interactive.record.model import Attempt, Entry, Record

events = st.sampled_from([{"type": "check"}, {"type": "finish"}, {"type": "place", "card": "c", "bin": "b"}])
entries = st.builds(Entry, st.sampled_from([f"t-{n}" for n in range(6)]), st.integers(0, 9), events)
attempts = st.builds(
    Attempt,
    st.sampled_from(["a-1", "a-2", "a-3"]),
    st.sampled_from(["l/x", "l/y"]),
    st.sampled_from(["d1", "d2"]),
    st.integers(0, 2),
    st.integers(0, 3),
    st.lists(entries, max_size=5, unique_by=lambda entry: entry.id).map(
        lambda row: tuple(sorted(row, key=lambda entry: entry.order))
    ),
)
records = st.lists(attempts, max_size=4, unique_by=lambda attempt: attempt.id).map(
    lambda row: Record("c", {attempt.id: attempt for attempt in row})
)


def ids(record):
    return {(attempt.id, entry.id) for attempt in record.attempts.values() for entry in attempt.entries}


@given(records, records)
def test_nothing_is_lost_and_nothing_invented(one, two):
    assert ids(merge(one, two).record) == ids(one) | ids(two)


@given(records, records)
def test_the_order_does_not_matter(one, two):
    assert write(merge(one, two).record) == write(merge(two, one).record)


@given(records, records, records)
def test_grouping_does_not_matter(one, two, three):
    left = merge(merge(one, two).record, three).record
    right = merge(one, merge(two, three).record).record
    assert write(left) == write(right)


@given(records)
def test_merging_with_itself_changes_nothing(record):
    merged = merge(record, record)
    assert write(merged.record) == write(record)
    assert (merged.new_attempts, merged.new_entries) == (0, 0)


def test_what_is_new_is_counted():
    one = Record("c", {"a-1": Attempt("a-1", "l/x", "d", 0, 0, (Entry("t-1", 1, {}),))})
    two = Record(
        "c",
        {
            "a-1": Attempt("a-1", "l/x", "d", 0, 0, (Entry("t-2", 2, {}),)),
            "a-2": Attempt("a-2", "l/x", "d", 1, 5, (Entry("t-3", 3, {}),)),
        },
    )
    merged = merge(one, two)
    assert (merged.new_attempts, merged.new_entries) == (1, 1)
