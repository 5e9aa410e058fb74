"""What a quiz is made of, as the build compiled it (format 1). Every `Safe` text is HTML that the build checked.

An item is one of six types, each a class: what they share is in `Item`, what can be answered in the type's own fields.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from interactive.kernel.html import Safe
from interactive.kernel.reading import Malformed, take
from interactive.kernel.sources import Cites

WAYS = ("check", "quiz", "self-test", "practice")


@dataclass(frozen=True, slots=True)
class Item:
    """What all types share. `hints` come one after the other; `reread` is (words, link); `lesson` is the folder it belongs to."""

    id: str
    objective: str
    difficulty: int
    lesson: str
    stem: Safe
    hints: tuple[Safe, ...]
    cites: Cites
    reread: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose, put in order or match. `key` is the target that a prompt belongs to; `half` marks a defensible option."""

    text: Safe
    rationale: Safe
    key: str = ""
    half: bool = False


@dataclass(frozen=True, slots=True)
class Choice(Item):
    """Choose one option, or several where the key has several. `ordered` options stand as the author wrote them."""

    options: Mapping[str, Option]
    key: tuple[str, ...]
    ordered: bool

    @property
    def multiple(self) -> bool:
        """Whether several options are to be chosen."""
        return len(self.key) > 1


@dataclass(frozen=True, slots=True)
class Sequencing(Item):
    """Put entries in order; they are given in the right one."""

    entries: Mapping[str, Option]


@dataclass(frozen=True, slots=True)
class Matching(Item):
    """Find the target of each prompt. A target may serve twice, or not at all."""

    targets: Mapping[str, Safe]
    prompts: Mapping[str, Option]


@dataclass(frozen=True, slots=True)
class FillIn(Item):
    """Write the missing words. `near` holds (forms, feedback) of answers that are close."""

    accept: tuple[str, ...]
    near: tuple[tuple[tuple[str, ...], Safe], ...]
    rationale: Safe


@dataclass(frozen=True, slots=True)
class Position:
    """One position in a contested question, with the best argument for it and against it, and their sources."""

    text: Safe
    pro: Safe
    pro_cites: Cites
    con: Safe
    con_cites: Cites


@dataclass(frozen=True, slots=True)
class Contested(Item):
    """A question without a right answer. `split` says how views divide; a `guess` is taken up again after reading."""

    positions: Mapping[str, Position]
    split: Safe
    guess: bool


@dataclass(frozen=True, slots=True)
class Term(Item):
    """A term of the glossary: recall what it means, look, and say how well it went."""

    meaning: Safe


@dataclass(frozen=True, slots=True)
class Quiz:
    """A whole bank, or one item of it. `way` is how it is taken, one of `WAYS`; `lessons` maps a folder to its bank's title."""

    ref: str
    digest: str
    way: str
    title: str
    objectives: tuple[str, ...]
    minutes: int
    intro: Safe
    draw: int
    items: Mapping[str, Item]
    lessons: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Shelf(Mapping[str, Item]):
    """Items that are read when they are first asked for: a session of ten need not read the fifteen hundred it was drawn from."""

    written: Mapping[str, Any]
    read: dict[str, Item] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Item:
        if name not in self.read:
            self.read[name] = _item(self.written[name])
        return self.read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.written)

    def __len__(self) -> int:
        return len(self.written)


def load(data: Mapping[str, Any]) -> Quiz:
    """Read a compiled definition; raises `Malformed` when it is not one."""
    if take(data, "format", int) != 1 or take(data, "kind", str) != "quiz" or take(data, "way", str) not in WAYS:
        raise Malformed("this is not a quiz of format 1")
    written = {take(item, "id", str, "items"): item for item in take(data, "items", list)}
    items: Mapping[str, Item] = _Shelf(written)
    if data["way"] != "practice":  # what is short is read whole, and whatever is wrong with it is said at once
        items = {name: items[name] for name in written}
    return Quiz(
        ref=take(data, "ref", str),
        digest=str(data.get("digest", "")),
        way=take(data, "way", str),
        title=take(data, "title", str),
        objectives=tuple(take(data, "objectives", list)),
        minutes=take(data, "minutes", int),
        intro=Safe(take(data, "intro", str)),
        draw=take(data, "draw", int),
        items=items,
        lessons=dict(take(data, "lessons", dict)),
    )


