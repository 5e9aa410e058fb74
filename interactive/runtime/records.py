"""The bridge's operations on the whole record: merge a file into it, show it."""

from collections.abc import Mapping
from typing import Any

from interactive.activities import KINDS
from interactive.kernel.reading import Malformed, take
from interactive.kernel.score import Unscorable
from interactive.record.codec import read, read_text, write
from interactive.record.merge import Merged, merge
from interactive.record.model import Attempt
from interactive.record.replay import replay
from interactive.record.view import Line, record_html


def import_record(request: Mapping[str, Any]) -> dict[str, Any]:
    """Merge an exported file into the record. A file that is not one is refused whole: nothing of it gets in."""
    here = read(take(request, "record", dict))
    merged = merge(here, read_text(take(request, "text", str), here.course))
    return {"record": write(merged.record), "announce": _said(merged)}


def show_record(request: Mapping[str, Any]) -> dict[str, Any]:
    """Render the record. `definitions` maps digests to compiled definitions; `pages` maps refs to {href, digest}."""
    record = read(take(request, "record", dict))
    definitions, pages = take(request, "definitions", dict), take(request, "pages", dict)
    return {"html": record_html(_line(attempt, definitions, pages) for attempt in record.attempts.values())}


def _line(attempt: Attempt, definitions: Mapping[str, Any], pages: Mapping[str, Any]) -> Line:
    page = pages.get(attempt.ref) or {}
    last = max((entry.at for entry in attempt.entries), default=attempt.started)
    data = definitions.get(attempt.digest)
    current = page.get("digest") == attempt.digest
    href = str(page.get("href", ""))
    activity = KINDS.get(str(data.get("kind"))) if isinstance(data, dict) else None
    if activity is None or not isinstance(data, dict):
        return Line(attempt.ref, href, last, Unscorable("made with a version that is not here"), False, current)
    try:
        definition = activity.load(data)
    except Malformed as error:
        return Line(attempt.ref, href, last, Unscorable(str(error)), False, current)
    state, statements = replay(activity, definition, attempt.seed, attempt.entries)
    finished = any(statement.verb == "completed" for statement in statements)
    return Line(str(data.get("title", attempt.ref)), href, last, activity.score(definition, state), finished, current)


def _said(merged: Merged) -> str:
    if not merged.new_attempts and not merged.new_entries:
        return "Everything in that file was here already."
    attempts = f"{merged.new_attempts} {'attempt' if merged.new_attempts == 1 else 'attempts'} added"
    answers = f", {merged.new_entries} steps added to attempts already here" if merged.new_entries else ""
    return f"{attempts}{answers}. Nothing was overwritten."
