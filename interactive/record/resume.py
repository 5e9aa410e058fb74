"""Where to go on: the activity or the section that a learner stopped at, else the next one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interactive.kernel.days import counted, day_of, on_day
from interactive.kernel.score import Unscorable
from interactive.record.course import Course, Lesson
from interactive.record.standing import Standing
from interactive.record.summary import Summary


@dataclass(frozen=True, slots=True)
class Resume:
    """Where to go on: a title, a link (it starts with `root:`), and a line of words."""

    title: str
    href: str
    words: str


def resume(
    course: Course, summaries: Iterable[Summary], found: Sequence[Standing], now: int, offset: int
) -> Resume | None:
    """What was last worked on if it is open, else what comes after it; None where nothing was ever done. `now` in ms."""
    worked = sorted((one for one in summaries if one.entries), key=lambda one: (-one.touched, one.id))
    today = day_of(now, offset)
    for last in worked:
        when = on_day(day_of(last.touched, offset), today)
        lesson = _lesson(course, course.lesson_of(last.ref))
        if last.kind == "reading" and lesson:
            return _section(lesson, last, when) or _activity(course, lesson.id, worked) or _next_lesson(found)
        place = course.activities.get(last.ref)
        if place and place.href:
            if not last.finished:
                return Resume(_titled(course, last.ref), place.href, f"{_how_far(last)}, last worked on {when}.")
            return _activity(course, place.lesson, worked) or _next_lesson(found)
    return _next_lesson(found) if worked else None


def _section(lesson: Lesson, last: Summary, when: str) -> Resume | None:
    """The first section after the one read last that is not read yet; else the first that was left out."""
    read = [said.item for said in last.statements if said.verb == "read" and said.item in lesson.sections]
    names = list(lesson.sections)
    here = names.index(read[-1]) + 1 if read else 0
    name = next((name for name in [*names[here:], *names[:here]] if name not in read), "")
    if not name:
        return None
    title = f"Lesson {lesson.number}, “{lesson.sections[name]}”"
    return Resume(title, f"{lesson.href}#{name}", f"Last read {when}.")


def _activity(course: Course, lesson: str, worked: Iterable[Summary]) -> Resume | None:
    """The first activity of the lesson that was not begun."""
    begun = {one.ref for one in worked}
    for ref, place in course.activities.items():
        if lesson and place.lesson == lesson and place.href and ref not in begun:
            return Resume(_titled(course, ref), place.href, "Not begun yet.")
    return None


def _next_lesson(found: Sequence[Standing]) -> Resume | None:
    for standing in found:
        lesson = standing.lesson
        if lesson.ready and standing.ring != "done":
            minutes = f"About {counted(lesson.minutes, 'minute')} in all." if lesson.minutes else ""
            return Resume(f"Lesson {lesson.number}: {lesson.title}", lesson.href, minutes)
    return None


def _lesson(course: Course, name: str) -> Lesson | None:
    return next((lesson for lesson in course.lessons if lesson.id == name), None)


def _titled(course: Course, ref: str) -> str:
    place = course.activities[ref]
    lesson = _lesson(course, place.lesson)
    return f"Lesson {lesson.number}, “{place.title}”" if lesson else place.title


def _how_far(summary: Summary) -> str:
    if isinstance(summary.score, Unscorable):
        return "Begun"
    return f"{summary.score.answered} of {counted(summary.score.items, 'answer')} given"
