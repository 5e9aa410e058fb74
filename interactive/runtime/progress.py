"""The bridge's operations on everything that was done: the progress page, the review queue, and what other pages show of them.

Requests carry `summaries` (from `summarize`), `cards` (what an earlier reply gave out, or nothing), `course` (the published map),
`now` (ms since 1970), `offset` (minutes that local time is ahead of UTC) and `root` (the way from the page to the site's root).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from interactive.kernel.days import day_of
from interactive.kernel.reading import Malformed, take
from interactive.record.course import Course, read_course
from interactive.record.draw_page import progress_html, today_of
from interactive.record.progress import Due, Progress, progress, rings_of
from interactive.record.summary import Summary, read_summaries
from interactive.review.cards import Deck, Rows, deck
from interactive.review.memory import retrievability
from interactive.review.queue import Queue, new_terms, next_day, queue
from interactive.review.ratings import reviews_of
from interactive.review.view import Words, forecast_chart, queue_html
from interactive.runtime.attempts import rooted

FARTHEST = 24 * 60  # minutes: no place on Earth is further from UTC


@dataclass(frozen=True, slots=True)
class Told:
    """What a request tells, read and folded."""

    summaries: tuple[Summary, ...]
    course: Course
    cards: Deck
    rows: Rows
    queue: Queue
    now: int
    offset: int


def show_progress(request: Mapping[str, Any]) -> dict[str, Any]:
    """Draw the progress page; the reply also has what `overview` gives."""
    told = _told(request)
    whole = _progress(told)
    forecast = forecast_chart(told.queue, day_of(told.now, told.offset)) if told.cards else None
    return {"html": rooted(progress_html(whole, forecast), take(request, "root", str)), **_overview(told, whole)}


def show_queue(request: Mapping[str, Any]) -> dict[str, Any]:
    """Draw the review queue: what is due, with the buttons that begin a session, the forecast, the leeches."""
    told = _told(request)
    following = next_day(told.queue, told.cards, told.now, told.offset)
    words = Words(told.course.label, told.course.reread)
    html = queue_html(told.queue, following, words, told.course.practice, told.now, told.offset)
    return {
        "html": rooted(html, take(request, "root", str)),
        "cards": told.rows,
        "due": len(told.queue.due),
    }


def overview(request: Mapping[str, Any]) -> dict[str, Any]:
    """What pages show beside their own matter: the rings of the contents, and home's strip (its links still start with `root:`)."""
    told = _told(request)
    return _overview(told, _progress(told))


def _told(request: Mapping[str, Any]) -> Told:
    now, offset = take(request, "now", int), take(request, "offset", int)
    if now < 0 or abs(offset) > FARTHEST:
        raise Malformed("the time of the request is out of range")
    summaries, course = read_summaries(request.get("summaries")), read_course(request.get("course"))
    reviews = reviews_of((one.id, one.statements) for one in summaries)
    cards, rows = deck(reviews, request.get("cards"))
    lessons = {course.lesson_of(one.ref) for one in summaries if one.entries}
    terms = {name: str(term.get("lesson", "")) for name, term in course.terms.items()}
    new = new_terms(terms, lessons, course.practisable, reviews, now, offset)
    found = queue(cards, course.practisable, new, now, offset)
    return Told(summaries, course, cards, rows, found, now, offset)


def _progress(told: Told) -> Progress:
    found = told.queue
    leeches = tuple(item for item, _ in found.leeches)
    due = Due(len(found.due), len(found.new), sum(found.forecast[1:8]), leeches)
    memory = {item: retrievability(card, told.now) for item, card in told.cards.items()}
    return progress(told.course, told.summaries, memory, due, told.now, told.offset)


def _overview(told: Told, whole: Progress) -> dict[str, Any]:
    return {"cards": told.rows, "rings": rings_of(whole), "resume": today_of(whole)}
