"""From what a link asks for to single activities: a lesson's folder stands for its reading and everything in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from interactive.record.assigning.model import Assignment, Task
from interactive.record.course import Course

READING = "reading"


@dataclass(frozen=True, slots=True)
class Expanded:
    """The single tasks of an assignment in their order, and the refs that this version of the course does not know."""

    tasks: tuple[Task, ...]
    unknown: tuple[str, ...]


def expand(assignment: Assignment, course: Course) -> Expanded:
    """Every single task. What is asked for by name keeps its own settings where its whole lesson is asked for as well."""
    named = {task.ref for task in assignment.tasks}
    found: dict[str, Task] = {}
    unknown: list[str] = []
    for task in assignment.tasks:
        if not known(task.ref, course):
            unknown.append(task.ref)
        for single in _parts(task, course) if task.whole_lesson else [task]:
            if known(single.ref, course) and (single.ref == task.ref or single.ref not in named):
                found.setdefault(single.ref, single)
    return Expanded(tuple(found.values()), tuple(unknown))


def known(ref: str, course: Course) -> bool:
    """Whether the course has it, on a page."""
    lesson, _, rest = ref.partition("/")
    if not rest or rest == READING:
        return bool(course.known_lesson(lesson))
    place = course.activities.get(ref)
    return place is not None and bool(place.href)


def is_item(ref: str) -> bool:
    """Whether it is one item of a bank, asked in the text of a lesson."""
    return ref.count("/") > 1


def _parts(task: Task, course: Course) -> Iterator[Task]:
    """A lesson's parts in the order of its page. Seeds and modes are for what is dealt: neither the reading nor a single item is."""
    plain = replace(task, seed=None, each=False, attempts=0, settings={})
    yield replace(plain, ref=f"{task.ref}/{READING}")
    for ref, place in course.activities.items():
        if place.lesson == task.ref and place.href and place.kind != READING:
            yield replace(plain if is_item(ref) else task, ref=ref)
