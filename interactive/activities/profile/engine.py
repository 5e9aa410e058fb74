"""The moves of a profile: pick an answer, see the result, change your mind. Pure; `step` never raises, and nothing is ever scored."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from interactive.activities.profile.definition import Profile
from interactive.kernel.activity import Event, Statement, Step
from interactive.kernel.frame import prefix
from interactive.kernel.score import Unscorable

ENOUGH = 4  # answers before a suggestion is worth making


@dataclass(frozen=True, slots=True)
class State:
    """An attempt: the answer picked to each question, and whether the result is shown."""

    seed: int
    picked: Mapping[str, str] = field(default_factory=dict)
    finished: bool = False


def start(definition: Profile, *, seed: int) -> State:
    """Begin with nothing picked."""
    return State(seed=seed)


def score(definition: Profile, state: State) -> Unscorable:
    """There are no right answers here."""
    return Unscorable("There are no right answers here.")


def lean(definition: Profile, state: State) -> dict[str, float]:
    """How far the answers lean to each seat: its share of all the weight given, 0 to 1, in the author's order."""
    weights = dict.fromkeys(definition.seats, 0)
    for name, answer in state.picked.items():
        for seat, weight in definition.questions[name].answers[answer].seats.items():
            weights[seat] += weight
    total = sum(weights.values())
    return {seat: weight / total if total else 0.0 for seat, weight in weights.items()}


def result(definition: Profile, state: State) -> tuple[str, ...]:
    """The seat that comes out first, or all that come out level with it."""
    shares = lean(definition, state)
    most = max(shares.values())
    return tuple(seat for seat, share in shares.items() if share == most)


def step(definition: Profile, state: State, event: Event, *, now: int) -> Step[State]:
    """Apply pick, finish or reconsider. What cannot happen is refused with a reason."""
    kind = event.get("type") if isinstance(event, Mapping) else None
    if kind == "pick":
        return _pick(definition, state, str(event.get("question")), str(event.get("answer")))
    if kind == "finish":
        return _finish(definition, state, now)
    if kind == "reconsider" and state.finished:
        return Step(
            replace(state, finished=False), announce="Change what you like.", focus=f"{prefix(definition.ref)}-title"
        )
    return Step(state, refusal="This activity does not know that action.")


def _pick(definition: Profile, state: State, name: str, answer: str) -> Step[State]:
    question = definition.questions.get(name)
    if question is None or answer not in question.answers:
        return Step(state, refusal="That is not among the answers.")
    if state.finished:
        return Step(state, refusal="Press “Change my answers” first.")
    return Step(replace(state, picked={**state.picked, name: answer}))


def _finish(definition: Profile, state: State, now: int) -> Step[State]:
    if state.finished:
        return Step(state, refusal="The result is shown already.")
    if len(state.picked) < min(ENOUGH, len(definition.questions)):
        return Step(state, refusal=f"Answer at least {ENOUGH} questions; fewer would tell you nothing.")
    done = replace(state, finished=True)
    found = result(definition, done)
    said = " and ".join(definition.seats[seat].label for seat in found)
    statements = [
        Statement("answered", name, now, answer, None, definition.objectives) for name, answer in done.picked.items()
    ]
    statements.append(Statement("completed", definition.ref, now, "+".join(found)))
    return Step(done, tuple(statements), f"You lean to: {said}.", f"{prefix(definition.ref)}-result")
