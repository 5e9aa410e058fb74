"""Files that are damaged, edited or mean harm: each is refused or flagged with a sentence, and the rest of the class still loads."""

import json

import pytest

from interactive.record.gradebook.rows import read_batch, write_batch
from interactive.runtime.bridge import handle
from tests.record.gradebook.class_sample import sealed
from tests.record.gradebook.small import DEFINITIONS, DIGEST, QUIZ, attempt, book_of, graded, kinds, quiz_file, texts

ADA, BELA = quiz_file("Ada"), quiz_file("Bela")
TEXT = sealed(ADA)

GIANT = {**ADA["attempts"][0], "events": [{"id": "x", "at": 1, "event": {"text": "y" * 50_000}}]}

REFUSED = {
    "empty": ("", "empty"),
    "blank": ("  \n ", "empty"),
    "cut": (TEXT[: len(TEXT) // 2], "cut short"),
    "not json": ("PK\x03\x04 a zip", "damaged"),
    "a list": ("[]", "not a submission"),
    "null": ("null", "not a submission"),
    "other json": ('{"hello": "world"}', "not a submission"),
    "other course": (json.dumps({**ADA, "course": "<script>x</script>"}), "another course"),
    "newer": (json.dumps({**ADA, "version": 99}), "newer version"),
    "version 0": (json.dumps({**ADA, "version": 0}), "version"),
    "deep": ("[" * 100_000, "damaged"),
    "deep inside": (TEXT.replace('"Ada"', "[" * 2000 + "]" * 2000), "damaged"),
    "junk": ("junk " * 2_000_000, "larger"),
    "attempts no list": (json.dumps({**ADA, "attempts": "x"}), "attempts"),
    "an attempt no object": (json.dumps({**ADA, "attempts": [7]}), "attempt 1"),
    "an id with markup": (TEXT.replace('"id": "ada"', '"id": "<b>"'), "characters"),
    "a giant event": (json.dumps({**ADA, "attempts": [GIANT]}), "larger"),
    "a year beyond": (json.dumps({**ADA, "made": 2**60}), "out of range"),
    "too many attempts": (json.dumps({**ADA, "attempts": [ADA["attempts"][0]] * 2001}), "more attempts"),
    "a record of elsewhere": (json.dumps({"format": "second-track-record", "version": 1, "course": "x", "attempts": []}), "another course"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_none_is_refused_with_a_sentence_and_the_class_loads(name):
    text, words = REFUSED[name]
    book = book_of(ADA, text, BELA)
    assert [one.name for one in book.students] == ["Ada", "Bela"]
    (refused,) = book.refused
    assert refused.file == "file-2.json" and words in refused.why and refused.why.endswith(".")
    assert "<script>" not in refused.why or "“" in refused.why


def test_a_file_too_large_to_be_read_is_refused_by_its_name():
    request = {"v": 1, "id": 1, "op": "grade", "submissions": [{"file": "huge.json", "text": None}]}
    reply = json.loads(handle(json.dumps(request)))
    assert reply["refused"] == 1 and "larger" in reply["batch"]["files"][0]["why"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),  # text, escaped where it is shown
        ('=HYPERLINK("x")', '=HYPERLINK("x")'),
        ("Ada\u202egnik\x00\x1b[31m", "Ada gnik [31m"),
        ("  Ada \n\t Bela ", "Ada Bela"),
        ("x" * 5000, "x" * 120),
        ("\ud800half", "half"),
        ("Ærøskøbing 北京", "Ærøskøbing 北京"),
        ("", "unnamed"),
    ],
)
def test_a_name_is_text_on_one_line(name, kept):
    (one,) = book_of({**ADA, "student": {"name": name, "id": ""}}).students
    assert one.name == kept


@pytest.mark.parametrize("number", ["Infinity", "NaN", "-1e999", '"5"', "null", "true", "[]"])
def test_totals_of_any_sort_do_no_harm(number):
    (one,) = book_of(TEXT.replace('"raw": 5.0', f'"raw": {number}')).students
    assert one.results[QUIZ].best.raw == 5.0


def test_events_that_no_page_wrote_change_nothing():
    odd = [
        {"type": "finish"},
        {},
        {"type": 7},
        {"type": "pick", "item": ["x"], "option": {}},
        {"type": "move", "to": None},
    ]
    events = [{"id": f"odd-{n}", "at": 5, "event": event} for n, event in enumerate(odd)]
    own = {**ADA["attempts"][0], "events": [*events, *ADA["attempts"][0]["events"]]}
    (one,) = book_of({**ADA, "attempts": [own]}).students
    assert one.results[QUIZ].best.raw == 5.0 and "order" in kinds(one)


def test_an_attempt_that_stands_twice_in_one_file_counts_once():
    (one,) = book_of({**ADA, "attempts": ADA["attempts"] * 2}).students
    assert one.results[QUIZ].attempts == 1 and "unfit" in kinds(one)


def test_a_file_asks_for_no_address_but_a_plain_digest():
    own = {**ADA["attempts"][0]}
    files = [
        {**ADA, "attempts": [{**own, "digest": name, "id": f"x{n}"}]}
        for n, name in enumerate(["../../secret", "a" * 16, "0123456789abcdeg", "x", "../" + "0" * 13])
    ]
    request = {
        "v": 1,
        "id": 1,
        "op": "grade",
        "index": {QUIZ: {"digest": DIGEST[QUIZ]}},
        "submissions": [{"file": name, "text": text} for name, text in texts(*files)],
    }
    wants = json.loads(handle(json.dumps(request)))["wants"]
    assert set(wants) <= {"a" * 16, DIGEST[QUIZ]}


def test_half_characters_in_answers_can_be_written_out():
    events = [{"type": "fill", "item": "blank", "text": "\ud83d"}, {"type": "finish"}]
    own = attempt(QUIZ, events, "half")
    batch = graded(texts({**ADA, "attempts": [own]}))
    json.dumps(write_batch(batch), ensure_ascii=False).encode()


@pytest.mark.parametrize(
    "data", [None, [], {"v": 2}, {"v": 1, "names": [], "files": [{}]}, {"v": 1, "names": [], "files": 3}]
)
def test_a_batch_that_was_not_given_out_is_malformed(data):
    with pytest.raises(ValueError, match="."):
        read_batch(data)


def test_definitions_that_are_none_count_as_gone():
    from interactive.record.gradebook.shelf import Shelf

    own = Shelf()
    own.put({"a" * 16: None, "b" * 16: {"kind": "quiz"}, "c" * 16: 7, **DEFINITIONS})
    assert own.loaded["a" * 16] is own.loaded["b" * 16] is own.loaded["c" * 16] is None
