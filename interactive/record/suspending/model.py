"""What a lesson's state is packed from, and what it is unpacked to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from interactive.record.lesson_score import Standing, standing_of
from interactive.record.model import Attempt
from interactive.record.summary import Loaded
from interactive.record.suspending.pruning import Event, effective, pruned
from interactive.record.suspending.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Part:
    """One activity of the lesson (or its reading), as it is now, with the words that its events are made of."""

    ref: str
    digest: str
    loaded: Loaded
    words: Vocabulary


@dataclass(frozen=True, slots=True)
class Prepared:
    """An attempt made ready for packing: its events without the idle ones, what it is worth, when it was last worked on.

    `entries` are the ids of all that it was made from.
    """

    id: str
    ref: str
    seed: int
    touched: int
    standing: Standing
    events: Sequence[Event]
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Packed:
    """A state as text: the attempts in it (ids, in their order), whether a long text was cut, how many attempts were left out."""

    text: str
    attempts: tuple[str, ...]
    cut: bool = False
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A state read: the best of each activity, the attempts (their times are in order and otherwise made up), and what became of it.

    `changed`: made with other versions; `lost`: something of it is no longer in this course.
    """

    standings: Mapping[str, Standing] = field(default_factory=dict)
    attempts: tuple[Attempt, ...] = ()
    changed: bool = False
    lost: bool = False


def part_of(ref: str, digest: str, loaded: Loaded, data: Mapping[str, Any]) -> Part:
    """An activity from its definition."""
    return Part(ref, digest, loaded, Vocabulary(data))


def prepared(attempt: Attempt, part: Part, before: Prepared | None = None) -> Prepared:
    """Work out what there is to pack of an attempt. What was worked out `before` is gone on from, where the attempt only grew."""
    entries = sorted(attempt.entries, key=lambda entry: entry.order)
    ids = tuple(entry.id for entry in entries)
    known = before if before and before.entries and ids[: len(before.entries)] == before.entries else None
    fresh = [entry.event for entry in entries[len(known.entries) if known else 0 :]]
    events, state, told = effective(part.loaded, attempt.seed, [*(known.events if known else ()), *fresh])
    standing = standing_of(part.loaded, state, told)
    return Prepared(
        id=attempt.id,
        ref=attempt.ref,
        seed=attempt.seed,
        touched=entries[-1].at if entries else attempt.started,
        standing=standing.with_best(known.standing) if known else standing,
        events=pruned(part.loaded, attempt.seed, events, state),
        entries=ids,
    )
