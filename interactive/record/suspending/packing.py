"""A lesson's state as text, within a limit: what does not fit goes in the order in which it is missed least.

First the rounds that are neither the best nor the latest of their activity, then the ends of the longest texts, then the history
within an attempt, and last whole attempts, the oldest first. What the lesson is worth stands apart and always fits.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from interactive.record.lesson_score import Standing
from interactive.record.suspending.envelope import Streams, sealed
from interactive.record.suspending.model import Packed, Part, Prepared
from interactive.record.suspending.pruning import squeezed
from interactive.record.suspending.values import Writer
from interactive.record.suspending.vocabulary import Vocabulary, hashed

MINUTE = 60_000  # ms
LEAST = 1  # character that is left of a text: that something was written can count
CUT = "…"


def pack(
    parts: Mapping[str, Part], standings: Mapping[str, Standing], attempts: Iterable[Prepared], now: int, limit: int
) -> Packed:
    """The best of each activity, and of the attempts what fits; `now` in ms, `limit` in characters."""
    every = sorted((one for one in attempts if one.ref in parts and one.events), key=lambda one: (one.touched, one.id))
    needed = _needed(every)

    def written(chosen: Sequence[Prepared]) -> Streams:
        return _written(parts, standings, chosen, now)

    dropped = _first(
        len(every) - len(needed), lambda count: len(sealed(written(_without(every, needed, count)))) <= limit
    )
    if dropped is not None:
        chosen = _without(every, needed, dropped)
        return Packed(sealed(written(chosen)), _ids(chosen), left_out=dropped)
    for chosen in _fewer(parts, [one for one in every if one.id in needed]):
        streams = written(chosen)
        longest = _longest(streams, limit)
        if longest is not None:
            cut = any(len(text) > longest for text in streams.texts)
            return Packed(sealed(_capped(streams, longest)), _ids(chosen), cut, len(every) - len(chosen))
    return Packed(sealed(written([])), (), left_out=len(every))


def _longest(streams: Streams, limit: int) -> int | None:
    """How long a text may be for all to fit; None where not even the shortest ones would."""
    most = max([LEAST, *map(len, streams.texts)])
    shorter_by = _first(most - LEAST, lambda by: len(sealed(_capped(streams, most - by))) <= limit)
    return None if shorter_by is None else most - shorter_by


def _needed(attempts: Iterable[Prepared]) -> set[str]:
    """The ids of the latest and of the best attempt at each activity; of equals the later."""
    latest: dict[str, Prepared] = {}
    best: dict[str, Prepared] = {}
    for one in attempts:
        latest[one.ref] = one
        known = best.get(one.ref)
        if known is None or (one.standing.finished, one.standing.points) >= (
            known.standing.finished,
            known.standing.points,
        ):
            best[one.ref] = one
    return {one.id for one in (*latest.values(), *best.values())}


def _without(every: Sequence[Prepared], needed: set[str], count: int) -> list[Prepared]:
    """All but the oldest `count` of those that are not needed."""
    gone = {one.id for one in [one for one in every if one.id not in needed][:count]}
    return [one for one in every if one.id not in gone]


def _fewer(parts: Mapping[str, Part], needed: list[Prepared]) -> Iterable[list[Prepared]]:
    """The needed ones; the same without their history; then fewer and fewer, an older best one going before any latest one."""
    yield needed
    bare = [replace(one, events=squeezed(parts[one.ref].loaded, one.seed, one.events)) for one in needed]
    yield bare
    latest = {one.ref: one.id for one in bare}
    going = sorted(bare, key=lambda one: (latest[one.ref] == one.id, one.touched))
    for count in range(1, len(going)):
        gone = {one.id for one in going[:count]}
        yield [one for one in bare if one.id not in gone]


def _first(most: int, fits: Callable[[int], bool]) -> int | None:
    """The smallest number up to `most` that fits, where whatever follows one that fits does too; None where none does."""
    if not fits(most):
        return None
    low, high = 0, most
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle + 1, high)
    return high


def _written(
    parts: Mapping[str, Part], standings: Mapping[str, Standing], chosen: Sequence[Prepared], now: int
) -> Streams:
    writer = Writer()
    writer.begin(refs_of(parts))
    writer.number(max(0, now) // MINUTE)
    known = sorted(ref for ref in standings if ref in parts)
    writer.number(len(known))
    for ref in known:
        writer.value(ref)
        writer.number(standings[ref].points * 2 + standings[ref].finished)
    writer.number(len(chosen))
    for one in chosen:
        writer.value(one.ref)
        writer.hashes += hashed(parts[one.ref].digest)
        writer.number(one.seed)
        writer.number(len(one.events))
    for one in chosen:
        writer.begin(parts[one.ref].words)
        for event in one.events:
            writer.event(event)
    return Streams(bytes(writer.hashes), bytes(writer.numbers), tuple(writer.texts))


def refs_of(parts: Iterable[str]) -> Vocabulary:
    """The names of the lesson's activities."""
    return Vocabulary(dict.fromkeys(parts, ""))


def _capped(streams: Streams, longest: int) -> Streams:
    texts = (text if len(text) <= longest else text[: longest - 1] + CUT for text in streams.texts)
    return replace(streams, texts=tuple(texts))


def _ids(chosen: Iterable[Prepared]) -> tuple[str, ...]:
    return tuple(one.id for one in chosen)
