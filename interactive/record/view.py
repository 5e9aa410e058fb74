"""How the record looks on the progress page: what was done, in words, and the four things one can do with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from interactive.kernel.frame import button
from interactive.kernel.html import Child, Safe, hidden, icon, tag
from interactive.kernel.score import Score, Unscorable, points

SHOWN = 12  # attempts that are listed at once


@dataclass(frozen=True, slots=True)
class Line:
    """One attempt as the progress page shows it. `href` leads to the activity; `last` is milliseconds since 1970.

    `words` say how far it went where that is not told by a score.
    """

    title: str
    href: str
    last: int
    score: Score | Unscorable
    finished: bool
    current: bool
    words: str = ""


def record_html(lines: Iterable[Line]) -> Safe:
    """The whole panel. An empty record says what will stand here; of a long one the older part is folded away."""
    rows = sorted(lines, key=lambda line: -line.last)
    words = "Nothing yet. What you do in an activity is kept here, in this browser, from your first answer on."
    listed: Child = tag("p", words)
    if rows:
        said = f"{len(rows)} {'attempt' if len(rows) == 1 else 'attempts'}, the latest first"
        earlier = rows[SHOWN:]
        more = tag("summary", f"{len(earlier)} earlier"), _table(earlier, "Earlier attempts", quiet=True)
        listed = [_table(rows[:SHOWN], said), tag("details", more, class_="st-more") if earlier else None]
    return tag("div", listed, _actions(bool(rows)), class_="st-record__in", data_box=True)


def _table(rows: list[Line], caption: str, *, quiet: bool = False) -> Safe:
    heads = [tag("th", words, scope="col", role="columnheader") for words in ("Activity", "How far", "Last worked on")]
    return tag(
        "table",
        tag("caption", caption, class_="st-hide" if quiet else None),
        tag("thead", tag("tr", heads, role="row"), role="rowgroup"),
        tag("tbody", [_row(line) for line in rows], role="rowgroup"),
        class_="st-table st-table--cards",
        role="table",
    )


def _row(line: Line) -> Safe:
    when = datetime.fromtimestamp(line.last / 1000, UTC)
    day = tag("time", f"{when.day} {when:%B %Y}", datetime=when.isoformat())
    title: Child = tag("a", line.title, href=line.href) if line.href else line.title
    note = None if line.current else tag("span", " (an earlier version of it)", class_="st-small")
    cells = (("Activity", tag("span", title, note)), ("How far", _standing(line)), ("Last worked on", day))
    return tag("tr", [tag("td", cell, data_label=label, role="cell") for label, cell in cells], role="row")


def _standing(line: Line) -> Safe:
    if line.words or isinstance(line.score, Unscorable):
        return tag("span", line.words or "Begun")
    total = f"{points(round(line.score.raw * 4))} of {line.score.max:g}"
    words = (
        f"Finished: {total}"
        if line.finished
        else f"{line.score.answered} of {line.score.items} answered, {total} points so far"
    )
    return tag("span", icon("i-flag" if line.finished else "i-clock"), " ", words)


def _actions(some: bool) -> Child:
    """Copy, merge, and (only where there is something to lose) delete, which asks first."""
    pick = tag(
        "input",
        type="file",
        accept=".json,application/json",
        id="record-file",
        class_="st-hide",
        data_import=True,
        tabindex="-1",
        aria_hidden="true",
    )
    buttons = [
        button(
            icon("i-save"),
            " Save a copy",
            data_command="export",
            id="record-export",
            style="first" if some else "",
            needs_python=False,
        ),
        button(
            icon("i-load"), " Add a saved copy", hidden(" to this record"), data_command="import", id="record-import"
        ),
        pick,
    ]
    note = tag("p", "Adding a copy never overwrites: what was done on either device is kept.", class_="st-small")
    return [tag("div", buttons, class_="st-record__actions"), note, _delete() if some else None]


def _delete() -> Safe:
    erase = button("Delete my record", style="danger", data_command="reset", id="record-reset", needs_python=False)
    warning = tag("p", "This removes every attempt from this browser. Save a copy first if you may want it back.")
    return tag("details", tag("summary", "Delete this record…"), warning, erase, class_="st-more")
