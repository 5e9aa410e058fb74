"""What an assignment is made of. It is written into a link (`fragment`), so it is small, and everything in it may come from a stranger."""

from collections.abc import Mapping
from dataclasses import dataclass, field

VERSION = 1
COUNTS = ("best", "last", "first")  # which of several attempts counts
MOST_ATTEMPTS = 20
MOST_TASKS = 60
LARGEST_SEED = 999_999
LONGEST = {"title": 100, "due": 80, "note": 600}  # characters


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: an activity, one item, a lesson's reading, or (a lesson's folder) all that a lesson holds.

    `attempts` is how many count, 0 for any number; `counts` says which of them; `seed` deals the same cards to all, `each` others
    to each student, neither as it comes. `settings` are for the engine: mode; count, level (2-3) and objectives (a+b) of a quiz.
    """

    ref: str
    attempts: int = 0
    seed: int | None = None
    each: bool = False
    counts: str = COUNTS[0]
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def whole_lesson(self) -> bool:
        """Whether it stands for everything in a lesson."""
        return "/" not in self.ref


@dataclass(frozen=True, slots=True)
class Assignment:
    """A whole assignment. `due` is a label for people, not a clock; `problems` are sentences about parts that could not be read."""

    title: str = ""
    note: str = ""
    due: str = ""
    tasks: tuple[Task, ...] = ()
    problems: tuple[str, ...] = ()
