"""One student's attempts at one task, opened: each as the activity itself shows it, with what it does not show by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from interactive.activities.roleplay.rules import moments
from interactive.kernel.html import Child, Safe, tag
from interactive.record.gradebook.draw_inert import inert
from interactive.record.gradebook.draw_words import moment, scored
from interactive.record.model import Attempt
from interactive.record.replay import replay
from interactive.record.summary import Loaded

GONE = "The version of the activity that this was made with is not here, so it cannot be shown."
STUMBLED = "This attempt could not be replayed, so it cannot be shown."
LOOK_BACK = {
    "type": "debrief"
}  # opens what a play that is over has to say; wherever that makes no sense it changes nothing


@dataclass(frozen=True, slots=True)
class Shown:
    """An attempt to be shown, with the activity it was made on, or None where that is gone. `counted`: its score counts."""

    attempt: Attempt
    loaded: Loaded | None
    counted: bool = False


def attempts_html(shown: Sequence[Shown], mark: str, offset: int) -> Safe:
    """All attempts of a task in their order: the one that counts is open."""
    one = len(shown) == 1
    return tag("div", [_attempt(each, f"{mark}-{place}", place, one, offset) for place, each in enumerate(shown, 1)])


def _attempt(shown: Shown, mark: str, place: int, alone: bool, offset: int) -> Safe:
    begun = moment(shown.attempt.started, offset)
    counts = " (this one counts)" if shown.counted and not alone else ""
    words, body = _drawn(shown, mark)
    summary = tag("summary", f"Attempt {place}, begun {begun}: {words}{counts}")
    return tag("details", summary, body, class_="st-more", open=shown.counted or alone)


def _drawn(shown: Shown, mark: str) -> tuple[str, Child]:
    """(what it came to in words, what there is to see). An attempt that an engine stumbles over takes no other with it."""
    if shown.loaded is None:
        return "cannot be shown", tag("p", GONE)
    activity, definition = shown.loaded.activity, shown.loaded.definition
    try:
        state, _ = replay(activity, definition, shown.attempt.seed, shown.attempt.entries)
        words = scored(activity.score(definition, state))
        state = activity.step(definition, state, LOOK_BACK, now=shown.attempt.started).state
        seen: list[Child] = [inert(activity.render(definition, state), mark)]
        return words, [*seen, _path(shown.loaded, state), _key(shown.loaded, state, mark)]
    except Exception:
        return "cannot be shown", tag("p", STUMBLED)


def _key(loaded: Loaded, state: Any, mark: str) -> Child:
    """The key of the round, where the activity has one of its own. A student who finished has seen it above."""
    if loaded.activity.answers is None:
        return None
    html = inert(loaded.activity.answers(loaded.definition, state), f"{mark}-key")
    return tag("details", tag("summary", "The key of this round, with the reasons"), html, class_="st-more")


def _path(loaded: Loaded, state: Any) -> Child:
    """The decisions of a play that is not over; when it is, its debrief tells them."""
    if loaded.activity.kind != "roleplay" or state.ending or not state.path:
        return None
    rows = [
        tag("li", tag("b", one.scene.title), ". ", one.choice.text) for one in moments(loaded.definition, state.path)
    ]
    return [tag("p", "The decisions so far:"), tag("ol", rows)]
