"""Leaving out what made no difference: an event that changed nothing, a text that was written anew, a choice that was chosen over.

Whether it made none is not reasoned out but tried: what is left is replayed, and must come to the same state.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from interactive.kernel.activity import Statement
from interactive.kernel.score import Score, Unscorable
from interactive.record.summary import Loaded

# What an event sets, beside what it is about: a later event about the same may make it idle.
SETS = frozenset(
    "text finding reason bin option on level to value mode size count rating target answer reading texts".split()
)

type Event = Mapping[str, Any]


def fold(loaded: Loaded, seed: int, events: Iterable[Event]) -> Any:
    """The state that these events come to."""
    state = loaded.activity.start(loaded.definition, seed=seed)
    for event in events:
        state = loaded.activity.step(loaded.definition, state, event, now=0).state
    return state


def pruned(loaded: Loaded, seed: int, events: Sequence[Event], state: Any) -> list[Event]:
    """As few of these events as come to the same state. They are those that made a difference, as `effective` tells."""
    kept = list(events)
    for fewer in _guesses(kept):
        if len(fewer) == len(kept) or fold(loaded, seed, fewer) == state:
            return list(fewer)
    for name in dict.fromkeys(str(event.get("type")) for event in kept):
        for fewer in _guesses(kept, name):
            if len(fewer) < len(kept) and fold(loaded, seed, fewer) == state:
                kept = list(fewer)
                break
    return kept


def squeezed(loaded: Loaded, seed: int, events: Sequence[Event]) -> list[Event]:
    """Fewer still, where only what the attempt is worth must stay and its history may go; else the same."""
    fewer = _without_superseded(events, None, barriers=False)
    before, after = fold(loaded, seed, events), fold(loaded, seed, fewer)
    same = _worth(loaded, before) == _worth(loaded, after)
    ended = getattr(before, "finished", None) == getattr(after, "finished", None)
    return fewer if same and ended else list(events)


def _worth(loaded: Loaded, state: Any) -> Score | Unscorable:
    return loaded.activity.score(loaded.definition, state)


def effective(loaded: Loaded, seed: int, events: Iterable[Event]) -> tuple[list[Event], Any, list[Statement]]:
    """(the events that changed the state or told of something, the state that they come to, what they told)."""
    state = loaded.activity.start(loaded.definition, seed=seed)
    kept: list[Event] = []
    told: list[Statement] = []
    for event in events:
        result = loaded.activity.step(loaded.definition, state, event, now=0)
        if result.statements or (result.state is not state and result.state != state):
            kept.append(event)
            told.extend(result.statements)
        state = result.state
    return kept, state, told


def _guesses(events: Sequence[Event], name: str | None = None) -> Iterator[Sequence[Event]]:
    """The boldest first: without all that was superseded ever; then only what was superseded before anything else was done."""
    yield _without_superseded(events, name, barriers=False)
    yield _without_superseded(events, name, barriers=True)


def _without_superseded(events: Sequence[Event], name: str | None, *, barriers: bool) -> list[Event]:
    seen: set[str] = set()
    kept = []
    for event in reversed(events):
        settable = any(key in SETS for key in event)
        if barriers and not settable:
            seen.clear()
        about = _about(event) if settable else ""
        own = settable and name in (None, event.get("type"))
        if own and about in seen:
            continue
        seen.add(about)
        kept.append(event)
    return kept[::-1]


def _about(event: Event) -> str:
    """What an event is about; an option that is put on or off is that, one of which only one can be chosen is what is set."""
    ticked = {"option", "lesson"} if "on" in event else set()
    return repr(sorted((key, str(value)) for key, value in event.items() if key not in SETS or key in ticked))
