"""What a profile is made of, as the build compiled it (format 1). Every `Safe` text is HTML that the build checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from interactive.kernel.html import Safe
from interactive.kernel.reading import Malformed, take
from interactive.kernel.sources import Cites


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat: what it sees and misses, and a path through the course as (words, link, why)."""

    label: str
    description: Safe
    reading: Safe
    cites: Cites
    path: tuple[tuple[str, str, Safe], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, and how strongly it leans to each seat (1 or 2)."""

    text: Safe
    seats: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Question:
    """A small situation with answers of equal dignity."""

    stem: Safe
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Profile:
    """A whole profile. `mixed` is said when two seats come out level."""

    ref: str
    digest: str
    title: str
    objectives: tuple[str, ...]
    minutes: int
    intro: Safe
    seats: Mapping[str, Seat]
    questions: Mapping[str, Question]
    mixed: Safe


def load(data: Mapping[str, Any]) -> Profile:
    """Read a compiled definition; raises `Malformed` when it is not one."""
    if take(data, "format", int) != 1 or take(data, "kind", str) != "profile":
        raise Malformed("this is not a profile of format 1")
    seats = {take(one, "id", str, "seats"): _seat(one) for one in take(data, "seats", list)}
    questions = {take(one, "id", str, "questions"): _question(one, seats) for one in take(data, "questions", list)}
    return Profile(
        ref=take(data, "ref", str),
        digest=str(data.get("digest", "")),
        title=take(data, "title", str),
        objectives=tuple(take(data, "objectives", list)),
        minutes=take(data, "minutes", int),
        intro=Safe(take(data, "intro", str)),
        seats=seats,
        questions=questions,
        mixed=Safe(take(data, "mixed", str)),
    )


def _seat(data: Mapping[str, Any]) -> Seat:
    return Seat(
        label=take(data, "label", str, "seats"),
        description=Safe(take(data, "description", str, "seats")),
        reading=Safe(take(data, "reading", str, "seats")),
        cites=tuple((take(one, "key", str), take(one, "label", str)) for one in take(data, "cites", list, "seats")),
        path=tuple(
            (take(one, "text", str, "path"), take(one, "href", str, "path"), Safe(take(one, "why", str, "path")))
            for one in take(data, "path", list, "seats")
        ),
    )


def _question(data: Mapping[str, Any], seats: Mapping[str, Seat]) -> Question:
    answers = {
        take(one, "id", str, "answers"): Answer(Safe(take(one, "text", str, "answers")), dict(take(one, "seats", dict)))
        for one in take(data, "answers", list, "questions")
    }
    if any(not set(answer.seats) <= set(seats) for answer in answers.values()):
        raise Malformed("an answer leans to a seat that is not there")
    return Question(Safe(take(data, "stem", str, "questions")), answers)
