"""Mastery of objectives over all tasks, by the measure of the learner's own progress page (record/mastery.py), without forgetting.

The sum of the credits of a student's answers to an objective, divided by the number of answers and two more that count as missed.
A play is judged as a whole and counts as one answer to each of its objectives.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from interactive.record.gradebook.model import Book, Student
from interactive.record.mastery import DOUBT, STEPS, WORDS


@dataclass(frozen=True, slots=True)
class Mastered:
    """How one student stands at one objective. `share` is the mean credit of the `answers`, `level` an index into mastery's words."""

    share: float
    answers: int
    level: int

    @property
    def word(self) -> str:
        """The level in words: not tried, beginning, growing, steady, sure."""
        return WORDS[self.level]


@dataclass(frozen=True, slots=True)
class Objective:
    """One objective in a class: the mean share of those who answered, how many did, and how many stand at each of mastery's words."""

    id: str
    share: float
    students: int
    levels: tuple[int, ...]


def mastered(student: Student, refs: Iterable[str]) -> dict[str, Mastered]:
    """By objective, over these tasks."""
    sums: dict[str, tuple[float, int]] = {}
    for ref in refs:
        result = student.results.get(ref)
        for name, (credit, count) in result.objectives.items() if result else ():
            before, answers = sums.get(name, (0.0, 0))
            sums[name] = (before + credit, answers + count)
    return {name: _mastered(credit, count) for name, (credit, count) in sums.items() if count}


def objectives(book: Book) -> dict[str, Objective]:
    """The class by objective, in the order of their ids, which is that of the lessons."""
    refs = [column.ref for column in book.columns]
    rows = [mastered(student, refs) for student in book.students]
    names = sorted({name for row in rows for name in row})
    return {name: _class(name, [row[name] for row in rows if name in row], len(rows)) for name in names}


def _mastered(credit: float, count: int) -> Mastered:
    share = credit / (count + DOUBT)
    level = next(
        (len(WORDS) - 1 - place for place, (least, items) in enumerate(STEPS) if share >= least and count >= items), 1
    )
    return Mastered(round(credit / count, 4), count, level)


def _class(name: str, own: list[Mastered], students: int) -> Objective:
    levels = [0] * len(WORDS)
    levels[0] = students - len(own)
    for one in own:
        levels[one.level] += 1
    mean = sum(one.share for one in own) / len(own) if own else 0.0
    return Objective(name, round(mean, 4), len(own), tuple(levels))
