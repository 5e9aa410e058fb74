"""Days as a learner lives them: counted from 1970-01-01 at the learner's own midnight, and said in words.

Times are milliseconds since 1970; `offset` is the minutes that local time is ahead of UTC (120 in Berlin in summer).
"""

from datetime import date

DAY = 86_400_000  # ms
_FIRST = date(1970, 1, 1).toordinal()
_LAST = date.max.toordinal()


def day_of(at: int, offset: int) -> int:
    """The local day that this moment belongs to."""
    return (at + offset * 60_000) // DAY


def date_of(day: int) -> date:
    """The calendar date of a day. A clock that is thousands of years off gets the last date there is."""
    return date.fromordinal(max(1, min(_FIRST + day, _LAST)))


def day_said(day: int, today: int) -> str:
    """A day in words: today, yesterday, tomorrow, 3 March, and with its year where that is another one."""
    near = {0: "today", -1: "yesterday", 1: "tomorrow"}.get(day - today)
    if near:
        return near
    when = date_of(day)
    year = "" if when.year == date_of(today).year else f" {when.year}"
    return f"{when.day} {when:%B}{year}"


def on_day(day: int, today: int) -> str:
    """A day within a sentence: today, tomorrow, on 3 March."""
    said = day_said(day, today)
    return said if abs(day - today) <= 1 else f"on {said}"


def span_said(seconds: int) -> str:
    """A length of time in words, to the minute."""
    minutes = round(seconds / 60)
    if not minutes:
        return "under a minute" if seconds else "no time"
    hours, rest = divmod(minutes, 60)
    parts = [counted(hours, "hour")] if hours else []
    parts += [counted(rest, "minute")] if rest else []
    return " ".join(parts)


def capital(words: str) -> str:
    """Words that begin a sentence."""
    return words[:1].upper() + words[1:]


def counted(number: int, word: str, many: str = "") -> str:
    """A number with its noun: 1 item, 2 items."""
    return f"{number} {word if number == 1 else many or word + 's'}"
