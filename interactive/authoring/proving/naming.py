"""What a story names is there, and what is there is used: places, people, variables, seeds, conditions. Read off the file, not walked."""

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from interactive.activities.roleplay.conditions import atoms
from interactive.authoring.compilers.common import NotCompiled
from interactive.authoring.compilers.conditions import Names, Parsed, parse_condition
from interactive.authoring.compilers.roleplay import lines_of, names_of, ways_of
from interactive.authoring.reading import Place


class Said(NamedTuple):
    """Something to mend: where it stands, by which rule, in a sentence."""

    place: Place
    rule: str
    message: str
    warning: bool = False


def choices_of(data: dict[str, Any]) -> Iterator[tuple[Place, str, dict[str, Any]]]:
    """Every choice with its place and its scene."""
    for name, scene in data["scenes"].items():
        for number, choice in enumerate(scene["choices"]):
            yield ("scenes", name, "choices", number), name, choice


def conditions_of(data: dict[str, Any]) -> Iterator[tuple[Place, str, str]]:
    """Every condition of the story with its place and where it stands, in words."""
    for place, scene, choice in choices_of(data):
        where = f"choice `{choice['id']}` of `{scene}`"
        if "when" in choice:
            yield (*place, "when"), where, choice["when"]
        for number, way in enumerate(ways_of(choice["to"])):
            if "when" in way:
                yield (*place, "to", number, "when"), where, way["when"]
    for name, scene in data["scenes"].items():
        for part in ("speaker", "away"):
            lines = lines_of(scene.get(part), "who")
            yield from ((("scenes", name, part), f"`{name}`", one["when"]) for one in lines if "when" in one)
        for part in ("echoes", "notebook"):
            for number, one in enumerate(scene.get(part, [])):
                if "when" in one:
                    yield ("scenes", name, part, number, "when"), f"`{name}`", one["when"]
        for seed, when in scene.get("harvest", {}).items():
            yield ("scenes", name, "harvest", seed), f"`{name}`", when
    for number, person in enumerate(data["people"]):
        if "when" in person:
            yield ("people", number, "when"), f"`{person['id']}`", person["when"]
    yield from _debrief_conditions(data.get("debrief", {}))


def _debrief_conditions(debrief: dict[str, Any]) -> Iterator[tuple[Place, str, str]]:
    for part, field in (("missed", "when"), ("hidden", "told"), ("prompts", "when")):
        for number, one in enumerate(debrief.get(part, [])):
            if field in one:
                yield ("debrief", part, number, field), "the debrief", one[field]
    for number, reading in enumerate(debrief.get("readings", [])):
        for row, line in enumerate(reading["lines"]):
            if "when" in line:
                yield ("debrief", "readings", number, "lines", row, "when"), "the debrief", line["when"]


def wrong_names(data: dict[str, Any]) -> Iterator[Said]:
    """Names that lead nowhere: in conditions, effects, seeds, ways, people, phases."""
    names = names_of(data)
    for place, where, text in conditions_of(data):
        try:
            _parse(place, text, names)
        except NotCompiled as error:
            yield Said(place, "unknown-name", f"in {where}, “{text}”: {error}")
    places = [*names.scenes, *names.endings]
    if data["start"] not in names.scenes:
        yield Said(
            ("start",),
            "unknown-place",
            f"the story starts at `{data['start']}`, {_near(data['start'], list(names.scenes))}",
        )
    for place, scene, choice in choices_of(data):
        where = f"choice `{choice['id']}` of `{scene}`"
        for way in ways_of(choice["to"]):
            if way["to"] not in places:
                yield Said(
                    (*place, "to"), "unknown-place", f"{where} leads to `{way['to']}`, {_near(way['to'], places)}"
                )
        if "when" in ways_of(choice["to"])[-1]:
            yield Said(
                (*place, "to"),
                "no-way-left",
                f"{where}: its last way has a condition; where none holds the play would be stuck",
            )
        yield from _effects(place, where, choice, data)
        for seed, value in choice.get("plants", {}).items():
            if seed not in names.seeds:
                yield Said(
                    (*place, "plants", seed),
                    "unknown-name",
                    f"{where} plants `{seed}`, {_near(seed, list(names.seeds))}",
                )
            elif value not in names.seeds[seed]:
                known = list(names.seeds[seed])
                yield Said(
                    (*place, "plants", seed), "unknown-name", f"{where} plants {seed}={value}, {_near(value, known)}"
                )
    yield from _wrong_people(data)


def _parse(place: Place, text: str, names: Names) -> Parsed:
    """In the debrief alone a condition may ask for the ending."""
    return parse_condition(text, names if place[0] == "debrief" else Names(names.variables, names.seeds, names.scenes))


