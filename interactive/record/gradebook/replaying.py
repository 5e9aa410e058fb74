"""One task of one file graded: which attempts count for the assignment, and what they came to when they are replayed."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from interactive.kernel.html import plain
from interactive.kernel.score import Score, Unscorable
from interactive.record.assigning.expanding import READING, is_item
from interactive.record.assigning.fitting import asked, begun, fits, graded
from interactive.record.assigning.model import Assignment, Task
from interactive.record.gradebook.model import Flag, Result
from interactive.record.gradebook.responding import Told, left_open, paces
from interactive.record.gradebook.shelf import Shelf
from interactive.record.gradebook.suspicions import out_of_order, too_fast
from interactive.record.model import Attempt
from interactive.record.replay import replay
from interactive.record.sittings import sittings
from interactive.record.summary import GONE, LATEST, Loaded

EVERYTHING = Assignment()  # what a whole record answers to: whatever was done counts


@dataclass(slots=True)
class Work:
    """What is found while a file is graded."""

    flags: list[Flag] = field(default_factory=list)
    scores: dict[str, list[Score]] = field(default_factory=dict)
    sure: dict[str, bool] = field(default_factory=dict)

    def say(self, kind: str, words: str, ref: str = "") -> None:
        """Flag something."""
        self.flags.append(Flag(kind, words, ref=ref))


def task_of(ref: str, assignment: Assignment) -> Task | None:
    """The task that an activity answers to: its own, or that of its whole lesson (settings are not for readings and single items)."""
    if assignment is EVERYTHING:
        return Task(ref)
    own = next((task for task in assignment.tasks if task.ref == ref), None)
    if own is not None:
        return own
    lesson = next((task for task in assignment.tasks if task.whole_lesson and ref.startswith(f"{task.ref}/")), None)
    if lesson is None or ref == f"{lesson.ref}/{READING}" or is_item(ref):
        return lesson and Task(ref, counts=lesson.counts)
    return replace(lesson, ref=ref)


def task_result(
    ref: str, attempts: list[Attempt], assignment: Assignment, name: str, made: int, shelf: Shelf, work: Work
) -> Result:
    """One task: which attempts count, and what they came to."""
    task = task_of(ref, assignment)
    if task is None:
        work.say(
            "unfit", f"{_counted(len(attempts))} at {ref}, which the assignment does not ask for. Not counted.", ref
        )
        return Result(ref, "", unfit=len(attempts))
    fitting: list[Attempt] = []
    unfit = 0
    for attempt in attempts:
        loaded, _ = shelf.version(attempt)
        wanted = asked(task, name, shelf.opening(task, attempt.digest, loaded) if loaded else ())
        if not fits(attempt, wanted):
            unfit += 1
        elif begun(attempt, wanted):
            fitting.append(attempt)
    counting = fitting[: task.attempts] if task.attempts else fitting
    title = _title(ref, counting or attempts, shelf)
    if unfit:
        words = f"{_counted(unfit)} at “{title}” with other cards or settings than the assignment asks of this name. Not counted."
        work.say("unfit", words, ref)
    if len(fitting) > len(counting):
        words = f"{_counted(len(fitting))} at “{title}” where {task.attempts} count. The first ones were taken."
        work.say("too-many", words, ref)
    return _replayed(ref, counting, unfit + len(fitting) - len(counting), task, title, made, shelf, work)


def _replayed(
    ref: str, counting: list[Attempt], unfit: int, task: Task, title: str, made: int, shelf: Shelf, work: Work
) -> Result:
    """The attempts that count, replayed."""
    told: Told | None = None
    scores: list[Score | Unscorable] = []
    finished, seconds, sure = False, 0, True
    kind = ""
    for attempt in counting:
        loaded, known = shelf.version(attempt)
        sure = sure and known
        if loaded is None:
            scores.append(Unscorable(GONE))
        else:
            kind = loaded.activity.kind
            told = told or Told(kind)
            score, done = _play(attempt, loaded, told, title, shelf, work)
            scores.append(score)
            finished = finished or done
        _version_said(attempt, loaded, known, title, work)
        work.flags += out_of_order(attempt, made, title)
        seconds += sum(spent for _, spent in sittings(min(entry.at, LATEST) for entry in attempt.entries))
    work.scores[ref] = [one for one in scores if isinstance(one, Score)]
    work.sure[ref] = sure
    place = graded(scores, task.counts)
    if place is None:
        return Result(ref, kind, unfit=unfit)
    _open_said(scores[place], finished, title, ref, work)
    return Result(
        ref=ref,
        kind=kind,
        attempts=len(counting),
        unfit=unfit,
        digest=counting[place].digest,
        known=shelf.version(counting[place])[1],
        counted=counting[place].id,
        best=_bare(scores[place]),
        last=_bare(scores[-1]),
        finished=finished,
        seconds=seconds,
        started=min(min(one.started, LATEST) for one in counting),
        touched=max(min(one.entries[-1].at, LATEST) for one in counting),
        objectives=told.objectives if told else {},
        responses=tuple(told.responses.values()) if told else (),
    )


def _play(
    attempt: Attempt, loaded: Loaded, told: Told, title: str, shelf: Shelf, work: Work
) -> tuple[Score | Unscorable, bool]:
    """Replay one attempt: its score, and whether it was finished."""
    kind = loaded.activity.kind
    try:
        first = shelf.first(loaded, attempt.seed)
        state, said = replay(loaded.activity, loaded.definition, attempt.seed, attempt.entries, first)
        score = loaded.activity.score(loaded.definition, state)
        gaps = paces(attempt.entries, attempt.started)
        told.add(attempt.ref, said, left_open(kind, state), gaps)
    except Exception as error:  # events that no page wrote: the attempt is told, and the rest goes on
        work.say("stumbled", f"One attempt at “{title}” could not be replayed ({type(error).__name__}).", attempt.ref)
        return Unscorable("This attempt could not be replayed."), False
    if kind == "roleplay" and isinstance(score, Score):
        told.shares(score.objectives)
    if kind != READING:
        work.flags += too_fast(gaps.values(), title, attempt.ref)
    return score, any(statement.verb == "completed" for statement in said)


def _version_said(attempt: Attempt, loaded: Loaded | None, known: bool, title: str, work: Work) -> None:
    if loaded is None:
        words = f"“{title}” was done on a version of the course that is not here, so it has no score."
        work.say("unknown-version", words, attempt.ref)
    elif not known:
        words = f"“{title}” was done on a version of the course that is not here. It was scored with today's, which may differ."
        work.say("old-version", words, attempt.ref)


def _open_said(score: Score | Unscorable, finished: bool, title: str, ref: str, work: Work) -> None:
    if isinstance(score, Score) and finished and score.answered < score.items:
        left = score.items - score.answered
        work.say("open", f"{left} of {score.items} answers are left open in “{title}”. Not answered is not wrong.", ref)


def _title(ref: str, attempts: Iterable[Attempt], shelf: Shelf) -> str:
    found = (shelf.version(attempt)[0] for attempt in attempts)
    return next((plain(loaded.definition.title) for loaded in found if loaded), ref)


def _counted(number: int) -> str:
    return "One attempt" if number == 1 else f"{number} attempts"


def _bare(score: Score | Unscorable) -> Score | Unscorable:
    """A score without its shares: those are told by the responses."""
    if isinstance(score, Unscorable):
        return score
    return Score(round(score.raw, 4), round(score.max, 4), score.answered, score.items)
