"""What a story is made of, as the build compiled it (format 1): who is in it, what moves, its scenes, its debrief, its room edition."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from interactive.activities.roleplay.aftermath import Debrief, read_debrief
from interactive.activities.roleplay.room import Room, read_room
from interactive.activities.roleplay.scenes import (
    Ending,
    Paragraphs,
    Scene,
    by_id,
    ending,
    paragraphs,
    rows,
    scene,
    when,
    words,
)
from interactive.kernel.conditions import COMPARED, Condition, atoms
from interactive.kernel.html import Safe
from interactive.kernel.reading import Malformed, take

SEATS = ("square", "circle", "diamond")


@dataclass(frozen=True, slots=True)
class Party:
    """A side, or the third party. `seat` is the shape that its people have in the plan of the table."""

    id: str
    name: str
    people: str
    seat: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the story. `closeness` is 0 to 3, or -1 where it does not matter; who has a `seat` sits at the table, from 1."""

    id: str
    name: str
    initials: str
    age: int
    party: str
    role: Safe
    track: str
    interests: tuple[Safe, ...]
    fears: tuple[Safe, ...]
    closeness: int
    seat: int
    when: Condition


@dataclass(frozen=True, slots=True)
class Variable:
    """What moves, one step at a time, between `least` and `most`. `said` are the words shown while playing: low, middle, high."""

    id: str
    label: Safe
    about: Safe
    start: int
    least: int
    most: int
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seed:
    """A fact that the story remembers. `did` says what was done for each value; `spared` what did not come back because of it."""

    id: str
    title: Safe
    start: str
    values: tuple[str, ...]
    did: Mapping[str, Safe]
    spared: Mapping[str, Safe]


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the story with its question. `table`: whether the people sit at a table in it."""

    id: str
    title: Safe
    question: Safe
    table: bool


@dataclass(frozen=True, slots=True)
class Competency:
    """What choices give evidence of."""

    id: str
    title: Safe
    can: Safe


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """A whole story. It is compared by identity, so that what was worked out from it can be kept.

    `works` maps a citation's key to its label, `marks` those whose source is unchecked or disputed to a few words that say so.
    """

    ref: str
    digest: str
    title: str
    objectives: tuple[str, ...]
    minutes: int
    intro: Safe
    premise: Paragraphs
    parties: Mapping[str, Party]
    people: Mapping[str, Person]
    variables: Mapping[str, Variable]
    seeds: Mapping[str, Seed]
    phases: Mapping[str, Phase]
    competencies: Mapping[str, Competency]
    start: str
    scenes: Mapping[str, Scene]
    endings: Mapping[str, Ending]
    coach: str
    closeness: tuple[str, ...]
    works: Mapping[str, str]
    marks: Mapping[str, str]
    debrief: Debrief
    room: Room

    def conditions(self) -> Iterator[tuple[str, Condition]]:
        """Every condition of the story with the id of the scene it stands in; "" for those of its debrief and its people."""
        for item in self.scenes.values():
            for _, condition in (*item.speakers, *item.away, *item.harvest):
                yield item.id, condition
            yield from ((item.id, echo.when) for echo in item.echoes)
            yield from ((item.id, note.when) for note in item.notes)
            for choice in item.choices:
                yield item.id, choice.when
                yield from ((item.id, way.when) for way in choice.ways)
        yield from (("", person.when) for person in self.people.values())
        yield from (("", condition) for condition in self.debrief.conditions())


def load(data: Mapping[str, Any]) -> Story:
    """Read a compiled definition; raises `Malformed` when it is not one."""
    if take(data, "format", int) != 1 or take(data, "kind", str) != "roleplay":
        raise Malformed("this is not a role-play of format 1")
    story = Story(
        ref=take(data, "ref", str),
        digest=str(data.get("digest", "")),
        title=take(data, "title", str),
        objectives=tuple(take(data, "objectives", list)),
        minutes=take(data, "minutes", int),
        intro=Safe(take(data, "intro", str)),
        premise=paragraphs(data, "premise"),
        parties=by_id(take(data, "parties", list), _party),
        people=by_id(take(data, "people", list), _person),
        variables=by_id(take(data, "variables", list), _variable),
        seeds=by_id(take(data, "seeds", list), _seed),
        phases=by_id(take(data, "phases", list), _phase),
        competencies=by_id(take(data, "competencies", list), _competency),
        start=take(data, "start", str),
        scenes=by_id(take(data, "scenes", list), scene),
        endings=by_id(take(data, "endings", list), ending),
        coach=str(words(data, "coach")),
        closeness=tuple(rows(data, "closeness")),
        works=dict(take(data, "works", dict)),
        marks=dict(take(data, "marks", dict)),
        debrief=read_debrief(take(data, "debrief", dict)),
        room=read_room(take(data, "room", dict)),
    )
    _sound(story)
    return story


def _sound(story: Story) -> None:
    """What the engine relies on without asking again: every place a choice leads to is there, every name it moves or reads is known."""
    places = {*story.scenes, *story.endings}
    if story.start not in story.scenes:
        raise Malformed("the story should start with one of its scenes")
    for item in story.scenes.values():
        if item.phase not in story.phases:
            raise Malformed(f"{item.id} is in no phase of the story")
        for choice in item.choices:
            if not {way.to for way in choice.ways} <= places:
                raise Malformed(f"{item.id} leads to a place that is not there")
            if not (set(choice.effects) <= set(story.variables) and set(choice.plants) <= set(story.seeds)):
                raise Malformed(f"{item.id} moves a name that is not there")
    for where, condition in story.conditions():
        for sign, name, _ in atoms(condition):
            if sign in COMPARED and name not in story.variables and not name.startswith("@"):
                raise Malformed(f"a condition of {where or 'the debrief'} measures `{name}`, which is no variable")


def _party(data: Any) -> Party:
    seat = take(data, "seat", str)
    return Party(
        take(data, "id", str), take(data, "name", str), str(words(data, "people")), seat if seat in SEATS else SEATS[0]
    )


def _person(data: Any) -> Person:
    return Person(
        id=take(data, "id", str),
        name=take(data, "name", str),
        initials=take(data, "initials", str),
        age=int(data.get("age", 0)),
        party=str(words(data, "party")),
        role=words(data, "role"),
        track=str(words(data, "track")),
        interests=paragraphs(data, "interests"),
        fears=paragraphs(data, "fears"),
        closeness=int(data.get("closeness", -1)),
        seat=int(data.get("seat", 0)),
        when=when(data),
    )


def _variable(data: Any) -> Variable:
    said = tuple(take(data, "words", list))
    least, start, most = (take(data, name, int) for name in ("min", "start", "max"))
    if len(said) != 3 or not least <= start <= most or least == most:
        raise Malformed("a variable has three words and starts within its bounds")
    return Variable(take(data, "id", str), words(data, "label"), words(data, "about"), start, least, most, said)


def _seed(data: Any) -> Seed:
    said = [{name: Safe(text) for name, text in take(data, part, dict).items()} for part in ("did", "spared")]
    return Seed(
        take(data, "id", str), words(data, "title"), take(data, "start", str), tuple(take(data, "values", list)), *said
    )


def _phase(data: Any) -> Phase:
    return Phase(take(data, "id", str), words(data, "title"), words(data, "question"), bool(data.get("table")))


def _competency(data: Any) -> Competency:
    return Competency(take(data, "id", str), words(data, "title"), words(data, "can"))