def _effects(place: Place, where: str, choice: dict[str, Any], data: dict[str, Any]) -> Iterator[Said]:
    for name, step in choice.get("effects", {}).items():
        item = data["variables"].get(name)
        if item is None:
            yield Said(
                (*place, "effects", name),
                "unknown-name",
                f"{where} moves `{name}`, {_near(name, list(data['variables']))}",
            )
        elif step == 0 or abs(step) > item["max"] - item["min"]:
            message = f"{where} moves {name} by {step}, which its scale from {item['min']} to {item['max']} cannot"
            yield Said((*place, "effects", name), "out-of-bounds", message)


def _wrong_people(data: dict[str, Any]) -> Iterator[Said]:
    people = [one["id"] for one in data["people"]]
    phases = [one["id"] for one in data["phases"]]
    shown = [one["id"] for one in data["competencies"]]
    for name, scene in data["scenes"].items():
        if scene["phase"] not in phases:
            yield Said(
                ("scenes", name, "phase"),
                "unknown-name",
                f"`{name}` is in phase `{scene['phase']}`, {_near(scene['phase'], phases)}",
            )
        named = [("speaker", one["who"]) for one in lines_of(scene.get("speaker"), "who")]
        named += [("away", one["who"]) for one in lines_of(scene.get("away"), "who")]
        named += [("notebook", one["person"]) for one in scene.get("notebook", [])]
        for part, person in named:
            if person not in people:
                yield Said(
                    ("scenes", name, part), "unknown-name", f"`{name}` names `{person}`, {_near(person, people)}"
                )
        for seed in scene.get("harvest", {}):
            if seed not in data.get("seeds", {}):
                yield Said(
                    ("scenes", name, "harvest"),
                    "unknown-name",
                    f"`{name}` harvests `{seed}`, {_near(seed, list(data.get('seeds', {})))}",
                )
    for place, scene_id, choice in choices_of(data):
        for name in choice.get("shows", {}):
            if name not in shown:
                message = f"choice `{choice['id']}` of `{scene_id}` shows `{name}`, {_near(name, shown)}"
                yield Said((*place, "shows", name), "unknown-name", message)


def unused(data: dict[str, Any]) -> Iterator[Said]:
    """A variable or a seed that nothing reads, or that nothing sets, decides nothing and is clutter."""
    names = names_of(data)
    read: Counter[tuple[str, Any]] = Counter()
    for place, _, text in conditions_of(data):
        try:
            read.update((name, value) for _, name, value in atoms(_parse(place, text, names)))
        except NotCompiled:
            return
    asked = {name for name, _ in read}
    planted = {pair for _, _, choice in choices_of(data) for pair in choice.get("plants", {}).items()}
    first = {
        name: next(
            (
                scene
                for _, scene, choice in choices_of(data)
                if name in {**choice.get("effects", {}), **choice.get("plants", {})}
            ),
            "",
        )
        for name in (*names.variables, *names.seeds)
    }
    for name in (*names.variables, *names.seeds):
        part = "variables" if name in names.variables else "seeds"
        if name not in asked:
            where = f"; `{first[name]}` sets it" if first[name] else ""
            yield Said(
                (part, name),
                "never-read",
                f"no condition reads `{name}`{where}; let it decide or colour something, or take it out",
            )
        if not first[name]:
            yield Said((part, name), "never-set", f"no choice ever sets `{name}`; let one, or take it out")
    for seed, values in names.seeds.items():
        for value in values:
            if (seed, value) not in planted and value != data["seeds"][seed]["start"]:
                yield Said(
                    ("seeds", seed),
                    "never-set",
                    f"no choice ever plants {seed}={value}; plant it, or take the value out",
                )
        if data["seeds"][seed]["start"] not in values:
            yield Said(
                ("seeds", seed, "start"),
                "unknown-name",
                f"`{seed}` starts at `{data['seeds'][seed]['start']}`, which is none of its values",
            )


def twice(data: dict[str, Any]) -> Iterator[Said]:
    """No id stands twice: choices of one scene, people, phases; a place is a scene or an ending; a name a variable or a seed."""
    for name, scene in data["scenes"].items():
        for double in _doubles([choice["id"] for choice in scene["choices"]]):
            yield Said(
                ("scenes", name, "choices"),
                "duplicate-id",
                f"`{name}` has two choices `{double}`; give each its own letter",
            )
        if name in data["endings"]:
            yield Said(("endings", name), "duplicate-id", f"`{name}` is a scene and an ending; rename one of the two")
    for part in ("people", "parties", "phases", "competencies"):
        for double in _doubles([one["id"] for one in data[part]]):
            yield Said((part,), "duplicate-id", f"`{double}` stands twice among the {part}")
    for name in set(data["variables"]) & set(data.get("seeds", {})):
        yield Said(("seeds", name), "duplicate-id", f"`{name}` is a variable and a seed; rename one of the two")


def _doubles(ids: list[str]) -> list[str]:
    return [name for name, times in Counter(ids).items() if times > 1]


def _near(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, 1)
    return (
        f"which is not there; did you mean `{near[0]}`?"
        if near
        else f"which is not there; there is {', '.join(known[:12]) or 'none'}"
    )
