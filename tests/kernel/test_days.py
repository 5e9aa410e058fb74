from hypothesis import given
from hypothesis import strategies as st

from interactive.kernel.days import DAY, capital, counted, date_of, day_of, day_said, on_day, span_said

NOON = 20_000 * DAY + DAY // 2  # 4 October 2024


def test_a_day_begins_at_the_learners_own_midnight():
    late = 20_000 * DAY + 23 * 3_600_000
    assert day_of(late, 0) == 20_000
    assert day_of(late, 120) == 20_001  # one in the morning further east
    assert day_of(20_000 * DAY, -60) == 19_999


@given(st.integers(0, 2**47), st.integers(-1440, 1440))
def test_a_day_later_is_the_next_day(at, offset):
    assert day_of(at + DAY, offset) == day_of(at, offset) + 1


def test_days_are_said_as_people_say_them():
    today = day_of(NOON, 0)
    assert [day_said(today + step, today) for step in (-1, 0, 1)] == ["yesterday", "today", "tomorrow"]
    assert day_said(today - 5, today) == "29 September"
    assert day_said(today - 400, today) == "31 August 2023"
    assert on_day(today, today) == "today" and on_day(today + 3, today) == "on 7 October"


@given(st.integers(-(2**60), 2**60))
def test_a_broken_clock_still_has_a_date(day):
    assert 1 <= date_of(day).year <= 9999


def test_spans_and_numbers_are_said_in_words():
    assert span_said(0) == "no time" and span_said(20) == "under a minute"
    assert span_said(60) == "1 minute" and span_said(7_260) == "2 hours 1 minute" and span_said(3_600) == "1 hour"
    assert counted(1, "item") == "1 item" and counted(2, "activity", "activities") == "2 activities"
    assert capital("3 March") == "3 March" and capital("today") == "Today" and capital("") == ""
