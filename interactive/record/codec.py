"""Reading and writing a record as JSON. What comes from a file is untrusted: it is checked whole before any of it is used."""

import json
import re
from typing import Any

from interactive.kernel.reading import Malformed, parse, take
from interactive.record.model import FORMAT, ORDER, VERSION, Attempt, Entry, Record

MAX_CHARACTERS = 8_000_000  # a whole course done many times over is under one million
MAX_EVENT = 20_000  # characters of one event: the longest essay answer fits ten times
NAME = re.compile(r"[a-z0-9][a-z0-9._~/-]{0,119}\Z")


def read_text(text: str, course: str) -> Record:
    """Read an exported file. Raises `Malformed` with a sentence for the learner when it is not a record of this course."""
    if len(text) > MAX_CHARACTERS:
        raise Malformed(
            "This file is far larger than any record of this course. Choose the file that you exported from here."
        )
    try:
        data = parse(text)
    except Malformed as error:
        raise Malformed(
            "This file is damaged or cut short: it is not complete JSON. Export it again and try once more."
        ) from error
    record = read(data)
    if record.course != course:
        raise Malformed(f"This record belongs to another course (“{record.course[:60]}”), so it was left alone.")
    return record


def read(data: Any) -> Record:
    """Read a record from JSON data of any version that ever existed."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise Malformed("This is not a record of a Second Track course.")
    version = take(data, "version", int)
    if version > VERSION:
        raise Malformed(
            "This record was made by a newer version of the course. Reload this page, then import it again."
        )
    if version < 1:
        raise Malformed("This record has no version that ever existed.")
    attempts = [read_attempt(item, f"attempt {place + 1}") for place, item in enumerate(take(data, "attempts", list))]
    return Record(course=take(data, "course", str), attempts={attempt.id: attempt for attempt in attempts})


def write(record: Record) -> dict[str, object]:
    """Write a record as JSON data: attempts by id, entries in order, so that equal records are equal text."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "course": record.course,
        "attempts": [attempt_data(record.attempts[name]) for name in sorted(record.attempts)],
    }


def attempt_data(attempt: Attempt) -> dict[str, object]:
    """Write one attempt as JSON data."""
    entries = sorted(attempt.entries, key=lambda entry: entry.order)
    return {
        "id": attempt.id,
        "ref": attempt.ref,
        "digest": attempt.digest,
        "seed": attempt.seed,
        "started": attempt.started,
        "events": [{"id": entry.id, "at": entry.at, "event": dict(entry.event)} for entry in entries],
    }


def read_attempt(data: Any, where: str = "attempt") -> Attempt:
    """Read one attempt from JSON data, checked value by value."""
    entries = _entries(take(data, "events", list, where), where)
    unique = {entry.id: entry for entry in entries}
    return Attempt(
        id=_name(data, "id", where),
        ref=_name(data, "ref", where),
        digest=_name(data, "digest", where),
        seed=_count(data, "seed", where),
        started=_count(data, "started", where),
        entries=tuple(sorted(unique.values(), key=ORDER)),
    )


def _entries(rows: list[Any], where: str) -> list[Entry]:
    """Checked value by value. What is plainly sound is taken at once: a class that is graded brings hundreds of thousands of these."""
    found = []
    for place, row in enumerate(rows, 1):
        name, at, event = (row.get("id"), row.get("at"), row.get("event")) if type(row) is dict else (None, None, None)
        if (type(name) is str and type(at) is int and type(event) is dict) and (
            0 <= at < 2**53 and _small(event) and NAME.match(name)
        ):
            found.append(Entry(name, at, event))
            continue
        found.append(_entry(row, f"{where}, event {place}"))
    return found


def _entry(data: Any, where: str) -> Entry:
    event = take(data, "event", dict, where)
    if not _small(event) and len(json.dumps(event)) > MAX_EVENT:
        raise Malformed(f"{where} is larger than any answer could be")
    return Entry(id=_name(data, "id", where), at=_count(data, "at", where), event=event)


def _small(event: dict[str, Any]) -> bool:
    """Whether an event is short beyond doubt: flat, and not `MAX_EVENT` long even if every character were escaped. Nearly all are."""
    length = 0
    for name, value in event.items():
        kind = type(value)
        if kind is str:
            length += len(value)
        elif kind is not bool and value is not None and not (kind is int and -(2**53) < value < 2**53):
            return False
        length += len(name) + 8
    return 12 * length < MAX_EVENT


def _name(data: Any, field: str, where: str) -> str:
    """Ids are plain: letters, digits and a few marks. Nothing that could be markup ever gets into the store."""
    value = take(data, field, str, where)
    if not NAME.match(value):
        raise Malformed(f"{where}.{field} holds characters that no id of ours has")
    return value


def _count(data: Any, field: str, where: str) -> int:
    value = take(data, field, int, where)
    if not 0 <= value < 2**53:
        raise Malformed(f"{where}.{field} is out of range")
    return value
