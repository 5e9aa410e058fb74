"""Sets of variable vectors as one number each: bit n stands for the n-th combination of values.

With seven variables of five levels there are 78,125 combinations, and a set of them is a number of that many bits. A step up or down
is a shift in which what already stands at the end of its scale stays there; a condition on a variable is a mask.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from interactive.activities.roleplay.definition import Story


class Levels:
    """The combinations of one story's variables, and the operations on sets of them."""

    def __init__(self, story: Story) -> None:
        """Give every combination its bit."""
        self.variables = list(story.variables.values())
        self.strides: dict[str, int] = {}
        size = 1
        for item in self.variables:
            self.strides[item.id] = size
            size *= item.most - item.least + 1
        self.size = size
        self.full = (1 << size) - 1
        self.at = cache(self._at)
        self.least = cache(self._least)

    def start(self) -> int:
        """The set that holds the vector of the start and no other."""
        return 1 << sum(self.strides[item.id] * (item.start - item.least) for item in self.variables)

    def _at(self, name: str, value: int) -> int:
        """All combinations in which this variable has this value."""
        item = next(one for one in self.variables if one.id == name)
        if not item.least <= value <= item.most:
            return 0
        stride = self.strides[name]
        period = stride * (item.most - item.least + 1)
        run = ((1 << stride) - 1) << (stride * (value - item.least))
        return run * (self.full // ((1 << period) - 1))

    def _least(self, name: str, value: int) -> int:
        """All combinations in which this variable has at least this value."""
        item = next(one for one in self.variables if one.id == name)
        return sum(self.at(name, level) for level in range(max(value, item.least), item.most + 1))

    def moved(self, vectors: int, effects: Mapping[str, int]) -> int:
        """Every vector moved by these effects, each stopping at the ends of its scale."""
        for item in self.variables:
            for _ in range(abs(effects.get(item.id, 0))):
                up = effects[item.id] > 0
                end = self.at(item.id, item.most if up else item.least)
                free, stride = vectors & ~end, self.strides[item.id]
                vectors = (vectors & end) | (free << stride if up else free >> stride)
        return vectors

    def before(self, vectors: int, effects: Mapping[str, int]) -> int:
        """Every vector that these effects move into the set: the way back of `moved`."""
        for item in self.variables:
            for _ in range(abs(effects.get(item.id, 0))):
                up = effects[item.id] > 0
                end = self.at(item.id, item.most if up else item.least)
                stride = self.strides[item.id]
                came = (
                    vectors >> stride if up else vectors << stride
                ) & self.full  # what wraps around lands on the end
                vectors = (came & ~end) | (vectors & end)
        return vectors

    def where(self, condition: Any, seeds: Mapping[str, Any]) -> int:
        """All vectors for which a condition holds, with the seeds as they are."""
        if condition is None:
            return self.full
        word = condition[0]
        if word == "and":
            found = self.full
            for part in condition[1:]:
                found &= self.where(part, seeds)
            return found
        if word == "or":
            found = 0
            for part in condition[1:]:
                found |= self.where(part, seeds)
            return found
        if word == "not":
            return self.full & ~self.where(condition[1], seeds)
        _, name, value = condition
        if name in self.strides:
            return self._compared(word, name, value)
        have = seeds[name]
        true = have == value if word == "=" else have >= value if word == ">=" else have <= value
        return self.full if true else 0

    def _compared(self, word: str, name: str, value: int) -> int:
        if word == "=":
            return int(self.at(name, value))
        least = int(self.least(name, value if word == ">=" else value + 1))
        return least if word == ">=" else self.full & ~least
