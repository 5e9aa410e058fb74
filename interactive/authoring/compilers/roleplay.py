"""Compiling a story: conditions parsed, prose as HTML, everything in the author's order."""

import re
from collections.abc import Iterator
from typing import Any

from interactive.authoring.bibliography import Bibliography
from interactive.authoring.compilers.common import FORMAT, NotCompiled
from interactive.authoring.compilers.conditions import Names, Parsed, parse_condition
from interactive.authoring.compilers.roleplay_after import compile_debrief, compile_room
from interactive.authoring.markup import inline, typographic

CLOSENESS = [
    "has no calls returned",
    "has calls returned next week",
    "has calls returned the same day",
    "is rung up by those in power",
]


def compile_roleplay(ref: str, data: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    """Compile a role-play (format 1)."""
    names = names_of(data)
    try:
        scenes = [_scene(name, item, names) for name, item in data["scenes"].items()]
        debrief = compile_debrief(data.get("debrief", {}), names)
        people = [_person(item, names) for item in data["people"]]
    except NotCompiled as error:
        raise NotCompiled(f"{ref}: {error}") from error
    return {
        "format": FORMAT,
        "kind": "roleplay",
        "ref": ref,
        **_opening(data),
        "people": people,
        "variables": [{"id": name, **_variable(item)} for name, item in data["variables"].items()],
        "seeds": [{"id": name, **_seed(item)} for name, item in data.get("seeds", {}).items()],
        "phases": [_phase(item) for item in data["phases"]],
        "start": data["start"],
        "scenes": scenes,
        "endings": [{"id": name, **_ending(item)} for name, item in data["endings"].items()],
        "works": {key: works.label(key) for key in sorted(set(_cited(data)))},
        "debrief": debrief,
        "room": compile_room(data.get("room", {})),
    }


def _opening(data: dict[str, Any]) -> dict[str, Any]:
    """What stands before the scenes and belongs to none."""
    parties = [
        {
            "id": one["id"],
            "name": typographic(one["name"]),
            "people": typographic(one.get("people", "")),
            "seat": one["seat"],
        }
        for one in data["parties"]
    ]
    competencies = [
        {"id": one["id"], "title": inline(one["title"]), "can": inline(one.get("can", ""))}
        for one in data["competencies"]
    ]
    return {
        "title": typographic(data["title"]),
        "objectives": data["objectives"],
        "minutes": data["minutes"],
        "intro": inline(data["intro"]),
        "premise": paragraphs(data["setting"]["premise"]),
        "parties": parties,
        "competencies": competencies,
        "coach": typographic(data.get("coach", "")),
        "closeness": [typographic(words) for words in data.get("closeness", CLOSENESS)],
        "marks": {key: typographic(words) for key, words in data.get("marks", {}).items()},
    }


def names_of(data: dict[str, Any]) -> Names:
    """What this story's conditions may speak of."""
    return Names(
        variables={name: (item["min"], item["max"]) for name, item in data["variables"].items()},
        seeds={name: item["values"] for name, item in data.get("seeds", {}).items()},
        scenes={name: [choice["id"] for choice in item["choices"]] for name, item in data["scenes"].items()},
        endings=list(data["endings"]),
    )


def paragraphs(text: str) -> list[str]:
    """Text with blank lines between its paragraphs, as HTML. A mark for an echo is whole again where a line was broken in it."""
    text = re.sub(r"\{\s*echo\s+(\d+)\s*\}", r"{echo \1}", text)
    return [inline(part) for part in re.split(r"\n\s*\n", text.strip()) if part.strip()]


def ways_of(to: Any) -> list[dict[str, Any]]:
    """Where a choice leads, as a list: one place, or several with conditions."""
    return [{"to": to}] if isinstance(to, str) else to


def lines_of(value: Any, name: str) -> list[dict[str, Any]]:
    """People or places under conditions, as a list: `rhesa`, or [{who: rhesa, when: ...}]."""
    return (
        [{name: value}]
        if isinstance(value, str)
        else [{name: one} if isinstance(one, str) else one for one in value or []]
    )


def _when(item: dict[str, Any], names: Names, where: str) -> dict[str, Parsed]:
    """The condition of something, or nothing where it always holds."""
    if "when" not in item:
        return {}
    try:
        parsed = parse_condition(item["when"], names)
    except NotCompiled as error:
        raise NotCompiled(f"in {where}, “{item['when']}”: {error}") from error
    return {"when": parsed} if parsed is not None else {}


def _scene(name: str, item: dict[str, Any], names: Names) -> dict[str, Any]:
    harvest = [{"seed": seed, "when": when} for seed, when in item.get("harvest", {}).items()]
    return {
        "id": name,
        "title": inline(item["title"]),
        "phase": item["phase"],
        "clock": typographic(str(item.get("clock", ""))),
        "speakers": [{"who": one["who"], **_when(one, names, name)} for one in lines_of(item.get("speaker"), "who")],
        "how": inline(item.get("how", "")),
        "text": paragraphs(item["text"]),
        "speech": paragraphs(item.get("speech", "")),
        "to": item.get("to", ""),
        "seeded": [[inline(one) for one in variants] for variants in item.get("seeded", [])],
        "echoes": [{"text": inline(one["text"]), **_when(one, names, name)} for one in item.get("echoes", [])],
        "notebook": [
            {"person": one["person"], "kind": one["kind"], "text": inline(one["text"]), **_when(one, names, name)}
            for one in item.get("notebook", [])
        ],
        "away": [{"who": one["who"], **_when(one, names, name)} for one in lines_of(item.get("away"), "who")],
        "harvest": [{"seed": one["seed"], **_when(one, names, name)} for one in harvest],
        "choices": [_choice(name, one, names) for one in item["choices"]],
        "coach": paragraphs(item.get("coach", "")),
        "touches": inline(item.get("touches", "")),
        "cite": item.get("cite", []),
    }


def _choice(scene: str, item: dict[str, Any], names: Names) -> dict[str, Any]:
    where = f"{scene}, choice {item['id']}"
    strange = {way["to"] for way in ways_of(item["to"])} - {*names.scenes, *names.endings}
    if strange:
        raise NotCompiled(f"{where} leads to {', '.join(sorted(strange))}, which is no scene and no ending")
    return {
        "id": item["id"],
        "text": inline(item["text"]),
        "doing": inline(item.get("doing", "")),
        **_when(item, names, where),
        "effects": item.get("effects", {}),
        "plants": item.get("plants", {}),
        "to": [{"to": way["to"], **_when(way, names, where)} for way in ways_of(item["to"])],
        "for": inline(item.get("for", "")),
        "against": inline(item.get("against", "")),
        "cite": item.get("cite", []),
        "shows": item.get("shows", {}),
    }


def _ending(item: dict[str, Any]) -> dict[str, Any]:
    short = {part: inline(item.get(part, "")) for part in ("left", "paid", "unknown", "means")}
    return {"title": inline(item["title"]), "text": paragraphs(item["text"]), **short, "cite": item.get("cite", [])}


def _person(item: dict[str, Any], names: Names) -> dict[str, Any]:
    initials = "".join(part[0] for part in item["name"].split() if part[0].isupper())[:2]
    return {
        "id": item["id"],
        "name": typographic(item["name"]),
        "initials": item.get("initials", initials),
        "age": item.get("age", 0),
        "party": item.get("party", ""),
        "role": inline(item.get("role", "")),
        "track": str(item.get("track", "")),
        "interests": [inline(one) for one in item.get("interests", [])],
        "fears": [inline(one) for one in item.get("fears", [])],
        "closeness": item.get("closeness", -1),
        "seat": item.get("seat", 0),
        **_when(item, names, f"people, {item['id']}"),
    }


def _variable(item: dict[str, Any]) -> dict[str, Any]:
    words = [typographic(one) for one in item["words"]]
    bounds = {name: item[name] for name in ("start", "min", "max")}
    return {"label": inline(item["label"]), "about": inline(item.get("about", "")), **bounds, "words": words}


def _seed(item: dict[str, Any]) -> dict[str, Any]:
    said = {part: {value: inline(text) for value, text in item.get(part, {}).items()} for part in ("did", "spared")}
    return {"title": inline(item["title"]), "start": item["start"], "values": item["values"], **said}


def _phase(item: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": item["id"],
        "title": inline(item["title"]),
        "question": inline(item.get("question", "")),
        "table": item.get("table", False),
    }


def _cited(data: Any) -> Iterator[str]:
    """Every key that stands in a `cite` anywhere."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from value if name == "cite" else _cited(value)
    elif isinstance(data, list):
        for item in data:
            yield from _cited(item)
