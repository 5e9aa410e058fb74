"""A small invented class on the sample activities: a quiz, a sorter, a casefile, a story. Every rule of the gradebook shows in it."""

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from interactive.record.course import Course, read_course
from interactive.record.gradebook.assembling import assemble
from interactive.record.gradebook.grading import grade_files, open_file
from interactive.record.gradebook.model import Batch, Book, Student
from interactive.record.gradebook.shelf import Shelf
from tests.activities.casefile_sample import casefile_data
from tests.activities.plan_sample import DATA as PLAN_DATA
from tests.activities.quiz_sample import quiz_data
from tests.activities.roleplay_sample import story_data
from tests.activities.transfer_sample import DATA as MAP_DATA
from tests.conftest import sorter_data
from tests.record.gradebook.class_sample import BEGIN, MADE, fragment, sealed, submission

QUIZ, SORTER, CASEFILE, STORY = "00-sample/bank", "00-sample/colors", "00-sample/lamps", "00-sample/bridge"
NOW = MADE + 1000


def digest(data: Mapping[str, Any]) -> str:
    return sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:16]


READING_DATA = {
    "format": 1,
    "kind": "reading",
    "ref": "00-sample/reading",
    "title": "Sample",
    "sections": [{"id": name, "title": name.title()} for name in ("one", "two")],
}
SAMPLES = (quiz_data(), sorter_data(), casefile_data(), story_data(), PLAN_DATA, MAP_DATA, READING_DATA)
DEFINITIONS = {digest(data): data for data in SAMPLES}
DIGEST = {str(data["ref"]): name for name, data in DEFINITIONS.items()}
REFS = (QUIZ, SORTER, CASEFILE, STORY)
RIGHT: dict[str, list[dict[str, Any]]] = {  # the answers to the quiz that earn all points
    "single": [{"type": "pick", "option": "b"}],
    "several": [{"type": "pick", "option": one, "on": True} for one in "ace"],
    "order": [{"type": "move", "entry": one, "to": place} for place, one in enumerate("abcd", 1)],
    "pairs": [{"type": "match", "prompt": one, "target": key} for one, key in zip("abcd", "xyxz", strict=True)],
    "blank": [{"type": "fill", "text": "Track 1.5"}],
}


def course() -> Course:
    activities = {
        ref: {
            "href": f"root:{ref}.html",
            "title": ref.split("/")[1].title(),
            "lesson": "00-sample",
            "kind": "",
            "digest": name,
        }
        for ref, name in DIGEST.items()
    }
    lesson = {
        "id": "00-sample",
        "number": 0,
        "title": "Sample",
        "href": "root:s.html",
        "objectives": {},
        "sections": {},
    }
    return read_course({"lessons": [lesson], "activities": activities})


def shelf(definitions: Mapping[str, Any] = DEFINITIONS) -> Shelf:
    found = Shelf()
    found.index({str(data["ref"]): {"digest": name} for name, data in DEFINITIONS.items()})
    found.put(definitions)
    return found


def attempt(
    ref: str,
    events: Iterable[Mapping[str, Any]],
    name: str = "a",
    seed: int = 0,
    pace: int = 20_000,
    begin: int = BEGIN,
) -> dict[str, Any]:
    """An attempt with these events. No two names have the same pauses."""
    jitter = [int(sha256(f"{name}{number}".encode()).hexdigest()[:3], 16) for number in range(200)]
    at, entries = begin, []
    for number, event in enumerate(events):
        at += pace + jitter[number]
        entries.append({"id": f"{name}-{number:04d}", "at": at, "event": dict(event)})
    return {"id": name, "ref": ref, "digest": DIGEST[ref], "seed": seed, "started": begin, "events": entries}


def answers(right: Iterable[str] = RIGHT, wrong: Iterable[str] = ()) -> list[dict[str, Any]]:
    """The events of a quiz: these items right, those wrong (a single choice), and finished."""
    events = [{**event, "item": item} for item in right for event in RIGHT[item]]
    events += [{"type": "pick", "item": item, "option": "a"} for item in wrong]
    return [*events, {"type": "finish"}]


def quiz_file(name: str, *, right: Iterable[str] = RIGHT, wrong: Iterable[str] = (), **changes: Any) -> dict[str, Any]:
    """A submission with one attempt at the quiz; `changes` go over it before it is sealed."""
    own = attempt(QUIZ, answers(right, wrong), re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "nobody")
    raw = float(len(list(right)))
    total = {QUIZ: {"raw": raw, "max": 5.0}} if raw or wrong else {}
    return {**submission(name, [own], total), **changes}


def texts(*files: Mapping[str, Any] | str) -> list[tuple[str, str]]:
    """Files as (name, text), sealed where they are data."""
    return [
        (f"file-{number}.json", one if isinstance(one, str) else sealed(one)) for number, one in enumerate(files, 1)
    ]


def graded(files: Iterable[tuple[str, str]], own: Shelf | None = None) -> Batch:
    return grade_files([open_file(name, text) for name, text in files], own or shelf())


def book_of(*files: Mapping[str, Any] | str, now: int = NOW, since: int = 0, own: Shelf | None = None) -> Book:
    return assemble([graded(texts(*files), own)], course(), now, since)


def kinds(student: Student) -> list[str]:
    return sorted({flag.kind for flag in student.flags})


def student(book: Book, name: str) -> Student:
    (found,) = [one for one in book.students if one.name == name]
    return found


__all__ = ["REFS", "fragment"]
