"""A small invented plan, compiled, in which every rule of the engine can be seen."""

from typing import Any

from interactive.activities.plan.definition import Plan, load


def _option(name: str, tags: tuple[str, ...] = (), **adds: int) -> dict[str, Any]:
    return {"id": name, "text": f"The {name}", "note": f"About {name}.", "tags": list(tags), "adds": adds}


def _slot(name: str, pick: str, *options: dict[str, Any], least: int = 1, most: int = 1) -> dict[str, Any]:
    return {
        "id": name,
        "label": f"Which {name}?",
        "short": name.title(),
        "help": "",
        "pick": pick,
        "least": least,
        "most": most,
        "options": list(options),
    }


def _rule(verdict: str, when: Any, say: str) -> dict[str, Any]:
    return {"when": when, "verdict": verdict, "say": say, "cites": []}


CITES = [{"key": "work1", "label": "Somebody 1901"}]
DATA: dict[str, Any] = {
    "format": 1,
    "kind": "plan",
    "ref": "00-sample/trip",
    "title": "A trip",
    "objectives": ["s0-plan"],
    "minutes": 5,
    "intro": "Plan it.",
    "brief": ["There is a lake &amp; a hill."],
    "measures": [{"id": "money", "label": "Money", "unit": "coins", "limit": 10}],
    "slots": [
        _slot(
            "who",
            "several",
            _option("ann", ("near",), money=4),
            _option("bob", ("far",), money=5),
            _option("cy", ("near",), money=6),
            most=2,
        ),
        _slot("where", "one", _option("lake"), _option("hill", money=1)),
        _slot("why", "text"),
    ],
    "criteria": [
        {
            "id": "mix",
            "label": "Both sorts",
            "asks": "Is there somebody of each sort?",
            "cites": CITES,
            "rules": [
                _rule("met", ["and", [">=", "who-near", 1], [">=", "who-far", 1]], "One of each."),
                _rule("partly", [">=", "who", 2], "Two, but alike."),
                _rule("not", None, "Somebody is missing."),
            ],
        },
        {
            "id": "reason",
            "label": "A reason",
            "asks": "Is it written down?",
            "cites": CITES,
            "rules": [_rule("met", [">=", "written-why", 1], "It is."), _rule("not", None, "It is not.")],
        },
        {
            "id": "view",
            "label": "A view",
            "asks": "Can one see far?",
            "cites": CITES,
            "rules": [_rule("met", ["=", "where", "hill"], "From the hill."), _rule("not", None, "Not from the lake.")],
        },
    ],
    "memo": [
        {"when": None, "text": "They are {who}, and they go to {where}."},
        {"when": [">=", "cy", 1], "text": "Cy carries the bag."},
    ],
    "closing": "Would you go?",
}


def plan() -> Plan:
    return load(DATA)
