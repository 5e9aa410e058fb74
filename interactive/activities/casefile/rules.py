"""A casefile's state: which scenarios are in the round, what was found on each, and what the round is worth.

The points are those of the first pass; a second pass over what was missed is for learning. Twists are counted apart, except
in a round of twists, where the reasoned findings are given and the twists are the round.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from interactive.activities.casefile.definition import Casefile, Scenario
from interactive.activities.casefile.marking import (
    FULL,
    Answer,
    Turn,
    Work,
    earned,
    possible,
    twist_quarters,
    weight,
)
from interactive.kernel.score import Score, Unscorable
from interactive.kernel.shuffle import deal, shuffled

MODES = ("guided", "exam", "twist")
SIZES = ("draw", "all")


@dataclass(frozen=True, slots=True)
class State:
    """An attempt at one round. `at` is the scenario in hand; `pass_` counts passes; `first` keeps the first one for the score.

    `assigned`: an assignment has chosen the mode.
    """

    seed: int
    works: Mapping[str, Work]
    mode: str = "guided"
    size: str = "draw"
    at: int = 0
    finished: bool = False
    pass_: int = 1
    first: Mapping[str, Work] = field(default_factory=dict)
    assigned: bool = False

    @property
    def name(self) -> str:
        """The id of the scenario in hand."""
        return list(self.works)[self.at]


def start(definition: Casefile, *, seed: int) -> State:
    """Deal the round that belongs to this seed."""
    return dealt(definition, seed, "guided", "draw")


def dealt(definition: Casefile, seed: int, mode: str, size: str) -> State:
    """A new round in a mode and a size. It rises: what is plain comes first, what is unsettled last."""
    groups: dict[str, list[str]] = {}
    for scenario in fitting(definition, mode):
        groups.setdefault(str(scenario.difficulty), []).append(scenario.id)
    everything = [name for names in groups.values() for name in names]
    names = (
        shuffled(everything, seed, "all")
        if size == "all"
        else deal(groups, min(definition.draw, len(everything)), seed)
    )
    names.sort(key=lambda name: definition.scenarios[name].difficulty)
    return State(seed, {name: untouched(definition.scenarios[name], mode) for name in names}, mode, size)


def fitting(definition: Casefile, mode: str) -> list[Scenario]:
    """The scenarios that a mode can use: a round of twists needs those that have one."""
    return [one for one in definition.scenarios.values() if mode != "twist" or one.twists]


def untouched(scenario: Scenario, mode: str) -> Work:
    """A scenario as it lies before anything was done. In a round of twists its findings are given."""
    given = mode == "twist"
    answers = {name: Answer() for name in scenario.keys}
    return Work(answers, {name: Turn(opened=given) for name in scenario.twists}, closed=given)


def blank(definition: Casefile, state: State) -> State:
    """The same round as nobody has touched it, for paper."""
    works = {name: untouched(definition.scenarios[name], state.mode) for name in state.works}
    return State(state.seed, works, state.mode, state.size)


def begun(definition: Casefile, state: State) -> bool:
    """Whether anything was done in this round: from then on its mode and size are settled."""
    scenarios = definition.scenarios
    return state.pass_ > 1 or any(work != untouched(scenarios[name], state.mode) for name, work in state.works.items())


def twist_counts(definition: Casefile, works: Mapping[str, Work]) -> tuple[int, int, int, int]:
    """Of the twists in these works: (quarters earned, wholly right, answered, all there are)."""
    pairs = [
        (definition.scenarios[name].twists[twist], turn) for name in works for twist, turn in works[name].turns.items()
    ]
    worth = [twist_quarters(twist, turn) for twist, turn in pairs if turn.marked]
    return sum(worth), worth.count(FULL), len(worth), len(pairs)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of a round: quarters earned, quarters that what was answered could have earned, answers, items, points in all."""

    earned: int
    best: int
    answered: int
    items: int
    points: int


def tally(definition: Casefile, state: State, works: Mapping[str, Work]) -> Tally:
    """Count what the works of a round came to. In a round of twists that is the twists, else the findings."""
    if state.mode == "twist":
        raw, _, answered, items = twist_counts(definition, works)
        return Tally(raw, answered * FULL, answered, items, items)
    pairs = [(definition.scenarios[name], work) for name, work in works.items()]
    marked = [
        FULL * weight(one, element) for one, work in pairs for element, answer in work.answers.items() if answer.marked
    ]
    return Tally(
        earned=sum(earned(one, work) for one, work in pairs),
        best=sum(marked),
        answered=len(marked),
        items=sum(len(one.keys) for one, _ in pairs),
        points=sum(possible(one) for one, _ in pairs),
    )


def score(definition: Casefile, state: State) -> Score | Unscorable:
    """The points of the first pass. What was not answered earns nothing, and shows in the counts."""
    count = tally(definition, state, state.first or state.works)
    if not count.answered:
        return Unscorable(
            "No twist has been marked yet." if state.mode == "twist" else "No finding has been marked yet."
        )
    share = round(count.earned / count.best, 4)
    return Score(
        raw=count.earned / FULL,
        max=float(count.points),
        answered=count.answered,
        items=count.items,
        objectives=dict.fromkeys(definition.objectives, share),
    )


def missed(definition: Casefile, state: State) -> list[str]:
    """The scenarios of this pass that did not earn all their points."""
    counts = {name: tally(definition, state, {name: work}) for name, work in state.works.items()}
    return [name for name, count in counts.items() if count.earned < count.points * FULL]
