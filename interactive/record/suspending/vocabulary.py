"""The words that events are made of: those of the engines, by a number for ever; those of a definition, by a hash of their own.

An id is named by its hash and not by its place in the definition, so that a state which was kept before a card was added, or an
option taken out, still says which of the others it meant.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~/+-]{0,79}\Z")
SHORT, LONG = 2, 4  # bytes of a hash; the long one where two ids of a definition share the short one

# Only ever added to, at the end: their numbers stand in what schools keep.
WORDS = tuple(
    """type item option on card bin scenario element finding reason text scene choice prompt section slot move part value to
    question answer twist mode size reading as level entry target place find write check conclude hint finish flip pick fill match
    sure keep reflect choose mark debrief reached criticize set clear watch round season gather texts retry reveal go back
    check-twist reconsider begin next rate recall count lesson ask-confidence final learn guided exam coach draw all met not-met
    arguable conclusion guessing leaning up down end previous annoys explains carrier receiver idea form when readings items
    rating memo a b c d e f g h 1 2 3 4 5 6 7 8 9 10 settings assigned objectives""".split()
)
NUMBERS = {word: number for number, word in enumerate(WORDS)}


class Vocabulary:
    """The ids of one definition, each by its hash."""

    __slots__ = ("by_long", "by_short", "names")

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.names = frozenset(_ids(data))
        self.by_short: dict[bytes, str | None] = {}
        self.by_long: dict[bytes, str | None] = {}
        for name in self.names:
            whole = hashed(name, LONG)
            for known, key in ((self.by_short, whole[:SHORT]), (self.by_long, whole)):
                known[key] = None if key in known else name

    def hash_of(self, name: str) -> bytes | None:
        """The shortest hash that names this id and no other here; None where there is none."""
        whole = hashed(name, LONG)
        if self.by_short.get(whole[:SHORT]) == name:
            return whole[:SHORT]
        return whole if self.by_long.get(whole) == name else None

    def name_of(self, key: bytes) -> str | None:
        """The id that has this hash, if exactly one has."""
        return (self.by_short if len(key) == SHORT else self.by_long).get(key)


def hashed(name: str, size: int = SHORT) -> bytes:
    """The first bytes of a name's hash. CRC-32 is in every Python and quick; nothing here has to withstand an attack."""
    return zlib.crc32(name.encode()).to_bytes(4, "big")[:size]


def _ids(data: Any) -> Iterator[str]:
    """Every text in a definition that can be an id, and every key."""
    if isinstance(data, str):
        if ID.match(data):
            yield data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from _ids(key)
            yield from _ids(value)
    elif isinstance(data, list):
        for value in data:
            yield from _ids(value)
