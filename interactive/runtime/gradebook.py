"""The bridge's operations on a class: grade files in any worker, put a book together in the page's own, export it.

  grade             {"submissions": [{"file", "text"}, ...], "index": definitions/index.json, "definitions": {digest: data or null}}
                    -> {"wants": [digest, ...], "batch": BATCH or null, "students": n, "refused": n}
                    Where `wants` is not empty the page fetches assets/definitions/DIGEST.json for each (null where there is none) and
                    asks again with the same files and these `definitions`. They stay in the worker, and so does the index.
                    `text` is null for a file that the page found too large to read (over 8 million bytes).
  gradebook-open    {"book": any name, "batches": [BATCH, ...], "course": course.json, "now": ms, "since": ms or 0, "add": true or
                    false, "definitions": {...} or nothing} -> {"students": n, "refused": n, "flagged": n, "title": text, "wants":
                    [digest, ...]}. `add` keeps the batches that came before. What it `wants` (other workers graded those) is only
                    for the words of items and answers; it may come with a later request, or never.
  gradebook-export  {"book", "form": one of FORMS} -> {"name", "type", "text"} or {"name", "type", "base64"}. For "xlsx" the page
                    asks with the library `xlsxwriter`.

A book lives in the worker. Where it is gone (the worker died), whoever asks for it gets the error "unknown-book", and the page opens it
again from the batches, which it keeps.
"""

import gc
import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from interactive.kernel.reading import Malformed, take
from interactive.record.course import Course, read_course
from interactive.record.gradebook.assembling import assemble
from interactive.record.gradebook.describing import Asked, describe
from interactive.record.gradebook.exporting import systems, tables
from interactive.record.gradebook.exporting.cells import csv_text
from interactive.record.gradebook.exporting.tables import Row
from interactive.record.gradebook.exporting.workbook import workbook
from interactive.record.gradebook.grading import grade_files, open_file
from interactive.record.gradebook.handed import Handed
from interactive.record.gradebook.model import Batch, Book
from interactive.record.gradebook.rows import read_batch, write_batch
from interactive.record.gradebook.shelf import Shelf


class UnknownBook(LookupError):
    """The book is not in this worker: it was restarted, and the page should open the book again."""


@dataclass(slots=True)
class Held:
    """An open book, what it was made from, and the course that it was made with."""

    course: Course
    batches: list[Batch] = field(default_factory=list)
    book: Book = field(default_factory=Book)


SHELF = Shelf()
BOOKS: dict[str, Held] = {}

FORMS: dict[str, tuple[str, Callable[[Book], Iterator[Row]]]] = {  # form -> (end of the file's name, its rows)
    "plain": ("scores", tables.wide),
    "long": ("answers", tables.long),
    "moodle": ("moodle", systems.moodle),
    "canvas": ("canvas", systems.canvas),
    "brightspace": ("brightspace", systems.brightspace),
    "blackboard": ("blackboard", systems.blackboard),
}
CSV = "text/csv;charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def grade(request: Mapping[str, Any]) -> dict[str, Any]:
    """Grade files, or say which definitions that needs. Replaying makes no rings of objects, so nobody looks for them meanwhile."""
    gc.disable()
    try:
        return _grade(request)
    finally:
        gc.enable()


def _grade(request: Mapping[str, Any]) -> dict[str, Any]:
    _definitions(request)
    files = [open_file(*_file(one)) for one in take(request, "submissions", list)]
    attempts = (attempt for _, _, opened in files if isinstance(opened, Handed) for attempt in opened.told.attempts)
    wants = SHELF.wanted(attempts)
    if wants:
        return {"wants": wants, "batch": None, "students": 0, "refused": 0}
    batch = grade_files(files, SHELF)
    return {
        "wants": [],
        "batch": write_batch(batch),
        "students": len(batch.students),
        "refused": len(batch.refused),
    }


def open_book(request: Mapping[str, Any]) -> dict[str, Any]:
    """Put a book together from batches, and keep it here."""
    name = take(request, "book", str)
    _definitions(request)
    before = BOOKS.get(name)
    adding = request.get("add") is True
    if adding and before is None:
        raise UnknownBook(name)
    course = (
        before.course if adding and before and request.get("course") is None else read_course(request.get("course"))
    )
    held = Held(
        course, [*(before.batches if adding and before else ()), *map(read_batch, take(request, "batches", list))]
    )
    held.book = assemble(held.batches, course, _time(request, "now"), _time(request, "since"))
    BOOKS[name] = held
    return {
        "students": len(held.book.students),
        "refused": len(held.book.refused),
        "flagged": sum(one.level in ("look", "wrong") for one in held.book.students),
        "title": held.book.title,
        "wants": SHELF.lacking(column.ref for column in held.book.columns),
    }


def export(request: Mapping[str, Any]) -> dict[str, Any]:
    """A book as a file. Plain ones carry the mark by which Excel knows UTF-8; importers are better off without."""
    held, form = held_book(request), take(request, "form", str)
    stem = "-".join(re.findall(r"[a-z0-9]+", held.book.title.casefold()))[:60] or "class"
    if form == "xlsx":
        labels = {name: words for lesson in held.course.lessons for name, words in lesson.objectives.items()}
        data = workbook(held.book, asked_of, labels)
        return {"name": f"{stem}-gradebook.xlsx", "type": XLSX, "base64": b64encode(data).decode()}
    if form not in FORMS:
        raise Malformed("there is no such form of export")
    end, rows = FORMS[form]
    text = csv_text(rows(held.book), mark=form in ("plain", "long"), quote_all=form == "blackboard")
    return {"name": f"{stem}-{end}.csv", "type": CSV, "text": text}


def asked_of(ref: str) -> dict[str, Asked]:
    """What the items of an activity ask, in today's words; nothing where its definition has not come to this worker."""
    return describe(SHELF.now(ref))


def held_book(request: Mapping[str, Any]) -> Held:
    """The book that a request names. For every operation that looks into one."""
    name = take(request, "book", str)
    held = BOOKS.get(name)
    if held is None:
        raise UnknownBook(name)
    return held


def _definitions(request: Mapping[str, Any]) -> None:
    """Take in what a request brings for the shelf."""
    if request.get("index") is not None:
        SHELF.index(take(request, "index", dict))
    if request.get("definitions") is not None:
        SHELF.put(take(request, "definitions", dict))


def _file(one: Any) -> tuple[object, str | None]:
    text = one.get("text") if isinstance(one, Mapping) else ""
    if text is not None and not isinstance(text, str):
        raise Malformed("the text of a file should be text")
    return (one.get("file") if isinstance(one, Mapping) else ""), text


def _time(request: Mapping[str, Any], name: str) -> int:
    value = request.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
