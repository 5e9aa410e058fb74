"""Which sort of item can go into which format, and what it loses there: the table that the writers obey and that the page shows.

A writer never mends a question. What a format cannot hold is left out of its file, with the reason. The formats are described in the
modules that write them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any

from interactive.activities.quiz.definition import Choice, Contested, FillIn, Item, Matching, Sequencing
from interactive.publishing.banks.items import Bank


class Fate(StrEnum):
    """What becomes of an item."""

    EXPORTED = "exported"
    CHANGED = "degraded"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Support:
    """What becomes of a sort of item in a format: for what is degraded or refused a sentence says how or why."""

    fate: Fate
    how: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the name that its files carry, what it is called on the page, and how its files end."""

    name: str
    label: str
    ending: str


MOODLE = Format("moodle", "Moodle XML", "xml")
GIFT = Format("gift", "GIFT", "txt")
CANVAS = Format("canvas", "Canvas QTI", "zip")
BLACKBOARD = Format("blackboard", "Blackboard text", "txt")
BRIGHTSPACE = Format("brightspace", "Brightspace CSV", "csv")
FORMATS = (MOODLE, GIFT, CANVAS, BLACKBOARD, BRIGHTSPACE)

SORTS = {
    "single": "One right answer",
    "several": "Several right answers",
    "ordering": "Put in order",
    "matching": "Match",
    "matching-again": "Match, where an answer is right more than once",
    "fill-in": "Fill in",
    "contested": "Contested: no right answer",
    "card": "A sorter’s card",
    "finding": "A casefile’s finding",
    "term": "A term of the glossary",
}

_YES = Support(Fate.EXPORTED)
_PLACES = "A matching question: each step with its place, a share for each that stands right."
_SPELLING = "Accents, hyphens and articles count; here they do not."
_ESSAY = "An essay for you to read: the positions are in the question, the arguments"
_NO_HALF = "No half marks there: an answer that can be defended would be wrong."
_NO_REASONS = "Without the reasons."
_TOGETHER = "The reasons stand together, after the answer."


def _changed(how: str) -> Support:
    return Support(Fate.CHANGED, how)


def _refused(why: str) -> Support:
    return Support(Fate.REFUSED, why)


_TERMS = _refused("Nothing to mark. The Anki decks have it.")

TABLE: Mapping[str, tuple[Support, ...]] = {  # in the order of FORMATS
    "single": (_YES, _YES, _YES, _changed(_NO_REASONS), _YES),
    "several": (_YES, _YES, _YES, _changed(f"{_NO_REASONS} Partial credit as Blackboard is set."), _YES),
    "ordering": (
        _changed(f"{_TOGETHER} Moodle counts the pairs in its own way, so a random order earns about half."),
        _changed(f"{_PLACES} {_TOGETHER}"),
        _changed(f"{_PLACES} The reason for a step shows where it was misplaced."),
        _changed(f"{_NO_REASONS} For the Original course view; Ultra has no such type."),
        _changed("Marked by places, right minus wrong, not by pairs."),
    ),
    "matching": (
        _changed(_TOGETHER),
        _changed(_TOGETHER),
        _changed("The reason for a pair shows where it was missed."),
        _changed(f"{_NO_REASONS} Answers that match nothing are left out, which makes it easier."),
        _changed(_TOGETHER),
    ),
    "matching-again": (
        _changed(_TOGETHER),
        _changed(_TOGETHER),
        _changed("The reason for a pair shows where it was missed."),
        _refused("There each answer is right once only."),
        _changed(_TOGETHER),
    ),
    "fill-in": (
        _changed(_SPELLING),
        _changed(_SPELLING),
        _changed(f"{_SPELLING} A near miss earns nothing and hears nothing."),
        _changed(f"{_SPELLING} A near miss earns nothing. {_NO_REASONS}"),
        _changed(f"{_SPELLING} A near miss earns half and hears nothing."),
    ),
    "contested": (
        _changed(f"{_ESSAY} come after it, and to you while you grade."),
        _changed(f"{_ESSAY} come after it."),
        _changed(f"{_ESSAY} come after it."),
        _changed(f"{_ESSAY} are the example."),
        _changed(f"{_ESSAY} are the answer key."),
    ),
    "card": (_YES, _YES, _refused(_NO_HALF), _refused(_NO_HALF), _YES),
    "finding": (_YES, _YES, _refused(_NO_HALF), _refused(_NO_HALF), _YES),
    "term": (_TERMS,) * len(FORMATS),
}

