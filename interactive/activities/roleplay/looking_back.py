"""Looking back on a path: its end, its farthest other choices, the dilemma in it, its notebook, the questions that fit it."""

from collections.abc import Sequence
from dataclasses import dataclass

from interactive.activities.roleplay.aftermath import Prompt
from interactive.activities.roleplay.definition import Competency, Story
from interactive.activities.roleplay.rules import Moment, State, first_facts, moments
from interactive.activities.roleplay.scenes import Choice, Note, Scene
from interactive.kernel.conditions import Facts, holds
from interactive.kernel.shuffle import shuffled

FULL = 2  # clear evidence
OF_EACH = 2  # prompts by what happened, and by what did not


@dataclass(frozen=True, slots=True)
class Dilemma:
    """A decision that offered two competencies at full strength, of which one was served."""

    moment: Moment
    served: Competency
    left: Competency
    other: Choice


def final_facts(definition: Story, state: State) -> Facts:
    """What a finished play knows, with its ending as one more fact."""
    return {**state.facts, "ending": state.ending}


def farthest(moment: Moment) -> Choice | None:
    """The offered choice that differs most from the one that was made: in what it moves, then in what it shows."""
    others = [choice for choice in moment.offered if choice is not moment.choice]
    return max(others, key=lambda other: _distance(moment.choice, other), default=None)


def _distance(one: Choice, other: Choice) -> tuple[int, int]:
    moved = {*one.effects, *other.effects}
    showed = {*one.shows, *other.shows}
    return (
        sum(abs(one.effects.get(name, 0) - other.effects.get(name, 0)) for name in moved),
        sum(abs(one.shows.get(name, 0) - other.shows.get(name, 0)) for name in showed),
    )


def dilemma(definition: Story, road: list[Moment]) -> Dilemma | None:
    """The latest decision at which two competencies could not both be served: both offered clearly, by different choices, one taken."""
    for moment in reversed(road):
        served = [name for name, worth in moment.choice.shows.items() if worth >= FULL]
        for other in moment.offered:
            left = [name for name, worth in other.shows.items() if worth >= FULL and name not in moment.choice.shows]
            if served and left and served[0] not in other.shows:
                known = definition.competencies
                return Dilemma(moment, known[served[0]], known[left[0]], other)
    return None


def notebook(definition: Story, state: State) -> list[tuple[Scene, Note]]:
    """The convener's notebook: what was heard in the scenes met so far, each line with its scene, none twice."""
    found: dict[tuple[str, str], tuple[Scene, Note]] = {}
    facts: Facts = first_facts(definition)
    met = [(moment.scene, moment.before) for moment in moments(definition, state.path)]
    here = definition.scenes.get(state.scene)
    if here:
        met.append((here, state.facts))
    for scene, facts in met:
        for note in scene.notes:
            if holds(note.when, facts):
                found.setdefault((note.person, note.text), (scene, note))
    return list(found.values())


def offered_prompts(definition: Story, state: State) -> list[Prompt]:
    """The questions that the page asks: those that everybody gets, two by what happened, two by what did not, in the author's order."""
    facts = final_facts(definition, state)
    prompts = definition.debrief.prompts
    chosen = {name for name, prompt in prompts.items() if prompt.always}
    for turns in ("happened", "absent"):
        fitting = [name for name, prompt in prompts.items() if prompt.turns == turns and holds(prompt.when, facts)]
        chosen.update(shuffled(fitting, state.seed, turns)[:OF_EACH])
    return [prompt for name, prompt in prompts.items() if name in chosen]


def code(definition: Story, state: State) -> str:
    """The path as a short code: the seed, and the letter of each choice. With it an instructor can replay the play."""
    letters = [choice for _, choice in state.path]
    return f"{state.seed}-{('' if all(len(one) == 1 for one in letters) else '.').join(letters)}"


def from_code(text: str) -> list[str]:
    """The choices that a code stands for."""
    letters = text.strip().partition("-")[2]
    return letters.split(".") if "." in letters else list(letters)


def spread(found: Sequence[Moment], most: int) -> list[Moment]:
    """A few of these moments, from as many phases as can be, in the order of the path. The first of each phase is taken first."""
    chosen: list[Moment] = []
    left = list(found)
    while left and len(chosen) < most:
        round_, phases = [], set()
        for moment in left:
            if moment.scene.phase not in phases:
                phases.add(moment.scene.phase)
                round_.append(moment)
        chosen += round_[: most - len(chosen)]
        left = [moment for moment in left if moment not in chosen]
    return sorted(chosen, key=lambda moment: moment.number)
