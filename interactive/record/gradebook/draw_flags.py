"""What is worth a look, as a list that can be narrowed. It describes what is in the files and leaves the judging to the instructor."""

from collections.abc import Sequence

from interactive.kernel.days import counted
from interactive.kernel.html import Child, Safe, tag
from interactive.record.gradebook.draw_view import View
from interactive.record.gradebook.draw_words import LEVEL_WORDS, flag_words
from interactive.record.gradebook.model import KINDS, LEVELS, Book, Flag

SHOWN = 200  # flags listed at once: filters reach the others
INTRO = (
    "Each line says what is in a file, and every one of them can be innocent: a shared computer, a clock that is wrong, "
    "a file that was mailed twice. Talk before you judge."
)
NAMES = {
    "later-file": "Handed in again",
    "record": "A whole record",
    "unnamed": "No name",
    "empty": "Nothing of the assignment",
    "open": "Items left open",
    "missing": "Tasks without an attempt",
    "old-version": "Scored with a newer version",
    "unknown-version": "Version not here",
    "unfit": "Attempts that do not fit",
    "too-many": "More attempts than allowed",
    "other-assignment": "Another assignment",
    "same-id": "One id, two names",
    "fast": "Very fast",
    "order": "Times out of order",
    "future": "Times in the future",
    "early": "Times before the course",
    "stumbled": "Could not be replayed",
    "check": "Changed after it was saved",
    "totals": "Totals differ",
    "same-file": "One file, two names",
    "same-attempt": "One attempt, two names",
    "same-events": "Same actions, same pace",
}


def flags_html(book: Book, view: View) -> Safe:
    """All flags that the filters leave, the gravest first, each with the students that it is about."""
    flags = book.flags
    fitting = [flag for flag in flags if view.level in ("", flag.level) and view.kind in ("", flag.kind)]
    if not flags:
        return tag("div", tag("p", "Nothing stands out in these files. That is no proof of anything either."))
    index = {student.file: (place, student.name) for place, student in enumerate(book.students)}
    rows = [_row(flag, index) for flag in fitting[:SHOWN]]
    more = len(fitting) - SHOWN
    said = f"{len(fitting):,} of {counted(len(flags), 'line')}"
    return tag(
        "div",
        tag("p", INTRO),
        tag(
            "div",
            _levels(flags, view),
            _kinds(flags, view),
            tag("p", said, class_="st-small"),
            class_="st-grade__filters",
        ),
        tag("ul", rows, class_="st-grade__flags st-plain"),
        tag("p", f"{more:,} more; choose a kind to see them.") if more > 0 else None,
    )


def _row(flag: Flag, index: dict[str, tuple[int, str]]) -> Safe:
    about = [_name(*index[file], file) for file in flag.files if file in index]
    return tag("li", flag_words(flag), tag("p", about) if about else None)


def _name(place: int, name: str, file: str) -> Safe:
    return tag(
        "button",
        name,
        type="button",
        class_="st-name",
        data_command="student",
        data_student=file,
        data_row=f"grade-row-{place}",
    )


def _levels(flags: Sequence[Flag], view: View) -> Safe:
    found = [level for level in reversed(LEVELS) if any(flag.level == level for flag in flags)]
    options = [(level, f"{LEVEL_WORDS[level]} ({sum(flag.level == level for flag in flags):,})") for level in found]
    return _select("Show", "level", view.level, [("", f"Everything ({len(flags):,})"), *options])


def _kinds(flags: Sequence[Flag], view: View) -> Safe:
    fitting = [flag.kind for flag in flags if view.level in ("", flag.level)]
    options = [(kind, f"{NAMES.get(kind, kind)} ({fitting.count(kind):,})") for kind in KINDS if kind in fitting]
    return _select("Kind", "kind", view.kind, [("", "Any kind"), *options])


def _select(label: str, key: str, chosen: str, options: Sequence[tuple[str, str]]) -> Safe:
    made: list[Child] = [tag("option", words, value=value, selected=value == chosen) for value, words in options]
    name = f"grade-flag-{key}"
    field = tag("select", made, id=name, class_="st-select", data_view_key=key, data_parts="flags", autocomplete="off")
    return tag("label", label, field, class_="st-field")
