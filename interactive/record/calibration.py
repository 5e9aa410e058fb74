"""Whether one knows what one knows: how often answers were right, by how sure the learner had said to be before giving them.

Each word promises a share of right answers: a guess hits about one time in three (there are three or four options, and one can be
ruled out), leaning about two in three, sure about nine in ten. Partial credit counts as its share of a right answer. The corner that
teaches most is sure and wrong: confident errors are the ones most often put right for good once they are noticed (Butterfield and
Metcalfe 2001, Journal of Experimental Psychology: Learning, Memory, and Cognition 27, 1491-1494).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interactive.record.answers import Answer

PROMISES = {"guessing": 1 / 3, "leaning": 2 / 3, "sure": 0.9}
SAID = {"guessing": "one in three", "leaning": "two in three", "sure": "nine in ten"}
ENOUGH = 5  # answers before a share is judged


@dataclass(frozen=True, slots=True)
class Level:
    """One word of confidence: `answers` given with it, and `right`, the sum of their credits."""

    name: str
    answers: int
    right: float

    @property
    def share(self) -> float:
        """Right of all, 0 to 1."""
        return self.right / self.answers if self.answers else 0.0


def calibration(found: Iterable[Answer]) -> tuple[Level, ...]:
    """The three levels, from guessing to sure, over all answers that came with a word of confidence."""
    credits: dict[str, list[float]] = {name: [] for name in PROMISES}
    for answer in found:
        if answer.confidence in credits:
            credits[answer.confidence].append(answer.credit)
    return tuple(Level(name, len(own), sum(own)) for name, own in credits.items())


def verdict(levels: Sequence[Level]) -> str:
    """One sentence on the level that says most: how sure keeps its promise, once there are enough such answers."""
    sure = next(level for level in levels if level.name == "sure")
    if sure.answers < ENOUGH:
        return "Too few answers yet to say whether your sure is safe."
    if sure.share >= PROMISES["sure"]:
        return "When you say that you are sure, you can rely on it."
    if sure.share >= PROMISES["leaning"]:
        return "Your sure is right less often than it promises: look at what you were sure of and missed."
    return "You are often sure of what does not hold. That is worth knowing: those are the answers to reread first."


def sure_and_wrong(found: Sequence[Answer]) -> list[Answer]:
    """Answers that were sure and earned under half a point, the latest first, each item once, unless it was put right since."""
    wrong: dict[str, Answer] = {}
    for answer in found:
        if answer.credit >= 0.5:
            wrong.pop(answer.item, None)
        elif answer.confidence == "sure":
            wrong[answer.item] = answer
    return sorted(wrong.values(), key=lambda answer: (-answer.at, answer.item))
