"""Merging two records: a union of what was done. It loses nothing, repeats nothing, and does not mind the order."""

from dataclasses import dataclass, replace

from interactive.record.model import Attempt, Entry, Record


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged record, and what the second one brought: whole attempts, and entries added to attempts already here."""

    record: Record
    new_attempts: int
    new_entries: int


def merge(here: Record, other: Record) -> Merged:
    """Add everything of `other` to `here`. Attempts with one id are the same attempt; so are entries with one id."""
    attempts = dict(here.attempts)
    added = 0
    for name, attempt in other.attempts.items():
        known = attempts.get(name)
        attempts[name] = attempt if known is None else _merged(known, attempt)
        added += 0 if known is None else len(attempts[name].entries) - len(known.entries)
    fresh = len(attempts) - len(here.attempts)
    return Merged(replace(here, attempts=attempts), fresh, added)


def _merged(one: Attempt, two: Attempt) -> Attempt:
    """Join two copies of an attempt. Where they differ in a value that never changes, both sides settle on the smaller."""
    entries: dict[str, Entry] = {}
    for entry in sorted((*one.entries, *two.entries), key=_settled):
        entries.setdefault(entry.id, entry)
    base = min(one, two, key=lambda attempt: (attempt.started, attempt.ref, attempt.digest, attempt.seed))
    return replace(base, entries=tuple(sorted(entries.values(), key=lambda entry: entry.order)))


def _settled(entry: Entry) -> tuple[int, str, str]:
    return (entry.at, entry.id, repr(sorted(entry.event.items(), key=repr)))
