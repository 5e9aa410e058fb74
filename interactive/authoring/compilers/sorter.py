"""Compiling a sorter: its cards and bins with their text as HTML."""

from typing import Any

from interactive.authoring.bibliography import Bibliography
from interactive.authoring.compilers.common import FORMAT, NotCompiled, cites, reread
from interactive.authoring.markup import inline, typographic


def compile_sorter(ref: str, data: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    """Compile a sorter (format 1)."""
    for card in data["cards"]:
        strange = {card["bin"], *card.get("also", {}), *card.get("misplaced", {})} - set(data["bins"])
        if strange:
            raise NotCompiled(f"{ref}: card `{card['id']}` names a bin that is not there: {', '.join(sorted(strange))}")
    return {
        "format": FORMAT,
        "kind": "sorter",
        "ref": ref,
        "title": typographic(data["title"]),
        "objectives": data["objectives"],
        "minutes": data["minutes"],
        "question": inline(data["question"]),
        "intro": inline(data["intro"]),
        "draw": data["draw"],
        "bins": [_bin(name, item) for name, item in data["bins"].items()],
        "cards": [_card(card, works) for card in data["cards"]],
    }


def _bin(name: str, item: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": name,
        "label": typographic(item["label"]),
        "description": inline(item["description"]),
        "test": inline(item["test"]),
        "reread": reread(item),
    }


def _card(card: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    return {
        "id": card["id"],
        "title": typographic(card.get("title", "")),
        "text": inline(card["text"]),
        "by": typographic(card["by"]),
        "bin": card["bin"],
        "also": {name: inline(why) for name, why in card.get("also", {}).items()},
        "misplaced": {name: inline(why) for name, why in card.get("misplaced", {}).items()},
        "rationale": inline(card["rationale"]),
        "hint": inline(card["hint"]),
        "cites": cites(card, works),
    }
