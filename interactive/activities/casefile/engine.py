"""The casefile's moves. Pure: state in, state out; `step` never raises. Those on a round are here, the others beside it.

Events: mode {mode}, size {size}, go {to}, finish, retry; on one scenario find {element, finding}, reason {element, reason},
write {element, text}, conclude {finding}, hint, check {element}, reveal; on its twists twist, flip {element, finding},
check-twist. In guided mode `check` marks one finding, and a marked one never changes; in an exam all are marked at `finish`.
"""

from collections.abc import Callable, Mapping
from typing import Any

from interactive.activities.casefile import moves, turns
from interactive.activities.casefile.definition import Casefile
from interactive.activities.casefile.marking import Work
from interactive.activities.casefile.moves import Refused, word
from interactive.activities.casefile.rules import (
    MODES,
    SIZES,
    State,
    begun,
    blank,
    dealt,
    fitting,
    missed,
    score,
    start,
    tally,
    untouched,
)
from interactive.activities.casefile.said import total_said
from interactive.kernel.activity import Event, Statement, Step
from interactive.kernel.changing import replace
from interactive.kernel.frame import prefix
from interactive.kernel.score import Score

__all__ = ["blank", "opening", "score", "start", "step"]

SAID = {
    "guided": "Each finding is marked when you check it.",
    "exam": "Everything is marked together when you finish the round.",
    "twist": "The findings are given. Say which of them a change flips.",
}


def opening(definition: Casefile, settings: Mapping[str, str]) -> list[Event]:
    """The events with which an assigned round begins: `mode` is one of `MODES` that has scenarios here."""
    mode = settings.get("mode", "")
    usable = mode in MODES and fitting(definition, mode)
    return [{"type": "mode", "mode": mode, "assigned": True}] if usable else []


def step(definition: Casefile, state: State, event: Event, *, now: int) -> Step[State]:
    """Apply one event. What cannot happen is refused with a reason, and changes nothing."""
    handler = HANDLERS.get(str(event.get("type"))) if isinstance(event, Mapping) else None
    if handler is None:
        return Step(state, refusal="This activity does not know that action.")
    try:
        return handler(definition, state, event, now)
    except Refused as refused:
        return Step(state, refusal=str(refused))


def _mode(definition: Casefile, state: State, event: Event, now: int) -> Step[State]:
    mode = word(event, "mode")
    if mode not in MODES or not fitting(definition, mode):
        raise Refused("Choose guided findings, an exam, or (where scenarios have them) twists.")
    fresh = _dealt(definition, state, mode, state.size)
    return Step(replace(fresh, assigned=event.get("assigned") is True), announce=SAID[mode])


def _size(definition: Casefile, state: State, event: Event, now: int) -> Step[State]:
    size = word(event, "size")
    if size not in SIZES:
        raise Refused("Choose one round, or all scenarios.")
    fresh = _dealt(definition, state, state.mode, size)
    return Step(fresh, announce=f"{len(fresh.works)} scenarios.")


def _dealt(definition: Casefile, state: State, mode: str, size: str) -> State:
    if begun(definition, state):
        raise Refused("This round has begun. You can choose again in another round.")
    if state.assigned:
        raise Refused("Your assignment says how this round is taken.")
    return dealt(definition, state.seed, mode, size)


def _go(definition: Casefile, state: State, event: Event, now: int) -> Step[State]:
    to, names = word(event, "to"), list(state.works)
    at = {"previous": state.at - 1, "next": state.at + 1}.get(to, names.index(to) if to in names else -1)
    if not 0 <= at < len(names):
        raise Refused("There is no scenario that way in this round.")
    said = f"Scenario {at + 1} of {len(names)}."
    return Step(replace(state, at=at), announce=said, focus=f"{prefix(definition.ref)}-case")


def _finish(definition: Casefile, state: State, event: Event, now: int) -> Step[State]:
    if state.finished:
        raise Refused("This round is finished already.")
    works: dict[str, Work] = {}
    statements: list[Statement] = []
    close = turns.close_twists if state.mode == "twist" else moves.closing
    for name, work in state.works.items():
        works[name], marked = close(definition, definition.scenarios[name], work, now)
        statements += marked
    done = replace(state, works=works, finished=True, first=state.first or works)
    total = score(definition, done)
    if not isinstance(total, Score) or not tally(definition, done, works).answered:
        raise Refused("Find on at least one element first: there is nothing to sum up.")
    statements.append(
        Statement("completed", definition.ref, now, str(state.pass_), total.scaled, definition.objectives)
    )
    focus = prefix(definition.ref) + "-summary"
    return Step(done, tuple(statements), f"Round finished. {total_said(definition, done)} points.", focus)


def _retry(definition: Casefile, state: State, event: Event, now: int) -> Step[State]:
    if not state.finished:
        raise Refused("Finish the round first; then the missed scenarios can be tried again.")
    again = missed(definition, state)
    if not again:
        raise Refused("No scenario was missed.")
    works = {name: untouched(definition.scenarios[name], state.mode) for name in again}
    fresh = replace(state, works=works, at=0, finished=False, pass_=state.pass_ + 1)
    count = "1 scenario" if len(again) == 1 else f"{len(again)} scenarios"
    said = f"{count} to try again. Your score stays as it was."
    return Step(fresh, announce=said, focus=f"{prefix(definition.ref)}-case")


HANDLERS: dict[str, Callable[[Casefile, State, Any, int], Step[State]]] = {
    "mode": _mode,
    "size": _size,
    "go": _go,
    "find": moves.find,
    "reason": moves.reason,
    "write": moves.write,
    "conclude": moves.conclude,
    "hint": moves.hint,
    "check": moves.check,
    "reveal": moves.reveal,
    "twist": turns.open_twist,
    "flip": turns.flip,
    "check-twist": turns.check_twist,
    "finish": _finish,
    "retry": _retry,
}
