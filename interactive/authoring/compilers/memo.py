"""Compiling a memo: sections to write, the activities they are fed from, the topics and the rubric."""

from typing import Any

from interactive.authoring.bibliography import Bibliography
from interactive.authoring.compilers.common import FORMAT
from interactive.authoring.compilers.conditions import Names
from interactive.authoring.compilers.criteria import compile_criteria
from interactive.authoring.markup import inline, typographic

MANY = 100_000  # words or hits: more than there ever are


def compile_memo(ref: str, data: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    """Compile a memo (format 1)."""
    return {
        "format": FORMAT,
        "kind": "memo",
        "ref": ref,
        "title": typographic(data["title"]),
        "objectives": data["objectives"],
        "minutes": data["minutes"],
        "intro": inline(data["intro"]),
        "sections": [_section(one) for one in data["sections"]],
        "topics": data["topics"],
        "criteria": compile_criteria(ref, data, names_of(data), works),
        "closing": inline(data["closing"]),
    }


def names_of(data: dict[str, Any]) -> Names:
    """What the rubric may speak of: see `activities/memo/rules.facts`."""
    sections = [section["id"] for section in data["sections"]]
    numbers = ["total", *data["topics"], *(f"words-{name}" for name in sections)]
    numbers += [f"{name}-{topic}" for name in sections for topic in data["topics"]]
    return Names(variables=dict.fromkeys(numbers, (0, MANY)))


def _section(one: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": one["id"],
        "label": typographic(one["label"]),
        "asks": inline(one["asks"]),
        "least": one["least"],
        "most": one["most"],
        "sources": one.get("sources", []),
    }
