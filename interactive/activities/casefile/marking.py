"""What one answer is worth. Pure arithmetic, in quarters of the points that a finding carries.

The reasoned finding earns four quarters. One beside it (met for arguable, arguable for not met, and the other way round)
earns two if a fitting reason was picked or one was written, else one; the opposite earns none. A picked reason that does not
fit takes one off, never below none. What the case turns on carries three points, another element one, the conclusion two:
so whoever answers everything alike stays under half. A hint costs nothing: it is a question, and sends back to the words.

A twist is worth one point of its own, apart from the score: all four quarters for exactly the findings that flip, each with
its new finding; else the share that is right, a new finding beside the reasoned one counting half. Elements that were named
and do not flip make that share smaller.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from interactive.activities.casefile.definition import CONCLUSION, Key, Scenario, Twist
from interactive.activities.casefile.logic import steps_apart

FULL = 4
MARKS = ("fits", "half", "not")  # by how far the finding lies from the reasoned one


@dataclass(frozen=True, slots=True)
class Answer:
    """What a learner has found on one element, or concluded. `reason` is a picked one's id, `text` one in their own words."""

    finding: str = ""
    reason: str = ""
    text: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """What a learner says of one twist: the elements that flip, each with its new finding."""

    flips: Mapping[str, str] = field(default_factory=dict)
    opened: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """All that was done on one scenario. `closed` means that the reasoned findings are open, so nothing more is found."""

    answers: Mapping[str, Answer]
    turns: Mapping[str, Turn]
    hinted: bool = False
    closed: bool = False


def weight(scenario: Scenario, element: str) -> int:
    """The points that this finding carries."""
    return 2 if element == CONCLUSION else 3 if element in scenario.turns_on else 1


def mark(key: Key, answer: Answer) -> str:
    """The mark of a finding: fits, half (beside the reasoned one) or not."""
    return MARKS[steps_apart(key.finding, answer.finding)]


def unfit(key: Key, answer: Answer) -> bool:
    """Whether a reason was picked that does not fit."""
    return bool(answer.reason) and answer.reason not in key.reasons


def quarters(key: Key, answer: Answer) -> int:
    """Quarters for one finding with its reason."""
    apart = steps_apart(key.finding, answer.finding)
    reasoned = answer.reason in key.reasons or bool(answer.text.strip())
    worth = (FULL, 2 if reasoned else 1, 0)[apart]
    return max(0, worth - unfit(key, answer))


def earned(scenario: Scenario, work: Work) -> int:
    """Quarter points earned on this scenario so far: only what was marked counts."""
    marked = ((name, answer) for name, answer in work.answers.items() if answer.marked)
    return sum(weight(scenario, name) * quarters(scenario.keys[name], answer) for name, answer in marked)


def possible(scenario: Scenario) -> int:
    """The points that this scenario holds."""
    return sum(weight(scenario, name) for name in scenario.keys)


def twist_quarters(twist: Twist, turn: Turn) -> int:
    """Quarters for a twist that was marked."""
    if not turn.marked:
        return 0
    near = [steps_apart(twist.flips[name].finding, new) for name, new in turn.flips.items() if name in twist.flips]
    halves = sum(2 - apart for apart in near)
    return halves * FULL // (2 * len(twist.flips.keys() | turn.flips.keys()))


def twisted(scenario: Scenario, twist: Twist) -> dict[str, Key]:
    """The keys of a scenario under a twist: the flips and the conclusion are its own, all else is as it was."""
    return {**scenario.keys, **twist.flips, CONCLUSION: twist.conclusion}
