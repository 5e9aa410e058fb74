"""The moves of a transfer map: set a move, watch it travel, step through the rounds, another season, keep. `step` never raises."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from interactive.activities.transfer.definition import Transfer
from interactive.activities.transfer.rules import (
    PARTS,
    State,
    Version,
    found,
    missing,
    score,
    start,
    walk_of,
    whole,
)
from interactive.activities.transfer.said import round_said
from interactive.activities.transfer.spread import Move
from interactive.kernel.activity import Event, Statement, Step
from interactive.kernel.criteria import counted, worth
from interactive.kernel.frame import prefix
from interactive.kernel.score import Score

__all__ = ["score", "start", "step"]

VERSIONS = 50  # kept of one attempt
SEASONS = 1000  # begun in one attempt


def step(definition: Transfer, state: State, event: Event, *, now: int) -> Step[State]:
    """Apply one event: set, watch, round, season or keep. What cannot happen is refused with a reason."""
    handler = HANDLERS.get(str(event.get("type"))) if isinstance(event, Mapping) else None
    if handler is None:
        return Step(state, refusal="This activity does not know that action.")
    return handler(definition, state, event, now)


def _choices(definition: Transfer, part: str) -> Mapping[str, Any]:
    return {
        "carrier": definition.carriers,
        "receiver": definition.bodies,
        "idea": definition.ideas,
        "form": definition.forms,
        "when": definition.times,
    }[part]


def _set(definition: Transfer, state: State, event: Event, now: int) -> Step[State]:
    """Choose one part of one move; "" opens it again. What is traveling goes on as it was sent."""
    place, part, value = event.get("move"), event.get("part"), event.get("value")
    if not isinstance(place, int) or isinstance(place, bool) or not 0 <= place < definition.most:
        return Step(state, refusal="There is no such move.")
    if part not in PARTS or not isinstance(value, str) or (value and value not in _choices(definition, part)):
        return Step(state, refusal="That is not among the choices.")
    part = str(part)
    moves = [replace(move, **{part: value}) if at == place else move for at, move in enumerate(state.moves)]
    return Step(replace(state, moves=tuple(moves), finished=False))


def _clear(definition: Transfer, state: State, event: Event, now: int) -> Step[State]:
    place = event.get("move")
    if not isinstance(place, int) or isinstance(place, bool) or not 0 <= place < definition.most:
        return Step(state, refusal="There is no such move.")
    moves = [Move() if at == place else move for at, move in enumerate(state.moves)]
    return Step(replace(state, moves=tuple(moves), finished=False), announce=f"Move {place + 1} is open again.")


def _watch(definition: Transfer, state: State, event: Event, now: int) -> Step[State]:
    """Send the plan on its way, in the season at hand."""
    open_ = missing(definition, state)
    if open_:
        return Step(state, refusal=open_)
    run = tuple(move for move in state.moves if whole(move))
    return _shown(definition, replace(state, run=run, finished=False), 1, now)


def _season(definition: Transfer, state: State, event: Event, now: int) -> Step[State]:
    """The same plan again, in the next season: what else could have become of it."""
    if state.shown < definition.rounds or state.season >= SEASONS:
        return Step(state, refusal="Watch it to the end first.")
    return _shown(definition, replace(state, season=state.season + 1, finished=False), 1, now)


def _round(definition: Transfer, state: State, event: Event, now: int) -> Step[State]:
    """Go to another round of the walk."""
    if not state.run:
        return Step(state, refusal="Nothing is traveling yet.")
    to = {"next": state.shown + 1, "back": state.shown - 1, "end": definition.rounds}.get(str(event.get("to")))
    if to is None or not 1 <= to <= definition.rounds or to == state.shown:
        return Step(state, refusal="There is no such round.")
    return _shown(definition, state, to, now)


def _shown(definition: Transfer, state: State, number: int, now: int) -> Step[State]:
    """Show a round. The first time that a walk is seen to its end, it is judged and kept as a version."""
    pre, shown = prefix(definition.ref), replace(state, shown=number)
    walk = walk_of(definition, shown)
    said = f"Round {number} of {definition.rounds}. {' '.join(round_said(definition, walk, number))}"
    last = state.versions[-1] if state.versions else None
    if number < definition.rounds or (last and (last.moves, last.season) == (state.run, state.season)):
        # A button that is still there keeps the focus; "Back" vanishes at the first round, "Next" at the last.
        return Step(shown, announce=said, focus="" if 1 < number < definition.rounds else f"{pre}-round")
    verdicts = tuple(rule.verdict for rule in found(definition, state.run, walk).values())
    version = Version(state.run, state.season, verdicts)
    statements = tuple(
        Statement("answered", f"{pre}-{name}", now, verdict, worth((verdict,)) / 2, (definition.assesses[name],))
        for name, verdict in zip(definition.criteria, verdicts, strict=True)
    )
    judged = replace(shown, versions=(*state.versions, version)[-VERSIONS:])
    return Step(judged, statements, f"{said} {counted(verdicts)}", f"{pre}-critique")


def _keep(definition: Transfer, state: State, event: Event, now: int) -> Step[State]:
    """Keep the plan as it stands. It can be taken up again: any change opens it."""
    plan = tuple(move for move in state.moves if whole(move))
    if not state.versions or state.versions[-1].moves != plan or state.shown < definition.rounds:
        return Step(state, refusal="Watch this plan to its end first; then keep it.")
    if state.finished:
        return Step(state, refusal="This plan is kept already.")
    done = replace(state, finished=True)
    total = score(definition, done)
    credit = total.scaled if isinstance(total, Score) else None
    said = "Your plan is kept. You can still change it."
    return Step(done, (Statement("completed", definition.ref, now, credit=credit),), said)


HANDLERS: dict[str, Callable[[Transfer, State, Any, int], Step[State]]] = {
    "set": _set,
    "clear": _clear,
    "watch": _watch,
    "season": _season,
    "round": _round,
    "keep": _keep,
}
