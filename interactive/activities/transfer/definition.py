"""What a transfer map is made of, as the build compiled it (format 1). Every `Safe` text is HTML that the build checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from interactive.kernel.criteria import Criterion, read_criteria
from interactive.kernel.html import Safe
from interactive.kernel.reading import Malformed, take

LANES = {"up": "Upward: who decides", "out": "Outward: who sets the mood", "down": "Downward: who puts up with it"}
HEARD_BY = (
    "one",
    "press",
    "side",
)  # who hears of a form besides its receiver: nobody, the press of both sides, a whole side


@dataclass(frozen=True, slots=True)
class Idea:
    """Something that the room thought of. `forms` is how well each form suits it; `letter` marks it in the picture."""

    label: str
    letter: str
    text: Safe
    forms: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Form:
    """How an idea is told. `fades` is what it loses at each hand, `exposes` what it costs whoever tells it."""

    label: str
    note: Safe
    fades: int
    heard_by: str
    exposes: int


@dataclass(frozen=True, slots=True)
class Carrier:
    """Somebody of the room. `partner` joins in an appearance by two; `risk` is what being seen costs at home; "" is no side."""

    name: str
    side: str
    note: Safe
    partner: str
    risk: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Body:
    """A person or an institution outside. `trusts` says whom it listens to (-3 to 3), `leans` what it thinks of each idea."""

    label: str
    side: str
    lane: str
    note: Safe
    marks: frozenset[str]
    leans: Mapping[str, int]
    trusts: Mapping[str, int]
    rivals: tuple[str, ...]
    x: int
    y: int

    @property
    def decides(self) -> bool:
        """Whether the decision is taken here."""
        return "decides" in self.marks

    @property
    def official(self) -> bool:
        """Whether it minds learning of an idea from the press."""
        return "official" in self.marks or self.decides


@dataclass(frozen=True, slots=True)
class Season:
    """What happens meanwhile: from `round` on, `nudges` (lane -> idea -> amount) make ears more or less open."""

    title: str
    text: Safe
    round: int
    nudges: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Transfer:
    """A whole map. `times` are when a move may be made (label, round); `luck` is the share of ears in a good mood, and of
    those in a bad one: one in so many, or 0 for none. `assesses` says which objective a criterion is about."""

    ref: str
    digest: str
    title: str
    objectives: tuple[str, ...]
    minutes: int
    intro: Safe
    brief: tuple[Safe, ...]
    sides: Mapping[str, str]
    rounds: int
    most: int
    least: int
    luck: int
    times: Mapping[str, tuple[str, int]]
    ideas: Mapping[str, Idea]
    forms: Mapping[str, Form]
    carriers: Mapping[str, Carrier]
    bodies: Mapping[str, Body]
    seasons: tuple[Season, ...]
    listeners: Mapping[str, tuple[str, ...]]
    criteria: Mapping[str, Criterion]
    assesses: Mapping[str, str]
    closing: Safe

    def named(self, who: str) -> str:
        """The name of a carrier or a body."""
        return self.carriers[who].name if who in self.carriers else self.bodies[who].label


def load(data: Mapping[str, Any]) -> Transfer:
    """Read a compiled definition; raises `Malformed` when it is not one."""
    if take(data, "format", int) != 1 or take(data, "kind", str) != "transfer":
        raise Malformed("this is not a transfer map of format 1")
    bodies = {name: _body(one) for name, one in _named(data, "bodies")}
    definition = Transfer(
        ref=take(data, "ref", str),
        digest=str(data.get("digest", "")),
        title=take(data, "title", str),
        objectives=tuple(take(data, "objectives", list)),
        minutes=take(data, "minutes", int),
        intro=Safe(take(data, "intro", str)),
        brief=tuple(map(Safe, take(data, "brief", list))),
        sides={name: take(one, "label", str, "sides") for name, one in _named(data, "sides")},
        rounds=take(data, "rounds", int),
        most=take(data, "most", int),
        least=take(data, "least", int),
        luck=max(0, take(data, "luck", int)),
        times={name: (take(one, "label", str), take(one, "round", int)) for name, one in _named(data, "times")},
        ideas={name: _idea(one) for name, one in _named(data, "ideas")},
        forms={name: _form(one) for name, one in _named(data, "forms")},
        carriers={name: _carrier(one) for name, one in _named(data, "carriers")},
        bodies=bodies,
        seasons=tuple(map(_season, take(data, "seasons", list))),
        listeners=_listeners(bodies),
        criteria=read_criteria(data),
        assesses={name: take(one, "objective", str, "criteria") for name, one in _named(data, "criteria")},
        closing=Safe(take(data, "closing", str)),
    )
    _sound(definition)
    return definition


def _named(data: Mapping[str, Any], group: str) -> list[tuple[str, Mapping[str, Any]]]:
    return [(take(one, "id", str, group), one) for one in take(data, group, list)]


def _numbers(data: Mapping[str, Any], name: str, where: str) -> dict[str, int]:
    found = take(data, name, dict, where)
    if any(not isinstance(value, int) for value in found.values()):
        raise Malformed(f"{where}.{name} holds whole numbers")
    return dict(found)


def _idea(data: Mapping[str, Any]) -> Idea:
    text = Safe(take(data, "text", str, "ideas"))
    return Idea(take(data, "label", str), take(data, "letter", str), text, _numbers(data, "forms", "ideas"))


def _form(data: Mapping[str, Any]) -> Form:
    heard_by = take(data, "heard_by", str, "forms")
    if heard_by not in HEARD_BY:
        raise Malformed("forms.heard_by is one, press or side")
    note = Safe(take(data, "note", str, "forms"))
    return Form(take(data, "label", str), note, take(data, "fades", int), heard_by, take(data, "exposes", int))


def _carrier(data: Mapping[str, Any]) -> Carrier:
    return Carrier(
        name=take(data, "name", str, "carriers"),
        side=take(data, "side", str, "carriers"),
        note=Safe(take(data, "note", str, "carriers")),
        partner=take(data, "partner", str, "carriers"),
        risk=take(data, "risk", int, "carriers"),
        x=take(data, "x", int, "carriers"),
        y=take(data, "y", int, "carriers"),
    )


def _body(data: Mapping[str, Any]) -> Body:
    lane = take(data, "lane", str, "bodies")
    if lane not in LANES:
        raise Malformed("bodies.lane is up, out or down")
    return Body(
        label=take(data, "label", str, "bodies"),
        side=take(data, "side", str, "bodies"),
        lane=lane,
        note=Safe(take(data, "note", str, "bodies")),
        marks=frozenset(map(str, take(data, "marks", list, "bodies"))),
        leans=_numbers(data, "leans", "bodies"),
        trusts=_numbers(data, "trusts", "bodies"),
        rivals=tuple(map(str, take(data, "rivals", list, "bodies"))),
        x=take(data, "x", int, "bodies"),
        y=take(data, "y", int, "bodies"),
    )


def _season(data: Mapping[str, Any]) -> Season:
    nudges = {lane: _numbers(data["nudges"], lane, "seasons") for lane in take(data, "nudges", dict, "seasons")}
    return Season(take(data, "title", str), Safe(take(data, "text", str)), take(data, "round", int), nudges)


def _listeners(bodies: Mapping[str, Body]) -> dict[str, tuple[str, ...]]:
    """Who listens to whom, the other way round: from each that is trusted to those that trust it."""
    found: dict[str, tuple[str, ...]] = {}
    for name, body in bodies.items():
        for source, trust in body.trusts.items():
            if trust > 0:
                found[source] = (*found.get(source, ()), name)
    return found


def _sound(definition: Transfer) -> None:
    """Every name in the network is of somebody in it; there is something to choose, and the last round can be reached."""
    everybody = {**definition.carriers, **definition.bodies}
    said = {who for body in definition.bodies.values() for who in (*body.trusts, *body.rivals)}
    partners = {one.partner for one in definition.carriers.values()} - {""}
    if said - set(everybody) or partners - set(definition.carriers):
        raise Malformed("the network names somebody who is not in it")
    chosen_from = (definition.times, definition.ideas, definition.forms, definition.carriers, definition.bodies)
    if not all((*chosen_from, definition.seasons)) or not 1 <= definition.least <= definition.most <= 12:
        raise Malformed("a transfer map has times, ideas, forms, carriers, bodies, seasons and 1 to 12 moves")
    if not 1 <= definition.rounds <= 12 or any(not 1 <= at <= definition.rounds for _, at in definition.times.values()):
        raise Malformed("a transfer map has 1 to 12 rounds, and its moves are made in them")
