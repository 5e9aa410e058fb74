"""Plays without a player: by lot, greedy for one variable, always the first, second or third choice."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from statistics import median

from interactive.activities.roleplay.definition import Story
from interactive.activities.roleplay.rules import Moment, available, first_facts, move
from interactive.activities.roleplay.scenes import Choice, Scene
from interactive.activities.roleplay.scoring import evidence, mean_share
from interactive.kernel.conditions import Facts, holds

PLAYS, GREEDY = 10_000, 300  # drawn by lot; and for each variable
LONGEST = 500  # scenes: beyond that a play is held to go round in circles
WORDS, DECIDING = 230, 15  # words read in a minute; seconds that a decision takes
POSITIONS = ("first", "second", "third")

type Player = Callable[[Scene, tuple[Choice, ...], Facts], Choice]


@dataclass(frozen=True, slots=True)
class Play:
    """One play to its end, or to where it went round in circles (its ending is empty then)."""

    ending: str
    road: tuple[Moment, ...]
    share: float


@dataclass(slots=True)
class Drawn:
    """What many plays by lot came to."""

    plays: int = 0
    endings: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    before: Counter[tuple[str, str]] = field(default_factory=Counter)
    echoes: set[tuple[str, int]] = field(default_factory=set)
    lengths: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)

    def percentile(self, share: float) -> float:
        """Which part of these plays a share lies above."""
        return sum(one < share for one in self.shares) / max(1, len(self.shares))


def play(story: Story, player: Player) -> Play:
    """Play a story to its end."""
    facts: Facts = first_facts(story)
    place = story.start
    road: list[Moment] = []
    while place in story.scenes and len(road) < LONGEST:
        scene = story.scenes[place]
        offered = available(scene, facts)
        if not offered:
            break
        choice = player(scene, offered, facts)
        place, after = move(story, scene, choice, facts)
        road.append(Moment(len(road) + 1, scene, choice, offered, facts, after, place))
        facts = after
    ending = place if place in story.endings else ""
    return Play(ending, tuple(road), mean_share(evidence(story, road)))


def by_lot(seed: int) -> Player:
    """Somebody who draws lots."""
    chance = Random(seed)
    return lambda scene, offered, facts: chance.choice(offered)


def greedy(variable: str, seed: int) -> Player:
    """Somebody who always does what most raises one variable, and draws lots among equals."""
    chance = Random(seed)

    def choose(scene: Scene, offered: tuple[Choice, ...], facts: Facts) -> Choice:
        most = max(choice.effects.get(variable, 0) for choice in offered)
        return chance.choice([choice for choice in offered if choice.effects.get(variable, 0) == most])

    return choose


def position(place: int) -> Player:
    """Somebody who always takes the choice at this place, or the last one."""
    return lambda scene, offered, facts: offered[min(place, len(offered) - 1)]


def draw(story: Story, count: int = PLAYS, report: Callable[[int], None] = lambda _: None) -> Drawn:
    """Many plays by lot, each from its own seed."""
    found, sizes = Drawn(count), {name: _words(scene) for name, scene in story.scenes.items()}
    for seed in range(count):
        one = play(story, by_lot(seed))
        found.endings[one.ending] += 1
        found.before[one.ending, one.road[-1].scene.id if one.road else ""] += 1
        found.met.update({moment.scene.id for moment in one.road})
        found.lengths.append(len(one.road))
        found.words.append(sum(sizes[moment.scene.id] for moment in one.road))
        found.shares.append(one.share)
        if seed < 2000:  # enough to see whether an echo is ever heard
            found.echoes.update(_heard(one))
        report(seed + 1)
    return found


def _heard(one: Play) -> Iterator[tuple[str, int]]:
    for moment in one.road:
        for number, echo in enumerate(moment.scene.echoes):
            if holds(echo.when, moment.before):
                yield moment.scene.id, number


def _words(scene: Scene) -> int:
    """Words on the page of a scene, with its choices."""
    told = [*scene.text, *scene.speech, *(text for choice in scene.choices for text in (choice.text, choice.doing))]
    return sum(len(text.split()) for text in told)


def minutes(words: int, choices: int) -> tuple[float, float]:
    """How long that takes to read, and with the deciding."""
    reading = words / WORDS
    return reading, reading + choices * DECIDING / 60


def spread(numbers: list[int]) -> tuple[int, float, int]:
    """Shortest, median, longest."""
    return min(numbers), median(numbers), max(numbers)
