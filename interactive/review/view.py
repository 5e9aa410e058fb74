"""How the queue looks on the practice page: what is due, the buttons that begin a session, what comes when, what refuses to stick."""

from collections.abc import Callable
from dataclasses import dataclass

from interactive.kernel.charts import Bar, chart, standing
from interactive.kernel.days import capital, counted, date_of, day_of, day_said, on_day, span_said
from interactive.kernel.frame import button
from interactive.kernel.html import Child, Safe, tag
from interactive.review.queue import LONGEST, Queue

SECONDS = 20  # of one item, for the estimate
AHEAD = 10  # items of a session that is not due yet


@dataclass(frozen=True, slots=True)
class Words:
    """What the panel needs from the course: a line for an item, and (words, link) of where to reread it."""

    label: Callable[[str], str]
    reread: Callable[[str], tuple[str, str]]


def queue_html(found: Queue, following: tuple[int, int] | None, words: Words, ref: str, now: int, offset: int) -> Safe:
    """The whole panel. `following` is (days from today, how many) of what comes next; `ref` is the activity to review in."""
    today = day_of(now, offset)
    anything = found.due or found.ahead or found.later or found.new
    parts: list[Child] = [_now(found, following, ref, today) if anything else _nothing()]
    if found.due or found.ahead:
        parts += [tag("h3", "What comes when"), forecast_chart(found, today)]
    if found.leeches:
        parts.append(_leeches(found, words))
    return tag("div", parts, class_="st-queue__in", data_box=True)


def forecast_chart(found: Queue, today: int) -> Safe:
    """How many items come due on each of the coming days, as bars, a sentence and a table."""
    days = [day_said(today + place, today) for place in range(len(found.forecast))]
    bars = [
        Bar(
            label="today" if not place else str(date_of(today + place).day),
            value=number,
            said=counted(number, "item"),
            top=str(number) if number else "",
        )
        for place, number in enumerate(found.forecast)
    ]
    total = sum(found.forecast)
    today_said = "all of them" if found.forecast[0] == total else str(found.forecast[0] or "none")
    later = f"; {found.later} later" if found.later else ""
    sentence = f"{counted(total, 'item')} in the next {len(bars)} days, {today_said} today{later}."
    most = max(range(len(bars)), key=lambda place: (found.forecast[place], -place))
    say = f"Bars for each day. {sentence} The most, {found.forecast[most]}, come due {on_day(today + most, today)}."
    rows = [(capital(day), str(number)) for day, number in zip(days, found.forecast, strict=True)]
    return chart(tag("p", sentence), standing(bars, say), ("Day", "Items due"), rows)


def due_said(found: Queue) -> str:
    """How many items are due, in words."""
    return f"{counted(len(found.due), 'item')} due" if found.due else "Nothing due today"


def _nothing() -> Child:
    return tag(
        "p",
        "Nothing to review yet. What you answer in a lesson comes back here on the day when you are about to forget it.",
    )


def _now(found: Queue, following: tuple[int, int] | None, ref: str, today: int) -> Child:
    session = found.session
    return [
        tag("p", due_said(found), class_="st-big"),
        tag("p", _said(found, following, today)),
        tag("div", _buttons(session, found, ref), class_="st-record__actions"),
    ]


def _said(found: Queue, following: tuple[int, int] | None, today: int) -> str:
    said = []
    if found.due:
        said.append(f"About {span_said(max(60, len(found.due) * SECONDS))}, the shakiest first.")
    if found.new:
        terms = counted(len(found.new), "term")
        said.append(f"{terms} from lessons you have begun {'is' if len(found.new) == 1 else 'are'} new.")
    if following and not found.due:
        days, number = following
        said.append(f"The next {counted(number, 'item comes', 'items come')} back {on_day(today + days, today)}.")
    if not said:
        said.append("Everything that you have answered is in good memory.")
    return " ".join(said)


def _buttons(session: tuple[str, ...], found: Queue, ref: str) -> list[Child]:
    """A few sizes of session; when nothing is due, one of what would come next."""
    if not session:
        ahead = list(found.ahead[:AHEAD])
        words = f"Review ahead: {'the item that is' if len(ahead) == 1 else f'the {len(ahead)} items that are'} next"
        return [_begin(words, ahead, ref, first=False)] if ahead else []
    sizes = [size for size in (10, 20) if size < len(session)]
    buttons = [
        _begin(f"Review {size} items", list(session[:size]), ref, first=not place) for place, size in enumerate(sizes)
    ]
    most = "Review it" if len(session) == 1 else f"Review all {len(session)}"
    if len(found.due) + len(found.new) > LONGEST:
        most = f"Review {LONGEST}, the most at once"
    return [*buttons, _begin(most, list(session), ref, first=not sizes)]


def _begin(words: str, items: list[str], ref: str, *, first: bool) -> Safe:
    return button(
        words,
        style="first" if first else "",
        needs_python=False,
        data_command="begin",
        data_for=ref,
        data_event={"type": "begin", "items": items},
        id=f"queue-begin-{len(items)}",
    )


def _leeches(found: Queue, words: Words) -> list[Child]:
    rows = []
    for item, lapses in found.leeches:
        text, href = words.reread(item)
        link = [" Reread ", tag("a", text, href=href), "."] if href else None
        rows.append(tag("li", tag("b", words.label(item)), f" Forgotten {counted(lapses, 'time')}.", link))
    say = "Asking again does not help with these. Read the section first, and find out what you mix up."
    return [tag("h3", "What refuses to stick"), tag("p", say), tag("ul", rows, class_="st-leeches")]
