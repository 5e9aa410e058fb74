"""A small invented transfer map, compiled, in which every rule of the walk can be seen."""

from typing import Any

from interactive.activities.transfer.definition import Transfer, load


def _body(
    name: str, side: str, lane: str, place: tuple[int, int], lean: tuple[int, int], **more: Any
) -> dict[str, Any]:
    return {
        "id": name,
        "label": f"the {name} & co",
        "side": side,
        "lane": lane,
        "note": f"About {name}.",
        "marks": [],
        "leans": {"plan": lean[0], "song": lean[1]},
        "trusts": {},
        "rivals": [],
        "x": place[0],
        "y": place[1],
        **more,
    }


def _form(name: str, fades: int, heard_by: str, exposes: int) -> dict[str, Any]:
    return {"id": name, "label": f"By {name}", "note": "So.", "fades": fades, "heard_by": heard_by, "exposes": exposes}


def _carrier(name: str, side: str, partner: str, risk: int, place: tuple[int, int]) -> dict[str, Any]:
    x, y = place
    return {
        "id": name,
        "name": name.title(),
        "side": side,
        "note": "Who.",
        "partner": partner,
        "risk": risk,
        "x": x,
        "y": y,
    }


def _criterion(name: str, objective: str, when: Any, say: str) -> dict[str, Any]:
    rules = [
        {"when": when, "verdict": "met", "say": say, "cites": []},
        {"when": None, "verdict": "not", "say": f"Not {say.lower()}", "cites": []},
    ]
    cites = [{"key": "work1", "label": "Somebody 1901"}]
    return {"id": name, "label": name.title(), "objective": objective, "asks": "Is it?", "cites": cites, "rules": rules}


DATA: dict[str, Any] = {
    "format": 1,
    "kind": "transfer",
    "ref": "00-sample/map",
    "title": "A map",
    "objectives": ["s0-design", "s0-home"],
    "minutes": 5,
    "intro": "Send it.",
    "brief": ["There are two shores."],
    "sides": [{"id": "left", "label": "Left"}, {"id": "right", "label": "Right"}],
    "rounds": 4,
    "least": 1,
    "most": 3,
    "luck": 0,
    "times": [{"id": "early", "label": "Early", "round": 1}, {"id": "late", "label": "Late", "round": 3}],
    "ideas": [
        {"id": "plan", "label": "the plan", "letter": "P", "text": "A plan.", "forms": {"word": 1, "paper": 1}},
        {"id": "song", "label": "the song", "letter": "S", "text": "A song.", "forms": {"joint": 2, "paper": -2}},
    ],
    "forms": [
        _form("word", 1, "one", 0),
        _form("paper", 0, "one", 1),
        _form("article", 0, "side", 2),
        _form("joint", 0, "press", 1),
    ],
    "carriers": [
        _carrier("ann", "left", "bob", 0, (0, 2)),
        _carrier("bob", "right", "ann", 2, (4, 2)),
        _carrier("cy", "", "", 0, (2, 2)),
    ],
    "bodies": [
        _body("office", "left", "up", (0, 0), (0, 0), marks=["decides"], trusts={"desk": 3}, rivals=["party"]),
        _body("desk", "left", "up", (0, 1), (2, -1), marks=["official", "cover"], trusts={"ann": 3, "bob": -2}),
        _body("post", "left", "out", (0, 3), (-3, 2), marks=["press"], trusts={"ann": 1}),
        _body("party", "left", "out", (2, 3), (2, 0), trusts={"post": 1, "cy": 3}),
        _body("palace", "right", "up", (4, 0), (1, 1), marks=["decides"], trusts={"bob": 3, "bureau": 1}),
        _body("bureau", "right", "up", (4, 1), (-2, 0), marks=["official", "wary"], trusts={"bob": 1}),
        _body("choir", "right", "down", (4, 3), (0, 2), trusts={"bob": 3, "palace": 2}),
    ],
    "seasons": [
        {"title": "A calm", "text": "Nothing.", "round": 2, "nudges": {}},
        {
            "title": "A storm",
            "text": "Wind &amp; rain.",
            "round": 2,
            "nudges": {"up": {"plan": -1}, "down": {"song": 1}},
        },
    ],
    "criteria": [
        _criterion("top", "s0-design", [">=", "up-left", 1], "It came to the top."),
        _criterion("public", "s0-design", [">=", "down-right", 1], "They sing."),
        _criterion("safe", "s0-home", ["<=", "exposed", 2], "Nobody pays."),
    ],
    "closing": "Would you?",
}


def sample() -> Transfer:
    return load(DATA)