KEPT: Mapping[str, tuple[str, ...]] = {  # in the order of FORMATS; "" is no
    "The reason for each choice": ("yes", "yes", "yes", "", "yes"),
    "Half marks": ("yes", "yes", "", "", "yes"),
    "Hints": ("yes, where a quiz allows several tries", "", "", "", "yes, both at once"),
    "Sources, and where to read again": ("yes", "yes", "yes", "", "yes"),
    "A folder that names the version": ("yes", "yes", "in the quiz’s title", "", ""),
    "The item’s permanent id": ("yes, ID number", "yes, ID number", "yes, inside", "", "yes"),
    "Objective and difficulty": ("yes, tags", "yes, tags", "", "", "difficulty"),
}

MOST_KEYS = 10  # a tenth is the least positive fraction on Moodle's list that keys can share
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def sort_of(kind: str, item: Item) -> str:
    """The row of the table that an item belongs to; `kind` is what its bank was made as."""
    match item:
        case Choice():
            return {"sorter": "card", "casefile": "finding"}.get(kind, "several" if item.multiple else "single")
        case Sequencing():
            return "ordering"
        case Matching():
            keys = [one.key for one in item.prompts.values()]
            return "matching" if len(keys) == len(set(keys)) else "matching-again"
        case FillIn():
            return "fill-in"
        case Contested():
            return "contested"
    return "term"


def support(form: Format, sort: str) -> Support:
    """What the table says."""
    return TABLE[sort][FORMATS.index(form)]


def refusal(form: Format, kind: str, item: Item) -> str:
    """Why this item is not in the format's files; nothing where it is."""
    said = support(form, sort_of(kind, item))
    return said.how if said.fate is Fate.REFUSED else _unholdable(form, item)


def _unholdable(form: Format, item: Item) -> str:
    """What only some texts hold, and none of the course's does today."""
    if any(CONTROL.search(text) for text in _texts(item)):
        return "It holds a control character, which no file of questions can."
    if isinstance(item, Matching) and form in (MOODLE, GIFT, CANVAS):
        targets = [str(text) for text in item.targets.values()]
        if any("<" in text for text in targets):
            return "Its answers hold emphasis or a link, and there they are plain text."
        if len(targets) > len(set(targets)):
            return "Two of its answers look the same."
    if isinstance(item, Choice) and item.multiple and len(item.key) > MOST_KEYS and form in (MOODLE, GIFT):
        return f"It has more than {MOST_KEYS} right answers, and Moodle knows no fraction for that."
    if isinstance(item, FillIn) and form is GIFT and any("->" in text for text in written(item)):
        return "An accepted answer holds an arrow, which GIFT takes for a pair."
    return ""


def written(item: FillIn) -> list[str]:
    """Every form of an answer that is recognized: the accepted ones, then the near misses."""
    return [*item.accept, *(form for forms, _ in item.near for form in forms)]


def _texts(value: Any) -> Iterable[str]:
    """Every text of an item."""
    match value:
        case str():
            yield value
        case tuple() | list():
            for one in value:
                yield from _texts(one)
        case Mapping():
            yield from _texts(list(value.values()))
        case _ if is_dataclass(value):
            yield from _texts([getattr(value, field.name) for field in fields(value)])


@dataclass(frozen=True, slots=True)
class Refused:
    """An item that is not in a file, and why."""

    item: str
    why: str


def held(form: Format, banks: Iterable[Bank]) -> tuple[tuple[Bank, ...], tuple[Refused, ...]]:
    """The banks with those of their items that the format holds, without banks that would be empty; and what was refused."""
    kept, refused = [], []
    for bank in banks:
        whys = {item.id: refusal(form, bank.kind, item) for item in bank.items}
        refused += [Refused(name, why) for name, why in whys.items() if why]
        items = tuple(item for item in bank.items if not whys[item.id])
        if items:
            kept.append(Bank(bank.ref, bank.lesson, bank.kind, bank.title, bank.version, items))
    return tuple(kept), tuple(refused)
