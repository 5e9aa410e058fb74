"""What the instructors' page shows of the banks: the files with their sizes, and the table that the writers obey."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from interactive.kernel.html import Child, Safe, hidden, tag
from interactive.publishing.banks.support import FORMATS, KEPT, SORTS, TABLE, Fate, Support, sort_of
from interactive.publishing.banks.writing import WHOLE, Download, Shelf
from interactive.publishing.filling import fill

PAGE = "instructors/lms.html"
SAID = {Fate.EXPORTED: "As it is", Fate.CHANGED: "Changed", Fate.REFUSED: "No"}


def show_banks(site: Path, shelf: Shelf) -> None:
    """Fill the places of the page that wait for it."""
    for name, draw in PARTS.items():
        fill(site / PAGE, f"banks-{name}", draw(shelf))


def _downloads(shelf: Shelf) -> Safe:
    return _files(shelf, True, "Questions of the quizzes")


def _activities(shelf: Shelf) -> Safe:
    return _files(
        shelf, False, "Cards of the sorters and findings of the casefiles, as questions with one right answer"
    )


def _files(shelf: Shelf, quiz: bool, caption: str) -> Safe:
    """A row for each lesson that has such files, and the whole course last."""
    own = [one for one in shelf.downloads if one.quiz is quiz]
    forms = [form for form in FORMATS if any(one.form is form for one in own)]
    by_place = {(one.lesson, one.form): one for one in own}
    rows = []
    for lesson in (*shelf.titles, WHOLE):
        cells = [(form.label, by_place.get((lesson, form))) for form in forms]
        if any(one for _, one in cells):
            name = shelf.titles.get(lesson, "The whole course")
            rows.append(
                tag("tr", tag("th", name, scope="row"), [_cell(label, _link(one, name)) for label, one in cells])
            )
    return _table(caption, ["Lesson", *[form.label for form in forms]], rows, "st-files")


def _link(one: Download | None, lesson: str) -> Child:
    """The number of questions as the link, and the size; for the ear also what it is and whose."""
    if one is None:
        return None
    words = [str(one.items), hidden(f" questions, {lesson}, {one.form.label}")]
    return [tag("a", words, href=f"../{one.path}", download=True), " ", tag("small", _size(one.size))]


def _size(count: int) -> str:
    return f"{max(1, round(count / 1000))} KB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def _becomes(shelf: Shelf) -> Safe:
    counts = Counter(sort_of(bank.kind, item) for bank in shelf.banks for item in bank.items)
    rows = []
    for sort, name in SORTS.items():
        number = tag("small", f" {counts[sort]}", hidden(" of them")) if counts[sort] else None
        cells = [_cell(form.label, _fate(cell)) for form, cell in zip(FORMATS, TABLE[sort], strict=True)]
        rows.append(tag("tr", tag("th", name, number, scope="row"), cells))
    head = ["Question", *[form.label for form in FORMATS]]
    return _table("What each sort of question becomes, and how many of it there are", head, rows, "st-becomes")


def _fate(one: Support) -> Child:
    return [tag("b", SAID[one.fate], class_=f"st-fate st-fate--{one.fate}"), f" {one.how}" if one.how else None]


def _keeps(shelf: Shelf) -> Safe:
    rows = [
        tag(
            "tr",
            tag("th", name, scope="row"),
            [_cell(form.label, said[:1].upper() + said[1:] or "No") for form, said in zip(FORMATS, cells, strict=True)],
        )
        for name, cells in KEPT.items()
    ]
    return _table(
        "What a format keeps besides the questions", ["", *[form.label for form in FORMATS]], rows, "st-keeps"
    )


PARTS: dict[str, Callable[[Shelf], Safe]] = {
    "downloads": _downloads,
    "activities": _activities,
    "becomes": _becomes,
    "keeps": _keeps,
}


def _cell(label: str, words: Child) -> Safe:
    return tag("td", tag("span", words), data_label=label)


def _table(caption: str, head: list[str], rows: list[Safe], css: str) -> Safe:
    cells = [tag("th", name, scope="col") if name else tag("td") for name in head]
    table = tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", cells)),
        tag("tbody", rows),
        class_=f"st-table st-table--cards {css}",
    )
    label = f"{caption}; scrolls sideways"  # no `div`: the place that is filled ends at the first that is closed
    return tag("section", table, class_="st-wrap", role="group", tabindex="0", aria_label=label)
