"""A small invented bank with one item of each type, compiled, in which every rule of the engine can be seen."""

from typing import Any

from interactive.activities.quiz.definition import Quiz, load


def _item(name: str, kind: str, difficulty: int = 1, **fields: Any) -> dict[str, Any]:
    return {
        "id": name,
        "type": kind,
        "objective": f"s0-{'know' if difficulty == 1 else 'judge'}",
        "difficulty": difficulty,
        "lesson": "00-sample",
        "stem": f"About {name} &amp; more?",
        "hints": [] if kind in ("contested", "term") else [f"A nudge for {name}.", f"A stronger one for {name}."],
        "cites": [{"key": "work1", "label": "Somebody 1901"}],
        "reread": {"text": f"On {name}", "href": f"root:sample.html#{name}"},
        **fields,
    }


def _options(names: str, what: str = "Option") -> list[dict[str, Any]]:
    return [{"id": one, "text": f"{what} <em>{one}</em>", "rationale": f"Because of {one}."} for one in names]


SINGLE = _item("single", "choice", options=[*_options("abc"), {**_options("d")[0], "half": True}], key=["b"])
SEVERAL = _item("several", "choice", 2, options=_options("abcde"), key=["a", "c", "e"])
ORDER = _item("order", "sequencing", 2, entries=_options("abcd", "Step"))
PAIRS = _item(
    "pairs",
    "matching",
    3,
    targets=[{"id": one, "text": f"Target {one}"} for one in "xyz"],
    prompts=[{**one, "key": key} for one, key in zip(_options("abcd", "Prompt"), "xyxz", strict=True)],
)
BLANK = _item(
    "blank",
    "fill-in",
    accept=["Track 1.5", "track one and a half"],
    near=[{"forms": ["track 2", "Track Two"], "feedback": "What about the officials?"}],
    rationale="It stands between.",
)
OPEN = _item(
    "open",
    "contested",
    3,
    positions=[
        {
            "id": one,
            "text": f"Position {one}",
            "pro": f"For {one}.",
            "pro_cites": [{"key": "work1", "label": "Somebody 1901"}],
            "con": f"Against {one}.",
            "con_cites": [],
        }
        for one in "pq"
    ],
    split="Some say p, some say q.",
)
GUESS = {**OPEN, "id": "guess", "guess": True}
TERM = _item("term-half", "term", objective="", meaning="Neither one nor two.")
ITEMS = [SINGLE, SEVERAL, ORDER, PAIRS, BLANK, OPEN]


def quiz_data(way: str = "quiz", items: list[dict[str, Any]] | None = None, draw: int = 6) -> dict[str, Any]:
    """A compiled definition: the whole bank as a quiz, or some of its items taken in another way."""
    return {
        "format": 1,
        "kind": "quiz",
        "way": way,
        "ref": "00-sample/bank" if way == "quiz" else f"practice/{way}",
        "title": "A sample",
        "objectives": ["s0-judge", "s0-know"],
        "minutes": 5,
        "intro": "Answer what you can.",
        "draw": draw,
        "lessons": {"00-sample": "Sample lesson", "01-other": "Other lesson"},
        "items": ITEMS if items is None else items,
    }


def quiz(way: str = "quiz", *items: dict[str, Any], draw: int = 6) -> Quiz:
    return load(quiz_data(way, list(items) or None, draw))
