"""How the gradebook says things: points, times, dates, who handed in what, and the sentence of evidence."""

from interactive.kernel.days import counted, date_of, day_of
from interactive.kernel.html import Child, Safe, icon, tag
from interactive.kernel.score import Score, Unscorable
from interactive.record.gradebook.model import Column, Flag, Result, Student, earned

NONE = "not handed in"
NOTHING = "Nothing stands out."
ICONS = {"note": "i-open", "look": "i-flag", "wrong": "i-warn"}
LEVEL_WORDS = {"note": "For information", "look": "Worth a look", "wrong": "Does not add up"}


def told(raw: float) -> str:
    """Points as the exported files have them, so that a table and its file can be laid side by side."""
    return f"{raw:.2f}".rstrip("0").rstrip(".")


def share(part: float, whole: float) -> str:
    """A percentage, or nothing where there is nothing to divide by."""
    return f"{part / whole:.0%}" if whole else ""


def span(seconds: int) -> str:
    """A length of time in the width of a cell."""
    if not seconds:
        return ""
    minutes = max(1, round(seconds / 60))
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours else f"{minutes} min"


def moment(at: int, offset: int) -> str:
    """A date and time on the instructor's clock."""
    if not at:
        return ""
    day = date_of(day_of(at, offset))
    minute = (at // 60_000 + offset) % 1440
    return f"{day.day} {day:%B} {day.year}, {minute // 60}:{minute % 60:02}"


def day(at: int, offset: int) -> str:
    """A date on the instructor's calendar."""
    when = date_of(day_of(at, offset))
    return f"{when.day} {when:%b} {when.year}" if at else ""


def scored(score: Score | Unscorable) -> str:
    """A score in words."""
    return score.reason if isinstance(score, Unscorable) else f"{told(score.raw)} of {score.max:g}"


def result_cell(result: Result | None, column: Column) -> Safe:
    """One cell of the table. What was not handed in is a phrase and never a zero."""
    if result is None or not (result.attempts or result.unfit):
        return tag("td", NONE, class_="st-none")
    if not result.attempts:
        return tag("td", "nothing that counts", tag("small", _unfit(result)), class_="st-none")
    small = ", ".join(filter(None, [counted(result.attempts, "attempt"), span(result.seconds)]))
    if isinstance(result.best, Unscorable):
        return tag("td", "done" if result.finished else "begun", tag("small", small))
    small += "" if result.finished else ", not finished"
    return tag(
        "td",
        tag("b", told(earned(column, result) or 0.0)),
        f" · {result.best.scaled:.0%}",
        tag("small", small),
        class_="num",
    )


def _unfit(result: Result) -> str:
    return f"{counted(result.unfit, 'attempt')} {'does' if result.unfit == 1 else 'do'} not fit the assignment"


def evidence(student: Student) -> Child:
    """The gravest thing that is to be said of a student's file, with an icon, and how many more there are."""
    grave = [flag for flag in student.flags if flag.level != "note"]
    notes = len(student.flags) - len(grave)
    noted = tag("small", f"{notes} for information") if notes else None
    if not grave:
        return tag("span", NOTHING, class_="st-none"), noted
    first = max(grave, key=lambda flag: list(ICONS).index(flag.level))
    return flag_words(first), tag("small", f"and {len(grave) - 1} more") if len(grave) > 1 else noted


def flag_words(flag: Flag) -> Safe:
    """A flag: its icon and its sentence."""
    return tag(
        "span", icon(ICONS[flag.level]), " ", tag("span", flag.words), class_="st-evidence", data_level=flag.level
    )
