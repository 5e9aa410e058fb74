"""The three answers at the head of the progress page and on the home page: where you stopped, what is due, what to look at again."""

from collections.abc import Mapping

from interactive.kernel.days import capital, counted
from interactive.kernel.html import Child, Safe, tag
from interactive.record.course import Course
from interactive.record.mastery import Mastery
from interactive.record.progress import Due
from interactive.record.resume import Resume


def today_html(course: Course, where: Resume | None, due: Due, levels: Mapping[str, Mastery]) -> Safe:
    """The strip. A column that has nothing to say is left out; with nothing at all the strip is empty text."""
    columns = [_stopped(where), _due(course, due), _another_look(course, due, levels)]
    shown = [tag("div", column) for column in columns if column]
    return tag("div", shown, class_="st-today", data_columns=len(shown)) if shown else Safe("")


def _stopped(where: Resume | None) -> Child:
    if where is None:
        return None
    return [
        tag("p", "Pick up where you stopped", class_="st-label"),
        tag("p", where.title, class_="st-big"),
        tag("p", where.words) if where.words else None,
        tag("p", tag("a", "Go on", href=where.href, class_="st-button st-button--first")),
    ]


def _due(course: Course, due: Due) -> Child:
    if not course.practice_href or not (due.now or due.new or due.week):
        return None
    words = [f"and {counted(due.new, 'new term')}"] if due.now and due.new else []
    words += [f"{counted(due.week, 'more item')} by this day next week"] if due.week else []
    title = counted(due.now, "item") if due.now else counted(due.new, "new term") if due.new else "Nothing today"
    line = ", ".join(words)
    return [
        tag("p", "Due for review today", class_="st-label"),
        tag("p", title, class_="st-big"),
        tag("p", capital(line) + ".") if line else None,
        tag("p", tag("a", "Review", href=course.practice_href, class_="st-button")) if due.now or due.new else None,
    ]


def _another_look(course: Course, due: Due, levels: Mapping[str, Mastery]) -> Child:
    """An item that was forgotten again and again; else the weakest thing that was tried, and is not yet steady."""
    leech = next(iter(due.leeches), "")
    tried = {name: level for name, level in levels.items() if level.answered and level.level < 3}
    weakest = min(tried, key=lambda name: (tried[name].share, name), default="")
    item = leech or (tried[weakest].weakest if weakest else "")
    if not item:
        return None
    text, href = course.reread(item)
    title = course.label(item) if leech else _objective(course, weakest)
    why = "Forgotten four times or more." if leech else "The weakest of what you have tried."
    link = tag("p", tag("a", f"Reread “{text}”", href=href, class_="st-button")) if href else None
    return [
        tag("p", "Worth another look", class_="st-label"),
        tag("p", title, class_="st-big"),
        tag("p", why),
        link,
    ]


def _objective(course: Course, name: str) -> str:
    words = next((lesson.objectives[name] for lesson in course.lessons if name in lesson.objectives), name)
    return capital(words)
