"""What an assignment may choose of a bank: how many items, on which objectives, how difficult. The seed still deals them.

The event is {"type": "settings", "count": 8, "level": [2, 3], "objectives": ["a", "b"]}, each but the type optional; it is taken only
before anything was done.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from interactive.activities.quiz.definition import Quiz
from interactive.activities.quiz.rules import Answer, State, draw, drawn
from interactive.kernel.activity import Event, Step

MOST = 100  # items of one quiz


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen: `count` 0 is the bank's own number; `level` is (lowest, highest); no objectives are all of them."""

    count: int = 0
    level: tuple[int, int] = (1, 9)
    objectives: tuple[str, ...] = ()


def opening(definition: Quiz, settings: Mapping[str, str]) -> list[Event]:
    """The events with which an assigned quiz begins; none where the settings choose nothing that this bank has."""
    event: dict[str, object] = {}
    if settings.get("count", "").isdecimal():
        event["count"] = max(1, min(int(settings["count"]), MOST))
    low, _, high = settings.get("level", "").partition("-")
    if low.isdecimal() and (high or low).isdecimal():
        event["level"] = [int(low), int(high or low)]
    objectives = [name for name in settings.get("objectives", "").split("+") if name in definition.objectives]
    if objectives:
        event["objectives"] = objectives
    chosen = read_chosen(event)
    usable = event and definition.way == "quiz" and chosen is not None and dealt(definition, chosen, 0)
    return [{"type": "settings", **event}] if usable else []


def settings(definition: Quiz, state: State, event: Event, now: int) -> Step[State]:
    """Deal the items of a quiz from a part of its bank."""
    if definition.way != "quiz":
        return Step(state, refusal="Only a quiz takes settings.")
    if state.assigned or state.finished or any(answer != Answer() for answer in state.answers.values()):
        return Step(state, refusal="This quiz has begun. Its items are settled.")
    chosen = read_chosen(event)
    names = dealt(definition, chosen, state.seed) if chosen else ()
    if not names:
        return Step(state, refusal="No item of this bank fits those settings.")
    return Step(replace(drawn(state, names), assigned=True))


def dealt(definition: Quiz, chosen: Chosen, seed: int) -> tuple[str, ...]:
    """The items that the seed deals from those that fit."""
    low, high = chosen.level
    among = {
        item.id
        for item in definition.items.values()
        if low <= item.difficulty <= high and (not chosen.objectives or item.objective in chosen.objectives)
    }
    return draw(definition, tuple(definition.lessons), chosen.count or definition.draw, seed, among)


def read_chosen(event: Mapping[str, object]) -> Chosen | None:
    """What an event chooses; None where it is not of that shape."""
    count, level, objectives = event.get("count", 0), event.get("level", [1, 9]), event.get("objectives", [])
    if type(count) is not int or not 0 <= count <= MOST:
        return None
    if not isinstance(level, list) or len(level) != 2 or not all(type(one) is int for one in level):
        return None
    if not isinstance(objectives, list) or not all(isinstance(one, str) for one in objectives):
        return None
    return Chosen(count, (level[0], level[1]), tuple(objectives))
