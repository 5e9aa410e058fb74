"""The progress page's own charts: how sure against how right, the last thirty days, the time each lesson took."""

from collections.abc import Mapping, Sequence

from interactive.kernel.charts import Bar, chart, lying, standing
from interactive.kernel.days import capital, date_of, day_of, day_said, on_day, span_said
from interactive.kernel.html import Child, Safe, tag
from interactive.kernel.score import points
from interactive.record.calibration import PROMISES, SAID, Level, verdict
from interactive.record.standing import Standing
from interactive.record.summary import Summary

HISTORY = 30  # days


def calibration_chart(levels: Sequence[Level]) -> Safe:
    """A bar for each word of confidence, with a tick where the word's promise stands."""
    used = [level for level in levels if level.answers]
    bars = [
        Bar(level.name.title(), level.share, f"{_right(level)} of {level.answers} right", mark=PROMISES[level.name])
        for level in used
    ]
    say = "; ".join(
        f"{bar.label}: {bar.said}, where {SAID[level.name]} is promised" for bar, level in zip(bars, used, strict=True)
    )
    sentence: Child = [
        tag("p", verdict(levels)),
        tag("p", "The tick on each bar is what the word promises.", class_="st-small"),
    ]
    rows = [
        (level.name.title(), str(level.answers), _right(level), f"{level.share:.0%}", f"about {SAID[level.name]}")
        for level in levels
    ]
    heads = ("You said", "Answers", "Right", "Share", "The word promises")
    return chart(sentence, lying(bars, f"{say}.", most=1.0), heads, rows)


def history(summaries: Sequence[Summary], offset: int) -> dict[int, int]:
    """Seconds of work on each local day on which there was any."""
    days: dict[int, int] = {}
    for summary in summaries:
        for at, seconds in summary.sittings:
            day = day_of(at, offset)
            days[day] = days.get(day, 0) + seconds
    return days


def history_chart(days: Mapping[int, int], today: int) -> Safe:
    """Minutes of work on each of the last thirty days."""
    shown = range(today - HISTORY + 1, today + 1)
    bars = [Bar(str(date_of(day).day), days.get(day, 0), span_said(days.get(day, 0))) for day in shown]
    active = [day for day in shown if days.get(day)]
    total = span_said(sum(days.get(day, 0) for day in shown))
    sentence = f"You were here on {len(active)} of the last {HISTORY} days, {total} in all."
    most = max(active, key=lambda day: (days[day], day), default=None)
    best = f" You stayed longest {on_day(most, today)}: {span_said(days[most])}." if most is not None else ""
    rows = [(capital(day_said(day, today)), span_said(days[day])) for day in reversed(active)]
    say = f"Bars for each day, the last is today. {sentence}{best}"
    return chart(tag("p", sentence + best), standing(bars, say, every=7), ("Day", "Time"), rows)


def time_chart(found: Sequence[Standing], practice: int) -> Safe:
    """The time spent in each lesson, with a tick where the lesson's own estimate stands. `practice` is seconds of review."""
    spent = [(one.lesson.name, one.seconds, one.lesson.minutes) for one in found if one.seconds]
    spent += [("Practice", practice, 0)] if practice > 0 else []
    bars = [Bar(name, seconds, span_said(seconds), mark=minutes * 60 or None) for name, seconds, minutes in spent]
    most = max((max(bar.value, bar.mark or 0) for bar in bars), default=1)
    total = span_said(sum(seconds for _, seconds, _ in spent))
    note = "Told from when you did things, so the last minutes of a visit are missing. The tick is the lesson’s own estimate."
    sentence: Child = [tag("p", f"{capital(total)} in all."), tag("p", note, class_="st-small")]
    rows = [
        (name, span_said(seconds), span_said(minutes * 60) if minutes else "none") for name, seconds, minutes in spent
    ]
    say = "; ".join(f"{bar.label}: {bar.said}" for bar in bars)
    return chart(sentence, lying(bars, f"Time spent. {say}.", most=most), ("Lesson", "Time", "Estimate"), rows)


def _right(level: Level) -> str:
    """Points to the quarter, as they are written elsewhere."""
    return points(round(level.right * 4))
