"""A class from its files: one row a person, one column a task, and what only shows when files are laid side by side.

The same files make the same book, in whatever order and in whatever batches they came.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from interactive.kernel.days import DAY
from interactive.kernel.reading import Malformed
from interactive.kernel.score import Score
from interactive.record.assigning.expanding import READING, expand
from interactive.record.assigning.fragment import read
from interactive.record.assigning.model import Assignment, Task
from interactive.record.course import Course
from interactive.record.gradebook.comparing import people, side_by_side
from interactive.record.gradebook.model import Batch, Book, Column, Flag, Student
from interactive.record.gradebook.naming import order

EARLIEST = 1_767_225_600_000  # 1 January 2026: no page of this course is older
FEW = 2  # files with an assignment of their own before it is told as another one
TOLD = 4  # titles named in one sentence


def assemble(batches: Iterable[Batch], course: Course, now: int = 0, since: int = 0) -> Book:
    """Put a book together. `now` is this computer's clock (ms), `since` when the assignment was given out; 0 where not known."""
    every = list(batches)
    files = sorted((student for batch in every for student in batch.students), key=order)
    persons = people(files)
    kept = [own[0] for own in persons]
    assignments = Counter(one.assignment for one in kept if one.assignment)
    fragments = dict(sorted(assignments.items(), key=lambda pair: (-pair[1], pair[0])))
    read_ = {fragment: _read(fragment) for fragment in fragments}
    tasks = {fragment: expand(one, course).tasks for fragment, one in read_.items()}
    columns = _columns(kept, tasks, course)
    flags = side_by_side(persons)
    for place, student in enumerate(kept):
        flags[place] += [
            *_another(student, fragments),
            *_missing(student, tasks, columns),
            *_times(student, now, since),
        ]
    students = [_flagged(student, flags[place]) for place, student in enumerate(kept)]
    refused = sorted((one for batch in every for one in batch.refused), key=lambda one: (one.file, one.print))
    return Book(
        title=next((one.title for one in read_.values() if one.title), ""),
        assignments=fragments,
        columns=columns,
        students=tuple(sorted(students, key=order)),
        older=tuple(one for own in persons for one in own[1:]),
        refused=tuple(refused),
        unknown={
            result.digest: result.ref
            for one in kept
            for result in one.results.values()
            if result.digest and not result.known
        },
    )


def _read(fragment: str) -> Assignment:
    try:
        return read(fragment)
    except Malformed:
        return Assignment()


def _flagged(student: Student, more: Sequence[Flag]) -> Student:
    flags = [flag if flag.files else replace(flag, files=(student.file,)) for flag in (*student.flags, *more)]
    return replace(student, flags=tuple(dict.fromkeys(flags)))


def _columns(students: Sequence[Student], tasks: Mapping[str, Sequence[Task]], course: Course) -> tuple[Column, ...]:
    """The tasks of all assignments, the most frequent first; where nobody names one, whatever anybody did, in the course's order."""
    found: dict[str, Task] = {}
    for own in tasks.values():
        for task in own:
            found.setdefault(task.ref, task)
    places = {ref: number for number, ref in enumerate(course.activities)}
    lessons = {lesson.id: number for number, lesson in enumerate(course.lessons)}
    loose = {ref for one in students if not one.assignment or not tasks.get(one.assignment) for ref in one.results}
    for ref in sorted(loose, key=lambda ref: (lessons.get(ref.split("/")[0], 99), places.get(ref, -1), ref)):
        found.setdefault(ref, Task(ref))
    return tuple(_column(task, students, course) for task in found.values())


def _column(task: Task, students: Sequence[Student], course: Course) -> Column:
    ref, place = task.ref, course.activities.get(task.ref)
    results = [one.results[ref] for one in students if ref in one.results]
    scores = [one.best for one in results if isinstance(one.best, Score)]
    title, lesson = place.title if place else "", course.lesson_of(ref)
    if not title and ref.endswith(f"/{READING}"):
        title = next((f"Reading: {one.title}" for one in course.lessons if one.id == lesson), "")
    return Column(
        ref=ref,
        title=title or ref,
        kind=next((one.kind for one in results if one.kind), place.kind if place else ""),
        lesson=lesson,
        most=max((score.max for score in scores), default=0.0),
        allowed=task.attempts,
        scored=bool(scores),
    )


def _another(student: Student, fragments: Mapping[str, int]) -> Iterable[Flag]:
    most, own = max(fragments.values(), default=0), fragments.get(student.assignment, 0)
    if student.assignment and own <= FEW and own < most:
        words = "This file answers to another assignment than most of the class (or to one that was changed)."
        yield Flag("other-assignment", words)


def _missing(student: Student, tasks: Mapping[str, Sequence[Task]], columns: Sequence[Column]) -> Iterable[Flag]:
    titles = {column.ref: column.title for column in columns}
    asked = [task.ref for task in tasks.get(student.assignment, ())]
    left = [ref for ref in asked if ref not in student.results or not student.results[ref].attempts]
    if left:
        named = ", ".join(f"“{titles.get(ref, ref)}”" for ref in left[:TOLD])
        more = f" and {len(left) - TOLD} more" if len(left) > TOLD else ""
        yield Flag("missing", f"Not attempted: {named}{more}.")


def _times(student: Student, now: int, since: int) -> Iterable[Flag]:
    begun = [one.started for one in student.results.values() if one.attempts]
    touched = [one.touched for one in student.results.values() if one.attempts]
    if begun and min(begun) < EARLIEST:
        yield Flag("early", "Some of this work is dated before this course existed. A wrong clock does that.")
    elif begun and min(begun) < since:
        yield Flag(
            "early", "Some of this work was begun before the day that you gave. Earlier work in the course counts too."
        )
    if now and max([student.made, *touched]) > now + DAY:
        yield Flag("future", "This file is dated after today. A wrong clock, there or here, does that.")
