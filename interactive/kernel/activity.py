"""The contract that every kind of activity fulfils."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from interactive.kernel.score import Score, Unscorable

type Event = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that happened and is worth keeping, in xAPI's words: who answered what, and how well.

    `verb` is answered, completed, hinted, revealed, began, rated or read; `item` is the item's or the activity's id; `response` is
    what the learner gave; `credit` is the share earned (0 to 1), or None where nothing is scored; `at` is milliseconds since 1970;
    `objectives` are those that the item assesses; `confidence` is what the learner said of it before the answer: guessing, leaning,
    sure or nothing.
    """

    verb: str
    item: str
    at: int
    response: str = ""
    credit: float | None = None
    objectives: tuple[str, ...] = ()
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Step[S]:
    """What an event led to: the new state, what happened, what to read out, and where the focus should go.

    An impossible event leaves the state as it was and says why in `refusal`.
    """

    state: S
    statements: tuple[Statement, ...] = ()
    announce: str = ""
    focus: str = ""
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """One kind of activity, as functions. D is its definition, S its state; both are opaque to everybody else.

    `start(definition, *, seed)`, `step(definition, state, event, *, now)` (never raises, `now` in milliseconds),
    `render(definition, state)` (HTML of the whole frame), `score(definition, state)`; where there is one, `answers(definition, state)`
    is the key of the same round on paper, and `blank(definition, state)` that round untouched, where the seed alone does not make it;
    `room(definition, names)` is an edition for a class without screens, of these parts of it or of all; `excerpt(definition, state)`
    says in plain words what the attempt came to, for a memo to take up ("" where there is nothing yet);
    `opening(definition, settings)` are the events with which an attempt under an assignment's settings begins.
    """

    kind: str
    load: Callable[[Mapping[str, Any]], Any]
    start: Callable[..., Any]
    step: Callable[..., Step[Any]]
    render: Callable[[Any, Any], str]
    score: Callable[[Any, Any], Score | Unscorable]
    answers: Callable[[Any, Any], str] | None = None
    blank: Callable[[Any, Any], Any] | None = None
    room: Callable[[Any, tuple[str, ...]], str] | None = None
    excerpt: Callable[[Any, Any], str] | None = None
    opening: Callable[[Any, Mapping[str, str]], list[Event]] | None = None
