"""Events as bytes: what stands in them by small numbers, new names by their hash, whatever was written in a stream of its own.

Names that an attempt has used once are numbered from then on. What a field held last, and what came after that the last time, are
guessed first: people go through a list in its order, and a guess that comes true costs next to nothing once the stream is deflated.
The streams are apart because they differ: hashes cannot be compressed, numbers can, and prose can with prose.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from interactive.kernel.reading import Malformed
from interactive.record.suspending.vocabulary import LONG, NUMBERS, SHORT, WORDS, Vocabulary

SAME, GUESSED, NOTHING, FALSE, TRUE, WHOLE, NUMERAL, TEXT, LIST, OBJECT, NEW_SHORT, NEW_LONG, NEW_WORD, FIRST = range(
    14
)
PLAIN = frozenset({FALSE, TRUE, WHOLE})  # codes of values that are guessed, beside names
DEEPEST = 8  # no event nests three deep
MOST = 20_000  # of anything: a lesson done many times over has some thousand events
LARGEST = 2**53
ENDED = "what was kept ends too early, or holds a number that cannot be"

type Event = Mapping[str, Any]


class Guesses:
    """What each field of an attempt's events held last, and what followed on that the last time; None is the list of keys itself."""

    __slots__ = ("_after", "_last")

    def __init__(self) -> None:
        self._last: dict[str | None, Any] = {}
        self._after: dict[tuple[str | None, Any], Any] = {}

    def of(self, key: str | None) -> tuple[Any, Any]:
        """(what it held last, what came next then); None where nothing is known."""
        last = self._last.get(key)
        return last, self._after.get((key, last))

    def learn(self, key: str | None, value: Any) -> None:
        """Take in what a field holds now."""
        self._after[key, self._last.get(key)] = value
        self._last[key] = value


class Writer:
    """The streams, and the names that the attempt in hand has used."""

    def __init__(self) -> None:
        self.numbers = bytearray()
        self.hashes = bytearray()
        self.texts: list[str] = []
        self._shapes: dict[tuple[str, ...], int] = {}
        self.begin(Vocabulary({}))

    def begin(self, words: Vocabulary) -> None:
        """From here on, events of an attempt at this definition."""
        self._words, self._guesses = words, Guesses()
        self._known: dict[str, int] = {}

    def number(self, value: int) -> None:
        """A number from 0 on, seven bits a byte."""
        while value > 127:
            self.numbers.append(128 | (value & 127))
            value >>= 7
        self.numbers.append(value)

    def event(self, event: Event) -> None:
        """An event: its keys by the number of their list (which is told the first time), then its values."""
        keys, count = tuple(event), len(self._shapes)
        place = self._shapes.setdefault(keys, count)
        self._guessable(None, place, lambda: self.number(FIRST + place))
        if place == count:
            self.number(len(keys))
            for key in keys:
                self.value(key)
        for key, value in event.items():
            self._field(key, value)

    def _field(self, key: str, value: Any) -> None:
        if isinstance(value, str):
            guessable = value in NUMBERS or self._words.hash_of(value) is not None
        else:
            guessable = isinstance(value, bool) or (isinstance(value, int) and abs(value) < LARGEST)
        if guessable:
            self._guessable(key, value, lambda: self.value(value))
        else:
            self.value(value)

    def _guessable(self, key: str | None, value: Any, write: Callable[[], None]) -> None:
        hits = [type(guess) is type(value) and guess == value for guess in self._guesses.of(key)]
        if any(hits):
            self.number(SAME if hits[0] else GUESSED)
        else:
            write()
        self._guesses.learn(key, value)

    def value(self, value: Any) -> None:
        """Any value of JSON."""
        if value is None or isinstance(value, bool):
            self.number(NOTHING if value is None else TRUE if value else FALSE)
        elif isinstance(value, str):
            self._string(value)
        elif isinstance(value, int) and abs(value) < LARGEST:
            self.number(WHOLE)
            self.number(value * 2 if value >= 0 else -value * 2 - 1)
        elif isinstance(value, int | float):
            self.number(NUMERAL)
            self.texts.append(json.dumps(value))
        else:
            parts = [part for pair in value.items() for part in pair] if isinstance(value, Mapping) else list(value)
            self.number(OBJECT if isinstance(value, Mapping) else LIST)
            self.number(len(parts))
            for part in parts:
                self.value(part)

    def _string(self, value: str) -> None:
        key = None if value in NUMBERS else self._words.hash_of(value)
        if value in self._known:
            self.number(FIRST + self._known[value])
        elif value in NUMBERS or key is not None:
            self._known[value] = len(self._known)
            self.number(NEW_WORD if key is None else NEW_SHORT if len(key) == SHORT else NEW_LONG)
            if key is None:
                self.number(NUMBERS[value])
            else:
                self.hashes += key
        else:
            self.number(TEXT)
            self.texts.append(value)


