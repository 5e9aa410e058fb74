"""The Assign page: words, picks, and what comes of them, a link with its length, its code and its sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from interactive.kernel.days import counted
from interactive.kernel.frame import button
from interactive.kernel.html import Child, Safe, icon, tag
from interactive.record.assigning.code import code_html
from interactive.record.assigning.draw_picks import picks_html
from interactive.record.assigning.model import LONGEST, Assignment
from interactive.record.assigning.rows import Row
from interactive.record.assigning.words import minutes_said
from interactive.record.course import Course

LONG_FOR_MAIL = 1_800  # characters: some mail programs and messengers cut what is longer
DENSE = 900  # characters: a code of a longer link needs a large print and a good camera


@dataclass(frozen=True, slots=True)
class Made:
    """What the page shows of a draft: the link, its code as SVG ("" for none), the rows of the student's checklist."""

    draft: Assignment
    link: str
    code: str
    rows: Sequence[Row]
    unknown: Sequence[str] = ()


def assign_html(made: Made, course: Course) -> Safe:
    """The whole panel."""
    return tag(
        "div",
        _words(made.draft),
        tag("h2", "What they do"),
        _problems(made),
        tag("div", picks_html(made.draft, course), class_="st-picks"),
        _so_far(made),
        _result(made),
        _open(),
        class_="st-assign__in",
        data_box=True,
    )


def sum_said(found: Sequence[Row]) -> str:
    """How much it is, in a sentence."""
    minutes = sum(row.minutes for row in found)
    return f"{counted(len(found), 'task')}, about {minutes_said(minutes)} in all." if found else "Nothing yet."


def _so_far(made: Made) -> Safe:
    """How much was picked, in sight while one picks."""
    link = tag("a", "To the link", href="#assign-result") if made.rows else None
    return tag("p", tag("span", sum_said(made.rows), role="status"), link, class_="st-assign__sofar")


def _words(draft: Assignment) -> list[Safe]:
    return [
        tag("h2", "What it is called"),
        tag(
            "div",
            _field("title", "Title", draft.title, "Week 2: definitions and cases"),
            _field("due", "Due, in your own words", draft.due, "before class on Monday"),
            class_="st-fields",
        ),
        _note(draft.note),
    ]


def _field(name: str, label: str, value: str, hint: str) -> Safe:
    given = tag(
        "input",
        type="text",
        class_="st-input",
        id=f"assign-{name}",
        value=value,
        placeholder=hint,
        maxlength=LONGEST[name],
        autocomplete="off",
        data_event={"type": "text"},
        data_value=name,
    )
    return tag("label", tag("span", label), given, class_="st-field")


def _note(value: str) -> Safe:
    given = tag(
        "textarea",
        value,
        class_="st-input",
        id="assign-note",
        rows="2",
        maxlength=LONGEST["note"],
        data_event={"type": "text"},
        data_value="note",
    )
    return tag("label", tag("span", "A note to your students"), given, class_="st-field st-field--wide")


def _problems(made: Made) -> Child:
    said = [f"The course has no “{ref}”." for ref in made.unknown] + list(made.draft.problems)
    return tag("div", tag("ul", [tag("li", one) for one in said]), class_="st-notice st-notice--warn") if said else None


def _result(made: Made) -> Safe:
    return tag(
        "div",
        tag("h2", "What you send", id="assign-result"),
        tag("div", _link(made), _code(made), class_="st-assign__out") if made.rows else None,
        tag("p", "Pick something above, and the link appears here.") if not made.rows else None,
        class_="st-assign__result",
    )


def _link(made: Made) -> Safe:
    given = tag("input", type="text", class_="st-input", id="assign-link", value=made.link, readonly=True)
    return tag(
        "div",
        tag("label", tag("span", "The link"), given, class_="st-field"),
        tag("p", length_said(made.link), class_="st-small", data_long=len(made.link) > LONG_FOR_MAIL),
        tag(
            "div",
            button("Copy the link", style="first", data_command="copy", id="assign-copy"),
            tag("a", "Open as a student", href=made.link, class_="st-button", id="assign-try"),
            button(icon("i-print"), " Print this sheet", data_command="print", id="assign-print"),
            button("Begin anew", style="bare", data_command="clear", id="assign-clear"),
            class_="st-record__actions",
        ),
        tag(
            "p",
            "The link is the assignment: nothing is stored anywhere, and whoever has it can read it.",
            class_="st-small",
        ),
    )


def length_said(link: str) -> str:
    """What the length of a link means for whoever sends it."""
    if len(link) > LONG_FOR_MAIL:
        return (
            f"{len(link):,} characters: some mail programs break a link of this length. Ask for whole lessons "
            "instead of their parts, shorten the note, or put the link on a page."
        )
    return f"{len(link):,} characters: short enough for a mail."


def _code(made: Made) -> Child:
    if not made.code:
        return tag("p", "The link is too long for a QR code, or the code could not be drawn here.", class_="st-small")
    dense = " It is dense: print it large." if len(made.link) > DENSE else ""
    save = button(icon("i-save"), " Save the code", style="bare", data_command="save-code", id="assign-code")
    return tag(
        "figure",
        code_html(made.code, made.draft.title),
        tag("figcaption", f"The same link for a phone’s camera.{dense}", save),
        class_="st-assign__code",
    )


def _open() -> Safe:
    given = tag("input", type="text", class_="st-input", id="assign-open", autocomplete="off", data_keep=True)
    return tag(
        "div",
        tag("h2", "Change one that you made"),
        tag("label", tag("span", "Paste its link"), given, class_="st-field"),
        tag("p", button("Open it here", data_command="open", id="assign-open-go")),
        class_="st-assign__open",
    )


def sheet_html(made: Made) -> Safe:
    """The assignment on paper: for a wall, or a class without mail."""
    lines = [
        tag(
            "li",
            row.title,
            tag("span", " · ".join(filter(None, [row.kind, _minutes(row), *row.asks])), class_="st-small"),
        )
        for row in made.rows
    ]
    return tag(
        "div",
        tag("h1", made.draft.title or "Assignment"),
        tag("p", tag("b", "Due: "), made.draft.due) if made.draft.due else None,
        tag("p", made.draft.note) if made.draft.note else None,
        tag("ol", lines),
        tag("p", sum_said(made.rows)),
        code_html(made.code, made.draft.title) if made.code else None,
        tag("p", made.link, class_="st-assign__url"),
        class_="st-handout",
    )


def _minutes(row: Row) -> str:
    return f"about {minutes_said(row.minutes)}" if row.minutes else ""
