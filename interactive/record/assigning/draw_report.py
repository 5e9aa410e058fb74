"""The report that a student can print: who, what, when, each task with its score, and what was answered in it."""

from collections.abc import Iterable, Sequence

from interactive.kernel.days import day_of, day_said, span_said
from interactive.kernel.html import Child, Safe, tag
from interactive.record.assigning.account import Account
from interactive.record.assigning.model import Assignment
from interactive.record.assigning.rows import Row
from interactive.record.assigning.told import Line
from interactive.record.assigning.words import score_said

HONEST = (
    "Made in the student’s browser from the record that it keeps. It is the student’s word, and no proof. "
    "Times are told from when answers were given, and are careful guesses."
)
FAR_FUTURE = 10**9  # a day that no report is made on, so that every date has its year


def report_html(
    assignment: Assignment,
    name: str,
    student_id: str,
    made: int,
    offset: int,
    found: Sequence[Row],
    parts: Iterable[str],
) -> Safe:
    """The whole report. `parts` are what `part_html` gave for each task; `made` in ms, `offset` in minutes."""
    who = " · ".join(filter(None, [name, student_id]))
    when = day_said(day_of(made, offset), FAR_FUTURE)
    due = f" · due: {assignment.due}" if assignment.due else ""
    return tag(
        "div",
        tag("h1", assignment.title or "Assignment"),
        tag("p", tag("b", who), f" · report made on {when}{due}"),
        _table(found),
        [Safe(part) for part in parts],
        tag("p", HONEST, class_="st-small"),
        class_="st-report",
    )


def part_html(title: str, done: Account) -> Safe:
    """One task of the report, with what was answered in the attempt that is graded; "" where nothing was done."""
    if done.best is None:
        return Safe("")
    which = f", attempt {done.best + 1} of {len(done.ids)}" if len(done.ids) > 1 else ""
    score = score_said(done.score)
    return tag(
        "div",
        tag("h2", title),
        tag("p", f"{score}{which}" if score else f"Done{which}"),
        tag("dl", [_line(one) for one in done.lines]) if done.lines else None,
        [tag("p", words) for words in done.text.split("\n") if words.strip()],
        class_="st-report__part",
    )


def _line(one: Line) -> list[Child]:
    paragraphs = [words for words in one.said.split("\n") if words.strip()]
    said: Child = [tag("p", words) for words in paragraphs] if len(paragraphs) > 1 else one.said
    mark = tag("span", one.mark, class_="st-report__mark") if one.mark else None
    return [tag("dt", one.about), tag("dd", said, " " if mark else None, mark)]


def _table(found: Sequence[Row]) -> Safe:
    heads = [tag("th", words, scope="col") for words in ("Task", "State", "Result", "Attempts", "Time")]
    states = {"to-do": "not begun", "begun": "begun", "done": "done"}
    body = [
        tag(
            "tr",
            tag("th", row.title, scope="row"),
            [tag("td", words) for words in (states[row.state], row.far, row.used, _time(row))],
        )
        for row in found
    ]
    return tag("table", tag("thead", tag("tr", heads)), tag("tbody", body), class_="st-table")


def _time(row: Row) -> str:
    return span_said(row.seconds) if row.seconds else ""
