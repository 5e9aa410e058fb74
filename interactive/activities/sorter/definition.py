"""What a sorter is made of, as the build compiled it (format 1). Every `Safe` text is HTML that the build checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from interactive.kernel.html import Safe
from interactive.kernel.reading import Malformed, take


@dataclass(frozen=True, slots=True)
class Bin:
    """Where cards go. `test` is what a card must pass to belong here; `reread` is (words, link)."""

    id: str
    label: str
    description: Safe
    test: Safe
    reread: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Card:
    """What is sorted. `bin` is the key; `also` holds the defensible bins and `misplaced` the tempting ones, with reasons."""

    id: str
    title: str
    text: Safe
    by: str
    bin: str
    also: Mapping[str, Safe]
    misplaced: Mapping[str, Safe]
    rationale: Safe
    hint: Safe
    cites: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sorter:
    """A whole sorter. `ref` is folder/slug; `draw` is the number of cards in a round; `minutes` is an estimate."""

    ref: str
    digest: str
    title: str
    objectives: tuple[str, ...]
    minutes: int
    question: Safe
    intro: Safe
    draw: int
    bins: Mapping[str, Bin]
    cards: Mapping[str, Card]


def load(data: Mapping[str, Any]) -> Sorter:
    """Read a compiled definition; raises `Malformed` when it is not one."""
    if take(data, "format", int) != 1 or take(data, "kind", str) != "sorter":
        raise Malformed("this is not a sorter of format 1")
    bins = {item.id: item for item in map(_bin, take(data, "bins", list))}
    cards = {item.id: item for item in map(_card, take(data, "cards", list))}
    return Sorter(
        ref=take(data, "ref", str),
        digest=str(data.get("digest", "")),
        title=take(data, "title", str),
        objectives=tuple(take(data, "objectives", list)),
        minutes=take(data, "minutes", int),
        question=Safe(take(data, "question", str)),
        intro=Safe(take(data, "intro", str)),
        draw=take(data, "draw", int),
        bins=bins,
        cards=cards,
    )


def _bin(data: Mapping[str, Any]) -> Bin:
    reread = take(data, "reread", dict, "bins")
    return Bin(
        id=take(data, "id", str, "bins"),
        label=take(data, "label", str, "bins"),
        description=Safe(take(data, "description", str, "bins")),
        test=Safe(take(data, "test", str, "bins")),
        reread=(take(reread, "text", str, "reread"), take(reread, "href", str, "reread")),
    )


def _card(data: Mapping[str, Any]) -> Card:
    return Card(
        id=take(data, "id", str, "cards"),
        title=str(data.get("title", "")),
        text=Safe(take(data, "text", str, "cards")),
        by=take(data, "by", str, "cards"),
        bin=take(data, "bin", str, "cards"),
        also=_reasons(data, "also"),
        misplaced=_reasons(data, "misplaced"),
        rationale=Safe(take(data, "rationale", str, "cards")),
        hint=Safe(take(data, "hint", str, "cards")),
        cites=tuple(
            (take(cite, "key", str, "cites"), take(cite, "label", str, "cites"))
            for cite in take(data, "cites", list, "cards")
        ),
    )


def _reasons(data: Mapping[str, Any], name: str) -> dict[str, Safe]:
    return {bin_id: Safe(why) for bin_id, why in take(data, name, dict, "cards").items()}
