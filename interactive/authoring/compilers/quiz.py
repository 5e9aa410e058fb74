"""Compiling a bank of items: the quiz that is drawn from it, and each of its items as an activity of its own."""

from collections.abc import Callable
from typing import Any

from interactive.authoring.bibliography import Bibliography
from interactive.authoring.compilers.common import FORMAT, NotCompiled, cites, reread
from interactive.authoring.markup import inline, typographic


def compile_quiz(ref: str, data: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    """Compile a bank (format 1)."""
    lesson = ref.split("/")[0]
    return {
        "format": FORMAT,
        "kind": "quiz",
        "way": "quiz",
        "ref": ref,
        "title": typographic(data["title"]),
        "objectives": data["objectives"],
        "minutes": data["minutes"],
        "intro": inline(data["intro"]),
        "draw": data["draw"],
        "lessons": {lesson: typographic(data["title"])},
        "items": [_item(ref, lesson, item, works) for item in data["items"]],
    }


def compile_item(ref: str, bank: dict[str, Any], name: str) -> dict[str, Any]:
    """One item of a compiled bank as an activity: its digest is its own, so that other items may change beside it."""
    item = next((one for one in bank["items"] if one["id"] == name), None)
    if item is None:
        raise NotCompiled(f"{bank['ref']} has no item `{name}`")
    asked = "Where do you stand" if item["type"] == "contested" else "Check yourself"
    title = "Before you read" if item.get("guess") else f"{asked}: {item['reread']['text']}"
    return {
        **bank,
        "way": "check",
        "ref": ref,
        "title": title,
        "objectives": [item["objective"]],
        "minutes": 1,
        "intro": "",
        "draw": 1,
        "items": [item],
    }


def _item(ref: str, lesson: str, item: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    shared = {
        "id": item["id"],
        "type": item["type"],
        "objective": item["objective"],
        "difficulty": item["difficulty"],
        "lesson": lesson,
        "stem": inline(item["stem"]),
        "hints": [inline(hint) for hint in item.get("hints", [])],
        "cites": cites(item, works),
        "reread": reread(item),
    }
    try:
        return {**shared, **TYPES[item["type"]](item, works)}
    except LookupError as error:
        if isinstance(error, KeyError) and error.args[0] not in item:
            raise
        raise NotCompiled(f"{ref}: item `{item['id']}` cannot be compiled ({error})") from error


def _choice(item: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    strange = set(item["key"]) - set(item["options"])
    if strange:
        raise LookupError(f"its key names an option that is not there: {', '.join(sorted(strange))}")
    ordered = {"ordered": True} if item.get("ordered") else {}
    return {"options": _reasoned(item["options"]), "key": item["key"], **ordered}


def _sequencing(item: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    return {"entries": _reasoned(item["entries"])}


def _matching(item: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    strange = {prompt["key"] for prompt in item["prompts"].values()} - set(item["targets"])
    if strange:
        raise LookupError(f"a prompt names a target that is not there: {', '.join(sorted(strange))}")
    targets = [{"id": name, "text": inline(text)} for name, text in item["targets"].items()]
    return {"targets": targets, "prompts": _reasoned(item["prompts"])}


def _fill_in(item: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    near = [{"forms": one["forms"], "feedback": inline(one["feedback"])} for one in item.get("near", [])]
    return {"accept": item["accept"], "near": near, "rationale": inline(item["rationale"])}


def _contested(item: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    positions = [
        {
            "id": name,
            "text": inline(one["text"]),
            "pro": inline(one["for"]["argument"]),
            "pro_cites": cites(one["for"], works),
            "con": inline(one["against"]["argument"]),
            "con_cites": cites(one["against"], works),
        }
        for name, one in item["positions"].items()
    ]
    guess = {"guess": True} if item.get("guess") else {}
    return {"positions": positions, "split": inline(item["split"]), **guess}


TYPES: dict[str, Callable[[dict[str, Any], Bibliography], dict[str, Any]]] = {
    "choice": _choice,
    "sequencing": _sequencing,
    "matching": _matching,
    "fill-in": _fill_in,
    "contested": _contested,
}


def _reasoned(options: dict[str, Any]) -> list[dict[str, Any]]:
    """Options, entries or prompts, in the author's order: {id, text, rationale} and the key of a prompt."""
    return [
        {
            "id": name,
            "text": inline(one["text"]),
            "rationale": inline(one["rationale"]),
            **({"key": one["key"]} if "key" in one else {}),
        }
        for name, one in options.items()
    ]
