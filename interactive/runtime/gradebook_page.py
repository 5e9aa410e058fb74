"""The bridge's operations that draw a class: the parts of the gradebook's page, and one student's attempts at a task.

gradebook           {"book", "part": one of PARTS, "view": what the page keeps, "offset", "root", "rest": files not read}
                    -> {"html", "announce", "row": id of the student's row}
gradebook-attempts  {"text": a student's file, "book", "student", "ref", "mark", "offset", "root", "index", "definitions"}
                    -> {"html"} or {"wants": [digest, ...]}, as `grade`
"""

from collections.abc import Callable, Mapping
from typing import Any

from interactive.kernel.days import counted
from interactive.kernel.reading import Malformed, take
from interactive.record.gradebook.draw_attempt import Shown, attempts_html
from interactive.record.gradebook.draw_files import files_html
from interactive.record.gradebook.draw_flags import flags_html
from interactive.record.gradebook.draw_head import exports_html, head_html
from interactive.record.gradebook.draw_items import column_of, items_html
from interactive.record.gradebook.draw_objectives import objectives_html
from interactive.record.gradebook.draw_scores import scores_html
from interactive.record.gradebook.draw_student import row_of, student_html, student_of
from interactive.record.gradebook.draw_table import filters_html, sorted_said, table_html
from interactive.record.gradebook.draw_view import View, read_view, shown
from interactive.record.gradebook.handed import read_handed
from interactive.runtime.attempts import rooted
from interactive.runtime.gradebook import SHELF, Held, asked_of, held_book

FARTHEST = 24 * 60  # minutes: no place on Earth is further from UTC

type Draw = Callable[[Held, View, Mapping[str, Any]], str]


def _offset(request: Mapping[str, Any]) -> int:
    offset = take(request, "offset", int)
    if abs(offset) > FARTHEST:
        raise Malformed("the time of the request is out of range")
    return offset


def _rest(request: Mapping[str, Any]) -> int:
    rest = request.get("rest")
    return rest if isinstance(rest, int) else 0


def _items(held: Held, view: View) -> str:
    column = column_of(held.book, view)
    return items_html(held.book, view, asked_of(column.ref) if column else {}, column)


PARTS: dict[str, Draw] = {
    "head": lambda held, view, asked: head_html(held.book),
    "filters": lambda held, view, asked: filters_html(view) if held.book.students else "",
    "table": lambda held, view, asked: table_html(held.book, view, held.course, _offset(asked)),
    "exports": lambda held, view, asked: exports_html(held.book),
    "flags": lambda held, view, asked: flags_html(held.book, view),
    "scores": lambda held, view, asked: scores_html(held.book, view),
    "objectives": lambda held, view, asked: objectives_html(held.book, held.course),
    "items": lambda held, view, asked: _items(held, view),
    "files": lambda held, view, asked: files_html(held.book, _offset(asked), _rest(asked)),
    "student": lambda held, view, asked: student_html(held.book, view, held.course, _offset(asked)),
}


def draw_book(request: Mapping[str, Any]) -> dict[str, Any]:
    """Draw one part of the page."""
    held, view = held_book(request), read_view(request.get("view"))
    part = take(request, "part", str)
    draw = PARTS.get(part)
    if draw is None:
        raise Malformed("the gradebook has no such part")
    html = draw(held, view, request)
    return {
        "html": rooted(html, take(request, "root", str)),
        "announce": _said(part, held, view),
        "row": row_of(held.book, view.student),
    }


def _said(part: str, held: Held, view: View) -> str:
    """What is read out when a part has changed."""
    if part == "student":
        student = student_of(held.book, view.student)
        return student.name if student else ""
    if part != "table":
        return ""
    found = counted(len(shown(held.book, view)), "student")
    return f"{sorted_said(view, held.book)} {found}{f', page {view.page + 1}' if view.page else ''}."


def draw_attempts(request: Mapping[str, Any]) -> dict[str, Any]:
    """Draw every attempt that a file holds at one task, or say which definitions that needs."""
    fill_shelf(request)
    ref = take(request, "ref", str)
    attempts = [one for one in read_handed(take(request, "text", str)).told.attempts if one.ref == ref]
    wants = SHELF.wanted(attempts)
    if wants:
        return {"wants": wants}
    student = student_of(held_book(request).book, take(request, "student", str))
    counted_one = student.results[ref].counted if student and ref in student.results else ""
    attempts.sort(key=lambda one: (one.started, one.id))
    found = [Shown(one, SHELF.version(one)[0], one.id == counted_one) for one in attempts]
    html = attempts_html(found, take(request, "mark", str), _offset(request))
    return {"wants": [], "html": rooted(html, take(request, "root", str))}


def fill_shelf(request: Mapping[str, Any]) -> dict[str, Any]:
    """Take in definitions and the site's index, for whatever is asked next."""
    if request.get("index") is not None:
        SHELF.index(take(request, "index", dict))
    if request.get("definitions") is not None:
        SHELF.put(take(request, "definitions", dict))
    return {}