def _item(data: Mapping[str, Any]) -> Item:
    build = TYPES.get(take(data, "type", str, "items"))
    if build is None:
        raise Malformed("items.type is not one that this engine knows")
    reread = take(data, "reread", dict, "items")
    shared = {
        "id": take(data, "id", str, "items"),
        "objective": take(data, "objective", str, "items"),
        "difficulty": take(data, "difficulty", int, "items"),
        "lesson": take(data, "lesson", str, "items"),
        "stem": Safe(take(data, "stem", str, "items")),
        "hints": tuple(map(Safe, take(data, "hints", list, "items"))),
        "cites": _cites(data, "cites"),
        "reread": (take(reread, "text", str, "reread"), take(reread, "href", str, "reread")),
    }
    return build(data, shared)


def _choice(data: Mapping[str, Any], shared: dict[str, Any]) -> Item:
    options = {name: _option(item) for name, item in _named(data, "options")}
    key = tuple(take(data, "key", list))
    if not key or not set(key) <= set(options):
        raise Malformed("the key of a choice names options of it")
    return Choice(**shared, options=options, key=key, ordered=bool(data.get("ordered")))


def _sequencing(data: Mapping[str, Any], shared: dict[str, Any]) -> Item:
    return Sequencing(**shared, entries={name: _option(item) for name, item in _named(data, "entries")})


def _matching(data: Mapping[str, Any], shared: dict[str, Any]) -> Item:
    targets = {name: Safe(take(item, "text", str)) for name, item in _named(data, "targets")}
    return Matching(**shared, targets=targets, prompts={name: _option(item) for name, item in _named(data, "prompts")})


def _fill_in(data: Mapping[str, Any], shared: dict[str, Any]) -> Item:
    near = tuple(
        (tuple(take(one, "forms", list)), Safe(take(one, "feedback", str))) for one in take(data, "near", list)
    )
    rationale = Safe(take(data, "rationale", str))
    return FillIn(**shared, accept=tuple(take(data, "accept", list)), near=near, rationale=rationale)


def _contested(data: Mapping[str, Any], shared: dict[str, Any]) -> Item:
    positions = {
        name: Position(
            Safe(take(item, "text", str)),
            Safe(take(item, "pro", str)),
            _cites(item, "pro_cites"),
            Safe(take(item, "con", str)),
            _cites(item, "con_cites"),
        )
        for name, item in _named(data, "positions")
    }
    return Contested(**shared, positions=positions, split=Safe(take(data, "split", str)), guess=bool(data.get("guess")))


def _term(data: Mapping[str, Any], shared: dict[str, Any]) -> Item:
    return Term(**shared, meaning=Safe(take(data, "meaning", str)))


TYPES: dict[str, Callable[[Mapping[str, Any], dict[str, Any]], Item]] = {
    "choice": _choice,
    "sequencing": _sequencing,
    "matching": _matching,
    "fill-in": _fill_in,
    "contested": _contested,
    "term": _term,
}


def _option(data: Mapping[str, Any]) -> Option:
    return Option(
        text=Safe(take(data, "text", str, "options")),
        rationale=Safe(take(data, "rationale", str, "options")),
        key=str(data.get("key", "")),
        half=bool(data.get("half")),
    )


def _named(data: Mapping[str, Any], name: str) -> list[tuple[str, Any]]:
    """A list of objects with an id each, as pairs: JSON's own objects would lose the author's order to sorted keys."""
    return [(take(item, "id", str, name), item) for item in take(data, name, list, "items")]


def _cites(data: Mapping[str, Any], name: str) -> Cites:
    return tuple((take(cite, "key", str, name), take(cite, "label", str, name)) for cite in take(data, name, list))