class Gone:
    """A name that the definition no longer has. It is told apart from others, since later events are guessed from it."""


class Reader:
    """The same streams, read. `Malformed` where they end too early or say what cannot be."""

    def __init__(self, numbers: bytes, hashes: bytes, texts: list[str]) -> None:
        self._numbers, self._hashes, self._texts = iter(numbers), iter(hashes), iter(texts)
        self._shapes: list[list[str]] = []
        self._whole = True
        self.begin(Vocabulary({}))

    def begin(self, words: Vocabulary) -> None:
        """From here on, events of an attempt at this definition."""
        self._words, self._guesses = words, Guesses()
        self._known: list[str | Gone] = []

    def number(self, most: int = LARGEST * 2) -> int:
        """The next number, which is at most so large."""
        value = shift = 0
        for byte in self._numbers:
            value |= (byte & 127) << shift
            shift += 7
            if value > most or shift > 70:
                break
            if byte < 128:
                return value
        raise Malformed(ENDED)

    def hash(self, size: int) -> bytes:
        """The next hash, of so many bytes."""
        found = bytes(byte for _, byte in zip(range(size), self._hashes, strict=False))
        if len(found) < size:
            raise Malformed(ENDED)
        return found

    def event(self) -> dict[str, Any] | None:
        """The next event; None if it speaks of something that the definition no longer has."""
        self._whole = True
        place = self._field(None, lambda code: code - FIRST)
        if type(place) is not int or not 0 <= place <= len(self._shapes):
            raise Malformed("what was kept speaks of an event that cannot be")
        if place == len(self._shapes):
            self._shapes.append([str(self.value()) for _ in range(self.number(MOST))])
        event = {key: self._field(key, self._coded) for key in self._shapes[place]}
        return event if self._whole else None

    def _field(self, key: str | None, read: Callable[[int], Any]) -> Any:
        code = self.number(MOST)
        value = self._guesses.of(key)[code] if code in (SAME, GUESSED) else read(code)
        if key is None or code in (SAME, GUESSED, NEW_SHORT, NEW_LONG, NEW_WORD) or code in PLAIN or code >= FIRST:
            self._guesses.learn(key, value)
        self._whole = self._whole and not isinstance(value, Gone)
        return value

    def value(self) -> Any:
        """The next value."""
        return self._coded(self.number(MOST))

    def _coded(self, code: int, depth: int = 0) -> Any:
        if code >= FIRST:
            return self._name(code - FIRST)
        if code in (LIST, OBJECT):
            return self._gathered(code, depth)
        makers: dict[int, Callable[[], Any]] = {
            NOTHING: lambda: None,
            FALSE: lambda: False,
            TRUE: lambda: True,
            WHOLE: self._integer,
            NUMERAL: self._numeral,
            TEXT: self._text,
            NEW_SHORT: lambda: self._learned(self._words.name_of(self.hash(SHORT))),
            NEW_LONG: lambda: self._learned(self._words.name_of(self.hash(LONG))),
            NEW_WORD: lambda: self._learned(WORDS[self.number(len(WORDS) - 1)]),
        }
        if code not in makers:
            raise Malformed("what was kept guesses where nothing can be guessed")
        return makers[code]()

    def _gathered(self, code: int, depth: int) -> Any:
        if depth > DEEPEST:
            raise Malformed("what was kept nests too deep")
        parts = [self._coded(self.number(MOST), depth + 1) for _ in range(self.number(MOST))]
        self._whole = self._whole and not any(isinstance(part, Gone) for part in parts)
        return parts if code == LIST else dict(zip(map(str, parts[::2]), parts[1::2], strict=False))

    def _integer(self) -> int:
        value = self.number()
        return -(value + 1) // 2 if value & 1 else value // 2

    def _numeral(self) -> Any:
        try:
            return json.loads(self._text())
        except ValueError:
            self._whole = False  # cut, as a text may be
            return 0

    def _text(self) -> str:
        text = next(self._texts, None)
        if text is None:
            raise Malformed(ENDED)
        return text

    def _learned(self, name: str | None) -> str | Gone:
        known = Gone() if name is None else name
        self._known.append(known)
        return known

    def _name(self, place: int) -> str | Gone:
        if place >= len(self._known):
            raise Malformed("what was kept speaks of a name that it never told")
        return self._known[place]
