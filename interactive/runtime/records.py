"""The bridge's operations on the whole record: merge a file into it, list what it holds."""

from collections.abc import Mapping
from typing import Any

from interactive.kernel.reading import take
from interactive.kernel.score import Unscorable
from interactive.record.codec import read, read_text, write
from interactive.record.merge import Merged, merge
from interactive.record.summary import Summary, read_summaries
from interactive.record.view import Line, record_html


def import_record(request: Mapping[str, Any]) -> dict[str, Any]:
    """Merge an exported file into the record. A file that is not one is refused whole: nothing of it gets in."""
    here = read(take(request, "record", dict))
    merged = merge(here, read_text(take(request, "text", str), here.course))
    return {"record": write(merged.record), "announce": _said(merged)}


def show_record(request: Mapping[str, Any]) -> dict[str, Any]:
    """List every attempt from its summary. `pages` maps refs to {href, digest}: where an activity stands, and its version now."""
    pages = take(request, "pages", dict)
    summaries = read_summaries(request.get("summaries"))
    return {"html": record_html(_line(one, pages.get(one.ref)) for one in summaries)}


def _line(summary: Summary, page: Any) -> Line:
    place = page if isinstance(page, Mapping) else {}
    current = place.get("digest") == summary.digest
    href = str(place.get("href", ""))
    title, words = summary.title, ""
    if summary.kind == "reading" and isinstance(summary.score, Unscorable):
        title, words = f"Reading: {title}", summary.score.reason
    return Line(title, href, summary.touched, summary.score, summary.finished, current, words)


def _said(merged: Merged) -> str:
    if not merged.new_attempts and not merged.new_entries:
        return "Everything in that file was here already."
    attempts = f"{merged.new_attempts} {'attempt' if merged.new_attempts == 1 else 'attempts'} added"
    answers = f", {merged.new_entries} steps added to attempts already here" if merged.new_entries else ""
    return f"{attempts}{answers}. Nothing was overwritten."
