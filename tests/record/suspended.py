"""A small lesson made of the samples of several kinds, for the tests of what an LMS keeps of it."""

from typing import Any

from interactive.activities import KINDS
from interactive.record.lesson_score import Standing
from interactive.record.model import Attempt, Entry
from interactive.record.replay import replay
from interactive.record.summary import Loaded
from interactive.record.suspending.model import Part, part_of, prepared
from interactive.record.suspending.packing import pack
from interactive.record.suspending.unpacking import unpack
from tests.activities.casefile_sample import casefile_data
from tests.activities.plan_sample import DATA as PLAN
from tests.activities.quiz_sample import GUESS, quiz_data
from tests.activities.roleplay_sample import story_data
from tests.activities.test_memo import DATA as MEMO
from tests.conftest import sorter_data

NOW = 1_790_000_000_000
COLORS, LAMPS, BANK, STORY, CHECK, ESSAY, TRIP = ("colors", "lamps", "bank", "story", "bank/guess", "essay", "trip")
DATA: dict[str, dict[str, Any]] = {
    COLORS: sorter_data(),
    LAMPS: casefile_data(),
    BANK: quiz_data(),
    STORY: story_data(),
    CHECK: quiz_data("check", [GUESS], 1),
    ESSAY: MEMO,
    TRIP: PLAN,
}


def part(name: str, data: dict[str, Any] | None = None, digest: str = "0123456789abcdef") -> Part:
    """One activity of the lesson, by its short name."""
    ref = f"00-sample/{name}"
    whole = {**(data or DATA[name]), "ref": ref}
    kind = KINDS[whole["kind"]]
    return part_of(ref, digest, Loaded(kind, kind.load({**whole, "digest": digest})), whole)


PARTS = {one.ref: one for one in map(part, DATA)}


def attempt(name: str, events: list[Any], seed: int = 0, number: int = 0) -> Attempt:
    """An attempt at it; a later `number` was worked on later."""
    entries = tuple(Entry(f"e{number}-{n:04}", NOW + number * 100_000 + n, event) for n, event in enumerate(events))
    return Attempt(f"a{number}", f"00-sample/{name}", "0123456789abcdef", seed, NOW, entries)


def state_of(one: Attempt, parts: dict[str, Part] = PARTS) -> Any:
    """What an attempt comes to."""
    loaded = parts[one.ref].loaded
    return replay(loaded.activity, loaded.definition, one.seed, one.entries)[0]


def packed(attempts: list[Attempt], limit: int = 4096, parts: dict[str, Part] = PARTS, now: int = NOW):
    """The state of these attempts, with the best of each as its standing."""
    ready = [prepared(one, parts[one.ref]) for one in attempts]
    standings: dict[str, Standing] = {}
    for one in ready:
        standings[one.ref] = standings.get(one.ref, Standing()).with_best(one.standing)
    return pack(parts, standings, ready, now, limit), standings


def back(text: str, parts: dict[str, Part] = PARTS):
    """What it says."""
    return unpack(text, parts)
