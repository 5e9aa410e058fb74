"""What a task's settings ask of an engine, as the events with which an attempt opens."""

from collections.abc import Mapping
from typing import Any

from interactive.activities import KINDS
from interactive.kernel.activity import Event
from interactive.kernel.reading import Malformed
from interactive.record.assigning.model import Task


def opening_of(task: Task, definition: Mapping[str, Any] | None) -> tuple[Event, ...]:
    """The opening events of a task at a compiled definition (as JSON): () where it sets nothing, or the kind takes no settings."""
    activity = KINDS.get(str((definition or {}).get("kind")))
    if definition is None or activity is None or activity.opening is None or not task.settings:
        return ()
    try:
        return tuple(activity.opening(activity.load(definition), task.settings))
    except Malformed:
        return ()
