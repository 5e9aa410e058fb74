"""What a gradebook is made of. Everything here is worked out by replaying attempts; nothing is taken from a file's own word.

From file to table:

  files   ->  `grading.grade_files`  ->  Batch     one a request, in any worker (op `grade`); files know nothing of each other
  batches ->  `assembling.assemble`  ->  Book      all together, in the page's own worker (op `gradebook-open`)
  Book    ->  `analysis`, `mastering`, `exports`, the drawings

A **Batch** crosses from worker to worker as JSON that the page keeps and never reads (`rows.py` writes and reads it). All texts
that come again and again (refs, ids of items, answers) stand once in `names`; everywhere else is their number (written `#`):

  {"v": 1, "names": ["01-what-is-track-two/bank", ...], "files": [FILE, ...]}
  FILE     {"file": name as dropped, "print": fingerprint of the text, "why": sentence}                  a file that was refused
           {"file", "print", "name", "id", "made", "assignment": text of the fragment, "record": true where it was a whole record,
            "results": [RESULT, ...], "flags": [FLAG, ...], "prints": [attempt's id, fingerprint of its times, ...]}
  RESULT   [#ref, #kind, attempts that count, attempts that do not, #digest, known: 1 or 0, id of the counted attempt, SCORE of the
            best, SCORE of the last, finished: 1 or 0, seconds, started, touched, [#objective, credits, answers, ...], [RESPONSE ...]]
  SCORE    [raw, max, answered, items], or #reason where there is nothing to score
  RESPONSE four in a row, flat: #item, #answer, credit (0 to 1, or null where nothing is scored), seconds before it (or -1)
  FLAG     [kind, words, ref or ""]

Times are milliseconds since 1970 (0: never), durations seconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from interactive.kernel.score import Score, Unscorable

UNNAMED = "unnamed"  # what a student is called whose file gives no name

LEVELS = ("note", "look", "wrong")
KINDS: dict[str, str] = {  # flag -> how much it matters: a note; worth a look; the file says what cannot be so
    "later-file": "note",  # the same student handed in again: the later file counts
    "record": "note",  # a whole record was handed in, not a submission
    "unnamed": "note",
    "empty": "note",  # nothing that belongs to the assignment was done
    "open": "note",  # items of a round were left open
    "missing": "note",  # tasks of the assignment without any attempt
    "old-version": "look",  # made on a version that is not here: scored with the one that is
    "unknown-version": "look",  # made on a version that is not here, and nothing to score it with
    "unfit": "look",  # attempts at an activity that the assignment does not ask for, or with another seed or other settings
    "too-many": "look",  # more attempts than the assignment allows: the first ones count
    "other-assignment": "look",  # another assignment than most of the class
    "same-id": "look",  # two names with one student id
    "same-file": "look",  # the very same file more than once: it counts once
    "fast": "look",
    "order": "look",  # events or attempts before their own beginning
    "future": "look",  # later than the file was made, or than the clock of this computer
    "early": "look",  # before the course was there, or before the day that the instructor gave
    "stumbled": "look",  # the engine could not replay it
    "check": "wrong",  # the check in the file does not match the rest: damaged, or edited by hand
    "totals": "wrong",  # the file's totals differ from the replay
    "same-attempt": "wrong",  # one attempt's id under two names
    "same-events": "wrong",  # the same actions at the same pace under two names
}


@dataclass(frozen=True, slots=True)
class Flag:
    """Something about a file that an instructor should know. It describes, and never accuses: every flag has an innocent reading.

    `kind` is one of `KINDS`; `words` one sentence; `files` are the files that it is about; `ref` the task, or "".
    """

    kind: str
    words: str
    files: tuple[str, ...] = ()
    ref: str = ""

    @property
    def level(self) -> str:
        """How much it matters: one of `LEVELS`."""
        return KINDS.get(self.kind, "look")


class Response(NamedTuple):
    """The first answer of one student to one item of a task. A tuple, because a class has hundreds of thousands.

    `answer` is what was given in the words of the engine's statements (chosen ids joined by "+", a bin, "finding | reason | words",
    a choice of a scene), "" where the item was in the round and left open; `credit` is the share earned, or None where nothing is
    scored; `seconds` is the time since the action before (-1 where it cannot be told, as for items that are marked together).
    """

    item: str
    answer: str
    credit: float | None
    seconds: int = -1


@dataclass(frozen=True, slots=True)
class Result:
    """One student at one task (an activity). Scores are `Score` or `Unscorable` with the reason.

    `best` is the score that counts: of the best attempt, or of the first or last where the assignment says so. `attempts` fit the
    assignment and count, `unfit` do not; `counted` is the id of the attempt that counts (for drill-down, in the student's file);
    `digest` its version, `known` whether that very version was here to replay it on. `responses` are the first answers to every
    item over all attempts that count (of plans, maps and memos, which are made to be revised, the last verdict on every criterion);
    `objectives` maps an objective to (sum of credits, number of answers) over these. `seconds`, `started` and `touched` are over
    all attempts that count too. `best` and `last` carry no objectives of their own.
    """

    ref: str
    kind: str
    attempts: int = 0
    unfit: int = 0
    digest: str = ""
    known: bool = True
    counted: str = ""
    best: Score | Unscorable = Unscorable("Not attempted.")
    last: Score | Unscorable = Unscorable("Not attempted.")
    finished: bool = False
    seconds: int = 0
    started: int = 0
    touched: int = 0
    objectives: Mapping[str, tuple[float, int]] = field(default_factory=dict)
    responses: tuple[Response, ...] = ()


@dataclass(frozen=True, slots=True)
class Student:
    """One student's file, graded. `assignment` is the text of the assignment's fragment, "" for a whole record.

    `print` is a fingerprint of the file's text, `prints` pairs of (attempt's id, fingerprint of its times).
    """

    file: str
    print: str
    name: str
    id: str
    made: int
    assignment: str
    record: bool
    results: Mapping[str, Result]
    flags: tuple[Flag, ...] = ()
    prints: tuple[tuple[str, str], ...] = ()

    @property
    def level(self) -> str:
        """The gravest level among the flags, "" without any."""
        return max((flag.level for flag in self.flags), key=LEVELS.index, default="")


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be used, and the sentence that says why."""

    file: str
    print: str
    why: str


