"""Items as they can live outside the site: what the build compiled, without links into pages that are not there.

The classes of items are the engine's own (`quiz.definition`): HTML that the build checked, options with rationale, key and half
credit. A `Bank` is what goes into one folder of another system. Everything here is made from compiled definitions alone, so the
same source gives the same banks.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from interactive.activities.quiz.definition import Item, load
from interactive.authoring.compilers.gathered import CONVERTED
from interactive.authoring.definitions import digest
from interactive.publishing.anki_cards import INSIDE_LINK

VERSION = 8  # hexadecimal digits that tell two versions of a bank apart
SPACE = re.compile(r"[ \t\r\n\f]+")  # what HTML shows as one space; some formats end a record at a tab or at a new line

type Definition = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bank:
    """Items that belong together. `ref` is permanent; `version` changes when any item does; `kind` is what the items were made as."""

    ref: str
    lesson: str
    kind: str
    title: str
    version: str
    items: tuple[Item, ...]


def banks(definitions: Mapping[str, Definition]) -> tuple[Bank, ...]:
    """Every quiz of a course, then the sorters and casefiles as items with one right answer; by lesson, quizzes first."""
    found = [_bank(one) for one in definitions.values() if _holds_items(one)]
    return tuple(sorted(found, key=lambda bank: (bank.lesson, bank.kind != "quiz", bank.ref)))


def _holds_items(definition: Definition) -> bool:
    """Self-tests and practice only gather items of other definitions, and a check shows one of them."""
    return definition["kind"] in CONVERTED or (definition["kind"] == "quiz" and definition["way"] == "quiz")


def _bank(definition: Definition) -> Bank:
    convert = CONVERTED.get(definition["kind"])
    written = convert(dict(definition)) if convert else definition["items"]
    return Bank(
        ref=definition["ref"],
        lesson=definition["ref"].split("/")[0],
        kind=definition["kind"],
        title=definition["title"],
        version=digest({"items": written})[:VERSION],
        items=read_items(written),
    )


def read_items(written: Iterable[Definition]) -> tuple[Item, ...]:
    """Compiled items, those of the glossary too, as the engine's classes, without links into the site."""
    quiz = {
        "format": 1,
        "kind": "quiz",
        "way": "quiz",
        "ref": "",
        "title": "",
        "objectives": [],
        "minutes": 0,
        "intro": "",
        "draw": 0,
        "lessons": {},
        "items": [_outside(dict(item)) for item in written],
    }
    return tuple(load(quiz).items.values())


def _outside(value: Any) -> Any:
    """The same value, with the words of every link into the site in place of the link, and one space where there were several."""
    match value:
        case str():
            return SPACE.sub(" ", INSIDE_LINK.sub(r"\1", value)).strip(" ")
        case list():
            return [_outside(one) for one in value]
        case dict():
            return {name: _outside(one) for name, one in value.items()}
    return value
