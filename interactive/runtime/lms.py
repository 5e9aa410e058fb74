"""The bridge's operations inside a package for an LMS: take up what the LMS kept of a lesson, and say what it should keep now.

`resume` comes first and tells everything once: the definitions of the lesson are too large to send with every answer. `suspend`
brings the attempts that changed. What is held here is a cache; should the worker die, the page resumes from what it has.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from interactive.activities import KINDS
from interactive.kernel.reading import Malformed, take
from interactive.record.codec import attempt_data, read_attempt
from interactive.record.course import read_course
from interactive.record.draw_lesson import CUT, FOREIGN, LEFT_OUT, LOST, REPORTS, Terms, lesson_strip
from interactive.record.lesson_score import Standing, Task, lesson_score, tasks_of
from interactive.record.model import Attempt
from interactive.record.summary import Loaded
from interactive.record.suspending.model import Packed, Part, Prepared, Unpacked, part_of, prepared
from interactive.record.suspending.packing import pack
from interactive.record.suspending.unpacking import unpack
from interactive.runtime.attempts import UnknownAttempt, rooted


@dataclass(slots=True)
class Sitting:
    """One lesson, taken inside an LMS."""

    tasks: tuple[Task, ...]
    parts: Mapping[str, Part]
    terms: Terms
    limit: int
    root: str
    standings: dict[str, Standing]
    notice: str = ""
    attempts: dict[str, Prepared] = field(default_factory=dict)
    reported: dict[str, Standing] = field(default_factory=dict)

    def take_in(self, attempt: Attempt) -> None:
        """Work out an attempt that is new or has changed. What was reached once stays reached."""
        part = self.parts.get(attempt.ref)
        if part is not None:
            one = prepared(attempt, part, self.attempts.get(attempt.id))
            self.attempts[attempt.id] = one
            self.standings[attempt.ref] = self.standings.get(attempt.ref, Standing()).with_best(one.standing)


SITTINGS: dict[str, Sitting] = {}  # by lesson; there is one


def resume(request: Mapping[str, Any]) -> dict[str, Any]:
    """Begin a sitting from what the LMS kept (`state`), or from `attempts` where this browser still has them whole."""
    lesson, local = take(request, "lesson", str), request.get("attempts")
    parts, tasks = _lesson(request, lesson)
    found, notice = _unpacked(take(request, "state", str), parts)
    mark = request.get("mark")
    terms = Terms(take(request, "mode", str), mark if isinstance(mark, int) else 0)
    root, limit = take(request, "root", str), take(request, "limit", int)
    sitting = Sitting(tasks, parts, terms, limit, root, dict(found.standings), notice)
    attempts = _read(local) if isinstance(local, list) else found.attempts
    for attempt in attempts:
        sitting.take_in(attempt)
    sitting.reported = dict(sitting.standings)
    SITTINGS.clear()
    SITTINGS[lesson] = sitting
    taken = [] if isinstance(local, list) else [attempt_data(attempt) for attempt in found.attempts]
    return {"attempts": taken, "begun": bool(sitting.standings), **_told(sitting)}


def suspend(request: Mapping[str, Any]) -> dict[str, Any]:
    """What the LMS should keep now, after these `attempts` have changed; `now` in ms."""
    lesson = take(request, "lesson", str)
    sitting = SITTINGS.get(lesson)
    if sitting is None:
        raise UnknownAttempt(lesson)
    for attempt in _read(take(request, "attempts", list)):
        sitting.take_in(attempt)
    now = take(request, "now", int)
    packed = pack(sitting.parts, sitting.standings, sitting.attempts.values(), now, sitting.limit)
    news = _news(sitting)
    return {"state": packed.text, "packed": list(packed.attempts), "news": news, **_told(sitting, packed)}


def _lesson(request: Mapping[str, Any], lesson: str) -> tuple[dict[str, Part], tuple[Task, ...]]:
    """The activities of the lesson that are in the package. One that this engine cannot read is left out."""
    definitions: dict[str, Mapping[str, Any]] = {}
    parts: dict[str, Part] = {}
    for digest, data in take(request, "definitions", dict).items():
        kind = KINDS.get(str(data.get("kind"))) if isinstance(data, Mapping) else None
        if kind is None or str(data.get("ref", "")).split("/")[0] != lesson:
            continue
        try:
            loaded = Loaded(kind, kind.load({**data, "digest": digest}))
        except Malformed:
            continue
        definitions[str(data["ref"])] = data
        parts[str(data["ref"])] = part_of(str(data["ref"]), digest, loaded, data)
    return parts, tasks_of(read_course(request.get("course")), lesson, definitions)


def _unpacked(state: str, parts: Mapping[str, Part]) -> tuple[Unpacked, str]:
    try:
        found = unpack(state, parts)
    except Malformed:
        return Unpacked(), FOREIGN if state.strip() else ""
    return found, LOST if found.lost else ""


def _read(rows: list[Any]) -> Iterable[Attempt]:
    """An attempt that cannot be read takes no other with it."""
    for row in rows:
        try:
            yield read_attempt(row)
        except Malformed:
            continue


def _told(sitting: Sitting, packed: Packed | None = None) -> dict[str, Any]:
    """The strip, and the numbers that are reported."""
    found = lesson_score(sitting.tasks, sitting.standings)
    notices = [sitting.notice]
    if packed and sitting.terms.mode == REPORTS:
        notices += [CUT if packed.cut else "", LEFT_OUT if packed.left_out else ""]
    html = lesson_strip(found, sitting.terms, filter(None, notices))
    share = found.finished / found.tasks if found.tasks else 0.0
    return {"html": rooted(html, sitting.root), "score": found.score, "done": found.done, "progress": round(share, 4)}


def _news(sitting: Sitting) -> list[dict[str, str]]:
    """What was finished, or done better, since the last report: for the LMS's own list of interactions."""
    news = []
    for task in sitting.tasks:
        standing = sitting.standings.get(task.ref)
        if standing and standing.finished and standing != sitting.reported.get(task.ref):
            points = f"{standing.points / 1000:.3f}".rstrip("0").rstrip(".")
            result = points if task.scored else "neutral"
            news.append({"id": task.ref.replace("/", "."), "title": task.title, "result": result})
            sitting.reported[task.ref] = standing
    return news
