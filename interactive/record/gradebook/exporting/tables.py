"""The gradebook as plain tables: one row a student, and one row an answer. For spreadsheets, for statistics."""

from collections.abc import Iterator, Sequence

from interactive.kernel.days import date_of, day_of
from interactive.kernel.score import Unscorable
from interactive.record.gradebook.exporting.cells import Cell, number
from interactive.record.gradebook.model import Book, Column, Result, Student, earned, points

type Row = list[Cell]


def heads(columns: Sequence[Column]) -> list[str]:
    """What the columns are called: their titles, with the lesson or the ref where two would be alike."""
    titles = [column.title for column in columns]
    return [
        title if titles.count(title) == 1 else f"{title} ({column.ref})"
        for title, column in zip(titles, columns, strict=True)
    ]


def wide(book: Book) -> Iterator[Row]:
    """One row a student: who, points of each task, the sum and what it is out of, tasks finished, minutes, flags in words."""
    yield [
        "Name",
        "ID",
        *heads(book.columns),
        "Total",
        "Out of",
        "Finished",
        "Tasks",
        "Minutes",
        "Handed in",
        "To look at",
        "File",
    ]
    yield ["(points possible)", "", *(number(one.most) for one in book.columns), _most(book), *[""] * 7]
    for student in book.students:
        total, most = points(book, student)
        results = [student.results.get(column.ref) for column in book.columns]
        yield [
            student.name,
            student.id,
            *(earned(column, result) for column, result in zip(book.columns, results, strict=True)),
            total,
            most,
            sum(result.finished for result in results if result),
            len(book.columns),
            round(sum(result.seconds for result in results if result) / 60),
            day(student.made),
            " ".join(flag.words for flag in student.flags if flag.level != "note"),
            student.file,
        ]


def long(book: Book) -> Iterator[Row]:
    """One row an answer: the first answer of each student to each item of each task. `left open` has no credit, and is not wrong."""
    yield ["Name", "ID", "Task", "Activity", "Kind", "Item", "Answer", "Credit", "State", "Seconds", "Version", "File"]
    for student in book.students:
        for column in book.columns:
            result = student.results.get(column.ref)
            for said in result.responses if result else ():
                assert result is not None
                state = "left open" if not said.answer else "not scored" if said.credit is None else "scored"
                yield [
                    student.name,
                    student.id,
                    column.title,
                    column.ref,
                    result.kind,
                    said.item,
                    said.answer,
                    said.credit,
                    state,
                    said.seconds if said.seconds >= 0 else None,
                    result.digest,
                    student.file,
                ]


def day(at: int) -> str:
    """A day as 2026-11-24 (UTC), "" where none is known."""
    return date_of(day_of(at, 0)).isoformat() if at else ""


def state_of(result: Result | None) -> str:
    """Where a student stands at a task, in words."""
    if result is None or not result.attempts:
        return "not handed in"
    if isinstance(result.best, Unscorable):
        return "finished" if result.finished else "begun"
    return "finished" if result.finished else "not finished"


def _most(book: Book) -> int | float:
    return number(round(sum(column.most for column in book.columns), 2))


def identified(student: Student) -> tuple[str, str, str]:
    """(name, id, email): whoever gives an address as an id is matched by it."""
    email = student.id if "@" in student.id and not student.id.startswith("@") else ""
    return student.name, "" if email else student.id, email


def surname_first(name: str) -> tuple[str, str]:
    """(last name, first name), split at the last space, or at the comma where the name has one. A guess, which no import relies on."""
    last, comma, first = name.partition(",")
    if comma:
        return last.strip(), first.strip()
    first, _, last = name.rpartition(" ")
    return last, first
