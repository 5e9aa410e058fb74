"""Where a learner stands in each lesson: told from summaries and the course map."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from interactive.record.answers import Answer
from interactive.record.course import Course, Lesson
from interactive.record.summary import Summary


@dataclass(frozen=True, slots=True)
class Standing:
    """One lesson: items answered of all, activities begun and finished of all, sections read, seconds spent, when last (ms, 0 never).

    `section` is the title of the section that was read last.
    """

    lesson: Lesson
    answered: int
    items: int
    begun: int
    finished: int
    activities: int
    read: int
    section: str
    seconds: int
    last: int

    @property
    def done_share(self) -> float:
        """What was done of what there is to do, 0 to 1: by items, or by activities where a lesson has no items."""
        if self.items:
            return self.answered / self.items
        return self.finished / self.activities if self.activities else 0.0

    @property
    def read_share(self) -> float:
        """Sections read of all, 0 to 1."""
        return self.read / len(self.lesson.sections) if self.lesson.sections else 0.0

    @property
    def ring(self) -> str:
        """For the contents: done when all sections are read and every activity was finished once; begun when anything was done."""
        whole = self.activities + len(self.lesson.sections)
        if whole and self.finished + self.read >= whole:
            return "done"
        return "begun" if self.last else "none"


def standings(course: Course, summaries: Sequence[Summary], latest: Mapping[str, Answer]) -> list[Standing]:
    """Every lesson in its order. Answers given in a practice session count for the lesson that the item belongs to."""
    return [_standing(course, lesson, summaries, latest) for lesson in course.lessons]


def _standing(course: Course, lesson: Lesson, summaries: Iterable[Summary], latest: Mapping[str, Answer]) -> Standing:
    own = [one for one in summaries if one.entries and course.lesson_of(one.ref) == lesson.id]
    items = course.lesson_items(lesson.id)
    answered = [latest[item] for item in items if item in latest]
    activities = [
        ref for ref, place in course.activities.items() if place.lesson == lesson.id and place.kind != "reading"
    ]
    begun, done = {one.ref for one in own}, {one.ref for one in own if one.finished}
    reached = sorted(
        (said.at, said.item) for one in own if one.kind == "reading" for said in one.statements if said.verb == "read"
    )
    read = [name for _, name in reached if name in lesson.sections]
    return Standing(
        lesson=lesson,
        answered=len(answered),
        items=len(items),
        begun=sum(ref in begun for ref in activities),
        finished=sum(ref in done for ref in activities),
        activities=len(activities),
        read=len(set(read)),
        section=lesson.sections[read[-1]] if read else "",
        seconds=sum(one.seconds for one in own),
        last=max([*(one.touched for one in own), *(answer.at for answer in answered)], default=0),
    )
