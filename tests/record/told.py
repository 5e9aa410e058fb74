"""A small course and what learners did in it, for the tests of progress. Everything is invented and plain."""

from typing import Any

from interactive.kernel.days import DAY
from interactive.record.course import Course, read_course
from interactive.record.summary import Summary, read_summaries

NOW = 20_000 * DAY + DAY // 2  # 4 October 2024, noon in UTC
ONE, TWO = "01-colors", "02-sounds"


def course_data() -> dict[str, Any]:
    """Two lessons; the first has two activities and two sections, the second is still being written."""
    return {
        "lessons": [
            {
                "id": ONE,
                "number": 1,
                "title": "Colors",
                "href": "root:one.html",
                "minutes": {"reading": 10, "doing": 20},
                "objectives": {"c-tell": "tell colors", "c-mix": "mix colors"},
                "sections": {"red": "On red", "blue": "On blue"},
            },
            {"id": TWO, "number": 2, "title": "Sounds", "href": "root:two.html", "ready": False, "objectives": {}},
        ],
        "activities": {
            f"{ONE}/sort": {
                "href": "root:one.html#sort",
                "digest": "d",
                "title": "Sorting",
                "kind": "sorter",
                "lesson": ONE,
            },
            f"{ONE}/bank": {
                "href": "root:one.html#bank",
                "digest": "d",
                "title": "Asking",
                "kind": "quiz",
                "lesson": ONE,
            },
            "practice/review": {
                "href": "root:p.html#r",
                "digest": "d",
                "title": "Session",
                "kind": "quiz",
                "lesson": "",
            },
        },
        "items": {
            f"item-{number}": {
                "objectives": ["c-tell"] if number < 6 else ["c-mix"],
                "label": f"What color is {number}?",
                "reread": {"text": f"On {number}", "href": f"root:one.html#n{number}"},
                "lesson": ONE,
                "ref": f"{ONE}/bank",
            }
            for number in range(8)
        },
        "terms": {
            "term-hue": {"label": "Hue", "lesson": ONE, "reread": {"text": "On hue", "href": "root:one.html#hue"}}
        },
        "practice": {"ref": "practice/review", "href": "root:p.html#due", "items": ["term-hue", "item-0", "item-1"]},
    }


def course(**changes: Any) -> Course:
    """The course as read."""
    return read_course({**course_data(), **changes})


def answered(item: str, credit: float | None = 1.0, at: int = NOW - DAY, sure: str = "") -> list[Any]:
    """A row of a summary: one answer."""
    objectives = ["c-mix"] if item in ("item-6", "item-7") else ["c-tell"]
    return ["answered", item, at, "a", credit, objectives, sure]


def summary_data(*rows: list[Any], **changes: Any) -> dict[str, Any]:
    """A summary as JSON, from its statements."""
    touched = max((row[2] for row in rows), default=NOW - DAY)
    values = {
        "v": 1,
        "id": "a-1",
        "ref": f"{ONE}/bank",
        "kind": "quiz",
        "title": "Asking",
        "digest": "d",
        "started": touched - 60_000,
        "touched": touched,
        "finished": True,
        "entries": len(rows),
        "last": "t-1",
        "seconds": 300,
        "sittings": [[touched - 60_000, 300]],
        "score": {"raw": 1.0, "max": 2.0, "scaled": 0.5, "answered": 1, "items": 2, "objectives": {}},
        "statements": [list(row) for row in rows],
    }
    return {**values, **changes}


def summary(*rows: list[Any], **changes: Any) -> Summary:
    """A summary as read."""
    return read_summaries([summary_data(*rows, **changes)])[0]
