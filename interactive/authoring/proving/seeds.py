"""Which seeds a scene must still tell apart. Two reductions make the walk small: a seed is forgotten at the scene after which nothing
reads it, and two values of a seed are one where nothing later tells them apart.

What was met ("@scene") and what was last done there ("#scene") count as seeds where a choice or a way reads them; echoes, notes and
speakers decide nothing and are not walked.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from interactive.activities.roleplay.definition import Story
from interactive.kernel.conditions import Condition, names

type Value = int | str
type Parts = dict[str, set[tuple[bool, ...]]]


def deciding(story: Story, scene: str) -> Iterator[Condition]:
    """The conditions of a scene that decide something: what is offered, and where it leads."""
    for choice in story.scenes[scene].choices:
        yield choice.when
        yield from (way.when for way in choice.ways)


def nearest(story: Story, scene: str) -> set[str]:
    """The scenes that may come next."""
    return {way.to for choice in story.scenes[scene].choices for way in choice.ways if way.to in story.scenes}


def following(story: Story) -> dict[str, set[str]]:
    """For each scene the scenes that may still come, itself among them."""
    near = {name: nearest(story, name) for name in story.scenes}
    reach: dict[str, set[str]] = {}
    for name in story.scenes:
        seen, row = {name}, [name]
        while row:
            fresh = near[row.pop()] - seen
            seen |= fresh
            row += fresh
        reach[name] = seen
    return reach


def domain(story: Story, read: Iterable[Condition]) -> dict[str, tuple[Value, ...]]:
    """Every seed that these conditions read, with its values; a count goes no further than what it is compared with."""
    found: dict[str, tuple[Value, ...]] = {}
    for condition in read:
        for name in names(condition):
            if name in story.seeds:
                found[name] = story.seeds[name].values
            elif name.startswith("#") and name[1:] in story.scenes:
                found[name] = ("", *(choice.id for choice in story.scenes[name[1:]].choices))
            elif name.startswith("@"):
                found[name] = tuple(range(_most(condition, name) + 2))
    return found


def _most(condition: Any, name: str) -> int:
    if condition[0] in ("and", "or", "not"):
        return max((_most(part, name) for part in condition[1:]), default=0)
    return int(condition[2]) if condition[1] == name else 0


def tests_of(condition: Condition, seed: str) -> Iterator[Any]:
    """The largest parts of a condition that ask about this seed and nothing else."""
    if condition is None or seed not in names(condition):
        return
    if names(condition) == {seed}:
        yield condition
    elif condition[0] in ("and", "or"):
        own = [part for part in condition[1:] if names(part) == {seed}]
        if own:
            yield [condition[0], *own]
        for part in condition[1:]:
            if names(part) != {seed}:
                yield from tests_of(part, seed)
    else:
        yield from tests_of(condition[1], seed)


class Live:
    """For each scene its live seeds, and for each of their values the one that stands for all that are the same from there on."""

    def __init__(self, story: Story) -> None:
        """Work out what each scene must remember."""
        self.reach = following(story)
        every = [condition for name in story.scenes for condition in deciding(story, name)]
        self.domain = domain(story, every)
        self.order = sorted(self.domain)
        self._same: dict[str, list[tuple[str, dict[Value, Value]]]] = {}
        for name in story.scenes:
            ahead = [condition for later in self.reach[name] for condition in deciding(story, later)]
            self._same[name] = [
                (seed, self._merged(seed, ahead)) for seed in self.order if any(seed in names(one) for one in ahead)
            ]

    def _merged(self, seed: str, ahead: list[Condition]) -> dict[Value, Value]:
        """Which value of a seed stands for which, given the conditions that may still be asked. A count stands for itself: it goes on."""
        if seed.startswith("@"):
            return {value: value for value in self.domain[seed]}
        tests = [test for condition in ahead for test in tests_of(condition, seed)]
        first: dict[tuple[bool, ...], Value] = {}
        return {
            value: first.setdefault(tuple(_true(test, value) for test in tests), value) for value in self.domain[seed]
        }

    def key(self, scene: str, seeds: dict[str, Value]) -> tuple[Value, ...]:
        """What a scene remembers of these seeds."""
        return tuple(same[seeds[name]] for name, same in self._same[scene])

    def seeds(self, scene: str, key: tuple[Value, ...]) -> dict[str, Value]:
        """The seeds as a scene remembers them; those that it has forgotten are left out."""
        return {name: value for (name, _), value in zip(self._same[scene], key, strict=True)}


def _true(test: Any, value: Value) -> bool:
    word = test[0]
    if word == "and":
        return all(_true(part, value) for part in test[1:])
    if word == "or":
        return any(_true(part, value) for part in test[1:])
    if word == "not":
        return not _true(test[1], value)
    wanted: Any = test[2]
    have: Any = value
    return bool(have == wanted if word == "=" else have >= wanted if word == ">=" else have <= wanted)
