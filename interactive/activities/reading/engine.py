"""The one move of a reading: a section was reached. Pure: state in, state out; `step` never raises."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from interactive.activities.reading.definition import Reading
from interactive.kernel.activity import Event, Statement, Step
from interactive.kernel.score import Unscorable


@dataclass(frozen=True, slots=True)
class State:
    """The sections read so far, in the order in which they were read."""

    read: tuple[str, ...] = ()


def start(definition: Reading, *, seed: int) -> State:
    """Nothing is read yet. There is nothing to deal, so every seed is the same."""
    return State()


def step(definition: Reading, state: State, event: Event, *, now: int) -> Step[State]:
    """Take in that a section was read (`now` in ms); with the last one the lesson is completed."""
    name = str(event.get("section")) if isinstance(event, Mapping) and event.get("type") == "reached" else ""
    if name not in definition.sections:
        return Step(state, refusal="There is no such section here.")
    if name in state.read:
        return Step(state)
    after = replace(state, read=(*state.read, name))
    read = Statement("read", name, now)
    whole = len(after.read) == len(definition.sections)
    return Step(after, (read, Statement("completed", definition.ref, now)) if whole else (read,))


def score(definition: Reading, state: State) -> Unscorable:
    """Reading earns nothing; the reason says how far it went."""
    return Unscorable(f"{len(state.read)} of {len(definition.sections)} sections read")
