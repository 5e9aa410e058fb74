"""Rows of statements as a summary keeps them, for the tests of review; and records as Hypothesis makes them."""

from typing import Any

from hypothesis import strategies as st

from interactive.kernel.days import DAY

NOW = 20_000 * DAY + DAY // 2  # 4 October 2024, noon in UTC


def row(verb: str, item: str, at: int, response: str = "", credit: float | None = None, sure: str = "") -> list[Any]:
    """One statement."""
    return [verb, item, at, response, credit, [], sure]


def answered(item: str, credit: float | None = 1.0, at: int = NOW, sure: str = "") -> list[Any]:
    """An answer."""
    return row("answered", item, at, "a", credit, sure)


def rated(item: str, rating: int, at: int = NOW) -> list[Any]:
    """The learner's own rating."""
    return row("rated", item, at, str(rating))


ITEMS = ("i-1", "i-2", "i-3", "i-4")
times = st.integers(NOW - 90 * DAY, NOW)
credits = st.sampled_from([None, 0.0, 0.25, 0.5, 0.75, 1.0])
rows = st.one_of(
    st.builds(answered, st.sampled_from(ITEMS), credits, times, st.sampled_from(["", "guessing", "leaning", "sure"])),
    st.builds(rated, st.sampled_from(ITEMS), st.integers(0, 5), times),
    st.builds(row, st.sampled_from(["hinted", "revealed", "completed", "began"]), st.sampled_from(ITEMS), times),
)
attempts = st.dictionaries(
    st.sampled_from([f"a-{number}" for number in range(6)]),
    st.lists(rows, max_size=6).map(lambda some: sorted(some, key=lambda one: one[2])),
    max_size=6,
)
