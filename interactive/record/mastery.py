"""Mastery of an objective: a guess from the latest answer to each of its items and from how well it is remembered by now.

Each item counts its credit times the chance that it is still remembered (0 to 1, from review's model of memory). The sum is divided
by the number of items answered plus `DOUBT`, as if two items more had been missed: a few answers never look like many. So mastery
rises with right answers and falls with time. In words, by the share and by how many items it rests on:

  not tried   nothing answered
  beginning   anything else
  growing     at least 0.3, from 2 items on
  steady      at least 0.5, from 3 items on
  sure        at least 0.65, from 5 items on (five right answers are sure until the first of them comes due again)
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from interactive.record.answers import Answer

DOUBT = 2
WORDS = ("not tried", "beginning", "growing", "steady", "sure")
STEPS = ((0.65, 5), (0.5, 3), (0.3, 2))  # (share, items) for sure, steady, growing


@dataclass(frozen=True, slots=True)
class Mastery:
    """How one objective stands. `level` is an index into `WORDS`; `right` counts items whose latest answer earned everything.

    `weakest` is the item to look at again, "" where nothing was answered; `last` is ms since 1970, 0 where nothing was answered.
    """

    share: float
    level: int
    answered: int
    right: int
    last: int
    weakest: str

    @property
    def word(self) -> str:
        """The level in words."""
        return WORDS[self.level]


def mastery(own: Iterable[Answer], memory: Mapping[str, float]) -> Mastery:
    """Mastery from the latest answers to an objective's items. `memory` maps items to the chance that they are remembered now."""
    worth = {answer.item: (answer, answer.credit * memory.get(answer.item, 1.0)) for answer in own}
    if not worth:
        return Mastery(0.0, 0, 0, 0, 0, "")
    share = sum(value for _, value in worth.values()) / (len(worth) + DOUBT)
    return Mastery(
        share=share,
        level=_level(share, len(worth)),
        answered=len(worth),
        right=sum(answer.credit >= 1 for answer, _ in worth.values()),
        last=max(answer.at for answer, _ in worth.values()),
        weakest=min(worth, key=lambda item: (worth[item][1], item)),
    )


def by_objective(found: Mapping[str, Answer]) -> dict[str, list[Answer]]:
    """The latest answers grouped by the objectives that their items assess."""
    groups: dict[str, list[Answer]] = {}
    for answer in found.values():
        for objective in answer.objectives:
            groups.setdefault(str(objective), []).append(answer)
    return groups


def _level(share: float, items: int) -> int:
    for place, (least, count) in enumerate(STEPS):
        if share >= least and items >= count:
            return len(WORDS) - 1 - place
    return 1
