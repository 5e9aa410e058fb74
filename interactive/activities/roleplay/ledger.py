"""Planted and returned: what the learner did without knowing that it mattered, where it came back, and what stayed away because of it."""

from dataclasses import dataclass

from interactive.activities.roleplay.definition import Seed, Story
from interactive.activities.roleplay.rules import Moment
from interactive.activities.roleplay.scenes import Line
from interactive.kernel.conditions import Facts, holds
from interactive.kernel.html import Safe


@dataclass(frozen=True, slots=True)
class Return:
    """One place where a seed came back: the decision that it came back at, and through whom."""

    moment: Moment
    through: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One seed. `planted` is the decision that set it last before it first came back; None where it stayed as it was."""

    seed: Seed
    value: str
    planted: Moment | None
    returns: tuple[Return, ...]

    @property
    def spared(self) -> Safe | None:
        """What did not come back because of what was done, if the author says so."""
        return None if self.returns else self.seed.spared.get(self.value)


def entries(definition: Story, road: list[Moment]) -> list[Entry]:
    """The ledger of a path, in the order in which its seeds were planted. A seed that nothing happened to is left out."""
    found = [_entry(definition, seed, road) for seed in definition.seeds.values()]
    kept = [entry for entry in found if entry.planted or entry.returns]
    return sorted(kept, key=lambda entry: entry.planted.number if entry.planted else 0)


def _entry(definition: Story, seed: Seed, road: list[Moment]) -> Entry:
    returns = tuple(
        Return(moment, _speaker(definition, moment))
        for moment in road
        if any(name == seed.id and holds(when, moment.before) for name, when in moment.scene.harvest)
    )
    until = returns[0].moment.number if returns else len(road) + 1
    plantings = [moment for moment in road if seed.id in moment.choice.plants and moment.number < until]
    planted = plantings[-1] if plantings else None
    return Entry(seed, planted.choice.plants[seed.id] if planted else seed.start, planted, returns)


def _speaker(definition: Story, moment: Moment) -> str:
    person = definition.people.get(moment.scene.speaker(moment.before))
    return person.name if person else ""


def lines_that_hold(lines: tuple[Line, ...], facts: Facts) -> list[Safe]:
    """The texts of those lines whose condition holds."""
    return [line.text for line in lines if holds(line.when, facts)]
