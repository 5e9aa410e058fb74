"""How long a queue of 2,000 cards takes to open: functions for whoever measures, in CPython or in Pyodide. Not a test.

`python -m tests.review.bench_queue` prints the figures here; `node tests/pyodide/run.mjs` boots the browser's Python, in which
`measure()` can be called just so. Everything is timed as the worker sees it: a JSON string in, a JSON string out.
"""

import json
from time import perf_counter
from typing import Any

from interactive.runtime.bridge import handle

DAY = 86_400_000
NOW = 1_760_000_000_000
A_SESSION = 40  # answers in one attempt
LESSONS = 8


def record(cards: int = 2000, reviews: int = 4) -> list[dict[str, Any]]:
    """Summaries in which each of so many items was answered so many times, a week apart, every fifth time wrongly."""
    rows = []
    for turn in range(reviews):
        for number in range(cards):
            at = NOW - (reviews - turn) * 7 * DAY + number * 20_000
            credit = 0.0 if (number * 7 + turn * 3) % 5 == 0 else 1.0
            sure = ("", "sure", "leaning")[number % 3]
            rows.append(
                ["answered", f"c{number % LESSONS}-item-{number}", at, "the-option", credit, ["an-objective"], sure]
            )
    return [_summary(place, rows[place : place + A_SESSION]) for place in range(0, len(rows), A_SESSION)]


def _summary(place: int, rows: list[Any]) -> dict[str, Any]:
    at = rows[0][2]
    return {
        "v": 1,
        "id": f"a-{place}",
        "ref": "practice/review",
        "kind": "quiz",
        "title": "Practice",
        "digest": "d",
        "started": at,
        "touched": rows[-1][2],
        "finished": True,
        "entries": len(rows),
        "last": "t-1",
        "seconds": 600,
        "sittings": [[at, 600]],
        "score": {"raw": 30.0, "max": 40.0, "answered": 40, "items": 40},
        "statements": rows,
    }


def course(cards: int = 2000) -> dict[str, Any]:
    """A map in which all these items stand, with labels and links as long as real ones."""
    items = {
        f"c{number % LESSONS}-item-{number}": {
            "objectives": ["an-objective"],
            "label": "Who used the words Track Two for the first time in print, and in which journal was it " + "x" * 4,
            "reread": {
                "text": "A modest name for an awkward thing",
                "href": "root:lessons/01-what/index.html#the-name",
            },
            "lesson": f"0{number % LESSONS}-a-lesson",
            "ref": f"0{number % LESSONS}-a-lesson/bank",
        }
        for number in range(cards)
    }
    lessons = [
        {"id": f"0{n}-a-lesson", "number": n, "title": f"Lesson {n}", "href": f"root:{n}.html", "objectives": {}}
        for n in range(LESSONS)
    ]
    practice = {"ref": "practice/review", "href": "root:practice/review.html", "items": list(items)}
    return {"lessons": lessons, "activities": {}, "items": items, "terms": {}, "practice": practice}


def request(op: str, summaries: list[Any], cards: Any, where: dict[str, Any]) -> str:
    """A request as the page sends it."""
    fields = {"summaries": summaries, "cards": cards, "course": where, "now": NOW, "offset": 60, "root": "../"}
    return json.dumps({"v": 1, "id": 1, "op": op, **fields})


def timed(message: str, times: int = 5) -> tuple[float, dict[str, Any]]:
    """The best of some runs in milliseconds, and the reply."""
    best, reply = float("inf"), ""
    for _ in range(times):
        begun = perf_counter()
        reply = handle(message)
        best = min(best, perf_counter() - begun)
    return best * 1000, json.loads(reply)


def measure(cards: int = 2000, reviews: int = 4) -> dict[str, float]:
    """Milliseconds of each operation, with the deck from the cache and from nothing."""
    summaries, where = record(cards, reviews), course(cards)
    nothing, reply = timed(request("queue", summaries, [], where), times=2)
    kept = reply["cards"]
    found = {
        "queue from nothing": nothing,
        "bytes of the request": float(len(request("queue", summaries, kept, where))),
    }
    for op in ("queue", "progress", "overview"):
        found[f"{op} from the cache"], answer = timed(request(op, summaries, kept, where))
        assert answer["ok"], answer
    return found


if __name__ == "__main__":
    for name, figure in measure().items():
        print(f"{name}: {figure:,.0f}")
