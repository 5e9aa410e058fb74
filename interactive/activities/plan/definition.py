"""What a plan is made of, as the build compiled it (format 1). Every `Safe` text is HTML that the build checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from interactive.kernel.conditions import Condition, read_condition
from interactive.kernel.criteria import Criterion, read_criteria
from interactive.kernel.html import Safe
from interactive.kernel.reading import Malformed, take

PICKS = ("one", "several", "text")


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen: what it adds to each measure, and the tags that conditions count."""

    text: Safe
    note: Safe
    adds: Mapping[str, int]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """One decision. `pick` is one, several (between `least` and `most`) or text; `short` names it where the plan is summed up."""

    id: str
    label: str
    short: str
    help: Safe
    pick: str
    least: int
    most: int
    options: Mapping[str, Choice]


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that adds up over the choices, such as money. `limit` is the most there is, or 0 for none."""

    label: str
    unit: str
    limit: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan. `memo` are sentences with conditions, in which {slot} stands for what was chosen; `closing` is said below."""

    ref: str
    digest: str
    title: str
    objectives: tuple[str, ...]
    minutes: int
    intro: Safe
    brief: tuple[Safe, ...]
    measures: Mapping[str, Measure]
    slots: Mapping[str, Slot]
    criteria: Mapping[str, Criterion]
    memo: tuple[tuple[Condition, Safe], ...]
    closing: Safe


def load(data: Mapping[str, Any]) -> Plan:
    """Read a compiled definition; raises `Malformed` when it is not one."""
    if take(data, "format", int) != 1 or take(data, "kind", str) != "plan":
        raise Malformed("this is not a plan of format 1")
    slots = [_slot(one) for one in take(data, "slots", list)]
    return Plan(
        ref=take(data, "ref", str),
        digest=str(data.get("digest", "")),
        title=take(data, "title", str),
        objectives=tuple(take(data, "objectives", list)),
        minutes=take(data, "minutes", int),
        intro=Safe(take(data, "intro", str)),
        brief=tuple(map(Safe, take(data, "brief", list))),
        measures={take(one, "id", str, "measures"): _measure(one) for one in take(data, "measures", list)},
        slots={slot.id: slot for slot in slots},
        criteria=read_criteria(data),
        memo=tuple((read_condition(one.get("when")), Safe(take(one, "text", str))) for one in take(data, "memo", list)),
        closing=Safe(take(data, "closing", str)),
    )


def _slot(data: Mapping[str, Any]) -> Slot:
    pick = take(data, "pick", str, "slots")
    if pick not in PICKS:
        raise Malformed("slots.pick is one, several or text")
    return Slot(
        id=take(data, "id", str, "slots"),
        label=take(data, "label", str, "slots"),
        short=take(data, "short", str, "slots"),
        help=Safe(take(data, "help", str, "slots")),
        pick=pick,
        least=take(data, "least", int, "slots"),
        most=take(data, "most", int, "slots"),
        options={take(one, "id", str, "options"): _choice(one) for one in take(data, "options", list, "slots")},
    )


def _choice(data: Mapping[str, Any]) -> Choice:
    adds = take(data, "adds", dict, "options")
    if any(not isinstance(value, int) for value in adds.values()):
        raise Malformed("options.adds holds whole numbers")
    text, note = Safe(take(data, "text", str, "options")), Safe(take(data, "note", str, "options"))
    return Choice(text, note, dict(adds), tuple(map(str, take(data, "tags", list, "options"))))


def _measure(data: Mapping[str, Any]) -> Measure:
    return Measure(take(data, "label", str), take(data, "unit", str), take(data, "limit", int))
