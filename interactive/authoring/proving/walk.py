"""The walk: every state that a story can be in, as one set of variable vectors for each scene with its live seeds.

Scenes are taken in such an order that a story without loops is walked once; where there is a loop, what is new at a scene is walked
on until nothing is new. Everything that can be said of all plays is read off the sets on the way.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Any

from interactive.activities.roleplay.definition import Story
from interactive.activities.roleplay.scenes import Choice, Scene
from interactive.authoring.proving.levels import Levels
from interactive.authoring.proving.seeds import Live, Value, nearest
from interactive.kernel.conditions import names

type Key = tuple[Value, ...]
type Node = tuple[str, Key]
type Report = Callable[[int], None]

LIKED = 3  # choices that should be offered in every state


@dataclass(slots=True)
class Walked:
    """What the walk found. `taken` holds the ways that are taken in some state, `stuck` those states that offer nothing."""

    sets: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    endings: set[str] = field(default_factory=set)
    offered: set[tuple[str, str]] = field(default_factory=set)
    taken: set[tuple[str, str, int]] = field(default_factory=set)
    stuck: set[str] = field(default_factory=set)
    few: set[str] = field(default_factory=set)
    endless: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Arc:
    """One move of the walk, kept only where the story has a loop: from which node, by which choice, to which node or ending."""

    source: Node
    choice: Choice
    allowed: int
    to: str
    key: Key


class Walk:
    """One walk over one story."""

    def __init__(self, story: Story, report: Report = lambda _: None) -> None:
        """Prepare the walk; `report` is told how many sets have been walked."""
        self.story, self.report = story, report
        self.levels, self.live = Levels(story), Live(story)
        self.loops = {name for name in story.scenes if any(name in self.live.reach[to] for to in nearest(story, name))}
        self.rank = self._ranks()
        self.found = Walked()
        self.nodes: dict[Node, int] = {}
        self.waiting: dict[Node, int] = {}
        self.heap: list[tuple[int, int, Node]] = []
        self.arcs: list[Arc] = []
        self.masks: dict[Any, int] = {}
        self.read: dict[int, list[str]] = {}

    def run(self) -> Walked:
        """Walk everything."""
        start = self.story.start
        seeds = {name: self._first(name) for name in self.live.order}
        self._arrive(start, self._entered(seeds, start), self.levels.start())
        done = 0
        while self.heap:
            _, _, node = heappop(self.heap)
            fresh = self.waiting.pop(node, 0)
            if not fresh:
                continue
            self._leave(node, fresh)
            done += 1
            self.report(done)
            if not self.loops:  # a scene that is never met again needs no memory of its set
                del self.nodes[node]
        if self.loops:
            self._find_endless()
        return self.found

    def _first(self, name: str) -> Value:
        return self.story.seeds[name].start if name in self.story.seeds else 0 if name.startswith("@") else ""

    def _entered(self, seeds: dict[str, Value], scene: str) -> dict[str, Value]:
        """The seeds after a scene was entered: its count goes up, as far as anybody reads it."""
        name = f"@{scene}"
        if name in seeds:
            seeds = {**seeds, name: min(int(seeds[name]) + 1, int(self.live.domain[name][-1]))}
        return seeds

    def _ranks(self) -> dict[str, int]:
        """An order of the scenes in which, loops apart, every scene comes after all that lead to it."""
        ahead = {name: len(reach) for name, reach in self.live.reach.items()}
        return {name: place for place, name in enumerate(sorted(ahead, key=lambda one: -ahead[one]))}

    def _arrive(self, scene: str, seeds: dict[str, Value], vectors: int) -> Key:
        key = self.live.key(scene, {**{name: self._first(name) for name in self.live.order}, **seeds})
        node = (scene, key)
        known = self.nodes.get(node, 0)
        fresh = vectors & ~known
        if fresh:
            self.nodes[node] = known | fresh
            if not self.waiting.get(node):
                heappush(self.heap, (self.rank[scene], len(self.nodes), node))
            self.waiting[node] = self.waiting.get(node, 0) | fresh
            self.found.sets[scene] += known == 0
            self.found.states[scene] += fresh.bit_count()
        return key

    def _leave(self, node: Node, vectors: int) -> None:
        name, key = node
        scene, seeds = self.story.scenes[name], self.live.seeds(name, key)
        allowed = [(choice, vectors & self._where(choice.when, seeds)) for choice in scene.choices]
        self._count(scene, vectors, [own for _, own in allowed])
        for choice, own in allowed:
            if own:
                self.found.offered.add((name, choice.id))
                self._take(node, choice, seeds, own)

    def _count(self, scene: Scene, vectors: int, sets: list[int]) -> None:
        """Whether every state offers a choice, and at least three."""
        at_least = [vectors, 0, 0, 0]
        for own in sets:
            for size in range(LIKED, 0, -1):
                at_least[size] |= at_least[size - 1] & own
        if vectors & ~at_least[1]:
            self.found.stuck.add(scene.id)
        if vectors & ~at_least[LIKED]:
            self.found.few.add(scene.id)

    def _take(self, node: Node, choice: Choice, seeds: dict[str, Value], own: int) -> None:
        name = node[0]
        after = {**seeds, **{seed: value for seed, value in choice.plants.items() if seed in self.live.domain}}
        if f"#{name}" in self.live.domain:
            after[f"#{name}"] = choice.id
        rest = self.levels.moved(own, choice.effects)
        for place, way in enumerate(choice.ways):
            here = rest & self._where(way.when, after)
            if here:
                rest &= ~here
                self.found.taken.add((name, choice.id, place))
                key: Key = ()
                if way.to in self.story.endings:
                    self.found.endings.add(way.to)
                else:
                    key = self._arrive(way.to, self._entered(after, way.to), here)
                if self.loops:
                    back = own & self.levels.before(here, choice.effects)
                    self.arcs.append(Arc(node, choice, back, way.to, key))

    def _where(self, condition: Any, seeds: dict[str, Value]) -> int:
        if condition is None:
            return self.levels.full
        own = self.read.get(id(condition))
        if own is None:
            own = self.read[id(condition)] = sorted(names(condition) & self.live.domain.keys())
        mark = (id(condition), *(seeds[name] for name in own))
        if mark not in self.masks:
            self.masks[mark] = self.levels.where(condition, seeds)
        return self.masks[mark]

    def _find_endless(self) -> None:
        """States from which no ending can be reached: all that remain when one has walked back from the endings."""
        good: dict[Node, int] = {}
        changed = True
        while changed:
            changed = False
            for arc in self.arcs:
                ahead = self.levels.full if arc.to in self.story.endings else good.get((arc.to, arc.key), 0)
                fresh = arc.allowed & self.levels.before(ahead, arc.choice.effects) & ~good.get(arc.source, 0)
                if fresh:
                    good[arc.source] = good.get(arc.source, 0) | fresh
                    changed = True
        for node, vectors in self.nodes.items():
            if vectors & ~good.get(node, 0):
                self.found.endless.add(node[0])
