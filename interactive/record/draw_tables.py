"""The progress page's tables: the lessons, and what one can do. On a phone each row becomes a card, so every cell names itself."""

from collections.abc import Callable, Mapping, Sequence, Set

from interactive.kernel.charts import rails
from interactive.kernel.days import capital, counted, day_of, day_said, on_day
from interactive.kernel.html import Child, Safe, hidden, tag
from interactive.record.course import Lesson
from interactive.record.mastery import WORDS, Mastery
from interactive.record.progress import Link
from interactive.record.standing import Standing

CAPTION = "Mastery is a guess from your answers and how long ago you gave them. It moves both ways."
STEPS = "Growing takes two items, steady three, sure five; the latest answer to each counts."

type Next = Callable[[str, Mastery], Link | None]  # what to do for an objective


def lessons_table(found: Sequence[Standing], levels: Mapping[str, Sequence[Mastery]], today: int, offset: int) -> Safe:
    """One row a lesson. `levels` holds the mastery of each lesson's objectives."""
    heads = ("Lesson", "So far", "Read", "Done", "You can", "Last here")
    rows = [_lesson_row(one, levels.get(one.lesson.id, ()), today, offset) for one in found]
    return _table("Progress by lesson", heads, rows, quiet=True)


def _lesson_row(one: Standing, levels: Sequence[Mastery], today: int, offset: int) -> list[Child]:
    lesson, sections = one.lesson, len(one.lesson.sections)
    shares = f"{one.read_share:.0%} read, {one.done_share:.0%} done"
    read = f"{one.read} of {sections} sections, last “{one.section}”" if one.read < sections else "To the end"
    solid = sum(mastery.level >= WORDS.index("steady") for mastery in levels)
    can = f"{solid} of {len(levels)}" if any(mastery.level for mastery in levels) else "Not tried"
    return [
        tag("a", lesson.name, href=lesson.href),
        tag("div", rails(one.read_share, one.done_share), hidden(shares)),
        tag("span", read if one.read else "Not read"),
        tag("span", _done(one)),
        tag("span", can),
        tag("span", day_said(day_of(one.last, offset), today) if one.last else "never"),
    ]


def _done(one: Standing) -> str:
    said = [f"{one.answered} of {counted(one.items, 'item')}"] if one.answered else []
    of = counted(one.activities, "activity", "activities")
    if one.finished or one.begun:
        said.append(f"{one.finished} of {of} finished" if one.finished else f"{one.begun} of {of} begun")
    return "; ".join(said) or ("Not begun" if one.lesson.ready else "Being written")


def objectives_table(
    lesson: Lesson,
    levels: Mapping[str, Mastery],
    items: Mapping[str, Set[str]],
    following: Next,
    today: int,
    offset: int,
) -> Safe:
    """What one can do after a lesson, how well, what that rests on (`items` assess each objective), and what to do next."""
    rows = []
    for name, words in lesson.objectives.items():
        level = levels[name]
        link = following(name, level)
        rows.append(
            [
                tag("span", capital(words)),
                tag("span", meter(level.level), level.word),
                tag("span", _rests_on(level, len(items.get(name, ())), today, offset)),
                tag("span", tag("a", link[0], href=link[1]) if link else "Nothing for now"),
            ]
        )
    return _table(lesson.name, ("You can", "Mastery", "Resting on", "Next"), rows)


def meter(level: int) -> Safe:
    """Four pips, filled up to the level. The word beside them says the same."""
    pips = [tag("i", class_="on" if place < level else None) for place in range(len(WORDS) - 1)]
    return tag("span", pips, class_="st-meter", aria_hidden="true")


def _rests_on(level: Mastery, items: int, today: int, offset: int) -> str:
    if not level.answered:
        return "Nothing to go on yet. That is not a low score."
    right = f"{level.right} right of {counted(level.answered, 'item')} answered"
    left = f" (there are {items})" if items > level.answered else ""
    return f"{right}{left}, the last {on_day(day_of(level.last, offset), today)}"


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[Child]], *, quiet: bool = False) -> Safe:
    """A table that says its roles itself: on a narrow screen its cells are laid out as blocks, which would take them away."""
    head = tag("tr", [tag("th", words, scope="col", role="columnheader") for words in heads], role="row")
    body = [
        tag(
            "tr",
            tag("th", first, scope="row", role="rowheader"),
            [tag("td", cell, role="cell", data_label=words) for words, cell in zip(heads[1:], rest, strict=True)],
            role="row",
        )
        for first, *rest in rows
    ]
    table = tag(
        "table",
        tag("caption", caption, class_="st-hide" if quiet else None),
        tag("thead", head, role="rowgroup"),
        tag("tbody", body, role="rowgroup"),
        class_="st-table st-table--cards",
        role="table",
    )
    return tag("div", table, class_="st-wrap")
