"""Which attempts of a record count for a task, and which of those is the one that is graded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interactive.kernel.activity import Event
from interactive.kernel.score import Score, Unscorable
from interactive.record.assigning.model import Task
from interactive.record.assigning.seeds import reach, seed_of
from interactive.record.model import Attempt


@dataclass(frozen=True, slots=True)
class Asked:
    """A task as one student meets it: one activity, its first seed (None: any), and the events that an attempt opens with."""

    task: Task
    seed: int | None = None
    opening: tuple[Event, ...] = ()


def asked(task: Task, name: str, opening: Iterable[Event] = ()) -> Asked:
    """The task for the student of this name."""
    return Asked(task, seed_of(task, name), tuple(opening))


def fits(attempt: Attempt, wanted: Asked) -> bool:
    """Whether an attempt is at this task, on its cards, under its settings. Whatever else was done in it does not matter here.

    Of a task with others for each student and no name yet, nothing can fit.
    """
    task, seed = wanted.task, wanted.seed
    if attempt.ref != task.ref or (task.each and seed is None):
        return False
    if seed is not None and not seed <= attempt.seed < seed + reach(task):
        return False
    first = [entry.event for entry in attempt.entries[: len(wanted.opening)]]
    return first == list(wanted.opening)


def begun(attempt: Attempt, wanted: Asked) -> bool:
    """Whether more was done than to open it."""
    return len(attempt.entries) > len(wanted.opening)


def counting(attempts: Iterable[Attempt], wanted: Asked) -> list[Attempt]:
    """The attempts that count, in the order in which they were begun: no more than the task allows. The others were practice."""
    found = [one for one in attempts if fits(one, wanted) and begun(one, wanted)]
    found.sort(key=lambda one: (one.started, one.id))
    return found[: wanted.task.attempts] if wanted.task.attempts else found


def graded(scores: Sequence[Score | Unscorable], counts: str = "best") -> int | None:
    """The place of the attempt that is graded, among those that count in their order; None where there is none.

    The best is the one with the largest share of its points; the first of equals. What cannot be scored comes after what can.
    """
    if not scores:
        return None
    if counts in ("first", "last"):
        return 0 if counts == "first" else len(scores) - 1
    worth = [one.scaled if isinstance(one, Score) else -1.0 for one in scores]
    return worth.index(max(worth))
