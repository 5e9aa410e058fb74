"""The moves of a quiz. Pure: state in, state out; `step` never raises, and what cannot happen says why.

Answering: pick, move, match, fill, sure. Help: hint. Marking: check (one item), finish (all of a quiz), keep and again (contested).
Session and self-test: lesson, count, begin, next, rate, recall. Setting: ask-confidence; settings, which an assignment makes.
"""

from collections.abc import Callable, Mapping
from typing import Any

from interactive.activities.quiz import answering, choosing, taking
from interactive.activities.quiz.choosing import opening
from interactive.activities.quiz.definition import Contested, Quiz, Term
from interactive.activities.quiz.marking import FULL, answered
from interactive.activities.quiz.rules import Answer, State, blank, is_near, objectives_of, score, start, waiting, worth
from interactive.activities.quiz.said import mark_said, sum_said
from interactive.kernel.activity import Event, Statement, Step
from interactive.kernel.changing import replace
from interactive.kernel.frame import prefix
from interactive.kernel.html import plain
from interactive.kernel.score import Score, Unscorable

__all__ = ["blank", "opening", "score", "start", "step"]


def step(definition: Quiz, state: State, event: Event, *, now: int) -> Step[State]:
    """Apply one event. What cannot happen is refused with a reason and changes nothing."""
    handler = HANDLERS.get(str(event.get("type"))) if isinstance(event, Mapping) else None
    if handler is None:
        return Step(state, refusal="This activity does not know that action.")
    return handler(definition, state, event, now)


def _about_item(handler: Callable[..., Step[State]]) -> Callable[[Quiz, State, Any, int], Step[State]]:
    """For events that name an item: it must be in this attempt, and not be marked yet."""

    def guarded(definition: Quiz, state: State, event: Event, now: int) -> Step[State]:
        name = str(event.get("item"))
        answer = state.answers.get(name)
        if answer is None:
            return Step(state, refusal="That item is not among these.")
        if state.finished or answer.marked:
            return Step(state, refusal="This is answered and marked. Another round brings another chance.")
        return handler(definition, state, event, now, name, answer)

    return guarded


def _answer(definition: Quiz, state: State, event: Event, now: int, name: str, answer: Answer) -> Step[State]:
    """Take what was picked, moved, matched or written. Nothing is marked by it."""
    changed = answering.changed(definition.items[name], answer, event, state.seed)
    if isinstance(changed, str):
        return Step(state, refusal=changed)
    said = answering.said(definition.items[name], changed) if changed.response != answer.response else ""
    return Step(_with(state, name, changed), announce=said)


def _hint(definition: Quiz, state: State, event: Event, now: int, name: str, answer: Answer) -> Step[State]:
    item = definition.items[name]
    if answer.hints >= len(item.hints):
        return Step(state, refusal="There is no further hint.")
    more = replace(answer, hints=answer.hints + 1)
    hinted = Statement("hinted", name, now, response=str(more.hints), objectives=objectives_of(item))
    return Step(_with(state, name, more), (hinted,), f"Hint. {plain(item.hints[answer.hints])}")


def _check(definition: Quiz, state: State, event: Event, now: int, name: str, answer: Answer) -> Step[State]:
    """Mark one item, where items are marked one by one. A near miss is told so, and stays open."""
    item = definition.items[name]
    if definition.way not in ("check", "practice"):
        return Step(state, refusal="These are marked together, when you finish.")
    if not answered(item, answer.response):
        return Step(state, refusal="Nothing is answered here yet, and that is not wrong. Answer first, then check.")
    words = is_near(item, answer)
    if words and not event.get("final"):
        again = replace(answer, nears=min(answer.nears + 1, FULL))
        return Step(_with(state, name, again), announce=f"Close. {plain(words)}")
    if words:  # as near as it gets: the last miss is what it is marked for, and does not cost twice
        state = _with(state, name, replace(answer, nears=max(0, answer.nears - 1)))
    return _marked(definition, state, [name], now)


def _keep(definition: Quiz, state: State, event: Event, now: int, name: str, answer: Answer) -> Step[State]:
    """Keep a position in a contested question. A first guess is kept apart until it is taken up again."""
    item = definition.items[name]
    if not isinstance(item, Contested) or definition.way in ("quiz", "self-test"):
        return Step(state, refusal="There is nothing to keep here.")
    if not answered(item, answer.response) or not answer.confidence:
        return Step(state, refusal="Choose a position, and say how sure you are of it.")
    if item.guess and not answer.first:
        kept = replace(answer, first=answer.response, first_confidence=answer.confidence)
        statement = Statement("answered", name, now, answer.response[0], None, objectives_of(item), answer.confidence)
        return Step(_with(state, name, kept), (statement,), "Your guess is kept. You will meet it again at the end.")
    return _marked(definition, state, [name], now)


def _finish(definition: Quiz, state: State, event: Event, now: int) -> Step[State]:
    if state.finished or not state.drawn:
        return Step(state, refusal="There is nothing to finish here.")
    names = waiting(definition, state) if definition.way != "practice" else []
    done = _marked(definition, state, names, now)
    if not any(answer.marked for answer in done.state.answers.values()):
        return Step(state, refusal="Answer at least one item first: there is nothing to sum up.")
    finished = replace(done.state, finished=True)
    total = score(definition, finished)
    said = f"Finished. {sum_said(definition, finished, total)}"
    focus = prefix(definition.ref) + "-summary"
    return Step(finished, (*done.statements, _completed(definition, total, now)), said, focus)


def _recall(definition: Quiz, state: State, event: Event, now: int, name: str, answer: Answer) -> Step[State]:
    """Look at what a term means. It is marked, and waits for the learner's own rating."""
    item = definition.items[name]
    if not isinstance(item, Term):
        return Step(state, refusal="Answer this one, then check it.")
    shown = _with(state, name, replace(answer, marked=True))
    return Step(shown, announce=f"{plain(item.meaning)} Now say how well you knew it.")


def _marked(definition: Quiz, state: State, names: list[str], now: int) -> Step[State]:
    """Mark these items, and say what came of it."""
    answers, statements = dict(state.answers), []
    for name in names:
        item = definition.items[name]
        answers[name] = answer = replace(answers[name], marked=True)
        share = None if isinstance(item, Contested) else worth(item, answer) / FULL
        text = "+".join(answer.response)
        statements.append(Statement("answered", name, now, text, share, objectives_of(item), answer.confidence))
    said = mark_said(definition.items[names[-1]], answers[names[-1]]) if names else ""
    marked = replace(state, answers=answers)
    if definition.way == "check" and names:
        marked = replace(marked, finished=True)
        statements.append(_completed(definition, score(definition, marked), now))
    return Step(marked, tuple(statements), said)


def _completed(definition: Quiz, total: Score | Unscorable, now: int) -> Statement:
    return Statement("completed", definition.ref, now, credit=total.scaled if isinstance(total, Score) else None)


def _with(state: State, name: str, answer: Answer) -> State:
    return replace(state, answers={**state.answers, name: answer})


HANDLERS: dict[str, Callable[[Quiz, State, Any, int], Step[State]]] = {
    **{name: _about_item(_answer) for name in ("pick", "move", "match", "fill", "sure")},
    "hint": _about_item(_hint),
    "check": _about_item(_check),
    "keep": _about_item(_keep),
    "recall": _about_item(_recall),
    "finish": _finish,
    "ask-confidence": taking.ask_confidence,
    "settings": choosing.settings,
    "lesson": taking.lesson,
    "count": taking.count,
    "begin": taking.begin,
    "next": taking.onward,
    "rate": taking.rate,
}
