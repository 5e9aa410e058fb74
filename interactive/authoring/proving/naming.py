"""What a story names is there: places, people, variables, seeds, conditions. Read off the file, not walked."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

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
    """Names that lead nowhere, in everything that a story says."""
    names = names_of(data)
    for place, where, text in conditions_of(data):
        try:
            parsed(place, text, names)
        except NotCompiled as error:
            yield Said(place, "unknown-name", f"in {where}, “{text}”: {error}")
    yield from _unknown(("start",), "the story starts at", data["start"], names.scenes, "unknown-place")
    for place, scene, choice in choices_of(data):
        yield from _choice(place, f"choice `{choice['id']}` of `{scene}`", choice, data, names)
    for name, scene in data["scenes"].items():
        yield from _scene(name, scene, data)
    for seed, values in names.seeds.items():
        yield from _unknown(("seeds", seed, "start"), f"`{seed}` starts at", data["seeds"][seed]["start"], values)


def parsed(place: Place, text: str, names: Names) -> Parsed:
    """A condition where it stands: in the debrief alone it may ask for the ending."""
    return parse_condition(text, names if place[0] == "debrief" else Names(names.variables, names.seeds, names.scenes))


def _unknown(place: Place, says: str, name: str, known: Collection[str], rule: str = "unknown-name") -> Iterator[Said]:
    """Nothing where the name is known; else a sentence with the nearest that is."""
    if name not in known:
        near = get_close_matches(name, list(known), 1)
        hint = f"did you mean `{near[0]}`?" if near else f"there is {', '.join(list(known)[:12]) or 'none'}"
        yield Said(place, rule, f"{says} `{name}`, which is not there; {hint}")


def _choice(place: Place, where: str, choice: dict[str, Any], data: dict[str, Any], names: Names) -> Iterator[Said]:
    ways = ways_of(choice["to"])
    for way in ways:
        yield from _unknown(
            (*place, "to"), f"{where} leads to", way["to"], [*names.scenes, *names.endings], "unknown-place"
        )
    if "when" in ways[-1]:
        message = f"{where}: its last way has a condition; where none holds the play would be stuck"
        yield Said((*place, "to"), "no-way-left", message)
    for name, step in choice.get("effects", {}).items():
        yield from _unknown((*place, "effects", name), f"{where} moves", name, names.variables)
        least, most = names.variables.get(name, (0, 99))
        if step == 0 or abs(step) > most - least:
            message = f"{where} moves {name} by {step}, which its scale from {least} to {most} cannot"
            yield Said((*place, "effects", name), "out-of-bounds", message)
    for seed, value in choice.get("plants", {}).items():
        yield from _unknown((*place, "plants", seed), f"{where} plants", seed, names.seeds)
        yield from _unknown(
            (*place, "plants", seed), f"{where} plants {seed} as", value, names.seeds.get(seed, (value,))
        )
    for name in choice.get("shows", {}):
        yield from _unknown((*place, "shows", name), f"{where} shows", name, _ids(data["competencies"]))


def _scene(name: str, scene: dict[str, Any], data: dict[str, Any]) -> Iterator[Said]:
    place: Place = ("scenes", name)
    yield from _unknown((*place, "phase"), f"`{name}` is in phase", scene["phase"], _ids(data["phases"]))
    named = [(part, one["who"]) for part in ("speaker", "away") for one in lines_of(scene.get(part), "who")]
    named += [("notebook", one["person"]) for one in scene.get("notebook", [])]
    for part, person in named:
        yield from _unknown((*place, part), f"`{name}` names", person, _ids(data["people"]))
    for seed in scene.get("harvest", {}):
        yield from _unknown((*place, "harvest", seed), f"`{name}` harvests", seed, data.get("seeds", {}))


def _ids(items: list[dict[str, Any]]) -> list[str]:
    return [item["id"] for item in items]
