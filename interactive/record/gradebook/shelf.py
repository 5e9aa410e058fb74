"""The definitions that attempts are replayed on, each read once in a worker: by version, since a class may hold several."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from interactive.activities import KINDS
from interactive.kernel.activity import Event
from interactive.kernel.reading import Malformed
from interactive.record.assigning.model import Task
from interactive.record.model import Attempt
from interactive.record.summary import Loaded

DIGEST = re.compile(r"[0-9a-f]{16}\Z")
MOST_FIRSTS = 2000  # states kept
MOST_WANTED = 400  # versions that one request may ask for: the course has a hundred activities


@dataclass(slots=True)
class Shelf:
    """What is here. `loaded` maps a digest to its definition, or to None where it can no longer be had; `current` a ref to a digest."""

    loaded: dict[str, Loaded | None] = field(default_factory=dict)
    current: dict[str, str] = field(default_factory=dict)
    openings: dict[tuple[str, str], tuple[Event, ...]] = field(default_factory=dict)
    firsts: dict[tuple[str, int], Any] = field(default_factory=dict)

    def put(self, definitions: Mapping[str, Any]) -> None:
        """Read definitions as they came (None: there is none). What cannot be read counts as gone."""
        for digest, data in definitions.items():
            if self.loaded.get(digest) is None:
                self.loaded[digest] = _load(digest, data)

    def index(self, places: Mapping[str, Any]) -> None:
        """Take in the site's index: which version of each activity is the one of today."""
        self.current = {
            ref: str(place.get("digest", "")) for ref, place in places.items() if isinstance(place, Mapping)
        }

    def wanted(self, attempts: Iterable[Attempt]) -> list[str]:
        """The versions that these attempts need and that nobody has looked for yet. No name from a file but a plain digest is asked for."""
        found: dict[str, None] = {}
        for attempt in attempts:
            digests = (attempt.digest, self.current.get(attempt.ref, ""))
            for digest in digests if self.loaded.get(attempt.digest) is None else ():
                if digest not in self.loaded and attempt.ref in self.current and DIGEST.match(digest):
                    found[digest] = None
        return list(found)[:MOST_WANTED]

    def version(self, attempt: Attempt) -> tuple[Loaded | None, bool]:
        """(the definition to replay an attempt on, whether it is the very one that it was made on)."""
        own = self.loaded.get(attempt.digest)
        if own is not None and own.definition.ref == attempt.ref:
            return own, True
        now = self.loaded.get(self.current.get(attempt.ref, ""))
        return (now, False) if now is not None and now.definition.ref == attempt.ref else (None, False)

    def now(self, ref: str) -> Loaded | None:
        """Today's definition of an activity, if it is here."""
        return self.loaded.get(self.current.get(ref, ""))

    def lacking(self, refs: Iterable[str]) -> list[str]:
        """The versions of today of these activities that nobody has looked for yet."""
        digests = (self.current.get(ref, "") for ref in refs)
        return [digest for digest in dict.fromkeys(digests) if DIGEST.match(digest) and digest not in self.loaded]

    def first(self, loaded: Loaded, seed: int) -> Any:
        """The state that a seed begins with. Most of a class was dealt the same cards, and states never change."""
        key = (loaded.definition.digest, seed)
        if key not in self.firsts:
            if len(self.firsts) >= MOST_FIRSTS:
                self.firsts.clear()
            self.firsts[key] = loaded.activity.start(loaded.definition, seed=seed)
        return self.firsts[key]

    def opening(self, task: Task, digest: str, loaded: Loaded) -> tuple[Event, ...]:
        """The events that a task's settings open an attempt with."""
        opening = loaded.activity.opening
        if opening is None or not task.settings:
            return ()
        key = (digest, repr(sorted(task.settings.items())))
        if key not in self.openings:
            try:
                self.openings[key] = tuple(opening(loaded.definition, task.settings))
            except Malformed:  # settings that this activity does not know ask for nothing
                self.openings[key] = ()
        return self.openings[key]


def _load(digest: str, data: Any) -> Loaded | None:
    known = data if isinstance(data, Mapping) else {}
    activity = KINDS.get(str(known.get("kind")))
    try:
        return Loaded(activity, activity.load({**known, "digest": digest})) if activity else None
    except Malformed:
        return None
