"""An Anki deck for each lesson: the items of its bank and the terms of its glossary, for learners who review in Anki already.

What is imported again replaces what was there, so every id stays the same for ever: a note's comes from its item's id, a deck's from
its lesson's folder. The same content on the same day gives the same bytes. Anki takes a corrected note only if it is the newer one,
so the day must be told.
"""

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from hashlib import sha256
from pathlib import Path
from typing import Any

import genanki

from interactive.authoring.project import deck_of
from interactive.publishing.anki_cards import FIELDS, asked, fields

MODEL = 1_740_526_011  # drawn once; another number would make every learner's notes new
DATE = (1980, 1, 1, 0, 0, 0)
MINUTE = 60
COURSE = "Second Track"
LICENSE = "Second Track, an open course in Track Two diplomacy. By The Second Track authors, CC BY-SA 4.0."
STYLE = """\
.card { font: 18px/1.5 Georgia, serif; max-width: 36em; margin: 0 auto; padding: 1em; text-align: left; }
.answer, .choice { font-weight: bold; }
li { margin: .4em 0; }
.sources, .license { font-size: 14px; }
"""

type Item = Mapping[str, Any]


def write_decks(
    site: Path, definitions: Mapping[str, Mapping[str, Any]], terms: Iterable[Item], day: date
) -> list[Path]:
    """Write downloads/second-track-NN.apkg for each lesson that has items or terms; return the files."""
    lessons, titles = _lessons(definitions, terms)
    folder = site / "downloads"
    folder.mkdir(exist_ok=True)
    for stale in folder.glob("second-track-*.apkg"):
        stale.unlink()
    return [
        _write(site / deck_of(lesson), lesson, titles.get(lesson), lessons[lesson], day) for lesson in sorted(lessons)
    ]


def _lessons(
    definitions: Mapping[str, Mapping[str, Any]], terms: Iterable[Item]
) -> tuple[dict[str, list[Item]], dict[str, str]]:
    """The items of each lesson, and the titles of banks. Self-tests and practice only gather items, and a check shows one of them."""
    found: dict[str, list[Item]] = {}
    titles: dict[str, str] = {}
    banks = [one for one in definitions.values() if one["kind"] == "quiz" and one["way"] == "quiz"]
    for bank in banks:
        titles.update(bank["lessons"])
    for item in [*(item for bank in banks for item in bank["items"]), *terms]:
        if asked(item) and str(item["lesson"])[:2].isdigit():  # of any other, `course check` says that it is no lesson
            found.setdefault(item["lesson"], []).append(item)
    return found, titles


def _write(path: Path, lesson: str, title: str | None, items: list[Item], day: date) -> Path:
    deck = genanki.Deck(_number(lesson), f"{COURSE}::{title or f'Lesson {int(lesson[:2])}'}", LICENSE)
    for note in _notes(items):
        deck.add_note(note)
    # Anki's own ids of notes count up from the timestamp, so that lessons need stretches of their own.
    start = datetime.combine(day, time(), UTC).timestamp() + int(lesson[:2]) * MINUTE
    genanki.Package(deck).write_to_file(path, timestamp=start)
    _undate(path)
    return path


def _number(lesson: str) -> int:
    """A number between 2^30 and 2^31, as Anki likes them, that belongs to this lesson."""
    return 2**30 + int.from_bytes(sha256(f"second-track/{lesson}".encode()).digest()[:4]) % 2**30


def _notes(items: list[Item]) -> Iterator[genanki.Note]:
    model = _model()
    for item in items:
        tags = [item["objective"], f"difficulty-{item['difficulty']}"] if item["objective"] else ["glossary"]
        yield genanki.Note(
            model=model,
            fields=fields(item),
            guid=genanki.guid_for("second-track", item["id"]),
            tags=[f"second-track::{tag}" for tag in tags],
        )


def _model() -> genanki.Model:
    answer = '{{Question}}<hr id="answer">{{Answer}}<p class="sources">{{Sources}}</p>'
    card = {"name": "Card", "qfmt": "{{Question}}{{Choices}}", "afmt": f'{answer}<p class="license">{LICENSE}</p>'}
    return genanki.Model(MODEL, COURSE, fields=[{"name": name} for name in FIELDS], templates=[card], css=STYLE)


def _undate(path: Path) -> None:
    """Pack the file anew: genanki's temporary file lends its date to the archive."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, date_time=DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, data)
