"""Blackboard's text for “Upload Questions”: one question a line, fields between tabs, no feedback and no ids.

Sources: Blackboard Help, “Upload Questions” (help.blackboard.com, Original Course View: no header, no blank line, one question a line,
English words for right and wrong, at most 500 lines) and the table of types for Ultra at bcm.edu (100 answers; in a matching question
each answer is right once). qti-package-maker 26.7.14, whose files Blackboards take, writes HTML into it and refuses all that is not
ASCII: so letters beyond ASCII are character references in HTML, and stay as they are only in answers to fill in. Not tried by us.
"""

from collections.abc import Callable, Iterable, Sequence

from interactive.activities.quiz.definition import Choice, Contested, FillIn, Item, Matching, Sequencing
from interactive.kernel.html import Safe
from interactive.publishing.banks.explaining import arguments, asked
from interactive.publishing.banks.items import Bank


def blackboard(banks: Sequence[Bank], titles: dict[str, str]) -> str:
    """A line for each question, without titles: there is no place for them."""
    return "".join("\t".join(_fields(item)) + "\r\n" for bank in banks for item in bank.items)


def _fields(item: Item) -> list[str]:
    """The fields of a line. What is HTML is written in ASCII, whatever encoding the reader takes the file for."""
    return [
        field.encode("ascii", "xmlcharrefreplace").decode() if isinstance(field, Safe) else field
        for field in TYPES[type(item)](item)
    ]


def _choice(item: Choice) -> Iterable[str]:
    yield from ("MA" if item.multiple else "MC", item.stem)
    for name, one in item.options.items():
        yield from (one.text, "correct" if name in item.key else "incorrect")


def _sequencing(item: Sequencing) -> Iterable[str]:
    yield from ("ORD", item.stem, *(one.text for one in item.entries.values()))


def _matching(item: Matching) -> Iterable[str]:
    yield from ("MAT", item.stem)
    for one in item.prompts.values():
        yield from (one.text, item.targets[one.key])


def _fill_in(item: FillIn) -> Iterable[str]:
    yield from ("FIB", item.stem, *item.accept)


def _contested(item: Contested) -> Iterable[str]:
    yield from ("ESS", asked(item), arguments(item))


TYPES: dict[type[Item], Callable[..., Iterable[str]]] = {
    Choice: _choice,
    Sequencing: _sequencing,
    Matching: _matching,
    FillIn: _fill_in,
    Contested: _contested,
}
