"""A transfer map's state, and what each version of the plan is worth. Pure data and arithmetic."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from interactive.activities.transfer.definition import Transfer
from interactive.activities.transfer.outcome import facts
from interactive.activities.transfer.spread import Move, Spread, spread
from interactive.kernel.criteria import Rule, judged, worth
from interactive.kernel.score import Score, Unscorable

PARTS = tuple(one.name for one in fields(Move))


@dataclass(frozen=True, slots=True)
class Version:
    """A plan that was watched to the end, in which season, and each criterion's verdict in order."""

    moves: tuple[Move, ...]
    season: int
    verdicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """An attempt. `moves` is the plan as it stands, `run` the one that is traveling (none: empty), `shown` the round in view.

    `season` counts the seasons that were begun: the walk's seed is the attempt's and this added up.
    """

    seed: int
    moves: tuple[Move, ...]
    season: int = 0
    run: tuple[Move, ...] = ()
    shown: int = 0
    versions: tuple[Version, ...] = ()
    finished: bool = False


def start(definition: Transfer, *, seed: int) -> State:
    """Begin with every move open."""
    return State(seed, (Move(),) * definition.most)


def begun(move: Move) -> bool:
    """Whether anything of a move is chosen."""
    return move != Move()


def whole(move: Move) -> bool:
    """Whether all of a move is chosen."""
    return all(getattr(move, part) for part in PARTS)


def walk_of(definition: Transfer, state: State) -> Spread:
    """The walk that is in view."""
    return spread(definition, state.run, state.seed + state.season)


def walked(definition: Transfer, state: State, version: Version) -> Spread:
    """The walk of a version that was watched."""
    return spread(definition, version.moves, state.seed + version.season)


def found(definition: Transfer, moves: tuple[Move, ...], walk: Spread) -> Mapping[str, Rule]:
    """The rule that decides each criterion for this plan and what came of it."""
    return judged(definition.criteria, facts(definition, moves, walk))


def missing(definition: Transfer, state: State) -> str:
    """Why the plan cannot travel yet, in words; "" when it can."""
    halves = [str(place) for place, move in enumerate(state.moves, 1) if begun(move) and not whole(move)]
    if halves:
        return f"Not all chosen: move {', '.join(halves)}. Fill it in, or set it back to open."
    ready = [move for move in state.moves if whole(move)]
    if len(ready) < definition.least:
        return f"Plan at least {definition.least} moves first; so far there are {len(ready)}."
    if len(set(ready)) < len(ready):
        return "Two moves are the same. Change one of them."
    return ""


def score(definition: Transfer, state: State) -> Score | Unscorable:
    """One point for each criterion that the version last watched meets, half for one that it partly meets; shares by objective."""
    if not state.versions:
        return Unscorable("No plan has been watched to its end yet.")
    verdicts, count = state.versions[-1].verdicts, len(definition.criteria)
    shares = {}
    for objective in definition.objectives:
        own = tuple(
            verdict
            for name, verdict in zip(definition.criteria, verdicts, strict=True)
            if definition.assesses[name] == objective
        )
        if own:
            shares[objective] = round(worth(own) / (2 * len(own)), 4)
    return Score(worth(verdicts) / 2, float(count), count, count, shares)
