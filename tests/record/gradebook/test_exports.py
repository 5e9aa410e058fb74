"""Exports as text and as a workbook: the columns that each importer wants, numbers as numbers, equal books equal bytes."""

import csv
import io
import re
import zipfile

import pytest

from interactive.record.gradebook.describing import describe
from interactive.record.gradebook.exporting import systems, tables
from interactive.record.gradebook.exporting.cells import csv_text, guarded
from interactive.record.gradebook.exporting.workbook import workbook
from tests.record.gradebook.class_sample import fragment, submission
from tests.record.gradebook.small import QUIZ, SORTER, answers, attempt, book_of, quiz_file, shelf


def of(name, id_, **more):
    return {**quiz_file(name, **more), "student": {"name": name, "id": id_}, "assignment": fragment([QUIZ, SORTER])}


BOOK = book_of(
    of("Ada Lovelace", "a100"),
    of("Bela", "bela@example.edu", right=["blank"], wrong=["single"]),
    of('=cmd|"x"!A1', "", right=["single"]),
    submission("Dora, Ann", [], {}, fragment([QUIZ, SORTER])),
)


def rows(form):
    return list(csv.reader(io.StringIO(csv_text(form(BOOK)), newline="")))


def row_of(form, name):
    (found,) = [row for row in rows(form) if any(name in cell for cell in row)]
    return found


def test_the_plain_table_has_a_row_a_student_and_says_what_it_is_out_of():
    head, most, *students = rows(tables.wide)
    assert head[:4] == ["Name", "ID", "Bank", "Colors"] and head[4:6] == ["Total", "Out of"]
    assert most[2:6] == ["5", "0", "5", ""]
    assert [one[0] for one in students] == ['\'=cmd|"x"!A1', "Ada Lovelace", "Bela", "Dora, Ann"]
    assert row_of(tables.wide, "Ada")[2:6] == ["5", "", "5", "5"]
    assert row_of(tables.wide, "Dora")[2:5] == ["", "", "0"]


def test_the_long_table_has_a_row_an_answer():
    found = {row[5]: row for row in rows(tables.long) if row[0] == "Bela"}
    assert found["single"][6:9] == ["a", "0", "scored"]
    assert found["pairs"][6:9] == ["", "", "left open"]


def test_moodle_gets_columns_that_map_to_its_user_fields():
    assert rows(systems.moodle)[0] == ["First name", "Last name", "ID number", "Email address", "Bank"]
    assert row_of(systems.moodle, "Lovelace") == ["Ada", "Lovelace", "a100", "", "5"]
    assert row_of(systems.moodle, "Bela")[2:4] == ["", "bela@example.edu"]
    assert row_of(systems.moodle, "Dora") == ["Ann", "Dora", "", "", ""]


def test_canvas_gets_its_student_columns_and_the_row_of_points():
    head, most = rows(systems.canvas)[:2]
    assert head[:2] == ["Student", "ID"] and head[4] == "Section" and "Points Possible" in most[0]
    assert most[5:] == ["5"]
    assert row_of(systems.canvas, "Lovelace") == ["Ada Lovelace", "", "a100", "", "", "5"]


def test_brightspace_gets_its_heads_and_the_mark_at_the_end_of_each_line():
    head, *students = rows(systems.brightspace)
    assert head == ["OrgDefinedId", "Username", "Bank Points Grade <Numeric MaxPoints:5>", "End-of-Line Indicator"]
    assert all(one[-1] == "#" for one in students)
    assert row_of(systems.brightspace, "Dora")[:2] == ["", "Dora, Ann"]  # so that the import names whom it cannot find


def test_blackboard_gets_every_field_quoted():
    lines = csv_text(systems.blackboard(BOOK), quote_all=True).split("\r\n")
    assert lines[0] == '"Last Name","First Name","Username","Student ID","Bank [Total Pts: 5 Score]"'
    assert all(line.startswith('"') and line.endswith('"') for line in lines if line)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-x", "@SUM(A1)", "\tx", "\rx", " =1", "＝1", "-1+1", "--5"])
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "-2.75", "12", "Ada", "", "a=b", "O'Neil"])
def test_other_texts_stay_as_they_are(text):
    assert guarded(text) == text


def test_numbers_are_never_guarded():
    assert csv_text([[-5, -2.5, 3.0, 1 / 3, None]]) == "-5,-2.5,3,0.3333,\r\n"


def test_the_names_of_grade_items_hold_nothing_that_a_system_refuses():
    book = book_of({**quiz_file("Ada"), "attempts": [attempt(QUIZ, answers(), "a")]})
    column = book.columns[0].__class__(QUIZ, 'A <b>/"x"# | 1*', "quiz", "", 5.0)
    odd = book.__class__(columns=(column,), students=book.students)
    assert csv_text(systems.moodle(odd)).split("\r\n")[0].endswith(",A b x 1")


def test_the_workbook_has_its_sheets_is_dated_1980_and_equal_for_equal_books():
    pytest.importorskip("xlsxwriter")
    own = shelf()
    made = [workbook(BOOK, lambda ref: describe(own.now(ref)), {"s0-know": "know things"}) for _ in range(2)]
    assert made[0] == made[1]
    with zipfile.ZipFile(io.BytesIO(made[0])) as file:
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        sheets = re.findall(r'<sheet name="([^"]+)"', file.read("xl/workbook.xml").decode())
        texts = file.read("xl/sharedStrings.xml").decode()
        cells = "".join(file.read(name).decode() for name in file.namelist() if "worksheets/sheet" in name)
    assert sheets == ["Scores", "Objectives", "Items", "Answers", "Flags"]
    assert "=cmd|" in texts and "<f>" not in cells  # the name is a text; no cell of the workbook is a formula
    assert "s0-know: know things" in texts and "left open" in texts
    assert "1980-01-01" in zipfile.ZipFile(io.BytesIO(made[0])).read("docProps/core.xml").decode()
