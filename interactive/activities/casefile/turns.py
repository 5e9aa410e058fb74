"""The moves on a twist, the same facts with one thing changed: open it, say which findings flip and to what, have it marked."""

from interactive.activities.casefile.definition import Casefile, Scenario, Twist
from interactive.activities.casefile.logic import FINDINGS
from interactive.activities.casefile.marking import FULL, Turn, Work, twist_quarters
from interactive.activities.casefile.moves import Refused, own, with_work, word
from interactive.activities.casefile.rules import State
from interactive.activities.casefile.said import label, twist_said
from interactive.kernel.activity import Event, Statement, Step
from interactive.kernel.changing import replace
from interactive.kernel.frame import prefix
from interactive.kernel.html import plain


def open_twist(definition: Casefile, state: State, event: Event, now: int) -> Step[State]:
    """Show what has changed. The reasoned findings must be open first: a twist asks which of them flip."""
    scenario, work, twist, turn = _named(definition, state, event)
    if turn.opened:
        return Step(state)
    focus = f"{prefix(definition.ref)}-{twist.id}"
    said = f"One thing changed. {plain(twist.change)} Which findings flip?"
    return Step(_with_turn(state, scenario, work, twist, replace(turn, opened=True)), announce=said, focus=focus)


def flip(definition: Casefile, state: State, event: Event, now: int) -> Step[State]:
    """Say that an element's finding becomes another one, or (with no finding, or the old one) that it stays."""
    scenario, work, twist, turn = _unmarked(definition, state, event)
    element, finding = word(event, "element"), word(event, "finding")
    if element not in definition.elements:
        raise Refused("The rule has no such element.")
    if finding and finding not in FINDINGS:
        raise Refused(f"Choose one of these: {', '.join(definition.labels.values())}.")
    flips = {name: new for name, new in turn.flips.items() if name != element}
    stays = finding in ("", scenario.keys[element].finding)
    if not stays:
        flips[element] = finding
    said = "it stays as it was" if stays else f"it flips to {definition.labels[finding]}"
    changed = _with_turn(state, scenario, work, twist, replace(turn, flips=flips))
    return Step(changed, announce=f"{label(definition, element)}: {said}.")


def check_twist(definition: Casefile, state: State, event: Event, now: int) -> Step[State]:
    """Have a twist marked."""
    scenario, work, twist, turn = _unmarked(definition, state, event)
    if not turn.flips:
        raise Refused("Something flips in every twist: name a finding and what it becomes, then check.")
    marked, statement = mark_twist(definition, twist, turn, now)
    said = f"{twist_said(twist_quarters(twist, marked))}. {plain(twist.because)}"
    focus = f"{prefix(definition.ref)}-{twist.id}-mark"
    return Step(_with_turn(state, scenario, work, twist, marked), (statement,), said, focus)


def mark_twist(definition: Casefile, twist: Twist, turn: Turn, now: int) -> tuple[Turn, Statement]:
    """A twist marked, and what that was worth."""
    marked = replace(turn, marked=True)
    response = ", ".join(f"{element}={turn.flips[element]}" for element in definition.elements if element in turn.flips)
    credit = twist_quarters(twist, marked) / FULL
    return marked, Statement("answered", twist.id, now, response, credit, definition.objectives)


def close_twists(definition: Casefile, scenario: Scenario, work: Work, now: int) -> tuple[Work, tuple[Statement, ...]]:
    """Mark every twist of a scenario that has an answer, at the end of a round of twists."""
    turns, statements = dict(work.turns), []
    for name, turn in work.turns.items():
        if turn.flips and not turn.marked:
            turns[name], statement = mark_twist(definition, scenario.twists[name], turn, now)
            statements.append(statement)
    return replace(work, turns=turns), tuple(statements)


def _named(definition: Casefile, state: State, event: Event) -> tuple[Scenario, Work, Twist, Turn]:
    scenario, work = own(definition, state, event)
    name = word(event, "twist")
    if name not in work.turns:
        raise Refused("This scenario has no such twist.")
    if not work.closed:
        raise Refused("Settle the scenario first: a twist asks which of the reasoned findings flip.")
    return scenario, work, scenario.twists[name], work.turns[name]


def _unmarked(definition: Casefile, state: State, event: Event) -> tuple[Scenario, Work, Twist, Turn]:
    scenario, work, twist, turn = _named(definition, state, event)
    if not turn.opened:
        raise Refused("Open the twist first.")
    if turn.marked:
        raise Refused("That twist is marked, and a marked answer stays as it is.")
    if state.finished and state.mode == "twist":  # here the twists are the round
        raise Refused("This round is finished. Try the missed scenarios again, or take another round.")
    return scenario, work, twist, turn


def _with_turn(state: State, scenario: Scenario, work: Work, twist: Twist, turn: Turn) -> State:
    return with_work(state, scenario.id, replace(work, turns={**work.turns, twist.id: turn}))
