"""The files of the class: those that count, those that a later one replaced, those that were refused and why. Each can be taken out."""

from collections.abc import Sequence

from interactive.kernel.days import counted
from interactive.kernel.html import Child, Safe, hidden, tag
from interactive.record.gradebook.draw_words import moment
from interactive.record.gradebook.model import Book, Refused, Student

SHOWN = 100  # files of a kind listed at once


def files_html(book: Book, offset: int, rest: int) -> Safe:
    """All files. `rest` is how many lay beside the submissions, in folders and zips, and were not read."""
    if not book.students and not book.refused and not rest:
        return tag("div")
    passed = f"{counted(rest, 'file')} that could not be a submission {'was' if rest == 1 else 'were'} left unread."
    return tag(
        "div",
        _refused(book.refused),
        tag("p", passed) if rest else None,
        _listed("Replaced by a later file of the same student", book.older, offset),
        _listed("In the table", book.students, offset),
    )


def _refused(found: Sequence[Refused]) -> Child:
    if not found:
        return tag("p", "No file was refused.")
    rows = [tag("tr", tag("th", one.file, scope="row"), tag("td", one.why), _out(one.file)) for one in found[:SHOWN]]
    return [tag("h3", f"Refused: {counted(len(found), 'file')}"), _table(("File", "Why"), rows), _more(len(found))]


def _listed(title: str, found: Sequence[Student], offset: int) -> Child:
    if not found:
        return None
    rows = [
        tag(
            "tr",
            tag("th", one.file, scope="row"),
            tag("td", one.name),
            tag("td", moment(one.made, offset) or "no date"),
            _out(one.file),
        )
        for one in found[:SHOWN]
    ]
    summary = tag("summary", f"{title}: {counted(len(found), 'file')}")
    body = _table(("File", "Student", "Made"), rows)
    return tag("details", summary, body, _more(len(found)), class_="st-more")


def _more(many: int) -> Child:
    return tag("p", f"And {many - SHOWN:,} more.", class_="st-small") if many > SHOWN else None


def _table(heads: Sequence[str], rows: Sequence[Safe]) -> Safe:
    head = tag("tr", [tag("th", words, scope="col") for words in heads], tag("th", hidden("Take out"), scope="col"))
    table = tag("table", tag("thead", head), tag("tbody", rows), class_="st-table st-grade__files")
    label = f"Files: {', '.join(heads)}"
    return tag("div", table, class_="st-wrap", tabindex="0", role="group", aria_label=label)


def _out(file: str) -> Safe:
    words = "Take out", hidden(f" the file {file}")
    return tag("td", tag("button", words, type="button", class_="st-name", data_command="remove", data_file=file))
