"""The moves of a memo: write, gather, check, keep. Pure: state in, state out; `step` never raises."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from interactive.activities.memo.definition import Memo
from interactive.activities.memo.rules import State, score, start, verdicts, words
from interactive.kernel.activity import Event, Statement, Step
from interactive.kernel.criteria import counted, worth
from interactive.kernel.frame import prefix
from interactive.kernel.score import Score

__all__ = ["score", "start", "step"]

LONGEST = 9000  # characters of one section
BROUGHT = 1500  # characters brought in from one activity
ENOUGH = 50  # words before a rubric says anything useful


def step(definition: Memo, state: State, event: Event, *, now: int) -> Step[State]:
    """Apply one event: write, gather, check or keep. What cannot happen is refused with a reason."""
    handler = HANDLERS.get(str(event.get("type"))) if isinstance(event, Mapping) else None
    if handler is None:
        return Step(state, refusal="This activity does not know that action.")
    return handler(definition, state, event, now)


def _write(definition: Memo, state: State, event: Event, now: int) -> Step[State]:
    name, text = str(event.get("section")), event.get("text")
    if name not in definition.sections or not isinstance(text, str):
        return Step(state, refusal="There is nothing to write there.")
    return Step(replace(state, texts={**state.texts, name: text[:LONGEST]}, finished=False))


def _gather(definition: Memo, state: State, event: Event, now: int) -> Step[State]:
    """Put what earlier activities came to below what stands in their sections. Nothing is overwritten, nothing comes twice."""
    found = event.get("texts")
    brought = found if isinstance(found, Mapping) else {}
    texts, count = dict(state.texts), 0
    for name, section in definition.sections.items():
        for ref in section.sources:
            text = brought.get(ref)
            if isinstance(text, str) and text.strip() and text.strip()[:BROUGHT] not in texts.get(name, ""):
                texts[name] = "\n\n".join(filter(None, [texts.get(name, "").rstrip(), text.strip()[:BROUGHT]]))[
                    :LONGEST
                ]
                count += 1
    if not count:
        return Step(
            state,
            refusal="There is nothing new to bring in. Do the activities first, or change what you decided there.",
        )
    said = f"{count} {'piece' if count == 1 else 'pieces'} of earlier work brought in. Now make them one argument."
    return Step(replace(state, texts=texts, finished=False), announce=said)


def _check(definition: Memo, state: State, event: Event, now: int) -> Step[State]:
    """Hold the text against the rubric."""
    if sum(map(words, state.texts.values())) < ENOUGH:
        return Step(state, refusal=f"Write at least {ENOUGH} words first; a rubric cannot help an empty page.")
    found = verdicts(definition, state.texts)
    statements = tuple(
        Statement(
            "answered", f"{prefix(definition.ref)}-{name}", now, verdict, worth((verdict,)) / 2, definition.objectives
        )
        for name, verdict in zip(definition.criteria, found, strict=True)
    )
    focus = f"{prefix(definition.ref)}-rubric"
    return Step(replace(state, checked=state.texts, verdicts=found), statements, counted(found), focus)


def _keep(definition: Memo, state: State, event: Event, now: int) -> Step[State]:
    """Keep the memo as it stands. Any change opens it again."""
    if state.finished or state.checked != state.texts:
        return Step(state, refusal="Hold this version against the rubric first; then keep it.")
    total = score(definition, state)
    credit = total.scaled if isinstance(total, Score) else None
    statement = Statement("completed", definition.ref, now, credit=credit)
    return Step(replace(state, finished=True), (statement,), "Your memo is kept. You can still change it.")


HANDLERS: dict[str, Callable[[Memo, State, Any, int], Step[State]]] = {
    "write": _write,
    "gather": _gather,
    "check": _check,
    "keep": _keep,
}
