"""The gradebook as the grade imports of four learning management systems want it. Only tasks that earn points are in it, and whatever was
not handed in is an empty cell: in all four an empty cell leaves a grade as it is.

Moodle      Grades > Import > CSV file: any columns, mapped by hand to a user field (email address, ID number) and to grade items
            (https://docs.moodle.org/311/en/Grade_import). Its own export heads them "Email address" and "ID number".
Canvas      The header must begin with Student and ID and end its student columns with Section; "SIS User ID" and "SIS Login ID"
            may stand between. The next row has "Points Possible" in its first cell. A student is found by ID, else by SIS user ID,
            else by login, else by name (instructure/canvas-lms, lib/gradebook_importer.rb).
Brightspace OrgDefinedId and/or Username first; a numeric item is headed "NAME Points Grade", and one that is not there yet is made
            when the head goes on "<Numeric MaxPoints:N>"; every row ends with "#" under "End-of-Line Indicator"; no other columns. Who
            gave no id stands there by name, so that the import names whom it could not find
            (https://community.d2l.com/brightspace/kb/articles/3538-importing-grades).
Blackboard  One row a student, found by Username; in comma-separated files every field is quoted; a column that has no id of
            Blackboard's own comes in as a new one, as text until its type is set ("Uploading or Downloading Grade Center Items").
"""

import re
from collections.abc import Iterator

from interactive.record.gradebook.exporting.cells import number
from interactive.record.gradebook.exporting.tables import Row, heads, identified, surname_first
from interactive.record.gradebook.model import Book, Column, Student, earned

MARKS = re.compile(r"[<>:\"/\\|*#]+")  # what the name of a grade item may not hold in one system or another


def _scored(book: Book) -> list[tuple[Column, str]]:
    """The columns that earn points, and a name for each that every system takes."""
    columns = [column for column in book.columns if column.scored]
    return [
        (column, " ".join(MARKS.sub(" ", head).split())) for column, head in zip(columns, heads(columns), strict=True)
    ]


def _points(book: Book, student: Student) -> Row:
    return [earned(column, student.results.get(column.ref)) for column, _ in _scored(book)]


def moodle(book: Book) -> Iterator[Row]:
    """For Moodle's CSV import."""
    yield ["First name", "Last name", "ID number", "Email address", *(name for _, name in _scored(book))]
    for student in book.students:
        name, id_, email = identified(student)
        last, first = surname_first(name)
        yield [first, last, id_, email, *_points(book, student)]


def canvas(book: Book) -> Iterator[Row]:
    """For Canvas: the student's id goes into SIS User ID (or SIS Login ID, where it is an address), never into Canvas's own ID."""
    found = _scored(book)
    yield ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *(name for _, name in found)]
    yield ["    Points Possible", "", "", "", "", *(number(column.most) for column, _ in found)]
    for student in book.students:
        name, id_, email = identified(student)
        yield [name, "", id_, email, "", *_points(book, student)]


def brightspace(book: Book) -> Iterator[Row]:
    """For Brightspace."""
    found = _scored(book)
    names = [f"{name} Points Grade <Numeric MaxPoints:{number(column.most)}>" for column, name in found]
    yield ["OrgDefinedId", "Username", *names, "End-of-Line Indicator"]
    for student in book.students:
        name, id_, email = identified(student)
        yield [id_, email if id_ or email else name, *_points(book, student), "#"]


def blackboard(book: Book) -> Iterator[Row]:
    """For Blackboard: the student's id is taken for the username; who gave none stands there by name."""
    found = _scored(book)
    names = [f"{name} [Total Pts: {number(column.most)} Score]" for column, name in found]
    yield ["Last Name", "First Name", "Username", "Student ID", *names]
    for student in book.students:
        yield [*surname_first(student.name), student.id or student.name, student.id, *_points(book, student)]
