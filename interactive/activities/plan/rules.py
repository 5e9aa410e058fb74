"""A plan's state, the facts that conditions may ask of it, and what each criterion says of it. Pure data and arithmetic."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from interactive.activities.plan.definition import Plan
from interactive.kernel.conditions import Facts
from interactive.kernel.criteria import judged, worth
from interactive.kernel.score import Score, Unscorable

NOTHING = "none"  # what a decision that is still open is called in conditions

type Picked = Mapping[str, tuple[str, ...]]  # slot -> chosen ids, or (text,)


@dataclass(frozen=True, slots=True)
class State:
    """An attempt: what is chosen now, and each version that was criticized, with its verdicts in the criteria's order."""

    seed: int
    picked: Picked = field(default_factory=dict)
    versions: tuple[tuple[Picked, tuple[str, ...]], ...] = ()
    finished: bool = False


def start(definition: Plan, *, seed: int) -> State:
    """Begin with everything open."""
    return State(seed=seed)


def facts(definition: Plan, picked: Picked) -> Facts:
    """What conditions may ask, by name: a decision (its choice; of several, how many), an option (1 if chosen), SLOT-TAG (how many
    chosen options of the slot have the tag), a measure (its sum), written-SLOT (1 if there is text)."""
    known: dict[str, int | str] = dict.fromkeys(definition.measures, 0)
    for name, slot in definition.slots.items():
        chosen = picked.get(name, ())
        if slot.pick == "text":
            known[f"written-{name}"] = int(any(part.strip() for part in chosen))
            continue
        known[name] = len(chosen) if slot.pick == "several" else (chosen[0] if chosen else NOTHING)
        for option in chosen:
            choice = slot.options[option]
            known[option] = 1
            for tag in choice.tags:
                known[f"{name}-{tag}"] = int(known.get(f"{name}-{tag}", 0)) + 1
            for measure, amount in choice.adds.items():
                known[measure] = int(known.get(measure, 0)) + amount
    return known


def verdicts(definition: Plan, picked: Picked) -> tuple[str, ...]:
    """Each criterion's verdict, in order."""
    return tuple(rule.verdict for rule in judged(definition.criteria, facts(definition, picked)).values())


def missing(definition: Plan, picked: Picked) -> list[str]:
    """The decisions that are still open, or chosen too few or too many of; texts may stay empty."""
    return [
        slot.label
        for name, slot in definition.slots.items()
        if slot.pick != "text" and not slot.least <= len(picked.get(name, ())) <= slot.most
    ]


def over(definition: Plan, picked: Picked) -> list[str]:
    """The measures that are over their limit."""
    known = facts(definition, picked)
    return [name for name, one in definition.measures.items() if one.limit and int(known[name]) > one.limit]


def score(definition: Plan, state: State) -> Score | Unscorable:
    """One point for each condition that the version last criticized meets, half for one that it partly meets."""
    if not state.versions:
        return Unscorable("The plan has not been criticized yet.")
    halves, count = worth(state.versions[-1][1]), len(definition.criteria)
    share = round(halves / (2 * count), 4)
    return Score(halves / 2, float(count), count, count, dict.fromkeys(definition.objectives, share))
