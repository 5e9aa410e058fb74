"""The model of memory: FSRS-6, as the package `fsrs` has it, folded over an item's reviews. Nothing else here knows that package.

Method: https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm, with its default parameters. No short learning
steps (a session here is a page, not a phone), no fuzz (the same answers must give the same dates everywhere), and a review when the
chance to remember has fallen to `RETENTION`.

FSRS counts whole days since the last review. We round a gap of 16 hours up to a day, so that someone who studies every evening, a
little earlier today than yesterday, is not taken to answer twice on one day. WebAssembly's floating point is exact and the same in
all browsers, so the same reviews give the same card to the last bit on every device.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fsrs import Card as FsrsCard
from fsrs import Rating, Scheduler, State
from fsrs.scheduler import DEFAULT_PARAMETERS

from interactive.kernel.days import DAY
from interactive.review.ratings import AGAIN, Review

RETENTION = 0.9
GRACE = 8 * 3_600_000  # ms by which a day may fall short
LONGEST = 36_500  # days; FSRS's own longest interval
_ORIGIN = datetime(2000, 1, 1, tzinfo=UTC)  # FSRS gets only differences from here, never the real date

_DECAY = -DEFAULT_PARAMETERS[20]
_FACTOR = 0.9 ** (1 / _DECAY) - 1

SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False, desired_retention=RETENTION)


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of one item after some reviews.

    `stability`: days until the chance to remember is 90 %; `difficulty`: 1 to 10; `last` and `due`: ms since 1970; `reps`: reviews;
    `lapses`: how often it was forgotten after it had been known.
    """

    stability: float
    difficulty: float
    last: int
    due: int
    reps: int
    lapses: int
    known: bool  # whether it was ever answered well enough


def fold(memory: Memory | None, reviews: list[Review]) -> Memory:
    """Carry a memory on over further reviews, in their order; from nothing, over at least one."""
    card = FsrsCard(card_id=1, due=_ORIGIN) if memory is None else _card(memory)
    for review in reviews:
        days = 0 if memory is None else days_between(memory.last, review.at)
        card.last_review = None if memory is None else _ORIGIN
        when = _ORIGIN + timedelta(days=days)
        card, _ = SCHEDULER.review_card(card, Rating(review.rating), when)
        known = memory.known if memory else False
        memory = Memory(
            stability=card.stability or 0.0,
            difficulty=card.difficulty or 0.0,
            last=review.at,
            due=review.at + (card.due - when).days * DAY,
            reps=(memory.reps if memory else 0) + 1,
            lapses=(memory.lapses if memory else 0) + (known and review.rating == AGAIN),
            known=known or review.rating > AGAIN,
        )
    if memory is None:
        raise ValueError("there is nothing to remember without a review")
    return memory


def retrievability(memory: Memory, now: int) -> float:
    """The chance, 0 to 1, that this is remembered now. FSRS's forgetting curve, written out: it is asked for thousands at once."""
    days: float = days_between(memory.last, now)
    return float((1 + _FACTOR * days / memory.stability) ** _DECAY)


def days_between(last: int, at: int) -> int:
    """Whole days from one review to another (ms since 1970); 16 hours and more count as a day."""
    return min(LONGEST, max(0, at - last + GRACE) // DAY)


def _card(memory: Memory) -> FsrsCard:
    return FsrsCard(
        card_id=1,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_ORIGIN,
        last_review=_ORIGIN,
    )
