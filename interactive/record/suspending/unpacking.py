"""A lesson's state from text. It may be of an earlier build of the course, of another course, cut short, or anything at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from interactive.kernel.reading import Malformed, parse
from interactive.record.codec import read_attempt
from interactive.record.lesson_score import FULL, Standing
from interactive.record.model import Attempt, Entry
from interactive.record.suspending.envelope import LONGEST, opened
from interactive.record.suspending.model import Part, Unpacked
from interactive.record.suspending.packing import MINUTE, refs_of
from interactive.record.suspending.values import LARGEST, MOST, Reader
from interactive.record.suspending.vocabulary import SHORT, Vocabulary, hashed

ADDED = "!"  # stands before what the page added since Python last wrote
LATEST = 10**9  # minutes since 1970, in the year 3871


@dataclass(frozen=True, slots=True)
class _Head:
    """An attempt before its events are read. `part` is None where the lesson no longer has the activity."""

    part: Part | None
    same: bool
    seed: int
    events: int


def unpack(text: str, parts: Mapping[str, Part]) -> Unpacked:
    """What a text says of these activities. Raises `Malformed` where it says nothing that can be understood."""
    packed, *added = text[:LONGEST].split(ADDED)
    found = _packed(packed, parts) if packed else Unpacked()
    for part in added:
        found = _with_added(found, part, parts)
    return found


def _packed(text: str, parts: Mapping[str, Part]) -> Unpacked:
    streams = opened(text)
    reader = Reader(streams.numbers, streams.hashes, list(streams.texts))
    reader.begin(refs_of(parts))
    minutes = reader.number(LATEST)
    told = [(reader.value(), reader.number(2 * FULL + 1)) for _ in range(reader.number(MOST))]
    standings = {ref: Standing(number // 2, bool(number % 2)) for ref, number in told if ref in parts}
    heads = [_head(reader, parts) for _ in range(reader.number(MOST))]
    attempts, lost = [], len(standings) < len(told)
    at = minutes * MINUTE
    for place, head in enumerate(heads):
        events = list(_events(reader, head))
        name = f"kept-{minutes:x}-{place}"
        entries = tuple(Entry(f"{name}-{n:05}", at + n, event) for n, event in enumerate(events) if event is not None)
        lost = lost or len(entries) < len(events) or head.part is None
        if entries and head.part:
            attempts.append(Attempt(name, head.part.ref, head.part.digest, head.seed, at, entries))
        at += len(events) + 1
    changed = any(head.part is not None and not head.same for head in heads)
    return Unpacked(standings, tuple(attempts), changed, lost)


def _head(reader: Reader, parts: Mapping[str, Part]) -> _Head:
    part = parts.get(str(reader.value()))
    version = reader.hash(SHORT)
    return _Head(
        part, part is not None and hashed(part.digest) == version, reader.number(LARGEST - 1), reader.number(MOST)
    )


def _events(reader: Reader, head: _Head) -> Iterator[dict[str, Any] | None]:
    reader.begin(head.part.words if head.part else Vocabulary({}))
    for _ in range(head.events):
        yield reader.event()


def _with_added(found: Unpacked, text: str, parts: Mapping[str, Part]) -> Unpacked:
    """Take up what was done after the last packing: [{fresh, attempt}], an attempt with the added events only."""
    try:
        rows = parse(text)
    except (Malformed, RecursionError):
        return replace(found, lost=True)
    for row in rows if isinstance(rows, list) else ():
        try:
            more = read_attempt(row.get("attempt") if isinstance(row, Mapping) else None)
        except Malformed:
            found = replace(found, lost=True)
            continue
        if more.ref in parts:
            fresh = row.get("fresh") is True
            found = replace(found, attempts=_joined(found.attempts, more, parts[more.ref].digest, fresh))
        else:
            found = replace(found, lost=True)
    return found


def _joined(attempts: Sequence[Attempt], more: Attempt, digest: str, fresh: bool) -> tuple[Attempt, ...]:
    """The attempts with these events: at the end of the latest one with the same cards, or as one more."""
    own = [one for one in attempts if (one.ref, one.seed) == (more.ref, more.seed)]
    if fresh or not own:
        return (*attempts, replace(more, digest=digest))
    last = own[-1]
    after = max((entry.at for entry in last.entries), default=0)
    entries = tuple(replace(one, at=max(one.at, after + n + 1)) for n, one in enumerate(more.entries))
    whole = replace(last, entries=(*last.entries, *entries))
    return (*(one for one in attempts if one is not last), whole)
