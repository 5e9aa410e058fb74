"""What a play gave evidence of: for each competency, what was shown out of what could have been shown at the choices met.

Nobody can show everything, since to show one thing is nearly always to pass over another; and nothing here is a mark.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from interactive.activities.roleplay.definition import Story
from interactive.activities.roleplay.rules import Moment, State, moments
from interactive.kernel.score import Score, Unscorable

POINTS = 10.0  # the mean share, written as points in lists of attempts


@dataclass(frozen=True, slots=True)
class Evidence:
    """One competency in one path. `shown` are moments that give evidence of it, `passed` those that offered clear evidence in vain."""

    competency: str
    earned: int
    offered: int
    shown: tuple[Moment, ...]
    passed: tuple[Moment, ...]

    @property
    def share(self) -> float:
        """What was shown out of what could have been."""
        return self.earned / self.offered if self.offered else 0.0


def evidence(definition: Story, path: Iterable[Moment]) -> list[Evidence]:
    """The evidence for each competency, in the story's order."""
    road = list(path)
    return [_one(name, road) for name in definition.competencies]


def _one(name: str, road: list[Moment]) -> Evidence:
    earned = offered = 0
    shown, passed = [], []
    for moment in road:
        own = moment.choice.shows.get(name, 0)
        most = max((choice.shows.get(name, 0) for choice in moment.offered), default=0)
        earned, offered = earned + own, offered + most
        if own:
            shown.append(moment)
        elif most > 1:
            passed.append(moment)
    shown.sort(key=lambda moment: -moment.choice.shows[name])
    return Evidence(name, earned, offered, tuple(shown), tuple(passed))


def mean_share(found: Iterable[Evidence]) -> float:
    """The plain mean of the competencies that were offered at all."""
    shares = [one.share for one in found if one.offered]
    return sum(shares) / len(shares) if shares else 0.0


def score(definition: Story, state: State) -> Score | Unscorable:
    """The mean share as points out of ten. Before the ending there is nothing to score: a play is judged as a whole or not at all."""
    if not state.ending:
        return Unscorable("The story is not over yet.")
    share = mean_share(evidence(definition, moments(definition, state.path)))
    return Score(
        raw=round(share * POINTS, 1),
        max=POINTS,
        answered=len(state.path),
        items=len(state.path),
        objectives={name: round(share, 4) for name in definition.objectives},
    )
