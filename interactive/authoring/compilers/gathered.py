"""Activities made from everything that can be asked: a self-test over chosen lessons, and the items of spaced review.

For review the cards of sorters and the findings of casefiles become single-choice items, under the ids that their own
activities use in the learner's record; terms of the glossary become cards to recall.
"""

from collections.abc import Callable
from typing import Any

from interactive.authoring.compilers.common import FORMAT

type Definitions = list[dict[str, Any]]
type Gather = Callable[[str, Definitions, list[dict[str, Any]]], dict[str, Any]]


def _gathered(
    ref: str, way: str, title: str, intro: str, banks: Definitions, items: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "kind": "quiz",
        "way": way,
        "ref": ref,
        "title": title,
        "objectives": sorted({item["objective"] for item in items if item["objective"]}),
        "minutes": 10,
        "intro": intro,
        "draw": 10,
        "passing": True,  # made anew at each change of any bank: a browser need not keep every version of it
        "lessons": {lesson: words for bank in banks for lesson, words in bank["lessons"].items()},
        "items": items,
    }


def self_test(ref: str, definitions: Definitions, terms: list[dict[str, Any]]) -> dict[str, Any]:
    """Items of all banks; the learner chooses lessons and a number."""
    banks = [one for one in definitions if one["kind"] == "quiz"]
    items = [item for bank in banks for item in bank["items"]]
    intro = "Choose lessons and a number of items. They are marked when you finish, and then every option says why."
    return _gathered(ref, "self-test", "Test yourself", intro, banks, items)


def review(ref: str, definitions: Definitions, terms: list[dict[str, Any]]) -> dict[str, Any]:
    """Everything that can come back: scored items of banks, cards of sorters, findings of casefiles, terms."""
    banks = [one for one in definitions if one["kind"] == "quiz"]
    items = [item for bank in banks for item in bank["items"] if item["type"] != "contested"]
    for definition in definitions:
        items += CONVERTED.get(definition["kind"], lambda _: [])(definition)
    intro = "Answer as if nobody were looking. What you miss comes back soon, what you know comes back late."
    return _gathered(ref, "practice", "Your session", intro, banks, items + terms)


def _cards(sorter: dict[str, Any]) -> list[dict[str, Any]]:
    """A sorter's cards: which bin? The bins stand in their own order."""
    bins = {one["id"]: one for one in sorter["bins"]}
    return [
        {
            **_shared(sorter, card["id"], 2),
            "stem": f"{sorter['question']} <q>{card['text']}</q> ({card['by']})",
            "hints": [card["hint"]],
            "cites": card["cites"],
            "reread": bins[card["bin"]]["reread"],
            "key": [card["bin"]],
            "options": [_bin(card, one) for one in sorter["bins"]],
        }
        for card in sorter["cards"]
    ]


def _bin(card: dict[str, Any], one: dict[str, Any]) -> dict[str, Any]:
    name = one["id"]
    why = (
        card["rationale"]
        if name == card["bin"]
        else card["also"].get(name) or card["misplaced"].get(name) or one["test"]
    )
    return {"id": name, "text": one["label"], "rationale": why, **({"half": True} if name in card["also"] else {})}


def _shared(definition: dict[str, Any], name: str, difficulty: int) -> dict[str, Any]:
    return {
        "id": name,
        "type": "choice",
        "objective": definition["objectives"][0],
        "difficulty": difficulty,
        "lesson": definition["ref"].split("/")[0],
        "ordered": True,
    }


def _findings(casefile: dict[str, Any]) -> list[dict[str, Any]]:
    """A casefile's findings: is this element met on these facts? A finding next to the right one is worth half."""
    return [
        {
            **_shared(casefile, f"{scenario['id']}--{element['id']}", scenario["difficulty"]),
            "stem": f"{scenario['facts']} <em>{casefile['rule']['citation']}, {element['label']}: {element['test']}</em>",
            "hints": [scenario["hint"]],
            "cites": scenario["findings"][element["id"]]["cites"],
            "reread": casefile.get("reread")
            or {"text": casefile["title"], "href": f"root:lessons/{casefile['ref'].split('/')[0]}/index.html"},
            "key": [scenario["findings"][element["id"]]["finding"]],
            "options": _three(casefile["findings"], scenario["findings"][element["id"]], element["note"]),
        }
        for scenario in casefile["scenarios"]
        for element in casefile["elements"]
    ]


def _three(words: dict[str, str], found: dict[str, Any], note: str) -> list[dict[str, Any]]:
    """The three findings as options. What was misread is said where the author said it; else what is settled, and what not."""
    key = found["finding"]
    half = {"met": {"arguable"}, "arguable": {"met", "not-met"}, "not-met": {"arguable"}}[key]
    return [
        {
            "id": name,
            "text": words[name],
            "rationale": found["because"] if name == key else found["misread"].get(name, note),
            **({"half": True} if name in half else {}),
        }
        for name in ("met", "arguable", "not-met")
    ]


CONVERTED: dict[str, Callable[[dict[str, Any]], list[dict[str, Any]]]] = {"casefile": _findings, "sorter": _cards}
GATHERED: dict[str, Gather] = {"practice/self-test": self_test, "practice/review": review}
