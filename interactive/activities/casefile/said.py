"""What the casefile says out loud and on the page of one answer, in the same words."""

from interactive.activities.casefile.definition import CONCLUSION, Casefile, Key, Scenario
from interactive.activities.casefile.marking import FULL, Answer, Work, mark, quarters, unfit, weight
from interactive.activities.casefile.rules import State, tally
from interactive.kernel.score import points

SHARES = {0: "nothing", 1: "a quarter", 2: "half", 3: "three quarters"}


def label(definition: Casefile, element: str) -> str:
    """An element's name, or the conclusion's."""
    return "Conclusion" if element == CONCLUSION else definition.elements[element].label


def mark_said(key: Key, answer: Answer) -> str:
    """The mark in words: what it is, and what it earns of this finding's points."""
    name, worth = mark(key, answer), quarters(key, answer)
    if name == "fits":
        return "Fits" if worth == FULL else f"Fits, but not for that reason: {SHARES[worth]}"
    if name == "not":
        return "Does not fit"
    return f"Close{', but not for that reason' if unfit(key, answer) else ''}: {SHARES[worth]}"


def worth_said(scenario: Scenario, element: str, answer: Answer) -> str:
    """The points of one finding, and why it carries that many."""
    carries = weight(scenario, element)
    got = points(carries * quarters(scenario.keys[element], answer))
    return f"{got} of {carries} {'point' if carries == 1 else 'points'}" + (
        ", since the case turns on this" if element in scenario.turns_on else ""
    )


def found_said(work: Work) -> str:
    """How many elements have a finding, in words."""
    elements = [answer for name, answer in work.answers.items() if name != CONCLUSION]
    return f"{sum(bool(answer.finding) for answer in elements)} of {len(elements)} found."


def reason_said(definition: Casefile, key: Key, answer: Answer, element: str) -> str:
    """What a picked reason overlooked, as plain words; nothing where it fits or none was picked."""
    if not unfit(key, answer):
        return ""
    reasons = definition.elements[element].reasons
    fitting = " / ".join(f"“{reasons[name]}”" for name in key.reasons)
    return f"Your reason, “{reasons[answer.reason]}”, does not decide it here. What decides: {fitting}."


def twist_said(worth: int) -> str:
    """The mark of a twist in words."""
    return (
        "Fits: exactly what flips"
        if worth == FULL
        else f"In part: {SHARES[worth]} of its point"
        if worth
        else "Does not fit"
    )


def total_said(definition: Casefile, state: State) -> str:
    """What the round came to, the first pass if there were more, in words."""
    count = tally(definition, state, state.first or state.works)
    return f"{points(count.earned)} of {count.points}"
