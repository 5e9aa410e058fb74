"""The sorter's moves: mode, place, hint, check, finish, retry, reveal. Pure: state in, state out; `step` never raises."""

from collections.abc import Callable, Mapping
from typing import Any

from interactive.activities.sorter.definition import Sorter
from interactive.activities.sorter.rules import (
    FULL,
    Slip,
    State,
    credit,
    left_said,
    mark,
    missed,
    score,
    start,
    sum_said,
    why,
)
from interactive.kernel.activity import Event, Statement, Step
from interactive.kernel.changing import replace
from interactive.kernel.frame import prefix
from interactive.kernel.html import plain
from interactive.kernel.score import Score

__all__ = ["opening", "score", "start", "step"]

MODES = ("learn", "check")

SAID = {"fits": "Fits.", "half": "Defensible: half a point.", "not": "Not here."}


def opening(definition: Sorter, settings: Mapping[str, str]) -> list[Event]:
    """The events with which an assigned round begins: `mode` is learn or check."""
    mode = settings.get("mode")
    return [{"type": "mode", "mode": mode, "assigned": True}] if mode in MODES else []


def step(definition: Sorter, state: State, event: Event, *, now: int) -> Step[State]:
    """Apply one event: mode, place, hint, check, finish, retry or reveal. What cannot happen is refused with a reason."""
    handler = HANDLERS.get(str(event.get("type"))) if isinstance(event, Mapping) else None
    if handler is None:
        return Step(state, refusal="This activity does not know that action.")
    return handler(definition, state, event, now)


def _mode(definition: Sorter, state: State, event: Event, now: int) -> Step[State]:
    mode = event.get("mode")
    if mode not in MODES:
        return Step(state, refusal="Choose to have each card marked, or all at the end.")
    if any(slip.bin or slip.tries or slip.hinted for slip in state.slips.values()) or state.pass_ > 1:
        return Step(state, refusal="This round has begun. You can choose again in another round.")
    if state.assigned:
        return Step(state, refusal="Your assignment says how this round is marked.")
    said = (
        "Each card is marked as you place it."
        if mode == "learn"
        else "Cards are marked together, when you press Check."
    )
    return Step(replace(state, mode=mode, assigned=event.get("assigned") is True), announce=said)


def _place(definition: Sorter, state: State, event: Event, now: int) -> Step[State]:
    name, bin_id = str(event.get("card")), str(event.get("bin") or "")
    slip = state.slips.get(name)
    if slip is None:
        return Step(state, refusal="That card is not in this round.")
    if bin_id and bin_id not in definition.bins:
        return Step(state, refusal="There is no such place to put it.")
    if state.finished:
        return Step(state, refusal="This round is finished. Retry the missed cards, or draw another round.")
    if slip.bin == bin_id:
        return Step(state)
    moved = _with(state, name, replace(slip, bin=bin_id))
    if state.mode == "learn" and bin_id:
        return _marking(definition, moved, [name], now)
    where = f"in {definition.bins[bin_id].label}" if bin_id else "back with the cards to place"
    return Step(moved, announce=f"Placed {where}. {left_said(moved)}")


def _hint(definition: Sorter, state: State, event: Event, now: int) -> Step[State]:
    name = str(event.get("card"))
    slip = state.slips.get(name)
    if slip is None or state.finished:
        return Step(state, refusal="That card is not in play.")
    card = definition.cards[name]
    if slip.marked and mark(card, slip.bin) == "fits":
        return Step(state, refusal="This card fits already: it needs no hint.")
    said = f"Hint. {plain(card.hint)}"
    if slip.hinted:
        return Step(state, announce=said)
    return Step(_with(state, name, replace(slip, hinted=True)), (Statement("hinted", name, now),), said)


def _check(definition: Sorter, state: State, event: Event, now: int) -> Step[State]:
    if state.finished or state.mode != "check":
        return Step(state, refusal="There is nothing to check: cards are marked as you place them.")
    waiting = [name for name, slip in state.slips.items() if slip.bin and not slip.marked]
    if not waiting:
        return Step(state, refusal="Nothing new is placed yet. Not answered is not wrong: place a card, then check.")
    return _marking(definition, state, waiting, now)


def _finish(definition: Sorter, state: State, event: Event, now: int) -> Step[State]:
    if state.finished:
        return Step(state, refusal="This round is finished already.")
    waiting = [name for name, slip in state.slips.items() if slip.bin and not slip.marked]
    checked = _marking(definition, state, waiting, now)
    if not any(slip.tries for slip in checked.state.slips.values()):
        return Step(state, refusal="Place at least one card first: there is nothing to sum up.")
    done = replace(checked.state, finished=True, first=checked.state.first or checked.state.slips)
    total = score(definition, done)
    credit_share = total.scaled if isinstance(total, Score) else None
    statement = Statement("completed", definition.ref, now, response=str(state.pass_), credit=credit_share)
    focus = prefix(definition.ref) + "-summary"
    return Step(done, (*checked.statements, statement), f"Round finished. {sum_said(definition, done)}", focus)


def _retry(definition: Sorter, state: State, event: Event, now: int) -> Step[State]:
    again = missed(definition, state)
    if not state.finished or state.revealed:
        return Step(
            state,
            refusal="Finish the round first; then the missed cards can be tried again."
            if not state.finished
            else "You have seen where these cards belong. Draw another round instead.",
        )
    if not again:
        return Step(state, refusal="No card was missed.")
    slips = {name: Slip() for name in again}
    focus = prefix(definition.ref) + "-tray"
    fresh = replace(state, slips=slips, finished=False, pass_=state.pass_ + 1)
    count = "1 card" if len(again) == 1 else f"{len(again)} cards"
    return Step(fresh, announce=f"{count} to try again. Your score stays as it was.", focus=focus)


def _reveal(definition: Sorter, state: State, event: Event, now: int) -> Step[State]:
    if not state.finished:
        return Step(state, refusal="Finish the round first.")
    focus = prefix(definition.ref) + "-summary"
    return Step(
        replace(state, revealed=True),
        (Statement("revealed", definition.ref, now),),
        "Each card now says where it belongs.",
        focus,
    )


HANDLERS: dict[str, Callable[[Sorter, State, Any, int], Step[State]]] = {
    "mode": _mode,
    "place": _place,
    "hint": _hint,
    "check": _check,
    "finish": _finish,
    "retry": _retry,
    "reveal": _reveal,
}


def _with(state: State, name: str, slip: Slip) -> State:
    return replace(state, slips={**state.slips, name: slip})


def _marking(definition: Sorter, state: State, names: list[str], now: int) -> Step[State]:
    """Mark these cards where they lie, and say what came of it."""
    slips, statements, said = dict(state.slips), [], ""
    for name in names:
        slip, card = slips[name], definition.cards[name]
        if not slip.marked:
            slips[name] = slip = replace(slip, tries=(*slip.tries, (slip.bin, slip.hinted)))
            share = credit(card, slip.bin) / FULL
            statements.append(Statement("answered", name, now, slip.bin, share, definition.objectives))
        said = f"{SAID[mark(card, slip.bin)]} {plain(why(definition, card, slip.bin))}"
    marked = replace(state, slips=slips)
    if len(names) != 1:
        said = sum_said(definition, marked)
    return Step(marked, tuple(statements), f"{said} {left_said(marked)}".strip())
