"""The gradebook as an Excel workbook: scores, objectives, items, answers, flags. Made in memory, dated 1980: equal books give equal bytes.

Texts are written as texts and never as formulas or links, so nothing in a name can run. `xlsxwriter` comes to the browser only when
this is asked for, so it is imported here and not above.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from interactive.record.gradebook.analysis import Item, analyze
from interactive.record.gradebook.describing import Asked
from interactive.record.gradebook.exporting.cells import Cell
from interactive.record.gradebook.exporting.memory import Memory
from interactive.record.gradebook.exporting.tables import Row, heads, wide
from interactive.record.gradebook.mastering import mastered, objectives
from interactive.record.gradebook.model import Book

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
LONGEST = 32_000  # characters of a cell; Excel takes 32,767

type Describing = Callable[[str], Mapping[str, Asked]]


def workbook(book: Book, asked: Describing, labels: Mapping[str, str]) -> bytes:
    """The file's bytes. `asked` tells what the items of an activity (by its ref) ask, `labels` what objectives are called."""
    from datetime import UTC, datetime

    import xlsxwriter

    out = Memory()
    file = xlsxwriter.Workbook(out, OPTIONS)
    file.set_properties({"title": book.title, "created": datetime(1980, 1, 1, tzinfo=UTC)})
    formats = {
        "head": file.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
        "share": file.add_format({"num_format": "0%"}),
        "wrap": file.add_format({"text_wrap": True, "valign": "top"}),
    }
    _sheet(file, formats, "Scores", wide(book), widths=(26, 14), frozen=(2, 1))
    _sheet(file, formats, "Objectives", _objectives(book, labels), widths=(26, 14), frozen=(2, 1), body="share")
    items = list(_analyzed(book, asked))
    _sheet(file, formats, "Items", _items(items), widths=(30, 60, 10, 10, 12, 16, 24), body="wrap")
    _sheet(file, formats, "Answers", _answers(items), widths=(30, 40, 60, 6, 8), frozen=(1, 3), body="wrap")
    _sheet(file, formats, "Flags", _flags(book), widths=(26, 12, 90, 30), body="wrap")
    file.close()
    return bytes(out.data)


def _sheet(
    file: Any,
    formats: Mapping[str, Any],
    name: str,
    rows: Iterable[Row],
    *,
    widths: tuple[int, ...],
    frozen: tuple[int, int] = (1, 1),
    body: str = "",
) -> None:
    """One sheet: a head in bold that stays in view, columns as wide as their matter."""
    sheet = file.add_worksheet(name)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            _write(sheet, at, place, cell, formats["head"] if not at else formats.get(body))
    sheet.freeze_panes(*frozen)


def _write(sheet: Any, at: int, place: int, cell: Cell, form: Any) -> None:
    if isinstance(cell, str):
        if cell:
            sheet.write_string(at, place, cell[:LONGEST], form)
    elif cell is not None:
        sheet.write_number(at, place, cell, form)


def _objectives(book: Book, labels: Mapping[str, str]) -> Iterator[Row]:
    """Mean credit by student and objective; the second row is the class."""
    found = objectives(book)
    yield ["Name", "ID", *(f"{name}: {labels[name]}" if name in labels else name for name in found)]
    yield ["(whole class)", "", *(one.share for one in found.values())]
    refs = [column.ref for column in book.columns]
    for student in book.students:
        own = mastered(student, refs)
        yield [student.name, student.id, *(own[name].share if name in own else None for name in found)]


def _analyzed(book: Book, asked: Describing) -> Iterator[tuple[str, Item]]:
    for column, head in zip(book.columns, heads(book.columns), strict=True):
        for item in analyze(book, column, asked(column.ref)):
            yield head, item


def _items(items: Iterable[tuple[str, Item]]) -> Iterator[Row]:
    yield ["Task", "Item", "Answered", "Left open", "Difficulty (p)", "Discrimination (r)", "Note"]
    for head, item in items:
        measures: Row = [item.answered, item.left, item.difficulty, item.discrimination]
        yield [head, item.words, *measures, _note(item)]


def _answers(items: Iterable[tuple[str, Item]]) -> Iterator[Row]:
    """Which answer draws whom: the shares of all who answered, and of the top and the bottom third."""
    yield ["Task", "Item", "Answer", "Key", "Chosen", "Share", "Top third", "Bottom third"]
    for head, item in items:
        for one in item.options:
            yield [head, item.words, one.words, "yes" if one.key else "", one.count, one.share, one.top, one.bottom]


def _note(item: Item) -> str:
    if item.difficulty is None:
        return "not scored"
    return item.why or ("shaky: fewer than 30 answers" if item.shaky else "")


def _flags(book: Book) -> Iterator[Row]:
    yield ["Name", "How much", "What", "Files"]
    for student in book.students:
        for flag in student.flags:
            yield [student.name, flag.level, flag.words, ", ".join(flag.files)]
    for one in book.refused:
        yield ["", "refused", one.why, one.file]
