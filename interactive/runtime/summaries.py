"""The bridge's operation on attempts of the record: what each came to, as summaries for the page to keep."""

from collections.abc import Mapping
from typing import Any

from interactive.activities import KINDS
from interactive.kernel.reading import Malformed, take
from interactive.record.codec import read_attempt
from interactive.record.model import Attempt
from interactive.record.summary import Loaded, summarize


def summarize_attempts(request: Mapping[str, Any]) -> dict[str, Any]:
    """Summarize attempts at one definition, in their order. It is null where it can no longer be had; `digest` names it.

    Many at once, because a definition may hold every item of the course, and reading it costs more than replaying an attempt.
    """
    attempts = [
        read_attempt(item, f"attempt {place + 1}") for place, item in enumerate(take(request, "attempts", list))
    ]
    definition = request.get("definition")
    data = {**definition, "digest": str(request.get("digest", ""))} if isinstance(definition, Mapping) else {}
    activity = KINDS.get(str(data.get("kind")))
    try:
        loaded = Loaded(activity, activity.load(data)) if activity else None
    except Malformed:
        loaded = None
    return {"summaries": [_summary(attempt, loaded, data) for attempt in attempts]}


def _summary(attempt: Attempt, loaded: Loaded | None, data: Mapping[str, Any]) -> dict[str, Any]:
    """One attempt that an engine stumbles over is told as one that cannot be, and takes no other with it."""
    try:
        return summarize(attempt, loaded, data)
    except Exception:
        return summarize(attempt, None, {})
