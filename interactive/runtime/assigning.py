"""The bridge's operations on an assignment that a student has opened: what it asks, where it stands, the file to hand in.

Requests carry `fragment` (of the link), `student` {name, id}, `course` (the published map) and what an operation says of itself. The
page keeps `plan` and `notes` unread, but for what its frames need: with which seed and which events an attempt begins.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from interactive.activities import KINDS
from interactive.kernel.activity import Event
from interactive.kernel.reading import Malformed, take
from interactive.kernel.score import Score
from interactive.record.assigning.account import account
from interactive.record.assigning.draw_checklist import Checklist, bar_html, checklist_html, empty_html, refused_html
from interactive.record.assigning.draw_report import part_html, report_html
from interactive.record.assigning.expanding import Expanded, expand
from interactive.record.assigning.fitting import asked
from interactive.record.assigning.fragment import read
from interactive.record.assigning.model import Assignment, Task
from interactive.record.assigning.notes import note_of
from interactive.record.assigning.opening import opening_of
from interactive.record.assigning.rows import rows
from interactive.record.assigning.seeds import reach, seed_of
from interactive.record.assigning.standing import Standing, place_of, standings
from interactive.record.codec import read_attempt
from interactive.record.course import Course, read_course
from interactive.record.model import Attempt
from interactive.record.submission import LONGEST_NAME, Submission, one_line, write_submission
from interactive.record.summary import Loaded, read_summaries
from interactive.runtime.attempts import rooted

NAMELESS = "Write your name on this page first: the file needs to say whose it is."


@dataclass(frozen=True, slots=True)
class Told:
    """What a request tells, read."""

    fragment: str
    assignment: Assignment
    course: Course
    expanded: Expanded
    name: str
    student_id: str
    openings: Mapping[str, tuple[Event, ...]]


def plan(request: Mapping[str, Any]) -> dict[str, Any]:
    """What each task lays down for its activity. `definitions` map refs to compiled ones; `needs` in the reply names those that it
    cannot be said without.
    """
    told = _told(request)
    definitions = request.get("definitions")
    given = definitions if isinstance(definitions, Mapping) else {}
    laid = {task.ref: _laid(task, told.name, given.get(task.ref)) for task in told.expanded.tasks}
    needs = [task.ref for task in told.expanded.tasks if task.settings and task.ref not in given]
    return {"plan": {ref: one for ref, one in laid.items() if one}, "needs": needs}


def _laid(task: Task, name: str, definition: Any) -> dict[str, Any] | None:
    """An activity's part of the plan; None where it cannot be laid before the name is known."""
    seed = seed_of(task, name)
    if task.each and seed is None:
        return None
    events = opening_of(task, definition if isinstance(definition, Mapping) else None)
    return {"seed": seed, "reach": reach(task), "attempts": task.attempts, "events": [dict(event) for event in events]}


def show_assignment(request: Mapping[str, Any]) -> dict[str, Any]:
    """Draw the checklist; the reply also has the bar and the notes that other pages show. `attempts` need only their first entries."""
    root = take(request, "root", str)
    if not take(request, "fragment", str):
        return {"html": rooted(empty_html(), root), "bar": "", "notes": {}}
    try:
        told = _told(request)
    except Malformed as error:
        return {"html": rooted(refused_html(str(error)), root), "bar": "", "notes": {}, "refused": True}
    found = _standings(told, request)
    drawn = rows(found, told.course)
    waiting = any(one.waiting for one in found)
    page = Checklist(told.assignment, drawn, told.expanded.unknown, told.name, told.student_id, waiting)
    return {
        "html": rooted(checklist_html(page), root),
        "bar": bar_html(told.assignment.title, drawn),
        "notes": {one.task.ref: note_of(one) for one in found},
    }


def tell_task(request: Mapping[str, Any]) -> dict[str, Any]:
    """One task for the file and the report: `ref`, its whole `attempts`, the `definitions` by digest that they were made on."""
    told, ref = _told(request), take(request, "ref", str)
    task = next((one for one in told.expanded.tasks if one.ref == ref), None)
    if task is None:
        raise Malformed("this is no task of the assignment")
    done = account(asked(task, told.name, told.openings.get(ref, ())), _attempts(request), _loaded(request))
    title, *_ = place_of(ref, told.course)
    total = {"raw": done.score.raw, "max": done.score.max} if isinstance(done.score, Score) else None
    return {"part": {"ref": ref, "ids": list(done.ids), "total": total, "html": part_html(title, done)}}


def hand_in(request: Mapping[str, Any]) -> dict[str, Any]:
    """The file to hand in, its name, and the report: from what `tell_task` said of each task (`parts`) and the attempts."""
    told, made = _told(request), take(request, "made", int)
    if not told.name:
        raise Malformed(NAMELESS)
    parts = [one for one in take(request, "parts", list) if isinstance(one, Mapping)]
    counted = {name for part in parts for name in take(part, "ids", list)}
    attempts = tuple(one for one in _attempts(request) if one.id in counted)
    totals = {str(part["ref"]): (total["raw"], total["max"]) for part in parts if (total := part.get("total"))}
    file = Submission(told.fragment, told.name, made, attempts, totals, told.student_id)
    drawn = rows(_standings(told, request), told.course)
    offset, html = take(request, "offset", int), [str(part.get("html", "")) for part in parts]
    report = report_html(told.assignment, told.name, told.student_id, made, offset, drawn, html)
    name = f"second-track-{_slug(told.assignment.title) or 'assignment'}-{_slug(told.name) or 'student'}.json"
    return {"text": write_submission(file), "file": name, "report": rooted(report, take(request, "root", str))}


def _told(request: Mapping[str, Any]) -> Told:
    fragment, course = take(request, "fragment", str), read_course(request.get("course"))
    student = request.get("student")
    who = student if isinstance(student, Mapping) else {}
    name, number = (one_line(str(who.get(field) or ""), LONGEST_NAME) for field in ("name", "id"))
    assignment = read(fragment)
    return Told(fragment, assignment, course, expand(assignment, course), name, number, _openings(request.get("plan")))


def _openings(data: Any) -> dict[str, tuple[Event, ...]]:
    """The opening events of a plan that an earlier reply gave out."""
    laid = data if isinstance(data, Mapping) else {}
    found = {ref: one.get("events") for ref, one in laid.items() if isinstance(one, Mapping)}
    return {ref: tuple(events) for ref, events in found.items() if isinstance(events, list)}


def _standings(told: Told, request: Mapping[str, Any]) -> list[Standing]:
    summaries = {one.id: one for one in read_summaries(request.get("summaries"))}
    return standings(told.expanded.tasks, told.name, told.openings, told.course, list(_attempts(request)), summaries)


def _attempts(request: Mapping[str, Any]) -> Iterable[Attempt]:
    """The attempts of a request; one that is none takes no other with it."""
    for item in take(request, "attempts", list):
        try:
            yield read_attempt(item)
        except Malformed:
            continue


def _loaded(request: Mapping[str, Any]) -> dict[str, Loaded]:
    found: dict[str, Loaded] = {}
    for digest, data in take(request, "definitions", dict).items():
        activity = KINDS.get(str(data.get("kind"))) if isinstance(data, Mapping) else None
        if activity:
            found[digest] = Loaded(activity, activity.load({**data, "digest": digest}))
    return found


def _slug(text: str) -> str:
    """Words for a file's name: letters and digits of any script, joined by hyphens."""
    return "-".join("".join(char if char.isalnum() else " " for char in text.casefold()).split())[:40].strip("-")
