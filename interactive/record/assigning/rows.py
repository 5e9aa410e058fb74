"""The checklist's rows: a task each, but the single items in the text of one lesson stand in one row together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interactive.kernel.days import counted
from interactive.kernel.score import Score
from interactive.record.assigning.expanding import is_item
from interactive.record.assigning.standing import Standing, lesson_of
from interactive.record.assigning.words import asked_said, kind_said, score_said
from interactive.record.course import Course


@dataclass(frozen=True, slots=True)
class Row:
    """What one line of the list says. `state` is to-do, begun or done; `asks` are short phrases; `far` is what was reached."""

    title: str
    href: str
    kind: str
    minutes: int
    state: str
    asks: tuple[str, ...]
    far: str
    used: str
    seconds: int


def rows(found: Iterable[Standing], course: Course) -> list[Row]:
    """The rows in the order of the tasks; the items of a lesson stand where the first of them stood."""
    groups: dict[str, list[Standing]] = {}
    for one in found:
        ref = one.task.ref
        groups.setdefault(f"{ref.split('/')[0]}/items" if is_item(ref) else ref, []).append(one)
    return [_row(group[0], course) if len(group) == 1 else _items(group, course) for group in groups.values()]


def _row(one: Standing, course: Course) -> Row:
    lesson = lesson_of(one.task.ref, course)
    asks = asked_said(one.task, one.kind, lesson.objectives if lesson else {})
    return Row(
        title=one.title,
        href=one.href,
        kind=kind_said(one.kind, one.task.ref),
        minutes=one.minutes,
        state=one.state,
        asks=tuple(asks),
        far=score_said(one.score) if one.state != "to-do" else "",
        used=used_said(one),
        seconds=one.seconds,
    )


def used_said(one: Standing) -> str:
    """How many attempts were made, where that says something."""
    used, allowed = len(one.attempts), one.task.attempts
    if not used or (used == 1 and not allowed) or one.kind == "reading":
        return ""
    practice = f", and {one.beyond} for practice" if one.beyond else ""
    return f"{used} of {counted(allowed, 'attempt')} used{practice}" if allowed else counted(used, "attempt")


def _items(group: Sequence[Standing], course: Course) -> Row:
    lesson = lesson_of(group[0].task.ref, course)
    done = [one for one in group if one.state == "done"]
    scores = [one.score for one in done if isinstance(one.score, Score)]
    right = sum(score.raw for score in scores)
    following = next((one for one in group if one.state != "done"), group[0])
    state = "done" if len(done) == len(group) else "begun" if done else "to-do"
    points = f", {score_said(Score(right, sum(one.max for one in scores), 0, 0))} points" if scores else ""
    return Row(
        title=f"{len(group)} items in the text of lesson {lesson.number if lesson else ''}".strip(),
        href=following.href,
        kind="One after the other, as you read",
        minutes=len(group),
        state=state,
        asks=(),
        far=f"{len(done)} of {len(group)} answered{points}" if done else "",
        used="",
        seconds=sum(one.seconds for one in group),
    )
