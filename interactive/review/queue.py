"""What to review now, what comes when, and what refuses to stick. Every list is told by the deck and the day, and by nothing else."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from interactive.kernel.days import day_of
from interactive.review.cards import Deck
from interactive.review.memory import retrievability
from interactive.review.ratings import Reviews

AHEAD = 14  # days of the forecast
NEW_A_DAY = 5  # terms met but never reviewed
LEECH = 4  # lapses after which an item is not helped by asking again
LONGEST = 200  # items of one session; the practice activity takes no more


@dataclass(frozen=True, slots=True)
class Queue:
    """`due`, `new` and `ahead` are item ids in the order in which to ask them; together with no id twice.

    `ahead` is what comes due soonest of what is not due; `forecast` counts what comes due on each of `AHEAD` days, the first being
    today with all that is overdue, and `later` all beyond. `leeches` are (item, lapses), the worst first.
    """

    due: tuple[str, ...]
    new: tuple[str, ...]
    ahead: tuple[str, ...]
    forecast: tuple[int, ...]
    later: int
    leeches: tuple[tuple[str, int], ...]

    @property
    def session(self) -> tuple[str, ...]:
        """What a session of today holds: what is due, then what is new."""
        return (self.due + self.new)[:LONGEST]


def queue(cards: Deck, practisable: Collection[str], new: Collection[str], now: int, offset: int) -> Queue:
    """The queue at `now` (ms) where local time is `offset` minutes ahead of UTC.

    Only items that can be practised are offered. An item is due from the local midnight of its day on. First comes what is most
    likely to be forgotten; ids settle ties, so that the order is the same everywhere.
    """
    today = day_of(now, offset)
    offered = {item: cards[item] for item in dict.fromkeys(practisable) if item in cards}
    days = {item: max(0, day_of(card.due, offset) - today) for item, card in offered.items()}
    due = sorted((retrievability(card, now), item) for item, card in offered.items() if not days[item])
    ahead = sorted((card.due, item) for item, card in offered.items() if days[item])
    counts = [0] * AHEAD
    for day in days.values():
        if day < AHEAD:
            counts[day] += 1
    leeches = sorted((-card.lapses, item) for item, card in offered.items() if card.lapses >= LEECH)
    return Queue(
        due=tuple(item for _, item in due),
        new=tuple(item for item in dict.fromkeys(new) if item not in cards),
        ahead=tuple(item for _, item in ahead),
        forecast=tuple(counts),
        later=len(days) - sum(counts),
        leeches=tuple((item, -lapses) for lapses, item in leeches),
    )


def new_terms(
    terms: Mapping[str, str],
    met: Collection[str],
    practisable: Collection[str],
    reviews: Reviews,
    now: int,
    offset: int,
) -> list[str]:
    """The terms to meet today: of lessons that were begun (`terms` maps a term to its lesson), never reviewed, `NEW_A_DAY` a day."""
    today = day_of(now, offset)
    begun = sum(day_of(reviews[term][0].at, offset) == today for term in terms if term in reviews)
    offered = set(practisable)
    fresh = [term for term, lesson in terms.items() if lesson in met and term in offered and term not in reviews]
    return fresh[: max(0, NEW_A_DAY - begun)]


def next_day(found: Queue, cards: Deck, now: int, offset: int) -> tuple[int, int] | None:
    """(days from today, how many) of the next items that come due; None when nothing is scheduled after today."""
    if not found.ahead:
        return None
    today = day_of(now, offset)
    first = day_of(cards[found.ahead[0]].due, offset)
    return first - today, sum(day_of(cards[item].due, offset) == first for item in found.ahead)
