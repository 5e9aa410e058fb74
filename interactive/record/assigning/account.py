"""One task as it is handed in: the attempts that count, replayed, what the graded one came to, and what was answered in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from interactive.kernel.score import Score, Unscorable
from interactive.record.assigning.fitting import Asked, counting, graded
from interactive.record.assigning.told import Line, told
from interactive.record.model import Attempt
from interactive.record.replay import replay
from interactive.record.summary import Loaded

GONE = Unscorable("made with a version of the activity that is no longer here")


@dataclass(frozen=True, slots=True)
class Account:
    """`ids` are the attempts that count; `best` is the place of the graded one among them; `text` is said of it as a whole."""

    ids: tuple[str, ...]
    scores: tuple[Score | Unscorable, ...]
    best: int | None
    lines: tuple[Line, ...] = ()
    text: str = ""

    @property
    def score(self) -> Score | Unscorable | None:
        """What the graded attempt came to."""
        return None if self.best is None else self.scores[self.best]


def account(wanted: Asked, attempts: Iterable[Attempt], loaded: Mapping[str, Loaded]) -> Account:
    """Replay what counts; `loaded` are the definitions by digest. One whose definition is gone is told as that."""
    found = counting(attempts, wanted)
    states = [
        replay(one.activity, one.definition, attempt.seed, attempt.entries)[0]
        if (one := loaded.get(attempt.digest))
        else None
        for attempt in found
    ]
    scores = [
        GONE if state is None else loaded[attempt.digest].activity.score(loaded[attempt.digest].definition, state)
        for attempt, state in zip(found, states, strict=True)
    ]
    best = graded(scores, wanted.task.counts)
    ids = tuple(one.id for one in found)
    if best is None or states[best] is None:
        return Account(ids, tuple(scores), best)
    one, state = loaded[found[best].digest], states[best]
    lines = tuple(told(one.activity.kind, one.definition, state))
    text = "" if lines or one.activity.excerpt is None else one.activity.excerpt(one.definition, state)
    return Account(ids, tuple(scores), best, lines, text)
