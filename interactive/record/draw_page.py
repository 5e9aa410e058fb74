"""The progress page's panel, whole: it is drawn from summaries, the course map and what review says, and from nothing else."""

from collections.abc import Sequence

from interactive.kernel.days import day_of, on_day
from interactive.kernel.html import Child, Safe, tag
from interactive.record.answers import Answer
from interactive.record.calibration import calibration, sure_and_wrong
from interactive.record.draw_charts import calibration_chart, history, history_chart, time_chart
from interactive.record.draw_tables import CAPTION, STEPS, lessons_table, objectives_table
from interactive.record.draw_today import today_html
from interactive.record.mastery import Mastery
from interactive.record.progress import Link, Progress, next_step
from interactive.record.resume import resume

SHOWN = 10  # answers that were sure and wrong

# What stands where there is nothing to show yet.
EMPTY = "Begin anywhere: from your first answer on, this page says where you are and what to do next."
NO_OBJECTIVES = "After your first answers, each thing that a lesson teaches stands here with how well you can do it."
NO_FORECAST = "Here you will see how many items come back for review, and on which day."
NO_CALIBRATION = (
    "When a quiz asks how sure you are, and you say so before you answer, you see here how often your sure was right."
)
NO_TIME = "The days on which you worked, and the time that each lesson took you, will stand here."


def today_of(told: Progress) -> Safe:
    """The strip of three answers; empty for an empty record."""
    where = resume(told.course, told.summaries, told.standings, told.now, told.offset)
    return today_html(told.course, where, told.due, told.objectives)


def progress_html(told: Progress, forecast: Child) -> Safe:
    """The whole panel. `forecast` is review's chart of what comes due."""
    parts: list[Child] = [
        today_of(told) or tag("p", EMPTY),
        tag("h2", "Lessons"),
        _legend(),
        lessons_table(
            told.standings, {name: list(by.values()) for name, by in told.levels.items()}, told.today, told.offset
        ),
        tag("h2", "What you can do"),
        _objectives(told),
        tag("h2", "What comes back"),
        forecast or tag("p", NO_FORECAST),
        tag("h2", "How sure, and how right"),
        _calibration(told),
        tag("h2", "When you were here"),
        _time(told),
    ]
    return tag("div", parts, class_="st-progress__in", data_box=True)


def _legend() -> Safe:
    return tag(
        "p",
        tag("span", tag("i", aria_hidden="true"), " what you have read"),
        " ",
        tag("span", tag("i", class_="thin", aria_hidden="true"), " what you have done"),
        class_="st-legend",
    )


def _objectives(told: Progress) -> Child:
    """A table for each lesson in which something was tried; the others are named, not shown empty."""
    items = told.course.assessing()
    begun = [
        one.lesson for one in told.standings if any(level.answered for level in told.levels[one.lesson.id].values())
    ]
    if not begun:
        return tag("p", NO_OBJECTIVES)

    def following(name: str, level: Mastery) -> Link | None:
        return next_step(told, items.get(name, set()), level)

    tables = [objectives_table(one, told.levels[one.id], items, following, told.today, told.offset) for one in begun]
    return [tag("p", CAPTION, " ", STEPS, class_="st-small"), tables]


def _calibration(told: Progress) -> Child:
    levels = calibration(told.answers)
    if not any(level.answers for level in levels):
        return tag("p", NO_CALIBRATION)
    wrong = sure_and_wrong(told.answers)
    return [calibration_chart(levels), _corner(told, wrong) if wrong else None]


def _corner(told: Progress, wrong: Sequence[Answer]) -> Child:
    """Sure and wrong: the corner worth most."""
    rows = []
    for answer in wrong[:SHOWN]:
        text, href = told.course.reread(answer.item)
        when = on_day(day_of(answer.at, told.offset), told.today)
        link = [" Reread ", tag("a", text, href=href), "."] if href else None
        rows.append(tag("li", tag("b", told.course.label(answer.item)), f" Answered {when}.", link))
    more = len(wrong) - len(rows)
    return [
        tag("h3", "Sure, and wrong"),
        tag("p", "Nothing here was put right since. These are worth more of your time than what you only guessed."),
        tag("ul", rows, class_="st-leeches"),
        tag("p", f"And {more} earlier.", class_="st-small") if more > 0 else None,
    ]


def _time(told: Progress) -> Child:
    days = history(told.summaries, told.offset)
    if not days:
        return tag("p", NO_TIME)
    practice = sum(one.seconds for one in told.summaries) - sum(one.seconds for one in told.standings)
    return [history_chart(days, told.today), tag("h3", "Time by lesson"), time_chart(told.standings, practice)]
