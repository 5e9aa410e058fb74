"""The moves of a plan: pick, write, criticize, keep. Pure: state in, state out; `step` never raises."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from interactive.activities.plan.definition import Plan, Slot
from interactive.activities.plan.rules import State, missing, over, score, start, verdicts
from interactive.kernel.activity import Event, Statement, Step
from interactive.kernel.criteria import counted, worth
from interactive.kernel.frame import prefix
from interactive.kernel.score import Score

__all__ = ["score", "start", "step"]

LONGEST = 2000  # characters of what is written
VERSIONS = 50  # kept of one attempt


def step(definition: Plan, state: State, event: Event, *, now: int) -> Step[State]:
    """Apply one event: pick, write, criticize or keep. What cannot happen is refused with a reason."""
    handler = HANDLERS.get(str(event.get("type"))) if isinstance(event, Mapping) else None
    if handler is None:
        return Step(state, refusal="This activity does not know that action.")
    return handler(definition, state, event, now)


def _pick(definition: Plan, state: State, event: Event, now: int) -> Step[State]:
    slot, option = definition.slots.get(str(event.get("slot"))), str(event.get("option"))
    if slot is None or option not in slot.options:
        return Step(state, refusal="That is not among the choices.")
    chosen = _chosen(slot, state.picked.get(slot.id, ()), option, event.get("on") is not False)
    if len(chosen) > slot.most:
        return Step(state, refusal=f"At most {slot.most} here: take one out first.")
    return Step(_with(state, slot.id, chosen))


def _chosen(slot: Slot, before: tuple[str, ...], option: str, on: bool) -> tuple[str, ...]:
    if slot.pick == "one":
        return (option,)
    wanted = {*before, option} if on else {*before} - {option}
    return tuple(name for name in slot.options if name in wanted)


def _write(definition: Plan, state: State, event: Event, now: int) -> Step[State]:
    slot, text = definition.slots.get(str(event.get("slot"))), event.get("text")
    if slot is None or slot.pick != "text" or not isinstance(text, str):
        return Step(state, refusal="There is nothing to write there.")
    return Step(_with(state, slot.id, (text[:LONGEST],)))


def _with(state: State, slot: str, chosen: tuple[str, ...]) -> State:
    return replace(state, picked={**state.picked, slot: chosen}, finished=False)


def _criticize(definition: Plan, state: State, event: Event, now: int) -> Step[State]:
    """Hold the plan against every criterion, and keep this version of it."""
    open_ = missing(definition, state.picked)
    if open_:
        return Step(state, refusal=f"Still open: {'; '.join(open_)}")
    beyond = over(definition, state.picked)
    if beyond:
        names = ", ".join(definition.measures[name].label for name in beyond)
        return Step(state, refusal=f"Over the limit: {names}. Take something out first.")
    found = verdicts(definition, state.picked)
    criticized = replace(state, versions=(*state.versions, (state.picked, found))[-VERSIONS:])
    statements = tuple(
        Statement(
            "answered", f"{prefix(definition.ref)}-{name}", now, verdict, worth((verdict,)) / 2, definition.objectives
        )
        for name, verdict in zip(definition.criteria, found, strict=True)
    )
    said = counted(found)
    return Step(criticized, statements, said, f"{prefix(definition.ref)}-critique")


def _keep(definition: Plan, state: State, event: Event, now: int) -> Step[State]:
    """Keep the plan as it stands. It can be taken up again: any change opens it."""
    if not state.versions or state.versions[-1][0] != state.picked:
        return Step(state, refusal="Have this version criticized first; then keep it.")
    if state.finished:
        return Step(state, refusal="This plan is kept already.")
    done = replace(state, finished=True)
    total = score(definition, done)
    credit = total.scaled if isinstance(total, Score) else None
    return Step(
        done,
        (Statement("completed", definition.ref, now, credit=credit),),
        "Your plan is kept. You can still change it.",
    )


HANDLERS: dict[str, Callable[[Plan, State, Any, int], Step[State]]] = {
    "pick": _pick,
    "write": _write,
    "criticize": _criticize,
    "keep": _keep,
}
