"""How the variables moved along a path, in numbers and in sentences."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from interactive.activities.roleplay.definition import Story, Variable
from interactive.activities.roleplay.rules import Moment

COUNTS = (
    "never",
    "once",
    "twice",
    "three times",
    "four times",
    "five times",
    "six times",
    "seven times",
    "eight times",
    "nine times",
)
NUMBERS = ("nothing", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
TRADED = 3  # times that two variables moved against each other before it is called a trade
LISTED = 3  # scenes that a sentence names before it only counts


@dataclass(frozen=True, slots=True)
class Movement:
    """One variable along a path: its values from the start on, and by how much each phase changed it."""

    variable: Variable
    values: tuple[int, ...]
    phases: tuple[tuple[str, int], ...]
    spent: tuple[Moment, ...]
    earned: tuple[Moment, ...]

    @property
    def change(self) -> int:
        """From the start to the end."""
        return self.values[-1] - self.values[0]


def movements(definition: Story, road: list[Moment]) -> list[Movement]:
    """Every variable of the story along this path."""
    return [_movement(variable, road) for variable in definition.variables.values()]


def _movement(variable: Variable, road: list[Moment]) -> Movement:
    name = variable.id
    steps = [(moment, int(moment.after[name]) - int(moment.before[name])) for moment in road]
    values = (variable.start, *(int(moment.after[name]) for moment in road))
    phases: Counter[str] = Counter()
    for moment, step in steps:
        phases[moment.scene.phase] += step
    spent, earned = (tuple(moment for moment, step in steps if step * sign > 0) for sign in (-1, 1))
    return Movement(variable, values, tuple(phases.items()), spent, earned)


def told(definition: Story, movement: Movement) -> str:
    """A sentence or three on one variable, made from the path."""
    parts = [_ends(movement), _fell(definition, movement)]
    spent, earned = (_at(moments_, verb) for moments_, verb in ((movement.spent, "spent"), (movement.earned, "raised")))
    parts.append(
        f"You {spent} and {earned}." if spent and earned else f"You {spent or earned}." if spent or earned else ""
    )
    return " ".join(filter(None, parts))


def _ends(movement: Movement) -> str:
    if not movement.spent and not movement.earned:
        return "Nothing that you did moved it."
    by = movement.change
    if by == 0:
        return "It ended where it began."
    return f"It ended {said_number(abs(by))} {'higher' if by > 0 else 'lower'} than it began."


def _fell(definition: Story, movement: Movement) -> str:
    """The phase that took most of it, and whether it ever came back."""
    if not movement.phases:
        return ""
    phase, by = min(movement.phases, key=lambda item: item[1])
    if by > -2:
        return ""
    last = max(moment.number for moment in movement.spent if moment.scene.phase == phase)
    before = movement.values[last] - by
    back = max(movement.values[last:]) >= before
    title = definition.phases[phase].title
    return f"It fell by {said_number(-by)} in <em>{title}</em> and {'later came back' if back else 'never came back'}."


def _at(moments_: tuple[Moment, ...], verb: str) -> str:
    if not moments_:
        return ""
    if len(moments_) <= LISTED:
        return f"{verb} it {listed([f'at <em>{moment.scene.title}</em>' for moment in moments_])}"
    return f"{verb} it {said_times(len(moments_))}"


def trades(definition: Story, found: list[Movement]) -> list[str]:
    """Sentences on pairs of variables that moved against each other again and again, the most frequent first."""
    counted = []
    for one, other in combinations(found, 2):
        for up, down in ((one, other), (other, one)):
            times = len({moment.number for moment in up.earned} & {moment.number for moment in down.spent})
            counted.append((times, up.variable.label, down.variable.label))
    often = sorted((item for item in counted if item[0] >= TRADED), key=lambda item: -item[0])
    return [
        f"{said_times(times).capitalize()} one decision raised <em>{up}</em> and lowered <em>{down}</em>: "
        "you bought one with the other."
        for times, up, down in often[:2]
    ]


def largest(definition: Story, found: list[Movement]) -> list[str]:
    """The largest changes within one phase as words, three at most and one of each variable."""
    steps = [(movement.variable.label, phase, by) for movement in found for phase, by in movement.phases if abs(by) > 1]
    first: dict[str, tuple[str, int]] = {}
    for label, phase, by in sorted(steps, key=lambda step: -abs(step[2])):
        first.setdefault(label, (definition.phases[phase].title, by))
    return [
        f"{label} {'rose' if by > 0 else 'fell'} by {said_number(abs(by))} in <em>{title}</em>"
        for label, (title, by) in list(first.items())[:3]
    ]


def said_times(number: int) -> str:
    """How often, in words."""
    return COUNTS[number] if number < len(COUNTS) else f"{number} times"


def said_number(number: int) -> str:
    """A small number in words."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def listed(words: list[str]) -> str:
    """Words in a row: a, b and c."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
