"""What the author wrote for a room without screens: the plan of the class, role sheets, observers' slips, cards, misreadings."""

from dataclasses import dataclass
from typing import Any

from interactive.activities.roleplay.scenes import Paragraphs, paragraphs, rows, words
from interactive.kernel.html import Safe
from interactive.kernel.reading import take

type Pairs = tuple[tuple[Safe, Safe], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A role sheet. Its upper half, `public`, may be shown; `lines` (label, text) are for the player's eyes."""

    name: str
    side: Safe
    public: Safe
    lines: Pairs


@dataclass(frozen=True, slots=True)
class Room:
    """The room edition. `plan` holds (minutes, what happens); `cards` (to whom, text); `misreadings` (what is said, how to meet it)."""

    about: Paragraphs
    before: Paragraphs
    plan: Pairs
    variants: Pairs
    sheets: tuple[Sheet, ...]
    observers: Pairs
    cards: Pairs
    misreadings: Pairs


def read_room(data: Any) -> Room:
    """The room edition from JSON; every part may be left out."""
    return Room(
        about=paragraphs(data, "about"),
        before=paragraphs(data, "before"),
        plan=_pairs(data, "plan"),
        variants=_pairs(data, "variants"),
        sheets=tuple(
            Sheet(take(one, "name", str), words(one, "side"), words(one, "public"), _pairs(one, "lines"))
            for one in rows(data, "sheets")
        ),
        observers=_pairs(data, "observers"),
        cards=_pairs(data, "cards"),
        misreadings=_pairs(data, "misreadings"),
    )


def _pairs(data: Any, name: str) -> Pairs:
    return tuple((words(one, "head"), words(one, "text")) for one in rows(data, name))
