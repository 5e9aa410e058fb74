"""The strip at the head of a page inside an LMS: how much of the lesson is done, what is reported, and what counts.

What became of a report only the page's script knows; so each sentence that it may need stands here, and it shows one (`data-when`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from interactive.kernel.html import Child, Safe, hidden, icon, tag
from interactive.record.lesson_score import LessonScore, Line

REPORTS, REVIEW, ALONE = "reports", "review", "alone"

CUT = (
    "Your school’s system keeps little text. It keeps the beginning of your longest answers; the whole of them stays in this "
    "browser only, so save a copy of what you may need."
)
LEFT_OUT = "Your school’s system has no room for all of your rounds. It keeps your score, and of the rounds the best and the latest."
FOREIGN = "What your school’s system had kept of this lesson could not be read, so the lesson begins anew."
LOST = "The lesson has changed since you were last here. What no longer fits was left out; what you had earned stays."


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms the lesson is taken. `mode`: reports, review or alone (no school's system); `mark` asked for, 0 for none."""

    mode: str = REPORTS
    mark: int = 0


def lesson_strip(found: LessonScore, terms: Terms, notices: Iterable[str] = ()) -> Safe:
    """The whole strip."""
    done = tag("b", f"{found.finished} of {found.tasks} done.")
    line = tag(
        "p", icon("i-flag" if found.done else "i-clock"), " ", done, " ", _said(found, terms), class_="st-lms__line"
    )
    notes = [tag("p", words, class_="st-lms__note") for words in notices]
    body = [_table(found.lines), *(tag("p", words) for words in _rules(terms))]
    more = tag("details", tag("summary", "What counts"), tag("div", body), class_="st-more", id="st-lms-more")
    return tag("div", line, more, notes, class_="st-lms__in", data_lms_box=True)


def _said(found: LessonScore, terms: Terms) -> Child:
    points = f"{found.score} of 100"
    if terms.mode == REVIEW:
        return f"{points}. You are looking back: nothing that you do now is reported or kept."
    if terms.mode == ALONE:
        return f"{points} so far. No school’s system opened this page, so nothing is reported, and what you do lasts until you close it."
    sentences = {
        "first": "What you do here is reported to your school as you go.",
        "reported": f"{points} reported to your school.",
        "refused": f"{points}, but your school’s system did not take the last report. It is tried again with your next answer.",
    }
    return [tag("span", words, data_when=when) for when, words in sentences.items()]


def _table(lines: Iterable[Line]) -> Safe:
    heads = [tag("th", words, scope="col") for words in ("Activity", "Best so far", "State")]
    return tag(
        "table",
        tag("caption", "What counts in this lesson", class_="st-hide"),
        tag("thead", tag("tr", heads)),
        tag("tbody", [_row(line) for line in lines]),
        class_="st-table",
    )


def _row(line: Line) -> Safe:
    title: Child = tag("a", line.title, href=line.href) if line.href else line.title
    extra = tag("span", "Extra: does not count", class_="st-lms__extra") if line.optional else None
    points = "no points" if line.points is None else [str(line.points), hidden(" of 100")]
    state = line.words or ("Done" if line.finished else "Not yet")
    return tag(
        "tr",
        tag("th", title, extra, scope="row"),
        tag("td", points),
        tag("td", icon(_mark(line)), " ", state),
    )


def _mark(line: Line) -> str:
    return "i-ready" if line.finished else "i-open"


def _rules(terms: Terms) -> list[str]:
    rules = [
        "The score is the mean of what has points, each activity counted once by your best round; what you have not begun counts "
        "as nothing yet. A story counts whole when you have played it to an end, whatever you chose.",
        "The lesson is done when everything that counts was finished once.",
    ]
    if terms.mark and terms.mode == REPORTS:
        rules.append(f"Your school asks for {terms.mark} of 100.")
    return rules
