"""What is said of marks and sums, in words for the eye and the ear alike."""

from interactive.activities.quiz.definition import Choice, Contested, FillIn, Item, Matching, Quiz, Sequencing, Term
from interactive.activities.quiz.marking import FULL, mark
from interactive.activities.quiz.rules import Answer, State, score, worth
from interactive.kernel.html import plain
from interactive.kernel.score import Score, Unscorable, points

COSTS = (("hints", "hint"), ("nears", "near miss"))


def mark_name(item: Item, answer: Answer) -> str:
    """The mark of a marked answer: fits, half or not; open where nothing is scored."""
    earned = mark(item, answer.response)
    return "open" if not isinstance(earned, int) else "fits" if earned == FULL else "half" if earned else "not"


def mark_words(item: Item, answer: Answer) -> str:
    """The mark in words, with the points and what they were reduced by."""
    if isinstance(item, Contested):
        return "Kept. There is no right answer here."
    if isinstance(item, Term):
        return "Now say how well you knew it."
    name, got = mark_name(item, answer), worth(item, answer)
    head = {"fits": "Right", "half": "Partly right", "not": "Not this time", "open": "Not answered"}[name]
    costs = [_counted(getattr(answer, field), word) for field, word in COSTS if getattr(answer, field)]
    less = f", after {' and '.join(costs)}" if costs and name in ("fits", "half") else ""
    return f"{head}: {_points_said(got)}{less}" if name in ("fits", "half") else head


def mark_said(item: Item, answer: Answer) -> str:
    """What is read out when one item was marked: the mark, then why."""
    return f"{mark_words(item, answer)}. {plain(_reason(item, answer))}".strip().replace("..", ".")


def sum_said(definition: Quiz, state: State, total: Score | Unscorable | None = None) -> str:
    """The sum of an attempt in words; `total` where it is known already."""
    total = total or score(definition, state)
    if not isinstance(total, Score):
        return "Nothing in it is scored."
    left = total.items - total.answered
    open_ = f" {left} not answered, and not wrong." if left else ""
    return f"{points(round(total.raw * 4))} of {total.max:g} points.{open_}"


def _reason(item: Item, answer: Answer) -> str:
    match item:
        case Choice() if not item.multiple:
            return item.options[answer.response[0]].rationale
        case FillIn():
            return item.rationale
        case Choice() | Sequencing() | Matching():
            return "The reasons stand beside each part of your answer."
        case Contested():
            return "The arguments for and against each position are shown now."
        case _:
            return ""


def _points_said(quarters: int) -> str:
    return f"{points(quarters)} point" if quarters <= FULL and quarters != 0 else "no point"


def _counted(number: int, word: str) -> str:
    return {1: f"one {word}", 2: f"two {word}s"}.get(number, f"{number} {word}s").replace("misss", "misses")
