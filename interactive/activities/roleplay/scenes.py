"""Scenes, choices and endings as the build compiled them. Every `Safe` text is HTML that the build checked."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from interactive.kernel.conditions import Condition, Facts, holds, read_condition
from interactive.kernel.html import Safe
from interactive.kernel.reading import Malformed, take

type Paragraphs = tuple[Safe, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand only where a condition holds."""

    text: Safe
    when: Condition


@dataclass(frozen=True, slots=True)
class Way:
    """Where a choice may lead. Of several the first whose condition holds is taken, read after the choice has moved things."""

    to: str
    when: Condition


@dataclass(frozen=True, slots=True)
class Note:
    """A line of the convener's notebook, gained when its scene is met. `kind` is interest, fear or fact."""

    person: str
    kind: str
    text: Safe
    when: Condition


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to do. `effects` moves variables, `plants` sets seeds, `shows` is the evidence (1 some, 2 clear) by competency."""

    id: str
    text: Safe
    doing: Safe
    when: Condition
    effects: Mapping[str, int]
    plants: Mapping[str, str]
    ways: tuple[Way, ...]
    pro: Safe
    con: Safe
    cites: tuple[str, ...]
    shows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene. `speakers` and `away` hold a person's id with a condition, `harvest` the seeds that come back here.

    `seeded` are the small variants that the seed chooses from; they decide nothing.
    """

    id: str
    title: Safe
    phase: str
    clock: str
    speakers: tuple[tuple[str, Condition], ...]
    how: Safe
    text: Paragraphs
    speech: Paragraphs
    to: str
    seeded: tuple[tuple[Safe, ...], ...]
    echoes: tuple[Line, ...]
    notes: tuple[Note, ...]
    away: tuple[tuple[str, Condition], ...]
    harvest: tuple[tuple[str, Condition], ...]
    choices: tuple[Choice, ...]
    coach: Paragraphs
    touches: Safe
    cites: tuple[str, ...]

    def choice(self, name: str) -> Choice | None:
        """The choice with this id."""
        return next((one for one in self.choices if one.id == name), None)

    def speaker(self, facts: Facts) -> str:
        """Who speaks here: the first whose condition holds; nobody where none does."""
        return next((person for person, when in self.speakers if holds(when, facts)), "")


@dataclass(frozen=True, slots=True)
class Ending:
    """The last panel: what became of it, then three short answers. `means` is one reading of it, with sources."""

    id: str
    title: Safe
    text: Paragraphs
    left: Safe
    paid: Safe
    unknown: Safe
    means: Safe
    cites: tuple[str, ...]


def rows(data: Any, name: str) -> list[Any]:
    """A list that may be left out."""
    return take(data, name, list) if name in data else []


def words(data: Any, name: str) -> Safe:
    """A text that may be left out."""
    return Safe(take(data, name, str)) if name in data else Safe("")


def paragraphs(data: Any, name: str) -> Paragraphs:
    """Paragraphs, which may be left out."""
    return tuple(Safe(take({"paragraph": one}, "paragraph", str, name)) for one in rows(data, name))


def by_id[T](items: Iterable[Any], build: Callable[[Any], T]) -> dict[str, T]:
    """Objects with ids as a mapping, in the author's order."""
    return {take(item, "id", str): build(item) for item in items}


def when(data: Any) -> Condition:
    """The condition of an object."""
    return read_condition(data.get("when"))


def line(data: Any) -> Line:
    """Words with their condition."""
    return Line(Safe(take(data, "text", str)), when(data))


def scene(data: Any) -> Scene:
    """One scene from JSON."""
    return Scene(
        id=take(data, "id", str),
        title=Safe(take(data, "title", str)),
        phase=take(data, "phase", str),
        clock=str(words(data, "clock")),
        speakers=tuple((take(one, "who", str), when(one)) for one in rows(data, "speakers")),
        how=words(data, "how"),
        text=paragraphs(data, "text"),
        speech=paragraphs(data, "speech"),
        to=words(data, "to"),
        seeded=tuple(tuple(map(Safe, variants)) for variants in rows(data, "seeded") if variants),
        echoes=tuple(map(line, rows(data, "echoes"))),
        notes=tuple(map(_note, rows(data, "notebook"))),
        away=tuple((take(one, "who", str), when(one)) for one in rows(data, "away")),
        harvest=tuple((take(one, "seed", str), when(one)) for one in rows(data, "harvest")),
        choices=tuple(map(_choice, take(data, "choices", list))),
        coach=paragraphs(data, "coach"),
        touches=words(data, "touches"),
        cites=tuple(rows(data, "cite")),
    )


def _note(data: Any) -> Note:
    return Note(take(data, "person", str), take(data, "kind", str), Safe(take(data, "text", str)), when(data))


def _choice(data: Any) -> Choice:
    ways = tuple(Way(take(one, "to", str), when(one)) for one in take(data, "to", list))
    if not ways or ways[-1].when is not None:
        raise Malformed("the last way of a choice should have no condition")
    return Choice(
        id=take(data, "id", str),
        text=Safe(take(data, "text", str)),
        doing=words(data, "doing"),
        when=when(data),
        effects={name: take(data["effects"], name, int) for name in take(data, "effects", dict)},
        plants={name: take(data["plants"], name, str) for name in take(data, "plants", dict)},
        ways=ways,
        pro=words(data, "for"),
        con=words(data, "against"),
        cites=tuple(rows(data, "cite")),
        shows={name: take(data["shows"], name, int) for name in take(data, "shows", dict)},
    )


def ending(data: Any) -> Ending:
    """One ending from JSON."""
    return Ending(
        id=take(data, "id", str),
        title=Safe(take(data, "title", str)),
        text=paragraphs(data, "text"),
        left=words(data, "left"),
        paid=words(data, "paid"),
        unknown=words(data, "unknown"),
        means=words(data, "means"),
        cites=tuple(rows(data, "cite")),
    )
