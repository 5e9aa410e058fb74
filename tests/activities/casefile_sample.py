"""A small invented casefile about lending lamps, in which every rule of the engine can be seen: as authors write it, and compiled.

Both are written out here, so that these tests need no compiler; tests/authoring/test_casefiles.py holds one against the other.
"""

from typing import Any

from interactive.activities.casefile.definition import Casefile, load

REF = "00-sample/lamps"
ELEMENTS = {"keeper": "1", "leave": "2", "guest": "3a", "rain": "3b", "storm": "4"}
LABELS = {"met": "Met", "arguable": "Arguable", "not-met": "Not met"}
TEXT = [
    'Any keeper, wherever he may be, who, without leave, lends a lamp to a guest, or in the rain, pays "twice" -- or more.',
    "This shall not bar <lending> in a storm & after it's over.",
]
WORDS = {
    "keeper": "Any keeper, wherever he may be,",
    "leave": "without leave,",
    "guest": "to a guest,",
    "rain": "or in the rain,",
    "storm": ["This shall not bar", "in a storm"],
}
FORMULA = "keeper and leave and (guest or rain) and not storm"
PARSED = ["and", "keeper", "leave", ["or", "guest", "rain"], ["not", "storm"]]
CUT = [
    [
        ("Any keeper, wherever he may be,", "keeper"),
        (" who, ", ""),
        ("without leave,", "leave"),
        (" lends a lamp ", ""),
        ("to a guest,", "guest"),
        (" ", ""),
        ("or in the rain,", "rain"),
        (' pays "twice" -- or more.', ""),
    ],
    [("This shall not bar", "storm"), (" <lending> ", ""), ("in a storm", "storm"), (" & after it's over.", "")],
]

# id: difficulty, what it turns on, findings (m met, a arguable, n not met) on the five elements, conclusion, twists
# (flips, conclusion). Every conclusion follows from the formula.
TABLE: dict[str, tuple[int, list[str], str, str, list[tuple[dict[str, str], str]]]] = {
    "lamp-leave": (1, ["leave"], "mnmnn", "n", [({"leave": "m"}, "m")]),
    "lamp-porch": (1, ["keeper"], "nmnmn", "n", []),
    "lamp-barter": (2, ["guest", "rain"], "mmann", "a", [({"rain": "m"}, "m")]),
    "lamp-drizzle": (2, ["rain"], "mmnan", "a", [({"rain": "m"}, "m"), ({"guest": "a", "storm": "m"}, "n")]),
    "lamp-gale": (3, ["storm"], "mmmmm", "n", []),
    "lamp-fog": (3, ["storm"], "mmmna", "a", [({"storm": "n"}, "m")]),
    "lamp-feast": (3, ["guest"], "mmmnn", "m", []),
}
FOUND = {"m": "met", "a": "arguable", "n": "not-met"}
CITE = {"cite": ["someone1900"]}
CITES = {"cites": [{"key": "someone1900", "label": "Someone 1900"}]}


def _reason(element: str, finding: str) -> list[str]:
    return [f"{element}-edge" if finding == "arguable" else f"{element}-sound"]


def _found(letters: str) -> dict[str, str]:
    return {element: FOUND[letter] for element, letter in zip(ELEMENTS, letters, strict=True)}


def author_data(draw: int = 3) -> dict[str, Any]:
    """The casefile as an author writes it."""
    return {
        "version": 1,
        "title": "Lamps & <keepers>",
        "objectives": ["s0-lend-lamps"],
        "minutes": 5,
        "intro": "Find on *each* element.",
        "draw": draw,
        "disclaimer": "For learning; not *legal* advice.",
        "reread": {"text": "On lamps", "href": "lessons/00-sample/index.md#red"},
        "rule": {
            "title": "Lending of lamps",
            "citation": "Lamp Code § 9",
            **CITE,
            "checked_on": "2026-03-29",
            "checked_against": "the keeper's own copy",
            "text": TEXT,
        },
        "elements": [_author_element(name) for name in ELEMENTS],
        "formula": FORMULA,
        "findings": LABELS,
        "scenarios": [_author_scenario(name) for name in TABLE],
    }


