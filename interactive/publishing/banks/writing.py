"""The banks as files in the site: for each lesson and for the whole course, in every format, below downloads/banks/.

Quizzes and what was made of other activities go into files of their own: a lesson has some forty questions and up to six times as many
cards and findings.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from interactive.publishing.archive import write_archive
from interactive.publishing.banks.blackboard import blackboard
from interactive.publishing.banks.brightspace import brightspace
from interactive.publishing.banks.canvas import MANIFEST, canvas
from interactive.publishing.banks.gift import gift
from interactive.publishing.banks.items import Bank, Definition, banks
from interactive.publishing.banks.moodle import moodle_xml
from interactive.publishing.banks.support import (
    BLACKBOARD,
    BRIGHTSPACE,
    CANVAS,
    FORMATS,
    GIFT,
    MOODLE,
    Format,
    Refused,
    held,
)

FOLDER = "downloads/banks"
WHOLE = ""  # the scope that is no lesson

type Titles = dict[str, str]
type Writer = Callable[[Sequence[Bank], Titles], str | Mapping[str, str]]

WRITERS: dict[Format, Writer] = {
    MOODLE: moodle_xml,
    GIFT: gift,
    CANVAS: canvas,
    BLACKBOARD: blackboard,
    BRIGHTSPACE: brightspace,
}


@dataclass(frozen=True, slots=True)
class Download:
    """A file that was written: for which lesson (or `WHOLE`), of quizzes or of other activities, with how many items and bytes."""

    path: str
    form: Format
    lesson: str
    quiz: bool
    items: int
    size: int
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that was written, from which banks, and the titles of lessons by folder."""

    banks: tuple[Bank, ...]
    titles: Titles
    downloads: tuple[Download, ...]


def write_banks(site: Path, definitions: Mapping[str, Definition]) -> Shelf:
    """Write every file into the site; what an earlier build left there goes."""
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    (site / FOLDER).mkdir(parents=True)
    found = banks(definitions)
    titles = titles_of(found)
    written = [
        _write(site, form, lesson, quiz, own, titles)
        for lesson in (*titles, WHOLE)
        for quiz in (True, False)
        for form in FORMATS
        if (own := [bank for bank in found if lesson in (bank.lesson, WHOLE) and (bank.kind == "quiz") is quiz])
    ]
    return Shelf(found, titles, tuple(one for one in written if one))


def titles_of(found: Sequence[Bank]) -> Titles:
    """What each lesson is called: as its quiz is, or by its folder where it has none."""
    named = {bank.lesson: bank.title for bank in found if bank.kind == "quiz"}
    return {bank.lesson: named.get(bank.lesson, bank.lesson) for bank in found}


def _write(site: Path, form: Format, lesson: str, quiz: bool, own: list[Bank], titles: Titles) -> Download | None:
    """One file; none where the format holds nothing of it."""
    kept, refused = held(form, own)
    if not kept:
        return None
    name = f"{FOLDER}/{'-'.join(_parts(form, lesson, quiz))}.{form.ending}"
    made = WRITERS[form](kept, titles)
    if isinstance(made, str):
        (site / name).write_bytes(made.encode())
    else:
        write_archive(site / name, made, first=MANIFEST)
    items = sum(len(bank.items) for bank in kept)
    return Download(name, form, lesson, quiz, items, (site / name).stat().st_size, refused)


def _parts(form: Format, lesson: str, quiz: bool) -> Iterator[str]:
    yield "second-track"
    if lesson != WHOLE:
        yield lesson[:2]
    if not quiz:
        yield "activities"
    yield form.name
