"""One student: what was handed in, what is to be said of it, each task, and every answer to be opened below."""

from collections.abc import Sequence

from interactive.kernel.days import counted
from interactive.kernel.frame import button
from interactive.kernel.html import Child, Safe, hidden, icon, tag
from interactive.kernel.score import Unscorable
from interactive.record.course import Course
from interactive.record.gradebook.draw_cards import cards
from interactive.record.gradebook.draw_objectives import student_objectives
from interactive.record.gradebook.draw_view import View, seconds_of, shown
from interactive.record.gradebook.draw_words import NONE, flag_words, moment, share, span, told
from interactive.record.gradebook.model import Book, Column, Result, Student, points

GONE = "This student is no longer in the class."
OPEN = (
    "Open a task to see every attempt at it as the student saw it, with the key and the reasons. "
    "Whatever is open is printed with this student."
)


def student_of(book: Book, file: str) -> Student | None:
    """The student whose file this is."""
    return next((student for student in book.students if student.file == file), None)


def row_of(book: Book, file: str) -> str:
    """The id of the student's row in the table: where Back returns to."""
    return next((f"grade-row-{place}" for place, student in enumerate(book.students) if student.file == file), "")


def student_html(book: Book, view: View, course: Course, offset: int) -> Safe:
    """The whole page of one student; the order of previous and next is that of the table."""
    student = student_of(book, view.student)
    if student is None:
        return tag("div", _steps(book, view), tag("p", GONE))
    raw, most = points(book, student)
    made = moment(student.made, offset)
    of = f"{told(raw)} of {most:g} points, {share(raw, most)}" if most else "Nothing that is scored"
    handed = [
        f"Student id {student.id}." if student.id else None,
        f"File {student.file}{f', made {made}' if made else ''}.",
    ]
    return tag(
        "div",
        _steps(book, view),
        tag("h2", student.name, id="grade-student", tabindex="-1"),
        tag("p", f"{of}. {span(seconds_of(student)) or 'No time'} of work.", class_="st-big"),
        tag("p", " ".join(filter(None, handed)), class_="st-small"),
        _flags(student),
        _tasks(book.columns, student, offset),
        student_objectives(student, book, course),
        tag("h3", "Answers, task by task"),
        tag("p", OPEN, class_="st-small st-grade__open"),
        button("Open every task", data_command="open-all", id="grade-open-all"),
        [_opened(column, student.results.get(column.ref), place) for place, column in enumerate(book.columns)],
        class_="st-grade__student",
    )


def _steps(book: Book, view: View) -> Safe:
    """Back, the neighbors, paper, and out of the class."""
    order = [student.file for student in shown(book, view)]
    place = order.index(view.student) if view.student in order else -1
    before = order[place - 1] if place > 0 else ""
    after = order[place + 1] if 0 <= place < len(order) - 1 else ""
    return tag(
        "nav",
        button(icon("i-back"), " Back to the class", data_command="back", id="grade-back", needs_python=False),
        _go("Previous", before, "before"),
        _go("Next", after, "after"),
        button(
            icon("i-print"), " Print this student", style="bare", data_command="print-student", id="grade-print-one"
        ),
        button(
            "Take out of the class", style="bare danger", data_command="remove", data_file=view.student, id="grade-out"
        ),
        class_="st-grade__steps",
        aria_label="This student and the next",
    )


def _go(words: str, file: str, name: str) -> Safe:
    return button(
        words,
        hidden(" student"),
        data_command="student",
        data_student=file,
        id=f"grade-{name}",
        disabled=not file,
        needs_python=False,
    )


def _flags(student: Student) -> Child:
    if not student.flags:
        return None
    return [
        tag("h3", "What the file says"),
        tag("ul", [tag("li", flag_words(flag)) for flag in student.flags], class_="st-grade__flags st-plain"),
    ]


def _tasks(columns: Sequence[Column], student: Student, offset: int) -> Safe:
    heads = ("Task", "Finished", "Points", "Share", "Last attempt", "Attempts", "Time", "Last worked")
    rows = [_task(column, student.results.get(column.ref), offset) for column in columns]
    return cards("Every task; the best attempt counts.", heads, rows, {2, 3, 4, 5, 6, 7})


def _task(column: Column, result: Result | None, offset: int) -> list[Child]:
    if result is None or not (result.attempts or result.unfit):
        return [column.title, tag("span", NONE, class_="st-none"), *[""] * 6]
    best = result.best
    last = "" if isinstance(result.last, Unscorable) else f"{told(result.last.raw)} of {result.last.max:g}"
    points_, share_ = (
        (best.reason, "")
        if isinstance(best, Unscorable)
        else (f"{told(best.raw)} of {best.max:g}", f"{best.scaled:.0%}")
    )
    tries = f"{result.attempts}" + (f" and {result.unfit} that do not fit" if result.unfit else "")
    done = "yes" if result.finished else "no"
    return [column.title, done, points_, share_, last, tries, span(result.seconds), moment(result.touched, offset)]


def _opened(column: Column, result: Result | None, place: int) -> Child:
    """A task to be opened. What is in it is drawn when somebody opens it: to replay everything would take its time."""
    if result is None or not (result.attempts or result.unfit):
        return None
    many = counted(result.attempts + result.unfit, "attempt")
    return tag(
        "details",
        tag("summary", f"{column.title} ({many})"),
        tag("div", tag("p", "Replaying …", class_="st-small"), data_attempts=column.ref, data_mark=f"t{place}"),
        class_="st-more st-grade__task",
        id=f"grade-task-{place}",
    )
