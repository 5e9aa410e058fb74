"""What an instructor is looking at: order, filters, page, task, student. It comes with each request, so nothing of it is kept here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from interactive.kernel.score import Score
from interactive.record.gradebook.model import LEVELS, Book, Student, points

ROWS = 100  # students on one page of the table
LATE = 4_000_000_000_000  # ms: sorts whoever has no date last


@dataclass(frozen=True, slots=True)
class View:
    """`sort` is name, total, done, time, last, evidence or a task's ref; `only` "look" leaves those with something worth a look.

    `task` is the activity whose items are analyzed, in this `order`; `scores` the one whose scores are spread out ("" for all);
    `student` is the file that is looked into; `level` and `kind` narrow the flags.
    """

    sort: str = "name"
    down: bool = False
    find: str = ""
    only: str = ""
    page: int = 0
    whole: bool = False
    task: str = ""
    student: str = ""
    level: str = ""
    kind: str = ""
    scores: str = ""
    order: str = ""


def read_view(data: Any) -> View:
    """Read a view as the page kept it. What is not understood is as if it were not said: a view is never worth an error."""
    said = data if isinstance(data, Mapping) else {}
    words = {
        name: str(said.get(name) or "")[:300]
        for name in ("find", "only", "task", "student", "level", "kind", "scores", "order")
    }
    page = said.get("page")
    return View(
        sort=str(said.get("sort") or "name"),
        down=said.get("down") is True,
        page=page if isinstance(page, int) and page > 0 else 0,
        whole=said.get("whole") is True,
        **words,
    )


def shown(book: Book, view: View) -> list[Student]:
    """The students that the filters leave, in the order asked for. Who has no value there stands last, whichever way it goes."""
    wanted = " ".join(view.find.casefold().split())
    found = [
        student
        for student in book.students
        if (not wanted or wanted in f"{student.name} {student.id}".casefold())
        and (view.only != "look" or student.level in LEVELS[1:])
    ]
    found.sort(key=lambda student: student.name.casefold())
    valued = [(value_of(book, student, view.sort), student) for student in found]
    some = [pair for pair in valued if pair[0] is not None]
    some.sort(key=lambda pair: pair[0], reverse=view.down)
    return [student for _, student in some] + [student for value, student in valued if value is None]


def value_of(book: Book, student: Student, sort: str) -> Any:
    """What a student is sorted by, or None where there is nothing."""
    if sort == "name":
        return student.name.casefold()
    if sort == "total":
        return points(book, student)[0]
    if sort == "done":
        return sum(result.finished for result in student.results.values())
    if sort == "time":
        return seconds_of(student) or None
    if sort == "last":
        return touched_of(student) or None
    if sort == "evidence":
        return LEVELS.index(student.level) if student.flags else None
    result = student.results.get(sort)
    if result is None or not result.attempts:
        return None
    return result.best.scaled if isinstance(result.best, Score) else (1.0 if result.finished else 0.5)


def seconds_of(student: Student) -> int:
    """Time of work over all tasks."""
    return sum(result.seconds for result in student.results.values())


def touched_of(student: Student) -> int:
    """When the student last did anything, 0 for never."""
    return max((result.touched for result in student.results.values()), default=0)
