"""A quiz's state, how its items are dealt and what they are worth. Pure data and arithmetic; `engine` changes it.

Each hint and each near miss that was corrected costs a quarter of the point; what is left of a point never falls below nothing.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from interactive.activities.quiz.definition import Choice, Contested, FillIn, Item, Matching, Quiz, Sequencing, Term
from interactive.activities.quiz.marking import FULL, Response, answered, mark, near
from interactive.kernel.score import Score, Unscorable
from interactive.kernel.shuffle import deal, shuffled

COUNTS = (5, 10, 15, 20)  # how many items a self-test may have
WITH_AN_OPEN_ONE = 5  # items: a round of this length or more asks one open question
LEVELS = {"guessing": "Guessing", "leaning": "Leaning", "sure": "Sure"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What has happened to one item. `nears` counts near misses before the last response; `rating` is 1 to 4, or 0 for none.

    `first` and `first_confidence` keep the first guess of a contested item that was taken up again.
    """

    response: Response = ()
    confidence: str = ""
    hints: int = 0
    nears: int = 0
    marked: bool = False
    rating: int = 0
    first: Response = ()
    first_confidence: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """An attempt. `drawn` is () until a self-test or a session has begun; `place` is the item in hand of a session.

    `asking`: whether the learner wants to be asked how sure they are; `lessons` and `count` are a self-test's settings.
    `assigned`: an assignment has chosen from which part of the bank the items are dealt.
    """

    seed: int
    drawn: tuple[str, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    asking: bool = False
    finished: bool = False
    place: int = 0
    lessons: tuple[str, ...] = ()
    count: int = COUNTS[1]
    assigned: bool = False


def start(definition: Quiz, *, seed: int) -> State:
    """Deal the items that belong to this seed; a self-test and a session draw theirs when they begin."""
    if definition.way in ("self-test", "practice"):
        return State(seed=seed, asking=definition.way == "practice", lessons=tuple(definition.lessons))
    return drawn(State(seed=seed), draw(definition, tuple(definition.lessons), definition.draw, seed))


def draw(
    definition: Quiz, lessons: tuple[str, ...], count: int, seed: int, among: Collection[str] | None = None
) -> tuple[str, ...]:
    """Draw items of these lessons (where given, `among` these), each objective and difficulty with its share.

    Later seeds bring fresh items first.
    A round of some length holds one open question, at its end: more of them would leave little to be marked.
    """
    groups: dict[str, list[str]] = {}
    open_: list[str] = []
    for item in definition.items.values():
        if item.lesson not in lessons or isinstance(item, Term) or _guess(item, definition.way):
            continue
        if among is not None and item.id not in among:
            continue
        if isinstance(item, Contested) and definition.way != "check":
            open_.append(item.id)
        else:
            groups.setdefault(f"{item.objective}/{item.difficulty}", []).append(item.id)
    asked = deal({"open": open_}, 1, seed) if open_ and count >= WITH_AN_OPEN_ONE else []
    return (*deal(groups, count - len(asked), seed), *asked)


def _guess(item: Item, way: str) -> bool:
    """A first guess stands at the head of its lesson, and is not asked again in a quiz."""
    return way != "check" and isinstance(item, Contested) and item.guess


def drawn(state: State, names: tuple[str, ...]) -> State:
    """The state with these items dealt and untouched."""
    return replace(state, drawn=names, answers={name: Answer() for name in names})


def blank(definition: Quiz, state: State) -> State:
    """The same items as nobody has touched them, for paper."""
    return drawn(State(seed=state.seed, lessons=state.lessons, count=state.count), state.drawn)


def order(item: Item, seed: int) -> list[str]:
    """The order in which an item's options, entries, targets or positions are shown: shuffled where order carries no meaning."""
    match item:
        case Choice():
            return list(item.options) if item.ordered else shuffled(item.options, seed, item.id)
        case Sequencing():
            mixed = shuffled(item.entries, seed, item.id)
            return mixed if mixed != list(item.entries) else mixed[1:] + mixed[:1]  # never shown solved
        case Matching():
            return shuffled(item.targets, seed, item.id)
        case Contested():
            return shuffled(item.positions, seed, item.id)
        case _:
            return []


def scorable(item: Item) -> bool:
    """Whether an item of this type can earn points."""
    return not isinstance(item, Contested | Term)


def objectives_of(item: Item) -> tuple[str, ...]:
    """What a statement about this item says it assesses; a term of the glossary belongs to no objective."""
    return (item.objective,) if item.objective else ()


def worth(item: Item, answer: Answer) -> int:
    """Quarters that this answer has earned so far; nothing before it is marked."""
    earned = mark(item, answer.response) if answer.marked else 0
    return max(0, earned - answer.hints - answer.nears) if isinstance(earned, int) else 0


def is_near(item: Item, answer: Answer) -> str:
    """The feedback on a near miss that is still open, or nothing."""
    return near(item, answer.response[0]) if isinstance(item, FillIn) and answer.response and not answer.marked else ""


def waiting(definition: Quiz, state: State) -> list[str]:
    """The items that hold an answer which is not marked yet."""
    return [
        name
        for name, answer in state.answers.items()
        if not answer.marked and answered(definition.items[name], answer.response)
    ]


def score(definition: Quiz, state: State) -> Score | Unscorable:
    """One point an item; a contested item and a term count for nothing and take nothing away."""
    counted = {name: answer for name, answer in state.answers.items() if scorable(definition.items[name])}
    marked = {name: answer for name, answer in counted.items() if answer.marked}
    if not marked:
        return Unscorable("Nothing that can be scored has been marked yet.")
    earned = {name: worth(definition.items[name], answer) for name, answer in marked.items()}
    by_objective: dict[str, list[int]] = {}
    for name, quarters in earned.items():
        by_objective.setdefault(definition.items[name].objective, []).append(quarters)
    shares = {name: round(sum(all_) / (FULL * len(all_)), 4) for name, all_ in by_objective.items()}
    return Score(sum(earned.values()) / FULL, float(len(counted)), len(marked), len(counted), shares)
