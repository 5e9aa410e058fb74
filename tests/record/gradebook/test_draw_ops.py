"""The bridge's operations of the page, as JavaScript asks for them."""

import json

import pytest

from interactive.runtime import gradebook
from interactive.runtime.bridge import handle
from interactive.runtime.gradebook_page import PARTS
from tests.record.gradebook.small import DEFINITIONS, DIGEST, QUIZ, quiz_file, texts


def ask(op: str, **fields: object) -> dict:
    return json.loads(handle(json.dumps({"v": 1, "id": 1, "op": op, **fields})))


@pytest.fixture
def files(monkeypatch):
    """A worker in which a class of two is open, and their files."""
    monkeypatch.setattr(gradebook, "BOOKS", {})
    index = {str(data["ref"]): {"digest": name, "href": "x.html"} for name, data in DEFINITIONS.items()}
    assert ask("gradebook-shelf", index=index, definitions=DEFINITIONS)["ok"]
    handed = [
        {"file": name, "text": text} for name, text in texts(quiz_file("Ada"), quiz_file("Bela <b>", right=["single"]))
    ]
    batch = ask("grade", submissions=handed)["batch"]
    assert ask("gradebook-open", book="class", batches=[batch], course={}, now=0)["students"] == 2
    return handed


def draw(part: str, **view: object) -> dict:
    return ask("gradebook", book="class", part=part, view=view, offset=0, root="../", rest=0)


def test_every_part_draws(files):
    for part in PARTS:
        reply = draw(part)
        assert reply["ok"] and reply["html"].startswith("<"), (part, reply)
        assert "Bela <b>" not in reply["html"]


def test_sorting_is_said_and_a_student_knows_the_row(files):
    reply = draw("table", sort="total", down=True)
    assert reply["announce"] == "Sorted by Points, highest first. 2 students."
    student = draw("student", student="file-2.json")
    assert student["row"] == "grade-row-1" and student["announce"] == "Bela <b>"


def test_attempts_ask_for_the_versions_that_they_need(files, monkeypatch):
    asked = {
        "book": "class",
        "text": files[0]["text"],
        "student": "file-1.json",
        "ref": QUIZ,
        "mark": "t0",
        "offset": 0,
        "root": "../",
    }
    monkeypatch.delitem(gradebook.SHELF.loaded, DIGEST[QUIZ])
    assert ask("gradebook-attempts", **asked)["wants"] == [DIGEST[QUIZ]]
    html = ask("gradebook-attempts", **asked, definitions={DIGEST[QUIZ]: DEFINITIONS[DIGEST[QUIZ]]})["html"]
    assert "Attempt 1" in html and "root:" not in html


def test_a_book_that_is_gone_is_asked_for_again(files):
    assert ask("gradebook", book="another", part="table", view={}, offset=0, root="")["error"]["code"] == "unknown-book"


def test_odd_requests_are_answered_with_a_sentence(files):
    assert draw("nothing")["error"]["code"] == "malformed"
    far = ask("gradebook", book="class", part="table", view={}, offset=10**9, root="")
    assert far["error"]["code"] == "malformed"
    assert draw("table", sort="no such column", page=7)["ok"]
