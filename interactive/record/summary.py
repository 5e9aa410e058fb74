"""What one attempt came to: worked out once by replaying it, kept by the page as an opaque cache, read back with care.

A summary is derived and may be thrown away at any time; it is never exported. The statements in it are all that progress and
review need, so that neither has to replay anything. Times are milliseconds since 1970, `seconds` are seconds of work.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from interactive.kernel.activity import Activity, Statement
from interactive.kernel.reading import Malformed, take
from interactive.kernel.score import Score, Unscorable, score_data
from interactive.record.model import Attempt
from interactive.record.replay import replay
from interactive.record.sittings import Sittings, sittings

VERSION = 1
LONGEST = 80  # characters kept of a response: it is shown, never marked again
LATEST = 250_000_000_000_000  # ms, in the year 9892: a clock beyond it is broken, and its days could not be drawn
GONE = "made with a version of the activity that is no longer here"


class Said(NamedTuple):
    """A statement as a summary keeps it. A tuple and not a `Statement`, because thousands are read each time."""

    verb: str
    item: str
    at: int
    response: str
    credit: float | None
    objectives: list[str]
    confidence: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One attempt, as the progress page and the review queue see it."""

    id: str
    ref: str
    kind: str
    title: str
    digest: str
    started: int
    touched: int
    finished: bool
    entries: int
    seconds: int
    sittings: Sittings
    score: Score | Unscorable
    statements: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A kind of activity with one definition, read."""

    activity: Activity
    definition: Any


def summarize(attempt: Attempt, loaded: Loaded | None, data: Mapping[str, Any]) -> dict[str, Any]:
    """Replay an attempt into its summary; `data` is the definition as it came. Without one the summary says so and is empty."""
    times = [min(entry.at, LATEST) for entry in attempt.entries]
    spent = sittings(times)
    said: tuple[Statement, ...] = ()
    score: Score | Unscorable = Unscorable(GONE)
    if loaded is not None:
        state, said = replay(loaded.activity, loaded.definition, attempt.seed, attempt.entries)
        score = loaded.activity.score(loaded.definition, state)
    return {
        "v": VERSION,
        "id": attempt.id,
        "ref": attempt.ref,
        "kind": str(data.get("kind", "")) if loaded else "",
        "title": str(data.get("title", attempt.ref)),
        "digest": attempt.digest,
        "started": min(attempt.started, LATEST),
        "touched": max(times, default=min(attempt.started, LATEST)),
        "finished": any(statement.verb == "completed" for statement in said),
        "entries": len(attempt.entries),
        "last": attempt.entries[-1].id if attempt.entries else "",
        "seconds": sum(seconds for _, seconds in spent),
        "sittings": [list(one) for one in spent],
        "score": score_data(score),
        "statements": [list(_kept(statement)) for statement in said],
    }


def read_summaries(data: Any) -> tuple[Summary, ...]:
    """Read the summaries that the page kept. Raises `Malformed` with a sentence when they are not what was given out."""
    if not isinstance(data, list):
        raise Malformed("summaries should be a list")
    found = {item.id: item for item in (_read(item, f"summary {place + 1}") for place, item in enumerate(data))}
    return tuple(found.values())


def _kept(statement: Statement) -> Said:
    at = min(statement.at, LATEST)
    response = statement.response[:LONGEST]
    objectives = list(statement.objectives)
    return Said(statement.verb, statement.item, at, response, statement.credit, objectives, statement.confidence)


def _read(data: Any, where: str) -> Summary:
    if take(data, "v", int, where) != VERSION:
        raise Malformed(f"{where} is of another version")
    return Summary(
        id=take(data, "id", str, where),
        ref=take(data, "ref", str, where),
        kind=take(data, "kind", str, where),
        title=take(data, "title", str, where),
        digest=take(data, "digest", str, where),
        started=_time(take(data, "started", int, where), where),
        touched=_time(take(data, "touched", int, where), where),
        finished=take(data, "finished", bool, where),
        entries=take(data, "entries", int, where),
        seconds=take(data, "seconds", int, where),
        sittings=tuple(_sitting(one, where) for one in take(data, "sittings", list, where)),
        score=_score(take(data, "score", dict, where), f"{where}.score"),
        statements=tuple(_statements(take(data, "statements", list, where), where)),
    )


def _statements(rows: list[Any], where: str) -> Iterable[Said]:
    """Checked one by one, in the quickest code that does it: this runs thousands of times before a queue opens."""
    for row in rows:
        if not isinstance(row, list) or len(row) != 7:
            raise Malformed(f"{where} holds a statement that is not one")
        verb, item, at, response, credit, objectives, confidence = row
        words = type(verb) is type(item) is type(response) is type(confidence) is str and type(objectives) is list
        scored = credit is None or (type(credit) in (int, float) and 0 <= credit <= 1)
        if not (words and scored and type(at) is int and 0 <= at <= LATEST):
            raise Malformed(f"{where} holds a statement that is not one")
        yield Said._make(row)


def _time(value: int, where: str) -> int:
    if not 0 <= value <= LATEST:
        raise Malformed(f"{where} holds a time that no clock shows")
    return value


def _sitting(data: Any, where: str) -> tuple[int, int]:
    if not isinstance(data, list) or len(data) != 2 or not all(isinstance(number, int) for number in data):
        raise Malformed(f"{where} holds a sitting that is not one")
    return _time(data[0], where), max(0, data[1])


def _score(data: Mapping[str, Any], where: str) -> Score | Unscorable:
    if "unscorable" in data:
        return Unscorable(take(data, "unscorable", str, where))
    raw, most = data.get("raw"), data.get("max")
    if not isinstance(raw, int | float) or not isinstance(most, int | float):
        raise Malformed(f"{where} should say points and how many there are")
    return Score(raw, most, take(data, "answered", int, where), take(data, "items", int, where))
