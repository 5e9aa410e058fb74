"""Where a student stands in an assignment: which tasks are done, by which attempts, and what they came to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from interactive.kernel.activity import Event
from interactive.kernel.score import Score, Unscorable
from interactive.record.assigning.expanding import READING, is_item
from interactive.record.assigning.fitting import Asked, asked, counting, graded
from interactive.record.assigning.model import Task
from interactive.record.course import Course, Lesson
from interactive.record.model import Attempt
from interactive.record.summary import Summary

type Openings = Mapping[str, tuple[Event, ...]]  # by ref


@dataclass(frozen=True, slots=True)
class Standing:
    """One task: what it is, where it stands, how far it is. `state` is to-do, begun or done; `waiting`: for the student's name.

    `attempts` are those that count, in their order; `beyond` is how many more were made for practice.
    """

    wanted: Asked
    title: str
    href: str
    kind: str
    minutes: int
    state: str
    score: Score | Unscorable | None
    attempts: tuple[str, ...] = ()
    beyond: int = 0
    seconds: int = 0

    @property
    def task(self) -> Task:
        """The task."""
        return self.wanted.task

    @property
    def waiting(self) -> bool:
        """Whether its cards cannot be dealt before the student's name is known."""
        return self.task.each and self.wanted.seed is None


def standings(
    tasks: Iterable[Task],
    name: str,
    openings: Openings,
    course: Course,
    attempts: Iterable[Attempt],
    summaries: Mapping[str, Summary],
) -> list[Standing]:
    """Every single task in its order; of an attempt no more is needed than its first entries."""
    by_ref: dict[str, list[Attempt]] = {}
    for attempt in attempts:
        by_ref.setdefault(attempt.ref, []).append(attempt)
    return [
        _standing(asked(task, name, openings.get(task.ref, ())), course, by_ref.get(task.ref, []), summaries)
        for task in tasks
    ]


def _standing(wanted: Asked, course: Course, own: list[Attempt], summaries: Mapping[str, Summary]) -> Standing:
    title, href, kind, minutes = place_of(wanted.task.ref, course)
    found = counting(own, wanted)
    told = [summaries[one.id] for one in found if one.id in summaries]
    best = graded([one.score for one in told], wanted.task.counts)
    done = any(one.finished for one in told)
    return Standing(
        wanted=wanted,
        title=title,
        href=href,
        kind=kind,
        minutes=minutes,
        state="done" if done else "begun" if found else "to-do",
        score=None if best is None else told[best].score,
        attempts=tuple(one.id for one in found),
        beyond=sum(len(one.entries) > 0 for one in own) - len(found),
        seconds=sum(one.seconds for one in told),
    )


def place_of(ref: str, course: Course) -> tuple[str, str, str, int]:
    """(title, link, kind, minutes) of a single task; one item takes a minute."""
    lesson = lesson_of(ref, course)
    if ref.endswith(f"/{READING}") and lesson:
        return f"Read: {lesson.title}", lesson.href, READING, lesson.reading
    place = course.activities[ref]
    return place.title, place.href, place.kind, 1 if is_item(ref) else place.minutes


def lesson_of(ref: str, course: Course) -> Lesson | None:
    """The lesson that a task belongs to."""
    return next((one for one in course.lessons if one.id == ref.split("/")[0]), None)
