"""Compiling a plan: its conditions parsed over its own decisions, every other text as HTML."""

from typing import Any

from interactive.authoring.bibliography import Bibliography
from interactive.authoring.compilers.common import FORMAT, NotCompiled
from interactive.authoring.compilers.conditions import Names
from interactive.authoring.compilers.criteria import compile_criteria, condition
from interactive.authoring.markup import inline, typographic

MANY = 99  # more than is ever counted


def compile_plan(ref: str, data: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    """Compile a plan (format 1)."""
    names = names_of(data)
    strange = {
        name for slot in data["slots"] for one in slot.get("options", {}).values() for name in one.get("adds", {})
    }
    if strange - set(data.get("measures", {})):
        raise NotCompiled(f"{ref}: an option adds to a measure that is not there: {', '.join(sorted(strange))}")
    return {
        "format": FORMAT,
        "kind": "plan",
        "ref": ref,
        "title": typographic(data["title"]),
        "objectives": data["objectives"],
        "minutes": data["minutes"],
        "intro": inline(data["intro"]),
        "brief": [inline(words) for words in data["brief"]],
        "measures": [_measure(name, one) for name, one in data.get("measures", {}).items()],
        "slots": [_slot(slot) for slot in data["slots"]],
        "criteria": compile_criteria(ref, data, names, works),
        "memo": [
            {"when": condition(ref, f"memo {number}", one["when"], names), "text": inline(one["text"])}
            for number, one in enumerate(data["memo"], 1)
        ],
        "closing": inline(data["closing"]),
    }


def names_of(data: dict[str, Any]) -> Names:
    """What conditions may speak of: see `activities/plan/rules.facts`."""
    numbers = dict.fromkeys(data.get("measures", {}), (0, 1000000))
    choices: dict[str, list[str]] = {}
    for slot in data["slots"]:
        options = slot.get("options", {})
        if slot["pick"] == "text":
            numbers[f"written-{slot['id']}"] = (0, 1)
            continue
        if slot["pick"] == "one":
            choices[slot["id"]] = ["none", *options]
        else:
            numbers[slot["id"]] = (0, MANY)
        numbers |= dict.fromkeys(options, (0, 1))
        numbers |= {f"{slot['id']}-{tag}": (0, MANY) for one in options.values() for tag in one.get("tags", [])}
    return Names(variables=numbers, seeds=choices)


def _measure(name: str, one: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": name,
        "label": typographic(one["label"]),
        "unit": typographic(one["unit"]),
        "limit": one.get("limit", 0),
    }


def _slot(slot: dict[str, Any]) -> dict[str, Any]:
    one = slot["pick"] != "several"
    return {
        "id": slot["id"],
        "label": typographic(slot["label"]),
        "short": typographic(slot.get("short", slot["label"])),
        "help": inline(slot.get("help", "")),
        "pick": slot["pick"],
        "least": slot.get("least", 1),
        "most": 1 if one else slot.get("most", len(slot["options"])),
        "options": [_option(name, option) for name, option in slot.get("options", {}).items()],
    }


def _option(name: str, option: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": name,
        "text": inline(option["text"]),
        "note": inline(option.get("note", "")),
        "adds": option.get("adds", {}),
        "tags": option.get("tags", []),
    }
