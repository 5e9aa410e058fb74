"""How a play stands and how it moves. Pure data and arithmetic: `engine` changes the state, this says what follows from it.

What a play knows are its facts: the variables, the seeds, how often each scene was met ("@scene"), what was last done there
("#scene"). Effects stop at the ends of a scale. Ways are read after the choice has moved things.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from interactive.activities.roleplay.definition import Story, Variable
from interactive.activities.roleplay.scenes import Choice, Scene
from interactive.kernel.conditions import Facts, holds
from interactive.kernel.html import Safe
from interactive.kernel.shuffle import shuffled

MODES = ("coach", "exam")

type Taken = tuple[str, str]  # (scene, choice)


@dataclass(frozen=True, slots=True)
class State:
    """An attempt. `scene` is where it stands, `ending` the ending it has come to; `backs` are the choices that were taken back.

    `returned`: the last thing done was to go back. `opened`: the debrief is open. `written` holds what the learner wrote by prompt,
    `marks` which reading was marked as what. `assigned`: an assignment has chosen the mode.
    """

    seed: int
    scene: str
    facts: Facts
    path: tuple[Taken, ...] = ()
    mode: str = "coach"
    ending: str = ""
    backs: tuple[Taken, ...] = ()
    returned: bool = False
    opened: bool = False
    written: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)
    assigned: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """One decision of a path: the scene, what was chosen there, what else was offered, what was known before and after."""

    number: int
    scene: Scene
    choice: Choice
    offered: tuple[Choice, ...]
    before: Facts
    after: Facts
    to: str


def start(definition: Story, *, seed: int) -> State:
    """A play that has not begun: at its first scene."""
    return State(seed=seed, scene=definition.start, facts=first_facts(definition))


def first_facts(definition: Story) -> dict[str, int | str]:
    """What a play knows at the start."""
    facts: dict[str, int | str] = {name: item.start for name, item in definition.variables.items()}
    facts.update({name: item.start for name, item in definition.seeds.items()})
    facts[f"@{definition.start}"] = 1
    return facts


def available(scene: Scene, facts: Facts) -> tuple[Choice, ...]:
    """The choices that are offered, in the author's order."""
    return tuple(choice for choice in scene.choices if choice.when is None or holds(choice.when, facts))


def shown(scene: Scene, facts: Facts, seed: int) -> list[Choice]:
    """The choices in the order of the page: shuffled by the seed; those with a condition come last."""
    offered = available(scene, facts)
    order = shuffled([choice.id for choice in offered], seed, scene.id)
    return sorted(offered, key=lambda choice: (choice.when is not None, order.index(choice.id)))


def move(definition: Story, scene: Scene, choice: Choice, facts: Facts) -> tuple[str, dict[str, int | str]]:
    """Where a choice leads, and what is known there."""
    after = dict(facts)
    for name, step in choice.effects.items():
        scale = definition.variables[name]
        after[name] = min(scale.most, max(scale.least, int(after[name]) + step))
    after.update(choice.plants)
    after[f"#{scene.id}"] = choice.id
    to = next(way.to for way in choice.ways if holds(way.when, after))
    after[f"@{to}"] = int(after.get(f"@{to}", 0)) + 1
    return to, after


def moments(definition: Story, path: tuple[Taken, ...]) -> Iterator[Moment]:
    """The decisions of a path, one after the other."""
    facts: Facts = first_facts(definition)
    for number, (name, taken) in enumerate(path, 1):
        scene = definition.scenes[name]
        choice = scene.choice(taken)
        if choice is None:  # never on a path that was played; a path is not taken from outside
            return
        to, after = move(definition, scene, choice, facts)
        yield Moment(number, scene, choice, available(scene, facts), facts, after, to)
        facts = after


def say(variable: Variable, value: int) -> str:
    """A value in the words that the page shows while playing: the middle fifth of the scale is in between."""
    place = (value - variable.least) / (variable.most - variable.least)
    return variable.said[0 if place < 0.4 else 2 if place > 0.6 else 1]


def varied(text: Safe, scene: Scene, seed: int) -> Safe:
    """A text with the variants that the seed chooses in the place of {1}, {2}, ...; they decide nothing."""
    for number, variants in enumerate(scene.seeded, 1):
        mark = f"{{{number}}}"
        if mark in text:
            names = [str(place) for place in range(len(variants))]
            chosen = variants[int(shuffled(names, seed, f"{scene.id}/{number}")[0])]
            text = Safe(text.replace(mark, chosen))
    return text
