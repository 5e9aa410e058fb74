"""A deck opens in Anki: each item once, under an id that stays, with everything the site says about it and nothing that needs the site."""

import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from interactive.authoring.definitions import compile_ref
from interactive.authoring.glossary import compile_glossary
from interactive.publishing.anki import write_decks
from tests.activities.quiz_sample import BLANK, GUESS, ITEMS, ORDER, SEVERAL, TERM, quiz_data
from tests.house.files import ROOT

DAY = date(2026, 11, 24)
LESSON = "downloads/second-track-00.apkg"


def write(folder: Path, items: list[dict[str, Any]] | None = None, terms: tuple[dict[str, Any], ...] = (TERM,)) -> Path:
    folder.mkdir(exist_ok=True)
    definitions = {
        "00-sample/bank": quiz_data(items=items or [*ITEMS, GUESS]),
        "00-sample/bank/single": quiz_data("check", items=ITEMS[:1]),
        "practice/review": quiz_data("practice"),
        "00-sample/colors": {"kind": "sorter"},
    }
    written = write_decks(folder, definitions, terms, DAY)
    assert written[0] == folder / LESSON
    return written[0]


def table(deck: Path, folder: Path, what: str) -> list[tuple[Any, ...]]:
    with zipfile.ZipFile(deck) as package:
        assert package.read("media") == b"{}"
        package.extract("collection.anki2", folder)
    with closing(sqlite3.connect(folder / "collection.anki2")) as opened:
        assert opened.execute("pragma integrity_check").fetchone() == ("ok",)
        return opened.execute(what).fetchall()


def notes(deck: Path, folder: Path) -> dict[str, tuple[list[str], set[str], str]]:
    """The notes by the name in their stem: fields, tags, guid."""
    rows = table(deck, folder, "select flds, tags, guid from notes")
    return {row[0].split("About ")[1].split(" ")[0]: (row[0].split("\x1f"), {*row[1].split()}, row[2]) for row in rows}


def test_every_item_that_has_an_answer_stands_in_it_once(tmp_path):
    deck = write(tmp_path)
    assert [*notes(deck, tmp_path)] == ["single", "several", "order", "pairs", "blank", "term-half"]
    assert table(deck, tmp_path, "select count(*), count(distinct nid) from cards") == [(6, 6)]


def test_cards_say_what_the_site_says(tmp_path):
    found = notes(write(tmp_path), tmp_path)
    stem, choices, answer, sources = found["several"][0]
    assert stem == "About several &amp; more?" and choices.startswith("<p>Choose 3.</p>")
    assert all(f"Because of {one}." in answer for one in "abcde") and answer.count("Right.") == 3
    assert sources == "<b>Sources: </b>Somebody 1901. <b>Read again: </b>On several."
    answer = found["order"][0][2]
    assert [answer.index(f"<em>{one}</em>") for one in "abcd"] == sorted(
        answer.index(f"<em>{one}</em>") for one in "abcd"
    )
    assert "→ Target x" in found["pairs"][0][2] and "Choose from: " in found["pairs"][0][1]
    assert (
        found["blank"][0][2]
        == '<p class="answer">Track 1.5</p><p>Also: track one and a half.</p><p>It stands between.</p>'
    )
    assert "Neither one nor two." in found["term-half"][0][2]


def test_what_is_to_be_put_in_order_is_not_in_order(tmp_path):
    choices = notes(write(tmp_path), tmp_path)["order"][0][1]
    places = [choices.index(f"<em>{one['id']}</em>") for one in ORDER["entries"]]
    assert places != sorted(places)


def test_the_letters_of_the_answer_are_those_of_the_question(tmp_path):
    _, choices, answer, _ = notes(write(tmp_path), tmp_path)["several"][0]
    order = [part[0] for part in choices.split("<em>")[1:]]
    letters = answer.split('class="answer">')[1].split("<")[0].split(", ")
    assert sorted(order["ABCDE".index(letter)] for letter in letters) == SEVERAL["key"]


def test_tags_name_objective_and_difficulty(tmp_path):
    found = notes(write(tmp_path), tmp_path)
    assert found["pairs"][1] == {"second-track::s0-judge", "second-track::difficulty-3"}
    assert found["term-half"][1] == {"second-track::glossary"}


def test_links_into_the_site_are_words_and_links_out_of_it_stay(tmp_path):
    links = 'See <a href="root:a.html#b">this <em>page</em></a> and <a href="https://example.org">that</a>.'
    found = notes(write(tmp_path, [{**BLANK, "rationale": links}]), tmp_path)
    assert 'See this <em>page</em> and <a href="https://example.org">that</a>.' in found["blank"][0][2]


def test_ids_stay_when_texts_change(tmp_path):
    before = write(tmp_path / "before", [BLANK])
    after = write(tmp_path / "after", [ORDER, {**BLANK, "stem": "About blank again?"}])
    assert notes(before, tmp_path)["blank"][2] == notes(after, tmp_path)["blank"][2]
    decks = [json.loads(table(deck, tmp_path, "select decks from col")[0][0]) for deck in (before, after)]
    assert decks[0].keys() == decks[1].keys() and any(
        one["name"] == "Second Track::Sample lesson" for one in decks[0].values()
    )
    models = [json.loads(table(deck, tmp_path, "select models from col")[0][0]) for deck in (before, after)]
    assert models[0] == models[1] and "CC BY-SA 4.0" in models[0]["1740526011"]["tmpls"][0]["afmt"]


def test_the_same_content_gives_the_same_bytes(tmp_path):
    one, two = write(tmp_path / "one"), write(tmp_path / "two")
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as package:  # or the clock would tell them apart in two seconds
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_lesson_with_terms_alone_has_a_deck_and_stale_decks_go(tmp_path):
    stale = write(
        tmp_path, terms=({**TERM, "lesson": "03-later"}, {**TERM, "id": "term-x", "lesson": "nowhere"})
    ).parent
    assert [path.name for path in sorted(stale.iterdir())] == ["second-track-00.apkg", "second-track-03.apkg"]
    write(tmp_path)
    assert [path.name for path in stale.iterdir()] == ["second-track-00.apkg"]


@pytest.mark.filterwarnings("error")  # genanki warns of markup that Anki would not read
def test_the_decks_of_this_course_can_be_made(tmp_path):
    banks = sorted((ROOT / "quizzes").glob("*/*.quiz.yml"))
    refs = [f"{path.parent.name}/{path.name.removesuffix('.quiz.yml')}" for path in banks]
    definitions = {ref: compile_ref(ROOT, ref) for ref in refs}
    terms = compile_glossary(ROOT)
    rows = [
        row
        for deck in write_decks(tmp_path, definitions, terms, DAY)
        for row in table(deck, tmp_path, "select guid, flds from notes")
    ]
    items = [item for one in definitions.values() for item in one["items"] if item["type"] != "contested"]
    assert len(rows) == len({guid for guid, _ in rows}) == len(items) + len(terms)
    assert not [text for _, text in rows if "root:" in text]
