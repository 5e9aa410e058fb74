"""What a sorter's state is and what it is worth. Pure data and arithmetic; `engine` changes it.

Points are counted in quarters. A card in its key bin earns four, in a defensible bin two; a second try earns half of
that, a third nothing; a hint taken before the try costs one. A card is worth its best try, so moving it never costs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from interactive.activities.sorter.definition import Card, Sorter
from interactive.kernel.score import Score, Unscorable, points
from interactive.kernel.shuffle import deal

FULL = 4
MARKS = {4: "fits", 2: "half", 0: "not"}


@dataclass(frozen=True, slots=True)
class Slip:
    """What has happened to one drawn card: the bin it lies in ("" is the tray), and (bin, hinted) for each marked try."""

    bin: str = ""
    tries: tuple[tuple[str, bool], ...] = ()
    hinted: bool = False

    @property
    def marked(self) -> bool:
        """Whether the place it lies in now has been marked."""
        return bool(self.tries) and self.tries[-1][0] == self.bin


@dataclass(frozen=True, slots=True)
class State:
    """An attempt at one round. `mode` is learn or check; `pass_` counts passes; `first` keeps the first pass for the score.

    `assigned`: an assignment has chosen the mode.
    """

    seed: int
    slips: Mapping[str, Slip]
    mode: str = "learn"
    finished: bool = False
    revealed: bool = False
    pass_: int = 1
    first: Mapping[str, Slip] = field(default_factory=dict)
    assigned: bool = False


def start(definition: Sorter, *, seed: int) -> State:
    """Deal the round that belongs to this seed."""
    groups: dict[str, list[str]] = {bin_id: [] for bin_id in definition.bins}
    for card in definition.cards.values():
        groups.setdefault(card.bin, []).append(card.id)
    return State(seed=seed, slips={name: Slip() for name in deal(groups, definition.draw, seed)})


def credit(card: Card, bin_id: str) -> int:
    """Quarters for lying in this bin: 4 in the key, 2 where that is defensible, else 0."""
    return FULL if bin_id == card.bin else FULL // 2 if bin_id in card.also else 0


def mark(card: Card, bin_id: str) -> str:
    """The mark of a card in a bin: fits, half or not."""
    return MARKS[credit(card, bin_id)]


def earned(card: Card, slip: Slip) -> int:
    """Quarters earned by the best of its tries."""
    worth = (
        max(0, credit(card, bin_id) // (turn + 1) - hinted) for turn, (bin_id, hinted) in enumerate(slip.tries[:2])
    )
    return max(worth, default=0)


def missed(definition: Sorter, state: State) -> list[str]:
    """The cards of this pass that did not fit at the first try, and those not placed."""
    cards = definition.cards
    return [
        name for name, slip in state.slips.items() if not slip.tries or credit(cards[name], slip.tries[0][0]) < FULL
    ]


def score(definition: Sorter, state: State) -> Score | Unscorable:
    """The score of the first pass; a second pass is for learning and leaves it alone."""
    slips = state.first or state.slips
    answered = {name: earned(definition.cards[name], slip) for name, slip in slips.items() if slip.tries}
    if not answered:
        return Unscorable("No card has been marked yet.")
    share = sum(answered.values()) / (FULL * len(answered))
    return Score(
        raw=sum(answered.values()) / FULL,
        max=float(len(slips)),
        answered=len(answered),
        items=len(slips),
        objectives={name: round(share, 4) for name in definition.objectives},
    )


def why(definition: Sorter, card: Card, bin_id: str) -> str:
    """The reason for a mark. It speaks of the bin that was chosen and never of another."""
    if bin_id == card.bin:
        return card.rationale
    return card.also.get(bin_id) or card.misplaced.get(bin_id) or definition.bins[bin_id].test


def left_said(state: State) -> str:
    """How many cards still lie in the tray, in words."""
    left = sum(not slip.bin for slip in state.slips.values())
    return "No card left to place." if not left else f"{left} {'card' if left == 1 else 'cards'} left to place."


def sum_said(definition: Sorter, state: State) -> str:
    """The points of this pass so far, in words."""
    quarters = sum(earned(definition.cards[name], slip) for name, slip in state.slips.items())
    return f"{points(quarters)} of {len(state.slips)} points."
