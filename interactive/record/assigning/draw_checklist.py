"""The student's page: what is asked, what is done, who hands it in."""

from collections.abc import Sequence
from dataclasses import dataclass

from interactive.kernel.frame import button
from interactive.kernel.html import Child, Safe, icon, tag
from interactive.record.assigning.model import Assignment
from interactive.record.assigning.rows import Row
from interactive.record.assigning.words import minutes_said

STATES = {"to-do": ("open", "To do"), "begun": ("half", "Begun"), "done": ("fits", "Done")}
HONEST = (
    "The file holds what you did, step by step, with your name. It is your word, and no proof: "
    "your instructor’s page works the scores out anew from your answers."
)


@dataclass(frozen=True, slots=True)
class Checklist:
    """Everything that the page shows. `waiting`: cards follow from the name, and none is known yet."""

    assignment: Assignment
    rows: Sequence[Row]
    unknown: Sequence[str]
    name: str
    student_id: str
    waiting: bool


def checklist_html(told: Checklist) -> Safe:
    """The whole panel."""
    title = told.assignment.title or "Your assignment"
    return tag(
        "div",
        tag("h2", title, id="assignment-title", tabindex="-1"),
        tag("p", tag("b", "Due: "), told.assignment.due, class_="st-assignment__due") if told.assignment.due else None,
        tag("p", told.assignment.note, class_="st-assignment__note") if told.assignment.note else None,
        _problems(told),
        _student(told),
        tag("p", sum_said(told.rows), class_="st-assignment__sum") if told.rows else None,
        tag("ol", [_task(row) for row in told.rows], class_="st-plain st-tasks") if told.rows else None,
        _hand_in() if told.rows else None,
        _put_away(),
        class_="st-assignment__in",
        data_box=True,
    )


def sum_said(rows: Sequence[Row]) -> str:
    """How much is done, and how long the rest may take."""
    open_ = [row for row in rows if row.state != "done"]
    if not open_:
        return f"All {len(rows)} done." if len(rows) > 1 else "Done."
    minutes = sum(row.minutes for row in open_)
    left = f" About {minutes_said(minutes)} for the rest." if minutes else ""
    return f"{len(rows) - len(open_)} of {len(rows)} done.{left}"


def bar_html(title: str, rows: Sequence[Row]) -> Safe:
    """The slim bar that other pages show while the assignment is open. Its link starts with `root:`."""
    done = sum(row.state == "done" for row in rows)
    words = f"{title or 'Your assignment'}: {done} of {len(rows)} done."
    link = "Hand it in" if rows and done == len(rows) else "Back to the checklist"
    return tag("p", tag("span", words), " ", tag("a", link, href="root:assignment.html"))


def refused_html(why: str) -> Safe:
    """A link that is no assignment: what is wrong with it, and what one can do."""
    return tag(
        "div",
        tag("p", why, class_="st-notice st-notice--warn", role="alert"),
        tag("p", "The lessons are there all the same: ", tag("a", "to the course", href="root:index.html"), "."),
        class_="st-assignment__in",
        data_box=True,
    )


def empty_html() -> Safe:
    """The page without a link."""
    words = "Open the link that your instructor sent: it carries the assignment. This page keeps nothing else."
    teach = tag("a", "make an assignment", href="root:instructors/assign.html")
    return tag(
        "div", tag("p", words), tag("p", "If you teach, ", teach, "."), class_="st-assignment__in", data_box=True
    )


def _problems(told: Checklist) -> Child:
    said = [f"This version of the course has no “{ref}”; ask your instructor." for ref in told.unknown]
    said += told.assignment.problems
    if not told.rows:
        said.append("This link asks for nothing that is here.")
    if not said:
        return None
    lines = [tag("li", words) for words in said]
    return tag("div", tag("ul", lines), class_="st-notice st-notice--warn", role="note")


def _student(told: Checklist) -> Safe:
    help_ = "It stays in this browser, and goes into the file that you hand in."
    if told.waiting:
        help_ = "Write your name first, as your class knows it: your cards follow from it. " + help_
    fields = (
        ("name", "Your name", told.name, "name"),
        ("id", "Number or e-mail, if your instructor asks for it", told.student_id, "off"),
    )
    return tag(
        "fieldset",
        tag("legend", "Who hands this in?"),
        tag("div", [_field(*one) for one in fields], class_="st-fields"),
        tag("p", help_, class_="st-small", id="assignment-help"),
        class_="st-group st-assignment__who",
        data_waiting=told.waiting,
    )


def _field(name: str, label: str, value: str, fill: str) -> Safe:
    given = tag(
        "input",
        type="text",
        class_="st-input",
        id=f"assignment-{name}",
        value=value,
        maxlength=120,
        autocomplete=fill,
        spellcheck="false",
        aria_describedby="assignment-help",
        data_event={"type": "student"},
        data_value=name,
    )
    return tag("label", tag("span", label), given, class_="st-field")


def _task(row: Row) -> Safe:
    mark, state = STATES[row.state]
    time = f"about {minutes_said(row.minutes)}" if row.minutes else ""
    what = " · ".join(filter(None, [row.kind, time, *row.asks]))
    how = " · ".join(filter(None, [row.far, row.used]))
    return tag(
        "li",
        tag(
            "div",
            tag("a", row.title, href=row.href),
            tag("span", what, class_="st-small"),
            class_="st-task__what",
        ),
        tag(
            "p",
            tag("span", icon(f"i-{mark}"), f" {state}", class_=f"st-mark st-mark--{mark}"),
            tag("span", how, class_="st-small") if how else None,
            class_="st-task__state",
        ),
        class_="st-task",
        data_task_state=row.state,
    )


def _hand_in() -> Safe:
    return tag(
        "div",
        tag("h3", "Hand in"),
        tag("p", "Save the file and send it the way your class hands things in. You can do so again after more work."),
        tag(
            "div",
            button("Save the file to hand in", style="first", data_command="hand-in", id="assignment-save"),
            button("Copy it as text", data_command="copy", id="assignment-copy"),
            button(icon("i-print"), " Print a report", data_command="report", id="assignment-report"),
            class_="st-record__actions",
        ),
        tag("p", HONEST, class_="st-small"),
        class_="st-assignment__hand",
    )


def _put_away() -> Safe:
    words = "Putting it away makes the lessons as they were. What you did stays in your record, and the link opens it again."
    away = button("Put it away", style="bare", data_command="put-away", id="assignment-away")
    return tag("div", away, tag("span", words, class_="st-small"), class_="st-assignment__away")
