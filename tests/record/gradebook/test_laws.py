"""What holds for every class: the order of files, the batches and the names do not matter; nothing is lost, totals are sums."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.record.codec import read_attempt
from interactive.record.gradebook.assembling import assemble
from interactive.record.gradebook.exporting import systems, tables
from interactive.record.gradebook.exporting.cells import MARK, NUMBER, RISKY, csv_text, guarded
from interactive.record.gradebook.model import points
from interactive.record.gradebook.rows import read_batch, write_batch
from interactive.record.submission import Submission, write_submission
from tests.record.gradebook.class_sample import MADE, fragment, name_of
from tests.record.gradebook.small import (
    DEFINITIONS,
    NOW,
    QUIZ,
    REFS,
    SORTER,
    answers,
    attempt,
    book_of,
    course,
    graded,
    quiz_file,
    texts,
)

CLASS = [
    quiz_file("Ada"),
    quiz_file("Bela", right=["blank"], wrong=["single"]),
    {**quiz_file("Ada"), "student": {"name": "Zoe", "id": "7"}},
    quiz_file("Ada", made=MADE + 5),
    quiz_file("Ada"),
    "junk",
    {**quiz_file("Chen"), "assignment": fragment([QUIZ, SORTER])},
    {**quiz_file("Dora"), "student": {"name": "", "id": ""}},
]
FILES = texts(*CLASS)
WHOLE = assemble([graded(FILES)], course(), NOW)


@given(st.permutations(FILES))
def test_the_order_of_files_does_not_matter(files):
    assert assemble([graded(files)], course(), NOW) == WHOLE


@given(st.permutations(FILES), st.lists(st.integers(0, len(FILES)), max_size=4))
def test_splitting_into_batches_gives_the_same_book(files, cuts):
    edges = [0, *sorted(cuts), len(files)]
    parts = [files[one:two] for one, two in zip(edges, edges[1:], strict=False)]
    batches = [read_batch(json.loads(json.dumps(write_batch(graded(part))))) for part in parts]
    assert assemble(batches, course(), NOW) == WHOLE


def test_no_file_is_lost():
    assert len(WHOLE.students) + len(WHOLE.older) + len(WHOLE.refused) == len(FILES)
    names = [one.name for one in WHOLE.students]
    assert names == sorted(names, key=str.casefold)


def test_a_batch_comes_back_as_it_was():
    batch = graded(FILES)
    assert read_batch(json.loads(json.dumps(write_batch(batch), ensure_ascii=False))) == batch


NAMES = st.text(max_size=60) | st.text(alphabet="=+-@\t\r\n\",;' \0x1", max_size=8)


@given(st.lists(NAMES, min_size=1, max_size=5))
def test_any_name_comes_back_from_a_csv_file_and_is_no_formula(names):
    text = csv_text(([name, 1, -2.5] for name in names), mark=True)
    assert text.startswith(MARK)
    rows = list(csv.reader(io.StringIO(text.removeprefix(MARK), newline="")))
    assert [row[0] for row in rows] == [guarded(name) for name in names]
    assert [
        row[0].removeprefix("'") if row[0] != name else name for row, name in zip(rows, names, strict=True)
    ] == names
    assert all(row[1:] == ["1", "-2.5"] for row in rows)
    for row in rows:
        assert NUMBER.match(row[0]) or not row[0].lstrip().startswith(RISKY)


@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=4))
def test_a_class_of_any_names_exports_a_row_for_each(names):
    book = book_of(
        *({**quiz_file(f"n{number}"), "student": {"name": name, "id": ""}} for number, name in enumerate(names))
    )
    forms = {tables.wide: 2, systems.moodle: 1, systems.canvas: 2, systems.brightspace: 1, systems.blackboard: 1}
    for form, heads in forms.items():
        rows = list(csv.reader(io.StringIO(csv_text(form(book)), newline="")))
        assert len(rows) == heads + len(book.students)
        assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("row", list(tables.wide(WHOLE))[2:], ids=lambda row: row[0])
def test_a_total_is_the_sum_of_its_row(row):
    scores = row[2 : 2 + len(WHOLE.columns)]
    assert round(sum(score for score in scores if score is not None), 2) == row[2 + len(WHOLE.columns)]


def test_points_never_pass_what_there_is():
    for one in WHOLE.students:
        raw, most = points(WHOLE, one)
        assert 0 <= raw <= most


@given(st.text(max_size=40), st.booleans())
def test_what_the_learners_page_writes_is_read_without_a_flag(name, whole):
    own = read_attempt(attempt(QUIZ, answers(), "own"))
    told = Submission(fragment([QUIZ]), name, MADE, (own,), {QUIZ: (5.0, 5.0)} if whole else {})
    book = assemble([graded([("a.json", write_submission(told))])], course(), NOW)
    (one,) = book.students
    assert one.results[QUIZ].best.raw == 5.0
    assert {flag.kind for flag in one.flags} <= {"unnamed"}


def test_invented_classes_are_honest():
    from tests.record.gradebook.class_sample import submissions

    files = [(one["file"], one["text"]) for one in submissions(DEFINITIONS, REFS, 12)]
    book = assemble([graded(files)], course(), NOW)
    assert [one.name for one in book.students] == sorted(name_of(number) for number in range(12))
    assert {flag.level for flag in book.flags} <= {"note"}
    assert {column.kind for column in book.columns} == {"quiz", "sorter", "casefile", "roleplay"}
