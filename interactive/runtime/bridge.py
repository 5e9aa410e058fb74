"""The one entry that the worker calls: `handle(json) -> json`. Strings only, so nothing of Python is ever held by JavaScript.

Request: {"v": 1, "id": 7, "op": "step", ...}. Reply: {"id": 7, "ok": true, ...} or {"id": 7, "ok": false, "error": {"code", "message"}}.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from interactive.kernel.reading import Malformed, parse
from interactive.runtime.assigning import hand_in, plan, show_assignment, tell_task
from interactive.runtime.attempts import UnknownAttempt, answers, excerpts, open_attempt, sheet, step_attempt
from interactive.runtime.gradebook import UnknownBook, export, grade, open_book
from interactive.runtime.gradebook_page import draw_attempts, draw_book, fill_shelf
from interactive.runtime.lms import resume, suspend
from interactive.runtime.making_assignments import make_assignment
from interactive.runtime.progress import overview, show_progress, show_queue
from interactive.runtime.records import import_record, show_record
from interactive.runtime.summaries import summarize_attempts

VERSION = 1

OPERATIONS: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "open": open_attempt,  # an attempt from its definition, seed and events -> HTML
    "step": step_attempt,  # one more event -> HTML, announcement, score
    "sheet": sheet,  # the same round before anything was done, for printing
    "answers": answers,  # the key of the same round, for printing
    "excerpts": excerpts,  # what other attempts came to, in words, for a memo
    "import": import_record,  # a record and the text of a file -> the merged record
    "record": show_record,  # summaries of all attempts -> HTML of the list
    "summarize": summarize_attempts,  # attempts at one definition -> what each came to, for the page to keep
    "progress": show_progress,  # all summaries -> HTML of the progress page, and what `overview` gives
    "queue": show_queue,  # all summaries -> HTML of the review queue
    "grade": grade,  # files that students handed in, replayed -> a batch for the page to keep
    "gradebook-open": open_book,  # batches -> a book, which stays in the worker
    "gradebook-export": export,  # a book -> a file for a spreadsheet or a learning management system
    "gradebook": draw_book,  # one part of the gradebook's page -> HTML
    "gradebook-attempts": draw_attempts,  # a student's file and a task -> HTML of every attempt at it
    "gradebook-shelf": fill_shelf,  # definitions -> kept in the worker, so that items can be told in words
    "overview": overview,  # all summaries -> the rings of the contents, where to go on
    "assign": make_assignment,  # a draft and what the instructor did -> the page, the link, its code and its sheet
    "assignment": show_assignment,  # a link's fragment and the record -> the checklist, the bar, the notes at activities
    "assignment-plan": plan,  # a fragment -> with which seed and events each activity's attempts begin
    "assignment-task": tell_task,  # one task's attempts and their definitions -> its part of the report
    "submission": hand_in,  # those parts and the attempts -> the file to hand in, the report
    "resume": resume,  # what an LMS kept of a lesson -> its attempts, what they come to
    "suspend": suspend,  # attempts that changed -> what an LMS should keep, the lesson's score
}


def handle(message: str) -> str:
    """Answer one request. Never raises: whatever goes wrong is an error reply with a code and a sentence."""
    number: Any = None
    try:
        request = parse(message)
        number = request.get("id") if isinstance(request, dict) else None
        return _reply(number, **_answer(request))
    except Malformed as error:
        return _failure(number, "malformed", str(error))
    except UnknownAttempt as error:
        return _failure(number, "unknown-attempt", f"Attempt {error} is not open here.")
    except UnknownBook as error:
        return _failure(number, "unknown-book", f"The gradebook {error} is not open here.")
    except Exception as error:
        return _failure(number, "internal", f"{type(error).__name__}: {error}")


def _answer(request: Any) -> dict[str, Any]:
    if not isinstance(request, dict):
        raise Malformed("a request should be an object")
    if request.get("v") != VERSION:
        raise Malformed(f"this engine speaks version {VERSION} of the bridge; reload the page")
    operation = OPERATIONS.get(str(request.get("op")))
    if operation is None:
        raise Malformed("there is no such operation")
    return operation(request)


def _reply(number: Any, **fields: Any) -> str:
    return json.dumps({"id": number, "ok": True, **fields}, ensure_ascii=False)


def _failure(number: Any, code: str, message: str) -> str:
    return json.dumps({"id": number, "ok": False, "error": {"code": code, "message": message}}, ensure_ascii=False)
