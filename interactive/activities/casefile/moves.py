"""The moves on one scenario: find, reason, write, conclude, hint, check, reveal. Each returns a step or raises `Refused`."""

from collections.abc import Iterable, Mapping
from typing import Any

from interactive.activities.casefile.definition import CONCLUSION, Casefile, Scenario
from interactive.activities.casefile.logic import FINDINGS
from interactive.activities.casefile.marking import FULL, Answer, Work, quarters
from interactive.activities.casefile.rules import State
from interactive.activities.casefile.said import found_said, label, mark_said, reason_said
from interactive.kernel.activity import Event, Statement, Step
from interactive.kernel.changing import replace
from interactive.kernel.frame import prefix
from interactive.kernel.html import plain

LONGEST = 2000  # characters of a reason in one's own words


class Refused(Exception):
    """The event cannot happen now; the message says why, in words for the learner."""


def word(event: Event, name: str) -> str:
    """A text of an event; nothing where it holds something else."""
    value = event.get(name)
    return value if isinstance(value, str) else ""


def with_work(state: State, name: str, work: Work) -> State:
    """The same state with one scenario's work replaced."""
    return replace(state, works={**state.works, name: work})


def find(definition: Casefile, state: State, event: Event, now: int) -> Step[State]:
    """Find on an element (or conclude): met, arguable or not met."""
    scenario, work = _open(definition, state, event)
    element, answer = _answer(work, event)
    finding = word(event, "finding")
    if finding not in FINDINGS:
        raise Refused(f"Choose one of these: {', '.join(definition.labels.values())}.")
    if answer.finding == finding:
        return Step(state)
    changed = _with_answer(work, element, replace(answer, finding=finding))
    said = f"{label(definition, element)}: {definition.labels[finding]}. {found_said(changed)}"
    return Step(with_work(state, scenario.id, changed), announce=said)


def conclude(definition: Casefile, state: State, event: Event, now: int) -> Step[State]:
    """Find on the whole rule."""
    return find(definition, state, {**event, "element": CONCLUSION}, now)


def reason(definition: Casefile, state: State, event: Event, now: int) -> Step[State]:
    """Pick a reason for a finding, or take it back."""
    scenario, work = _open(definition, state, event)
    element, answer = _answer(work, event)
    picked = word(event, "reason")
    if picked and (element == CONCLUSION or picked not in definition.elements[element].reasons):
        raise Refused("That reason is not in the list. Pick another, or write your own.")
    changed = _with_answer(work, element, replace(answer, reason=picked))
    return Step(with_work(state, scenario.id, changed), announce="Reason noted." if picked else "Reason taken back.")


def write(definition: Casefile, state: State, event: Event, now: int) -> Step[State]:
    """Give a reason in one's own words."""
    scenario, work = _open(definition, state, event)
    element, answer = _answer(work, event)
    text = word(event, "text")
    if len(text) > LONGEST:
        raise Refused(f"Keep it under {LONGEST} characters: a reason is one sentence or two.")
    return Step(with_work(state, scenario.id, _with_answer(work, element, replace(answer, text=text))))


def hint(definition: Casefile, state: State, event: Event, now: int) -> Step[State]:
    """Ask for the scenario's hint."""
    if state.mode == "exam":
        raise Refused("There are no hints in an exam. In guided mode there is one for each scenario.")
    scenario, work = _open(definition, state, event)
    said = f"Hint. {plain(scenario.hint)}"
    if work.hinted:
        return Step(state, announce=said)
    hinted = Statement("hinted", scenario.id, now, objectives=definition.objectives)
    return Step(with_work(state, scenario.id, replace(work, hinted=True)), (hinted,), said)


