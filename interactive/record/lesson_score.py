"""What a whole lesson is worth: the number that goes to a school's LMS, and what it is made of.

Each activity counts once, by the best that was reached in it; the checks in the text count as one together; what was not begun is
worth nothing yet. A story counts whole once it is played to an end: what one chose in it is argued about there, and is no mark.
Points are whole thousandths, so that a sum is the same wherever and whenever it is made.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interactive.kernel.activity import Statement
from interactive.kernel.score import Score
from interactive.record.course import Course, Place
from interactive.record.summary import Loaded

FULL = 1000
CHECKS = "Checks in the text"
NEVER_SCORED = ("profile", "reading")
OPEN = ("contested", "term")  # items without a right answer
WHOLE = "roleplay"  # counts by being played


@dataclass(frozen=True, slots=True)
class Standing:
    """The best that was reached in one activity: thousandths of its points, and whether it was finished once."""

    points: int = 0
    finished: bool = False

    def with_best(self, other: "Standing") -> "Standing":
        """The better of each."""
        return Standing(max(self.points, other.points), self.finished or other.finished)


@dataclass(frozen=True, slots=True)
class Task:
    """One activity of a lesson, as far as its score needs it. `scored`: it can earn points; `check`: it stands in the text."""

    ref: str
    title: str
    href: str = ""
    scored: bool = True
    optional: bool = False
    check: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sum. `points` are out of 100, None where there are none to earn; `words` say how far it went."""

    title: str
    href: str
    points: int | None
    finished: bool
    optional: bool
    words: str = ""


@dataclass(frozen=True, slots=True)
class LessonScore:
    """The sum: `score` out of 100, `finished` of `tasks` that count, and the lines that say why."""

    score: int
    finished: int
    tasks: int
    lines: tuple[Line, ...]

    @property
    def done(self) -> bool:
        """Whether everything that counts was finished once."""
        return self.tasks > 0 and self.finished == self.tasks


def task_of(ref: str, place: Place, data: Mapping[str, Any]) -> Task | None:
    """What a score needs to know of an activity; None for a reading, which is neither finished nor scored."""
    kind = str(data.get("kind", ""))
    if kind == "reading":
        return None
    items = data.get("items") if kind == "quiz" else None
    earns = any(item.get("type") not in OPEN for item in items) if items else kind not in NEVER_SCORED
    return Task(ref, place.title, place.href, earns, place.optional, data.get("way") == "check")


def tasks_of(course: Course, lesson: str, definitions: Mapping[str, Mapping[str, Any]]) -> tuple[Task, ...]:
    """The activities of a lesson in the course's order, of those that are here."""
    places = ((ref, place) for ref, place in course.activities.items() if place.lesson == lesson and ref in definitions)
    found = (task_of(ref, place, definitions[ref]) for ref, place in places)
    return tuple(task for task in found if task)


def standing_of(loaded: Loaded, state: Any, said: Iterable[Statement]) -> Standing:
    """What an attempt has come to: from its state, and what was said on the way."""
    finished = _finished(loaded, said)
    if loaded.activity.kind == WHOLE:
        return Standing(FULL if finished else 0, finished)
    score = loaded.activity.score(loaded.definition, state)
    points = round(FULL * score.scaled) if isinstance(score, Score) else 0
    return Standing(max(0, min(FULL, points)), finished)


def _finished(loaded: Loaded, said: Iterable[Statement]) -> bool:
    """A first guess in the text is kept and not marked; to have made it is enough."""
    check = getattr(loaded.definition, "way", "") == "check"
    return any(one.verb == "completed" or (check and one.verb == "answered") for one in said)


def lesson_score(tasks: Sequence[Task], standings: Mapping[str, Standing]) -> LessonScore:
    """Add it up."""
    alone = [(task, standings.get(task.ref, Standing())) for task in tasks if not task.check]
    checks = [(task, standings.get(task.ref, Standing())) for task in tasks if task.check and not task.optional]
    lines = [_line(task, standing) for task, standing in alone]
    counted = [(task.scored, standing) for task, standing in alone if not task.optional]
    if checks:
        together = _together(checks)
        scored = any(task.scored for task, _ in checks)
        counted.append((scored, together))
        answered = sum(standing.finished for _, standing in checks)
        words = f"{answered} of {len(checks)} answered"
        lines.insert(
            0, Line(CHECKS, "", hundredths(together.points) if scored else None, together.finished, False, words)
        )
    earned = [standing.points for scored, standing in counted if scored]
    return LessonScore(
        score=hundredths(sum(earned), len(earned)),
        finished=sum(standing.finished for _, standing in counted),
        tasks=len(counted),
        lines=tuple(lines),
    )


def _together(checks: Sequence[tuple[Task, Standing]]) -> Standing:
    """The checks as one activity: the mean of those that can be right or wrong, finished when all were answered."""
    points = [standing.points for task, standing in checks if task.scored]
    finished = all(standing.finished for _, standing in checks)
    return Standing(sum(points) // len(points) if points else 0, finished)


def _line(task: Task, standing: Standing) -> Line:
    points = hundredths(standing.points) if task.scored else None
    return Line(task.title, task.href, points, standing.finished, task.optional)


def hundredths(thousandths: int, of: int = 1) -> int:
    """A mean of thousandths as points out of 100, halves up; the full 100 only for all of it."""
    if not of:
        return 0
    return min((2 * thousandths + 10 * of) // (20 * of), 100 if thousandths == FULL * of else 99)
