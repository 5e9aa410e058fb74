"""The gradebook's operations across the bridge: what the page sends, and what it gets."""

import base64
import json

import pytest

from interactive.runtime import gradebook
from interactive.runtime.bridge import handle
from tests.record.gradebook.class_sample import MADE
from tests.record.gradebook.small import DEFINITIONS, DIGEST, QUIZ, quiz_file, texts

FILES = [{"file": name, "text": text} for name, text in texts(quiz_file("Ada"), quiz_file("Bela"), "junk")]
INDEX = {ref: {"digest": name, "href": ""} for ref, name in DIGEST.items()}
COURSE = {"lessons": [], "activities": {QUIZ: {"title": "Bank", "href": "x", "kind": "quiz", "lesson": ""}}}


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    monkeypatch.setattr(gradebook, "SHELF", gradebook.Shelf())
    monkeypatch.setattr(gradebook, "BOOKS", {})


def ask(op, **fields):
    return json.loads(handle(json.dumps({"v": 1, "id": 1, "op": op, **fields})))


def opened(**more):
    ask("grade", submissions=[], index=INDEX, definitions=DEFINITIONS)
    batch = ask("grade", submissions=FILES)["batch"]
    return ask("gradebook-open", book="b", batches=[batch], course=COURSE, now=MADE + 1, **more)


def test_a_worker_says_which_definitions_it_lacks_and_keeps_them():
    first = ask("grade", submissions=FILES, index=INDEX)
    assert (first["wants"], first["batch"]) == ([DIGEST[QUIZ]], None)
    second = ask("grade", submissions=FILES, definitions={DIGEST[QUIZ]: DEFINITIONS[DIGEST[QUIZ]]})
    assert (second["wants"], second["students"], second["refused"]) == ([], 2, 1)
    assert ask("grade", submissions=FILES)["batch"] == second["batch"]


def test_a_definition_that_there_is_none_of_is_asked_for_once():
    old = {**quiz_file("Ada")["attempts"][0], "digest": "0" * 16}
    files = [{"file": "a", "text": texts({**quiz_file("Ada"), "attempts": [old]})[0][1]}]
    assert set(ask("grade", submissions=files, index=INDEX)["wants"]) == {"0" * 16, DIGEST[QUIZ]}
    reply = ask("grade", submissions=files, definitions={"0" * 16: None, DIGEST[QUIZ]: DEFINITIONS[DIGEST[QUIZ]]})
    assert reply["students"] == 1


def test_a_book_is_opened_and_added_to():
    assert {name: value for name, value in opened().items() if name not in ("id", "ok")} == {
        "students": 2,
        "refused": 1,
        "flagged": 0,
        "title": "The whole course",
        "wants": [],
    }
    more = ask("grade", submissions=[{"file": "c", "text": texts(quiz_file("Chen"))[0][1]}])["batch"]
    assert ask("gradebook-open", book="b", batches=[more], add=True)["students"] == 3
    assert ask("gradebook-open", book="b", batches=[more], course=COURSE)["students"] == 1


def test_the_worker_that_draws_says_what_it_lacks_for_the_words_of_items():
    batch = ask("grade", submissions=FILES, index=INDEX, definitions=DEFINITIONS)["batch"]
    gradebook.SHELF.loaded.clear()
    assert ask("gradebook-open", book="b", batches=[batch], course=COURSE)["wants"] == [DIGEST[QUIZ]]
    reply = ask("gradebook-open", book="b", batches=[], add=True, definitions=DEFINITIONS)
    assert reply["wants"] == [] and gradebook.asked_of(QUIZ)["single"].words == "About single & more?"


@pytest.mark.parametrize("form", gradebook.FORMS)
def test_every_form_is_a_file_with_a_name(form):
    opened()
    reply = ask("gradebook-export", book="b", form=form)
    assert reply["name"].startswith("the-whole-course-") and reply["name"].endswith(".csv")
    assert reply["text"].startswith("\ufeff") is (form in ("plain", "long"))
    assert "Ada" in reply["text"]


def test_the_workbook_is_base64():
    pytest.importorskip("xlsxwriter")
    opened()
    reply = ask("gradebook-export", book="b", form="xlsx")
    assert base64.b64decode(reply["base64"]).startswith(b"PK") and reply["name"].endswith(".xlsx")


def test_a_book_that_is_gone_says_so():
    assert ask("gradebook-export", book="gone", form="plain")["error"]["code"] == "unknown-book"
    assert ask("gradebook-open", book="gone", batches=[], add=True)["error"]["code"] == "unknown-book"


@pytest.mark.parametrize(
    "fields",
    [
        {"op": "grade", "submissions": "x"},
        {"op": "grade", "submissions": [{"file": "a", "text": 7}]},
        {"op": "gradebook-open", "book": "b", "batches": [7], "course": {}},
        {"op": "gradebook-open", "book": 1, "batches": []},
        {"op": "gradebook-export", "book": "b", "form": "exe"},
    ],
)
def test_requests_that_make_no_sense_are_malformed(fields):
    opened()
    assert ask(**fields)["error"]["code"] == "malformed"
