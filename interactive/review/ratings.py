"""From statements to reviews: how well each answer went, on the four steps of FSRS, and in which order answers were given."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4

# verb, item, at (ms since 1970), response, credit, objectives, confidence: a statement as summaries keep it
type Row = tuple[str, str, int, str, float | None, Sequence[str], str]


class Review(NamedTuple):
    """One answer to one item, as the scheduler takes it: when (ms since 1970), in which attempt, and how well (1 to 4)."""

    at: int
    attempt: str
    rating: int


type Reviews = dict[str, list[Review]]


def rating_of(credit: float, confidence: str, helped: bool) -> int:
    """The rating that an answer earns.

    Under half a point is Again and under a whole one Hard. A whole point is Good; said to be sure beforehand it is Easy, while a
    guess that hit, or an answer after a hint or after the solution was seen, is Hard: it was not simply remembered.
    """
    if credit < 0.5:
        return AGAIN
    if credit < 1 or helped or confidence == "guessing":
        return HARD
    return EASY if confidence == "sure" else GOOD


def reviews_of(attempts: Iterable[tuple[str, Iterable[Row]]]) -> Reviews:
    """All reviews by item, from (attempt id, rows) pairs in any order.

    What is not scored is no review, unless the learner rated it: a rating of one's own overrules the answer before it in the same
    attempt, and stands alone where there is none (a term is looked up, then rated). Reviews are in order of time, the attempt's id
    settles ties: the order in which attempts come, and so the way in which two records were merged, makes no difference.
    """
    found: Reviews = {}
    for attempt, rows in attempts:
        for item, reviews in _in_attempt(attempt, rows).items():
            found.setdefault(item, []).extend(reviews)
    for reviews in found.values():
        reviews.sort(key=lambda review: (review.at, review.attempt))
    return found


def _in_attempt(attempt: str, rows: Iterable[Row]) -> Reviews:
    found: Reviews = {}
    helped: set[str] = set()
    unscored: dict[str, int] = {}  # when an item was answered without being scored, until it is rated
    for verb, item, at, response, credit, _objectives, confidence in rows:
        if verb == "answered":
            if credit is None:
                unscored[item] = at
            else:
                # A casefile's hints are for a whole scenario, its findings are named `scenario--element`.
                rating = rating_of(credit, confidence, item in helped or item.split("--")[0] in helped)
                found.setdefault(item, []).append(Review(at, attempt, rating))
        elif verb == "rated" and response in ("1", "2", "3", "4"):
            own = found.setdefault(item, [])
            if own and item not in unscored:
                own[-1] = own[-1]._replace(rating=int(response))
            else:
                own.append(Review(unscored.pop(item, at), attempt, int(response)))
        elif verb in ("hinted", "revealed"):
            helped.add(item)
    return found
