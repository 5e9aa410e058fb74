"""The deck: what is known of every item that was ever reviewed, with a cache that is believed only where it fits the record.

A cached card names how many reviews it rests on and holds their fingerprint. If the record still begins with the same reviews, only
what came later is folded; if a merge brought an earlier one, or a rating changed, the item is folded from its first review again.
"""

from collections.abc import Iterable
from hashlib import sha256
from math import isfinite
from typing import Any

from interactive.review.memory import Memory, fold
from interactive.review.ratings import Review, Reviews

type Deck = dict[str, Memory]
type Rows = list[list[Any]]


def deck(reviews: Reviews, cached: Any = ()) -> tuple[Deck, Rows]:
    """The memory of every item, by item id in order, and the same as JSON rows for the next time.

    `cached` are the rows of some earlier time, or anything else: what does not fit is worked out anew.
    """
    known = dict(_readable(cached))
    cards: Deck = {}
    rows: Rows = []
    for item in sorted(reviews):
        own = reviews[item]
        card, row = known.get(item, (None, []))
        if card is None or card.reps > len(own) or fingerprint(own[: card.reps]) != row[1]:
            card = None
        if card is None or card.reps < len(own):
            card = fold(card, own[card.reps if card else 0 :])
            row = _row(item, fingerprint(own), card)
        cards[item] = card
        rows.append(row)
    return cards, rows


def fingerprint(reviews: Iterable[Review]) -> str:
    """Twelve hexadecimal digits that name these times and ratings in this order."""
    return sha256(repr([(review.at, review.rating) for review in reviews]).encode()).hexdigest()[:12]


def _row(item: str, mark: str, card: Memory) -> list[Any]:
    numbers = [card.stability, card.difficulty, card.last, card.due, card.reps, card.lapses]
    return [item, mark, *numbers, card.known]


def _readable(cached: Any) -> Iterable[tuple[str, tuple[Memory, list[Any]]]]:
    """The rows that are cards. A cache is not worth a complaint."""
    for row in cached if isinstance(cached, list) else ():
        if not isinstance(row, list) or len(row) != 9 or not isinstance(row[0], str) or not isinstance(row[1], str):
            continue
        _, _, stability, difficulty, last, due, reps, lapses, known = row
        if not all(
            type(number) in (int, float) and isfinite(number) and number > 0 for number in (stability, difficulty)
        ):
            continue
        if not all(type(number) is int and number >= 0 for number in (last, due, reps, lapses)) or not reps:
            continue
        memory = Memory(float(stability), float(difficulty), last, due, reps, lapses, known is True)
        yield row[0], (memory, row)
