"""The bridge's operation on an assignment in the making: the draft is the text of its own link."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from interactive.kernel.reading import Malformed, take
from interactive.record.assigning.code import code_svg
from interactive.record.assigning.draft import changed
from interactive.record.assigning.draw_assign import Made, assign_html, sheet_html
from interactive.record.assigning.expanding import expand
from interactive.record.assigning.fragment import read, write
from interactive.record.assigning.model import Assignment
from interactive.record.assigning.rows import rows
from interactive.record.assigning.standing import standings
from interactive.record.course import read_course
from interactive.runtime.attempts import rooted


def make_assignment(request: Mapping[str, Any]) -> dict[str, Any]:
    """Apply `events` to the `draft` (a fragment) and draw the page. `base` is the address of the students' page; `now` in ms.

    What cannot be done is said, and the draft stays as it was.
    """
    course, now, said = read_course(request.get("course")), take(request, "now", int), ""
    draft = _draft(take(request, "draft", str))
    for event in take(request, "events", list):
        try:
            draft = changed(draft, event if isinstance(event, Mapping) else {}, course, now)
        except Malformed as error:
            said = str(error)
    fragment = write(draft)
    link = f"{take(request, 'base', str)}#{fragment}"
    expanded = expand(draft, course)
    found = standings(expanded.tasks, "", {}, course, [], {})
    made = Made(draft, link, code_svg(link) if draft.tasks else "", rows(found, course), expanded.unknown)
    root = take(request, "root", str)
    return {
        "html": rooted(assign_html(made, course), root),
        "draft": fragment,
        "link": link,
        "code": made.code,
        "sheet": sheet_html(made),
        "said": said,
    }


def _draft(text: str) -> Assignment:
    """The draft that the page kept; a damaged one begins anew. What was wrong with it once is not said again."""
    try:
        return replace(read(text), problems=()) if text else Assignment()
    except Malformed:
        return Assignment()
