"""Two other doors: decisions at which another choice would have changed most of what could still happen.

From exactly where the learner stood the story is played on by lot, once with the choice that was made and once with another. Both
ways on are dealt the same hands: in the same scene they draw the same card, so that what differs comes from the choice and not from
chance. What a way on met is proved to have been possible; what it did not meet may be, and the page says no more than that.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from interactive.activities.roleplay.definition import Story
from interactive.activities.roleplay.rules import Moment, Taken, available, moments, move
from interactive.activities.roleplay.scenes import Choice, Scene
from interactive.kernel.conditions import Facts

FEW, MANY = 10, 48  # ways on that are tried for every other choice, and for the most promising ones
SHORTLIST = 6
MANY_SCENES = 12  # that many scenes met or missed weigh as much as another ending
LONGEST = 400  # scenes: only a story with a loop could go on for longer

type Course = tuple[str, frozenset[str]]  # how a way on ended, and the scenes that it met


@dataclass(frozen=True, slots=True)
class Door:
    """One other choice and what it would have changed.

    `ends` counts the hands whose ending differs, out of `hands`; `width` is how much of what could still happen differs, in endings and
    in scenes; a way that soon breaks the story off is left out of it, since not to begin is always a door and everybody knows it.
    """

    moment: Moment
    other: Choice
    to: str
    ends: int
    hands: int
    width: float
    opened: tuple[str, ...]
    closed: tuple[str, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    leads_on: bool


def card(hand: int, scene: Scene, visit: int, count: int) -> int:
    """Which of so many choices a hand draws at this visit to a scene: fixed for ever, like everything that is shuffled here."""
    return int.from_bytes(sha256(f"{hand}/{scene.id}/{visit}".encode()).digest()[:4]) % count


def onward(definition: Story, scene: Scene, choice: Choice, facts: Facts, hand: int) -> Course:
    """Play on by lot, beginning with this choice: the ending, and every scene met on the way."""
    met: set[str] = set()
    for _ in range(LONGEST):
        to, facts = move(definition, scene, choice, facts)
        if to in definition.endings:
            return to, frozenset(met)
        met.add(to)
        scene = definition.scenes[to]
        offered = available(scene, facts)
        if not offered:
            break
        choice = offered[card(hand, scene, int(facts[f"@{to}"]), len(offered))]
    return "", frozenset(met)


@lru_cache(maxsize=8)
def doors(definition: Story, path: tuple[Taken, ...]) -> tuple[Door, ...]:
    """The two doors of this path, in its order: the widest, and the widest of another phase. None where nothing would differ."""
    tried = [
        _door(definition, moment, other, range(FEW))
        for moment in moments(definition, path)
        for other in moment.offered
        if other is not moment.choice and not _both_end(definition, moment, other)
    ]
    likely = sorted(tried, key=_order, reverse=True)[:SHORTLIST]
    measured = sorted(
        (_door(definition, one.moment, one.other, range(MANY)) for one in likely), key=_order, reverse=True
    )
    chosen: list[Door] = []
    for door in measured:
        phases = {one.moment.scene.phase for one in chosen}
        if door.ends and len(chosen) < 2 and (door.moment.scene.phase not in phases or len(definition.phases) == 1):
            chosen.append(door)
    rest = [door for door in measured if door.ends and door.moment.number not in {one.moment.number for one in chosen}]
    return tuple(sorted([*chosen, *rest][:2], key=lambda door: door.moment.number))


def _order(door: Door) -> tuple[bool, float, int]:
    return door.leads_on, door.width, -door.moment.number


def _both_end(definition: Story, moment: Moment, other: Choice) -> bool:
    """The last decision leads straight to an ending, whatever one does; that another would lead to another is no news."""
    return (
        moment.to in definition.endings
        and move(definition, moment.scene, other, moment.before)[0] in definition.endings
    )


def _door(definition: Story, moment: Moment, other: Choice, hands: Iterable[int]) -> Door:
    pairs = [
        (
            onward(definition, moment.scene, moment.choice, moment.before, hand),
            onward(definition, moment.scene, other, moment.before, hand),
        )
        for hand in hands
    ]
    steady = [pair for pair in pairs if not _breaks_off(*pair)]
    own, theirs = ([pair[side] for pair in pairs] for side in (0, 1))
    to = move(definition, moment.scene, other, moment.before)[0]
    ends_own, ends_theirs = ({end for end, _ in courses if end} for courses in (own, theirs))
    return Door(
        moment=moment,
        other=other,
        to=to,
        ends=sum(mine[0] != other_[0] for mine, other_ in pairs),
        hands=len(pairs),
        width=sum(mine[0] != other_[0] for mine, other_ in steady) / len(pairs)
        + sum(len(mine[1] ^ other_[1]) for mine, other_ in steady) / len(pairs) / MANY_SCENES,
        opened=tuple(name for name in definition.endings if name in ends_theirs - ends_own),
        closed=tuple(name for name in definition.endings if name in ends_own - ends_theirs),
        gained=_only(definition, theirs, own),
        lost=_only(definition, own, theirs),
        leads_on=to in definition.scenes and 2 * len(steady) > len(pairs),
    )


def _breaks_off(own: Course, theirs: Course) -> bool:
    """Whether a way on is over long before the other."""
    return 4 * len(theirs[1]) < len(own[1])


def _only(definition: Story, here: list[Course], there: list[Course]) -> tuple[str, ...]:
    """Scenes met by at least half of these ways on and by none of the others."""
    never = frozenset().union(*(met for _, met in there))
    return tuple(
        name for name in definition.scenes if name not in never and 2 * sum(name in met for _, met in here) >= len(here)
    )