@dataclass(frozen=True, slots=True)
class Batch:
    """What one request graded."""

    students: tuple[Student, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One task of the book: an activity, what it is called, the lesson it belongs to ("" for none), the most points, attempts
    allowed (0: any number). `scored` is whether anybody's work there has a score."""

    ref: str
    title: str
    kind: str
    lesson: str
    most: float = 0.0
    allowed: int = 0
    scored: bool = True


@dataclass(frozen=True, slots=True)
class Book:
    """A class. `students` are in order of name, one for each person; `older` are files of theirs that a later one replaced.

    `assignments` maps each assignment's fragment to how many files carry it, the most frequent first; `unknown` maps a version
    (digest) that is not here to its ref. `flags` holds all flags of all students.
    """

    title: str = ""
    assignments: Mapping[str, int] = field(default_factory=dict)
    columns: tuple[Column, ...] = ()
    students: tuple[Student, ...] = ()
    older: tuple[Student, ...] = ()
    refused: tuple[Refused, ...] = ()
    unknown: Mapping[str, str] = field(default_factory=dict)

    @property
    def flags(self) -> tuple[Flag, ...]:
        """Every flag, each once, the gravest first."""
        found = dict.fromkeys(flag for student in self.students for flag in student.flags)
        return tuple(sorted(found, key=lambda flag: -LEVELS.index(flag.level)))


def earned(column: Column, result: Result | None) -> float | None:
    """Points of one student at one task, as they are tabled and exported: to a hundredth, out of the column's `most`.

    None where nothing was handed in or nothing is scored: that is not zero. Rounds of one activity may hold different numbers of
    points; each counts by its share.
    """
    if result is None or not isinstance(result.best, Score) or not result.best.max:
        return None
    return round(column.most * result.best.scaled, 2)


def points(book: Book, student: Student) -> tuple[float, float]:
    """(points earned, points that could be earned): the sums over all columns. What was not handed in adds nothing."""
    found = [earned(column, student.results.get(column.ref)) for column in book.columns]
    return round(sum(one for one in found if one), 2), round(sum(column.most for column in book.columns), 2)
