"""How fast a class is replayed and tabled in CPython, from files as they are handed in; `make bench` runs it with the rest."""

import json
import time

import pytest

from interactive.kernel.reading import parse
from interactive.record.course import read_course
from interactive.record.gradebook.assembling import assemble
from interactive.record.gradebook.grading import grade_files, open_file
from interactive.record.gradebook.rows import read_batch, write_batch
from interactive.record.gradebook.shelf import Shelf
from tests.bench.test_bench import note, written  # noqa: F401
from tests.browser.conftest import site  # noqa: F401
from tests.record.gradebook.class_sample import MADE, MIXED, QUIZZES, from_site, index_of, submissions

STUDENTS = 200
BATCH = 10


@pytest.mark.parametrize(("what", "refs"), [("8 quizzes", QUIZZES), ("8 mixed activities", MIXED)])
def test_replaying_a_class(site, what, refs):  # noqa: F811
    definitions = from_site(site)
    shelf = Shelf()
    shelf.index(index_of(definitions))
    shelf.put(definitions)
    files = submissions(definitions, refs, STUDENTS)
    course = read_course(json.loads((site / "assets/definitions/course.json").read_text(encoding="utf-8")))

    began = time.process_time()
    for one in files:
        parse(one["text"])
    parsed = time.process_time() - began
    batches = []
    for at in range(0, STUDENTS, BATCH):
        opened = [open_file(one["file"], one["text"]) for one in files[at : at + BATCH]]
        batches.append(json.dumps(write_batch(grade_files(opened, shelf)), ensure_ascii=False))
    graded = time.process_time() - began - parsed
    book = assemble([read_batch(json.loads(text)) for text in batches], course, MADE)
    tabled = time.process_time() - began - parsed - graded

    assert len(book.students) == STUDENTS and not book.refused
    a_file = 1000 * graded / STUDENTS
    note(
        f"grading a file of {what}, CPython",
        f"{a_file:.1f} ms",
        f"reading its JSON {1000 * parsed / STUDENTS:.2f} ms",
        f"{graded / parsed:.1f}",
    )
    note(
        f"a book of {STUDENTS} students with {what} from its batches, CPython",
        f"{1000 * tabled:.0f} ms",
        f"grading them {1000 * graded:.0f} ms",
        f"{tabled / graded:.2f}",
        "under a tenth",
    )
