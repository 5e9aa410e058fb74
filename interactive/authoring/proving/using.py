"""What a story has is used, and stands once: nothing is set and never read, read and never set, or named twice."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from interactive.authoring.compilers.common import NotCompiled
from interactive.authoring.compilers.roleplay import names_of
from interactive.authoring.proving.naming import Said, choices_of, conditions_of, parsed
from interactive.kernel.conditions import atoms


def unused(data: dict[str, Any]) -> Iterator[Said]:
    """A variable or a seed that nothing reads, or that nothing sets, is clutter."""
    names = names_of(data)
    try:
        asked = _asked(data)
    except NotCompiled:  # said already, with its place
        return
    for name in (*names.variables, *names.seeds):
        part = "variables" if name in names.variables else "seeds"
        setting = _setting(data, name)
        if name not in asked:
            where = f"; `{setting}` sets it" if setting else ""
            message = f"no condition reads `{name}`{where}; let it decide or color something, or take it out"
            yield Said((part, name), "never-read", message)
        if not setting:
            yield Said((part, name), "never-set", f"no choice ever sets `{name}`; let one, or take it out")
    planted = {pair for _, _, choice in choices_of(data) for pair in choice.get("plants", {}).items()}
    for seed, values in names.seeds.items():
        for value in values:
            if (seed, value) not in planted and value != data["seeds"][seed]["start"]:
                message = f"no choice ever plants {seed}={value}; plant it, or take the value out"
                yield Said(("seeds", seed), "never-set", message)


def _asked(data: dict[str, Any]) -> set[str]:
    """Every name that a condition reads. A harvest only says where a seed comes back, and decides nothing."""
    names = names_of(data)
    read = [parsed(place, text, names) for place, _, text in conditions_of(data) if "harvest" not in place]
    return {name for condition in read for _, name, _ in atoms(condition)}


def _setting(data: dict[str, Any], name: str) -> str:
    """The first scene in which a choice sets this name."""
    found = (
        scene for _, scene, one in choices_of(data) if name in one.get("effects", {}) or name in one.get("plants", {})
    )
    return next(found, "")


def twice(data: dict[str, Any]) -> Iterator[Said]:
    """No id stands twice: choices of one scene, people, phases; a place is a scene or an ending; a name a variable or a seed."""
    for name, scene in data["scenes"].items():
        for double in _doubles([choice["id"] for choice in scene["choices"]]):
            message = f"`{name}` has two choices `{double}`; give each its own letter"
            yield Said(("scenes", name, "choices"), "duplicate-id", message)
        if name in data["endings"]:
            yield Said(("endings", name), "duplicate-id", f"`{name}` is a scene and an ending; rename one of the two")
    for part in ("people", "parties", "phases", "competencies"):
        for double in _doubles([one["id"] for one in data[part]]):
            yield Said((part,), "duplicate-id", f"`{double}` stands twice among the {part}")
    for name in set(data["variables"]) & set(data.get("seeds", {})):
        yield Said(("seeds", name), "duplicate-id", f"`{name}` is a variable and a seed; rename one of the two")


def _doubles(ids: list[str]) -> list[str]:
    return [name for name, times in Counter(ids).items() if times > 1]
