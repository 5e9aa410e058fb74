"""Compiling criteria, which plans and memos are held against: their conditions parsed, the last rule holding always."""

from typing import Any

from interactive.authoring.bibliography import Bibliography
from interactive.authoring.compilers.common import NotCompiled, cites
from interactive.authoring.compilers.conditions import Names, Parsed, parse_condition
from interactive.authoring.markup import inline, typographic


def compile_criteria(ref: str, data: dict[str, Any], names: Names, works: Bibliography) -> list[dict[str, Any]]:
    """All criteria of a definition."""
    return [_criterion(ref, one, names, works) for one in data["criteria"]]


def condition(ref: str, where: str, text: str, names: Names) -> Parsed:
    """One condition, parsed; what is wrong with it is said with the place."""
    try:
        return parse_condition(text, names)
    except NotCompiled as error:
        raise NotCompiled(f"{ref}: {where}: `{text}`: {error}") from error


def _criterion(ref: str, one: dict[str, Any], names: Names, works: Bibliography) -> dict[str, Any]:
    rules = [
        {
            "when": condition(ref, one["id"], rule["when"], names),
            "verdict": rule["verdict"],
            "say": inline(rule["say"]),
            "cites": cites(rule, works),
        }
        for rule in one["rules"]
    ]
    if rules[-1]["when"] is not None:
        raise NotCompiled(f"{ref}: the last rule of `{one['id']}` must hold `always`")
    return {
        "id": one["id"],
        "label": typographic(one["label"]),
        "asks": inline(one["asks"]),
        "cites": cites(one, works),
        "rules": rules,
    }
