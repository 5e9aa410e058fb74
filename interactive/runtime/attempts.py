"""The bridge's operations on one attempt: open it from its events, take one more event, print its sheet."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from interactive.activities import KINDS
from interactive.kernel.activity import Activity, Step
from interactive.kernel.frame import asleep
from interactive.kernel.reading import Malformed, take
from interactive.kernel.score import score_data
from interactive.record.codec import read_attempt
from interactive.record.replay import replay


class UnknownAttempt(LookupError):
    """The attempt is not open here: the worker was restarted, and the page should open it again."""


@dataclass(slots=True)
class Session:
    """An open attempt: a cache of what its events fold to. Losing it loses nothing."""

    activity: Activity
    definition: Any
    state: Any
    root: str


SESSIONS: dict[str, Session] = {}


def open_attempt(request: Mapping[str, Any]) -> dict[str, Any]:
    """Fold an attempt's events into a state and render it. `root` is the way from the page to the site's root."""
    attempt = read_attempt(take(request, "attempt", dict))
    activity, definition = _definition(request)
    state, _ = replay(activity, definition, attempt.seed, attempt.entries)
    session = Session(activity, definition, state, take(request, "root", str))
    SESSIONS[attempt.id] = session
    return {"attempt": attempt.id, **_shown(session)}


def step_attempt(request: Mapping[str, Any]) -> dict[str, Any]:
    """Apply one event to an open attempt."""
    name = take(request, "attempt", str)
    session = SESSIONS.get(name)
    if session is None:
        raise UnknownAttempt(name)
    result: Step[Any] = session.activity.step(
        session.definition, session.state, take(request, "event", dict), now=take(request, "now", int)
    )
    session.state = result.state
    said = {
        "announce": result.refusal or result.announce,
        "refused": bool(result.refusal),
        "focus": result.focus,
        "statements": [asdict(statement) for statement in result.statements],
    }
    return {"attempt": name, **_shown(session), **said}


def sheet(request: Mapping[str, Any]) -> dict[str, Any]:
    """Render an attempt's round as nobody has touched it, for paper: it carries no marks and no keys."""
    activity, definition, state = _round(request)
    return {"html": rooted(asleep(activity.render(definition, state)), take(request, "root", str))}


def answers(request: Mapping[str, Any]) -> dict[str, Any]:
    """Render the key of an attempt's round, for a sheet of its own."""
    activity, definition, state = _round(request)
    if activity.answers is None:
        raise Malformed("this activity has no answer key of its own")
    return {"html": rooted(activity.answers(definition, state), take(request, "root", str))}


def excerpts(request: Mapping[str, Any]) -> dict[str, Any]:
    """What attempts at other activities came to, in plain words: ref -> text. What says nothing is left out."""
    texts: dict[str, str] = {}
    for one in take(request, "attempts", list):
        attempt = read_attempt(take(one, "attempt", dict))
        activity, definition = _definition(one)
        if activity.excerpt is not None:
            state, _ = replay(activity, definition, attempt.seed, attempt.entries)
            texts[attempt.ref] = activity.excerpt(definition, state)
    return {"texts": {ref: text for ref, text in texts.items() if text}}


def _round(request: Mapping[str, Any]) -> tuple[Activity, Any, Any]:
    """The round that an attempt plays, untouched."""
    attempt = read_attempt(take(request, "attempt", dict))
    activity, definition = _definition(request)
    if activity.blank is None:
        return activity, definition, activity.start(definition, seed=attempt.seed)
    state, _ = replay(activity, definition, attempt.seed, attempt.entries)
    return activity, definition, activity.blank(definition, state)


def _definition(request: Mapping[str, Any]) -> tuple[Activity, Any]:
    data = take(request, "definition", dict)
    activity = KINDS.get(str(data.get("kind")))
    if activity is None:
        raise Malformed("this course's engine does not know that kind of activity")
    return activity, activity.load({**data, "digest": str(request.get("digest", ""))})


def _shown(session: Session) -> dict[str, Any]:
    html = session.activity.render(session.definition, session.state)
    return {
        "html": rooted(html, session.root),
        "score": score_data(session.activity.score(session.definition, session.state)),
    }


def rooted(html: str, root: str) -> str:
    """Links in definitions start with `root:`, the site's root; a page knows how far up that is."""
    return html.replace('="root:', f'="{root}')
