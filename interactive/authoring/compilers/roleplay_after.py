"""Compiling what comes after a story: its debrief, and the edition for a room without screens."""

import re
from typing import Any

from interactive.authoring.compilers.common import NotCompiled
from interactive.authoring.compilers.conditions import Names, Parsed, parse_condition
from interactive.authoring.markup import inline, typographic


def compile_debrief(data: dict[str, Any], names: Names) -> dict[str, Any]:
    """Prompts, readings, hidden weaknesses and the rest. Conditions here may also ask for the ending."""
    rubric = [
        {"title": inline(one["title"]), "levels": [inline(cell) for cell in one["levels"]]}
        for one in data.get("rubric", [])
    ]
    hidden = [
        {"title": inline(one["title"]), "text": inline(one["text"]), "told": _parsed(one["told"], names)}
        for one in data.get("hidden", [])
    ]
    return {
        "missed": [_line(one, names) for one in data.get("missed", [])],
        "hidden": hidden,
        "prompts": [_prompt(one, names) for one in data.get("prompts", [])],
        "readings": [_reading(one, names) for one in data.get("readings", [])],
        "assignment": inline(data.get("assignment", "")),
        "rubric": rubric,
    }


def _line(one: dict[str, Any], names: Names) -> dict[str, Any]:
    return {"text": inline(one["text"]), "when": _when(one, names)}


def _prompt(one: dict[str, Any], names: Names) -> dict[str, Any]:
    kinds = {
        "always": one.get("always", False),
        "turns": one.get("turns", ""),
        "group": typographic(one.get("group", "")),
    }
    return {"id": one["id"], **kinds, **_line(one, names)}


def _reading(one: dict[str, Any], names: Names) -> dict[str, Any]:
    head = {"id": one["id"], "title": inline(one["title"]), "asks": inline(one.get("asks", ""))}
    return {**head, "lines": [_line(line, names) for line in one["lines"]]}


def compile_room(data: dict[str, Any]) -> dict[str, Any]:
    """The room edition. Every list of it holds {head, text}."""
    return {
        "about": _paragraphs(data.get("about", "")),
        "before": _paragraphs(data.get("before", "")),
        **{name: _pairs(data.get(name, [])) for name in ("plan", "variants", "observers", "cards", "misreadings")},
        "sheets": [
            {
                "name": typographic(one["name"]),
                "side": inline(one.get("side", "")),
                "public": inline(one["public"]),
                "lines": _pairs(one["lines"]),
            }
            for one in data.get("sheets", [])
        ],
    }


def _pairs(items: list[dict[str, Any]]) -> list[dict[str, str]]:
    return [{"head": inline(one["head"]), "text": inline(one["text"])} for one in items]


def _paragraphs(text: str) -> list[str]:
    return [inline(part) for part in re.split(r"\n\s*\n", text.strip()) if part.strip()]


def _when(item: dict[str, Any], names: Names) -> Parsed:
    return _parsed(item["when"], names) if "when" in item else None


def _parsed(text: str, names: Names) -> Parsed:
    try:
        return parse_condition(text, names)
    except NotCompiled as error:
        raise NotCompiled(f"in the debrief, “{text}”: {error}") from error