def _author_element(name: str) -> dict[str, Any]:
    return {
        "id": name,
        "number": ELEMENTS[name],
        "label": name.title(),
        "test": f"Is *{name}* there?",
        "words": WORDS[name],
        "note": f"Little is settled about {name}.",
        **CITE,
        "reasons": {
            f"{name}-sound": f"{name} & sound",
            f"{name}-edge": f"{name} <edge>",
            f"{name}-wrong": f"{name} wrong",
        },
        **({"question": "Is it saved?", "saves": True} if name == "storm" else {}),
    }


def _author_scenario(name: str) -> dict[str, Any]:
    difficulty, turns_on, letters, conclusion, twists = TABLE[name]
    return {
        "id": name,
        "title": f"The {name} <case>",
        "difficulty": difficulty,
        "facts": f"Facts of *{name}* & more.",
        "turns_on": turns_on,
        "findings": {element: _author_key(name, element, found) for element, found in _found(letters).items()},
        "conclusion": {"finding": FOUND[conclusion], "because": f"Sum of {name}.", **CITE},
        "in_practice": f"Practice of {name}.",
        "lesson": f"Lesson of {name}.",
        "analysis": f"Analysis of {name}.",
        **CITE,
        "hint": f"Hint for {name}?",
        "twists": [_author_twist(name, number, *twist) for number, twist in enumerate(twists)],
    }


def _author_key(scenario: str, element: str, finding: str) -> dict[str, Any]:
    misread = {"misread": {"not-met": f"Misread {scenario} {element}."}} if finding == "met" else {}
    because = f"Because {scenario} {element} is {finding}."
    return {"finding": finding, "reason": _reason(element, finding), "because": because, **CITE, **misread}


def _author_twist(scenario: str, number: int, flips: dict[str, str], conclusion: str) -> dict[str, Any]:
    name = f"{scenario}-twist-{number}"
    return {
        "id": name,
        "change": f"Change of *{name}*.",
        "flips": {element: _author_key(name, element, FOUND[letter]) for element, letter in flips.items()},
        "conclusion": {"finding": FOUND[conclusion], "because": f"Sum of {name}.", **CITE},
        "because": f"Effect of {name}.",
    }


def casefile_data(draw: int = 3) -> dict[str, Any]:
    """The same casefile, compiled."""
    author = author_data(draw)
    rule = {name: author["rule"][name] for name in ("title", "citation", "checked_on")}
    return {
        **{name: author[name] for name in ("title", "objectives", "minutes", "draw", "findings")},
        "format": 1,
        "kind": "casefile",
        "ref": REF,
        "intro": "Find on <em>each</em> element.",
        "disclaimer": "For learning; not <em>legal</em> advice.",
        "reread": {"text": "On lamps", "href": "root:lessons/00-sample/index.html#red"},
        "rule": {
            **rule,
            **CITES,
            "checked_said": "29 March 2026",
            "checked_against": "The keeper’s own copy.",
            "text": [[{"text": text, "element": element} for text, element in paragraph] for paragraph in CUT],
        },
        "elements": [_element(item) for item in author["elements"]],
        "formula": PARSED,
        "scenarios": [_scenario(item) for item in author["scenarios"]],
    }


def _element(item: dict[str, Any]) -> dict[str, Any]:
    kept = {name: item[name] for name in ("id", "number", "label", "note", "reasons")}
    question, saves = item.get("question", ""), item.get("saves", False)
    return {**kept, **CITES, "test": f"Is <em>{item['id']}</em> there?", "question": question, "saves": saves}


def _scenario(item: dict[str, Any]) -> dict[str, Any]:
    kept = ("id", "title", "difficulty", "turns_on", "in_practice", "lesson", "analysis", "hint")
    return {
        **{name: item[name] for name in kept},
        **CITES,
        "facts": f"Facts of <em>{item['id']}</em> &amp; more.",
        "findings": {element: _key(key) for element, key in item["findings"].items()},
        "conclusion": _key(item["conclusion"]),
        "twists": [_twist(twist) for twist in item["twists"]],
    }


def _twist(item: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": item["id"],
        "change": f"Change of <em>{item['id']}</em>.",
        "flips": {element: _key(key) for element, key in item["flips"].items()},
        "conclusion": _key(item["conclusion"]),
        "because": item["because"],
    }


def _key(item: dict[str, Any]) -> dict[str, Any]:
    kept = {"finding": item["finding"], "because": item["because"], "misread": item.get("misread", {})}
    return {**kept, **CITES, "reasons": item.get("reason", []), "despite": ""}


def sample(draw: int = 3) -> Casefile:
    """The compiled casefile, loaded."""
    return load(casefile_data(draw))
