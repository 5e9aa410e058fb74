"""What a record is made of. An attempt is never a result: it is what the learner did, and the engine says what it is worth."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

FORMAT = "second-track-record"
VERSION = 1
ORDER = attrgetter("at", "id")  # the order of entries, as a key to sort by: `Entry.order`, in less time


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the learner did. `id` is unique (tab and count); `at` is milliseconds since 1970; `event` is for the engine."""

    id: str
    at: int
    event: Mapping[str, Any]

    @property
    def order(self) -> tuple[int, str]:
        """Entries are applied in the order of their time; the id settles ties, alike on every device."""
        return (self.at, self.id)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt at an activity: which (`ref`), on which version (`digest`), dealt by which `seed`, and what was done."""

    id: str
    ref: str
    digest: str
    seed: int
    started: int
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """Everything one learner did in one course."""

    course: str
    attempts: Mapping[str, Attempt] = field(default_factory=dict)
