"""The items of one task: how hard each was for this class, whether it tells students apart, and which answers drew whom."""

from collections.abc import Mapping, Sequence

from interactive.kernel.days import counted
from interactive.kernel.html import Child, Safe, icon, tag
from interactive.record.gradebook.analysis import ALIKE, ENOUGH, SOLID, Chosen, Item, analyze
from interactive.record.gradebook.describing import Asked
from interactive.record.gradebook.draw_cards import cards
from interactive.record.gradebook.draw_view import View
from interactive.record.gradebook.model import Book, Column

INTRO = (
    f"The first answer of each student counts. How well an item tells students apart is said from {ENOUGH} students on, "
    f"and can be leaned on from about {SOLID} on. The thirds are those who did best and worst on the other items of the same task."
)
ORDERS = {"": "As in the activity", "hard": "Hardest first", "weak": "Those that tell least first"}
TELLS = (
    (0.3, "tells students apart well"),
    (0.1, "tells students apart a little"),
    (0.0, "hardly tells students apart"),
)
BACKWARD = "draws those who did well elsewhere to wrong answers: look at its wording and its key"
MOST_CHOICES, FEW_CHOICES = 7, 4  # up to so many options are all listed; of more, so many, and the rest unfolds
NONE = "Nobody has answered an item yet."


def items_html(book: Book, view: View, asked: Mapping[str, Asked], column: Column | None) -> Safe:
    """The task to choose, the order, and the table. `asked` says what the items of `column` ask."""
    if column is None:
        return tag("div", tag("p", NONE))
    items = ordered(analyze(book, column, asked), view.order)
    heads = ("Item", "Answered", "Share earned", "Does it tell students apart?", "What was answered")
    caption = f"{column.title}: {counted(len(items), 'item')}."
    wrap = cards(caption, heads, [_row(item) for item in items], {2}, "st-items-table")
    return tag(
        "div", tag("p", INTRO, class_="st-small"), _choices(book, view, column), wrap if items else tag("p", NONE)
    )


def column_of(book: Book, view: View) -> Column | None:
    """The task that is analyzed: the one asked for, else the first with items."""
    with_items = [
        column
        for column in book.columns
        if any(column.ref in one.results and one.results[column.ref].responses for one in book.students)
    ]
    return next((column for column in with_items if column.ref == view.task), with_items[0] if with_items else None)


def ordered(items: Sequence[Item], order: str) -> list[Item]:
    """The items in this order; those without the value that it goes by come last."""
    if order == "hard":
        return sorted(items, key=lambda item: (item.difficulty is None, item.difficulty or 0.0))
    if order == "weak":
        return sorted(items, key=lambda item: (item.discrimination is None, item.discrimination or 0.0))
    return list(items)


def tells(item: Item) -> str:
    """Discrimination in words, with what it rests on."""
    if item.difficulty is None:
        return "Not scored"
    if item.discrimination is None:
        if item.why == ALIKE:
            return "Everybody earned the same here"
        return f"Too few to say ({item.answered} of the {ENOUGH} students that it takes)"
    r = item.discrimination
    words = next((said for least, said in TELLS if r >= least), BACKWARD)
    shaky = ", so it may be chance" if item.shaky else ""
    figure = f"{r:.2f}".replace("-", "−")
    return f"It {words} (r = {figure}, from {counted(item.answered, 'student')}{shaky})"


def _row(item: Item) -> list[Child]:
    left = f"{item.left} left it open" if item.left else None
    return [
        item.words or item.item,
        [counted(item.answered, "student"), tag("small", left) if left else None],
        "not scored" if item.difficulty is None else f"{item.difficulty:.0%}",
        tells(item),
        _chosen(item),
    ]


def _chosen(item: Item) -> Child:
    """Every option with how many took it. Where there are very many, those that tell most; the others unfold."""
    shown = [one for one in item.options if one.count or item.form != "words"]
    first, rest = shown, list[Chosen]()
    if len(shown) > MOST_CHOICES:
        wrong = sorted((one for one in shown if not one.key and one.count), key=lambda one: -one.count)
        first = [*(one for one in shown if one.key and item.form != "pairs"), *wrong][:FEW_CHOICES]
        rest = [one for one in shown if one not in first]
    more = tag("details", tag("summary", f"{len(rest)} more"), _listed(rest), class_="st-more") if rest else None
    return [_listed(first) if first else None, more] if shown else "No answers"


def _listed(options: Sequence[Chosen]) -> Safe:
    return tag("ul", [tag("li", _option(one)) for one in options], class_="st-plain")


def _option(one: Chosen) -> Child:
    mark = [icon("i-fits"), " "] if one.key else None
    key = " (the answer)" if one.key else ""
    thirds = ""
    if one.top is not None and one.bottom is not None and one.count:
        thirds = f"top third {one.top:.0%}, bottom third {one.bottom:.0%}"
    return [
        mark,
        f"{one.words}{key}: ",
        tag("b", f"{one.count}"),
        f" ({one.share:.0%})",
        tag("small", thirds) if thirds else None,
    ]


def _choices(book: Book, view: View, column: Column) -> Safe:
    tasks = [(one.ref, one.title) for one in book.columns if one.kind != "reading"]
    return tag(
        "div",
        _select("Task", "task", column.ref, tasks),
        _select("Order", "order", view.order, list(ORDERS.items())),
        class_="st-grade__filters",
    )


def _select(label: str, key: str, chosen: str, options: Sequence[tuple[str, str]]) -> Safe:
    made: list[Child] = [tag("option", words, value=value, selected=value == chosen) for value, words in options]
    name = f"grade-item-{key}"
    field = tag("select", made, id=name, class_="st-select", data_view_key=key, data_parts="items", autocomplete="off")
    return tag("label", label, field, class_="st-field")
