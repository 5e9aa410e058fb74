"""What the author wrote for the debrief: prompts, readings, hidden weaknesses, what went on without the learner, a rubric."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from interactive.activities.roleplay.scenes import Line, line, rows, when, words
from interactive.kernel.conditions import Condition, read_condition
from interactive.kernel.html import Safe
from interactive.kernel.reading import take


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question to write about. `always` is asked of everybody; else `turns` says whether something happened or did not."""

    id: str
    text: Safe
    group: str
    always: bool
    turns: str
    when: Condition


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to tell the same play. It is put together from the lines whose conditions hold at its end."""

    id: str
    title: Safe
    asks: Safe
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Hidden:
    """What somebody hid, and the condition under which the learner was told of it."""

    title: Safe
    text: Safe
    told: Condition


@dataclass(frozen=True, slots=True)
class Criterion:
    """One row of the rubric: what is looked at, and four levels from the best down."""

    title: Safe
    levels: tuple[Safe, ...]


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything that the debrief says beyond what it works out from the path."""

    missed: tuple[Line, ...]
    hidden: tuple[Hidden, ...]
    prompts: Mapping[str, Prompt]
    readings: Mapping[str, Reading]
    assignment: Safe
    rubric: tuple[Criterion, ...]

    def conditions(self) -> Iterator[Condition]:
        """Every condition in it."""
        yield from (item.when for item in self.missed)
        yield from (item.told for item in self.hidden)
        yield from (item.when for item in self.prompts.values())
        yield from (item.when for reading in self.readings.values() for item in reading.lines)


def read_debrief(data: Any) -> Debrief:
    """The debrief from JSON; every part may be left out."""
    hidden = [
        Hidden(words(one, "title"), Safe(take(one, "text", str)), read_condition(one.get("told")))
        for one in rows(data, "hidden")
    ]
    rubric = [
        Criterion(Safe(take(one, "title", str)), tuple(map(Safe, rows(one, "levels")))) for one in rows(data, "rubric")
    ]
    return Debrief(
        missed=tuple(map(line, rows(data, "missed"))),
        hidden=tuple(hidden),
        prompts={one.id: one for one in map(_prompt, rows(data, "prompts"))},
        readings={one.id: one for one in map(_reading, rows(data, "readings"))},
        assignment=words(data, "assignment"),
        rubric=tuple(rubric),
    )


def _prompt(data: Any) -> Prompt:
    group, turns = str(words(data, "group")), str(words(data, "turns"))
    text = Safe(take(data, "text", str))
    return Prompt(take(data, "id", str), text, group, bool(data.get("always")), turns, when(data))


def _reading(data: Any) -> Reading:
    lines = tuple(map(line, rows(data, "lines")))
    return Reading(take(data, "id", str), words(data, "title"), words(data, "asks"), lines)
