"""What an attempt is worth. "Not answered" is a value here: it is never wrong and never an exception."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Score:
    """Points earned out of all that could be earned.

    `raw` and `max` are points; `answered` and `items` are counts; `objectives` maps an objective's id to the share
    (0 to 1) earned on the answered items that assess it. What was not answered earns nothing and shows in the counts.
    """

    raw: float
    max: float
    answered: int
    items: int
    objectives: Mapping[str, float] = field(default_factory=dict)

    @property
    def scaled(self) -> float:
        """Raw over max, between 0 and 1."""
        return self.raw / self.max if self.max else 0.0


@dataclass(frozen=True, slots=True)
class Unscorable:
    """There is nothing to score yet, and `reason` says why in words for the learner."""

    reason: str


def score_data(score: Score | Unscorable) -> dict[str, object]:
    """A score as JSON data, as it crosses the bridge."""
    if isinstance(score, Unscorable):
        return {"unscorable": score.reason}
    return {
        "raw": score.raw,
        "max": score.max,
        "scaled": round(score.scaled, 4),
        "answered": score.answered,
        "items": score.items,
        "objectives": dict(score.objectives),
    }


def points(quarters: int) -> str:
    """Write a number of quarter points as people do: 22 -> 5½."""
    whole, rest = divmod(quarters, 4)
    fraction = ("", "¼", "½", "¾")[rest]
    return f"{whole}{fraction}" if whole or not fraction else fraction
