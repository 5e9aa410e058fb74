"""Attempts, summaries and a course for the tests of assignments. The course is the one of `told`, with what can be set."""

from typing import Any

from interactive.record.course import Course, read_course
from interactive.record.model import Attempt, Entry
from tests.record.told import ONE, course_data

SORT, BANK, READ = f"{ONE}/sort", f"{ONE}/bank", f"{ONE}/reading"
ITEMS = (f"{BANK}/item-1", f"{BANK}/item-2")


def data() -> dict[str, Any]:
    """The course of `told`: its sorter has modes, its bank has levels, and two of its items stand in the text."""
    made = course_data()
    made["activities"][SORT] |= {"minutes": 10, "draw": 6, "modes": ["learn", "check"]}
    made["activities"][BANK] |= {"minutes": 12, "draw": 4, "levels": {"c-tell": [3, 2, 1], "c-mix": [1, 0, 1]}}
    for ref in ITEMS:
        place = {
            "href": f"root:one.html#{ref}",
            "digest": "d",
            "title": f"Item {ref[-1]}",
            "kind": "quiz",
            "lesson": ONE,
        }
        made["activities"][ref] = place
    return made


def course() -> Course:
    """The course as read."""
    return read_course(data())


def attempt(ref: str = SORT, *events: dict[str, Any], name: str = "a-1", seed: int = 7, started: int = 1000) -> Attempt:
    """An attempt with these events, a second apart."""
    entries = tuple(
        Entry(f"{name}.e{place}", started + 1000 * (place + 1), event) for place, event in enumerate(events)
    )
    return Attempt(name, ref, "d", seed, started, entries)


DONE = {"type": "place", "card": "card-1", "bin": "red"}