def check(definition: Casefile, state: State, event: Event, now: int) -> Step[State]:
    """Have one finding marked. Marking the conclusion closes the scenario: what was not found by then stays unanswered."""
    if state.mode == "exam":
        raise Refused("In an exam nothing is marked before you finish the round.")
    scenario, work = _open(definition, state, event)
    element, answer = _answer(work, event)
    if not answer.finding:
        raise Refused("Nothing is found here yet, and not answered is not wrong: choose a finding, then check it.")
    names = [element]
    if element == CONCLUSION:  # whatever was found and not yet checked is marked along with it
        names = [name for name, one in work.answers.items() if one.finding and not one.marked]
    marked, statements = marking(definition, scenario, work, names, now)
    key = scenario.keys[element]
    parts = [
        f"{mark_said(key, answer)}.",
        key.misread.get(answer.finding, ""),
        reason_said(definition, key, answer, element),
    ]
    said = plain(" ".join(filter(None, [*parts, key.because, found_said(marked) if element != CONCLUSION else ""])))
    focus = f"{prefix(definition.ref)}-{scenario.id}-{element}-mark"
    return Step(with_work(state, scenario.id, replace(marked, closed=element == CONCLUSION)), statements, said, focus)


def reveal(definition: Casefile, state: State, event: Event, now: int) -> Step[State]:
    """Give the rest of a scenario up and see the reasoned findings. What was found is marked; the rest stays unanswered."""
    if state.mode == "exam":
        raise Refused("An exam shows its findings when you finish the round.")
    scenario, work = _open(definition, state, event)
    closed, statements = closing(definition, scenario, work, now)
    shown = Statement("revealed", scenario.id, now, objectives=definition.objectives)
    focus = f"{prefix(definition.ref)}-{scenario.id}-compare"
    return Step(with_work(state, scenario.id, closed), (*statements, shown), "The reasoned findings are shown.", focus)


def closing(definition: Casefile, scenario: Scenario, work: Work, now: int) -> tuple[Work, tuple[Statement, ...]]:
    """Mark all that was found, and open the reasoned findings."""
    waiting = [name for name, answer in work.answers.items() if answer.finding and not answer.marked]
    marked, statements = marking(definition, scenario, work, waiting, now)
    return replace(marked, closed=True), statements


def marking(
    definition: Casefile, scenario: Scenario, work: Work, names: Iterable[str], now: int
) -> tuple[Work, tuple[Statement, ...]]:
    """Mark these findings, and say of each what it was worth."""
    answers, statements = dict(work.answers), []
    for name in names:
        answers[name] = answer = replace(answers[name], marked=True)
        response = " | ".join(filter(None, (answer.finding, answer.reason, answer.text.strip())))
        credit = quarters(scenario.keys[name], answer) / FULL
        item = f"{scenario.id}--{name}"
        statements.append(Statement("answered", item, now, response, credit, definition.objectives))
    return replace(work, answers=answers), tuple(statements)


def own(definition: Casefile, state: State, event: Mapping[str, Any]) -> tuple[Scenario, Work]:
    """The scenario that an event names, and what was done on it."""
    name = word(event, "scenario")
    if name not in state.works:
        raise Refused("That scenario is not in this round.")
    return definition.scenarios[name], state.works[name]


def _open(definition: Casefile, state: State, event: Event) -> tuple[Scenario, Work]:
    """The scenario that an event names, if anything can still be found on it."""
    scenario, work = own(definition, state, event)
    if state.finished:
        raise Refused("This round is finished. Try the missed scenarios again, or take another round.")
    if state.mode == "twist":
        raise Refused("In a round of twists the findings are given: say which of them the change flips.")
    if work.closed:
        raise Refused("The reasoned findings of this scenario are open, so yours stay as they are.")
    return scenario, work


def _answer(work: Work, event: Event) -> tuple[str, Answer]:
    """The element that an event names and its answer, if that can still change."""
    element = word(event, "element")
    answer = work.answers.get(element)
    if answer is None:
        raise Refused("The rule has no such element.")
    if answer.marked:
        raise Refused("That finding is marked, and a marked finding stays as it is.")
    return element, answer


def _with_answer(work: Work, element: str, answer: Answer) -> Work:
    return replace(work, answers={**work.answers, element: answer})
