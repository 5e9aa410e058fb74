"""Compiling a transfer map: the network as lists, its criteria parsed over what a walk can come to, every other text as HTML."""

from typing import Any

from interactive.authoring.bibliography import Bibliography
from interactive.authoring.compilers.common import FORMAT, NotCompiled
from interactive.authoring.compilers.conditions import Names
from interactive.authoring.compilers.criteria import compile_criteria
from interactive.authoring.markup import inline, typographic

MANY = 999  # more than is ever counted
PLAIN = (
    *("moves", "carriers", "convener-moves", "convener-sides", "shared", "up", "out", "down", "against", "against-up"),
    *("stalled", "bypassed", "printed", "printed-against", "exposed", "exposure", "exposed-people"),
)
OF_SIDES = ("by", "heard", "up", "out", "down", "routes", "trace", "exposed", "gap")
OF_IDEAS = ("for", "against", "up", "top")


def compile_transfer(ref: str, data: dict[str, Any], works: Bibliography) -> dict[str, Any]:
    """Compile a transfer map (format 1)."""
    strange = sorted(unknown(data))
    if strange:
        raise NotCompiled(f"{ref}: the network names somebody who is not in it: {', '.join(strange)}")
    criteria = compile_criteria(ref, data, names_of(data), works)
    return {
        "format": FORMAT,
        "kind": "transfer",
        "ref": ref,
        "title": typographic(data["title"]),
        "objectives": data["objectives"],
        "minutes": data["minutes"],
        "intro": inline(data["intro"]),
        "brief": [inline(words) for words in data["brief"]],
        "sides": [{"id": name, "label": typographic(label)} for name, label in data["sides"].items()],
        "rounds": data["rounds"],
        "least": data["least"],
        "most": data["most"],
        "luck": data["luck"],
        "times": [{"id": name, **one} for name, one in data["times"].items()],
        "ideas": [{**one, "id": name, "text": inline(one["text"])} for name, one in data["ideas"].items()],
        "forms": [{**one, "id": name, "note": inline(one["note"])} for name, one in data["forms"].items()],
        "carriers": [_carrier(name, one) for name, one in data["carriers"].items()],
        "bodies": [_body(name, one) for name, one in data["bodies"].items()],
        "seasons": [{**one, "text": inline(one["text"])} for one in data["seasons"]],
        "criteria": [
            {**one, "objective": raw["objective"]} for one, raw in zip(criteria, data["criteria"], strict=True)
        ],
        "closing": inline(data["closing"]),
    }


def names_of(data: dict[str, Any]) -> Names:
    """What conditions may speak of: see `activities/transfer/outcome.facts`."""
    names = [*PLAIN]
    names += [f"{what}-{side}" for what in OF_SIDES for side in data["sides"]]
    names += [f"{idea}-{what}" for what in OF_IDEAS for idea in data["ideas"]]
    names += [f"idea-{idea}" for idea in data["ideas"]]
    names += [f"form-{form}" for form in data["forms"]] + [f"when-{time}" for time in data["times"]]
    return Names(variables=dict.fromkeys(names, (0, MANY)))


def unknown(data: dict[str, Any]) -> set[str]:
    """Names in the network that are nobody's: of those who are trusted, rivals, partners, ideas and forms."""
    bodies, carriers = data["bodies"].values(), data["carriers"].values()
    people = {who for one in bodies for who in (*one["trusts"], *one.get("rivals", []))}
    strange = people - set(data["bodies"]) - set(data["carriers"])
    strange |= {one["partner"] for one in carriers if one.get("partner")} - set(data["carriers"])
    ideas = {idea for one in bodies for idea in one["leans"]}
    ideas |= {idea for one in data["seasons"] for nudges in one["nudges"].values() for idea in nudges}
    strange |= ideas - set(data["ideas"])
    return strange | {form for one in data["ideas"].values() for form in one["forms"]} - set(data["forms"])


def _at(one: dict[str, Any]) -> dict[str, int]:
    """A place in the picture, by half column and row."""
    return {"x": one["at"][0], "y": one["at"][1]}


def _carrier(name: str, one: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": name,
        "name": typographic(one["name"]),
        "side": one.get("side", ""),
        "note": inline(one["note"]),
        "partner": one.get("partner", ""),
        "risk": one["risk"],
        **_at(one),
    }


def _body(name: str, one: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": name,
        "label": typographic(one["label"]),
        "side": one.get("side", ""),
        "lane": one["lane"],
        "note": inline(one["note"]),
        "marks": one.get("marks", []),
        "leans": one["leans"],
        "trusts": one["trusts"],
        "rivals": one.get("rivals", []),
        **_at(one),
    }
