"""Order by seed. Not `random`: its algorithms may change between Python versions, and a saved attempt must not."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256


def shuffled(names: Iterable[str], seed: int, salt: str = "") -> list[str]:
    """Return the names in an order fixed for ever by seed and salt, whatever order they came in.

    Each name is ranked by the SHA-256 of "seed/salt/name": a permutation that needs no state and no generator.
    """
    return list(_ranked(tuple(names), seed, salt))


@lru_cache(maxsize=512)  # a class that is graded was dealt the same rounds again and again
def _ranked(names: tuple[str, ...], seed: int, salt: str) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: sha256(f"{seed}/{salt}/{name}".encode()).digest()))


def deal(groups: dict[str, list[str]], draw: int, seed: int) -> list[str]:
    """Draw one round of `draw` names across groups; seeds 0, 1, 2, ... go through the pack and no name returns within it.

    Names are laid in one row with each group spread evenly over it, and round n of a pack takes the n-th stretch, so each
    round holds its share of every group. When the pack is used up it is shuffled anew.
    """
    total = sum(map(len, groups.values()))
    rounds = max(1, total // max(1, draw))
    pack, turn = divmod(seed, rounds)
    row = sorted(
        ((place + 0.5) / len(names), group, name)
        for group, names in groups.items()
        for place, name in enumerate(shuffled(names, pack, group))
    )
    return shuffled([name for _, _, name in row[turn * draw : (turn + 1) * draw]], seed, "round")
