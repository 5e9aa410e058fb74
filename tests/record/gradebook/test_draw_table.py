"""The table as an instructor reads it: who, how much, in which order, and what is said of those who handed in nothing."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from interactive.record.course import Course
from interactive.record.gradebook.draw_table import filters_html, sorted_said, table_html
from interactive.record.gradebook.draw_view import ROWS, View, read_view, shown
from interactive.record.gradebook.model import Book
from tests.record.gradebook.book_sample import PLAY, READ, SORT, book, result, small, student


def table(found: Book, **view: object) -> str:
    return table_html(found, read_view(view), Course(), 0)


def rows(html: str) -> list[list[str]]:
    """The cells of the body as plain words."""
    body = html.split("<tbody>")[1]
    cut = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in body.split("<tr>")[1:]]
    return [[re.sub(r"<[^>]+>", " ", cell).split() for cell in row] for row in cut]  # type: ignore[misc]


def names(html: str) -> list[str]:
    return [" ".join(row[0]) for row in rows(html)]


def test_a_score_shows_points_share_attempts_and_time():
    (_, ada, bela) = rows(table(small()))
    assert " ".join(ada[6]) == "9.5 · 79% 1 attempt, 10 min"
    assert " ".join(bela[6]) == "3 · 25% 2 attempts, 1 h 7 min, not finished"
    assert " ".join(ada[1]) == "17.5 88%"


def test_what_was_not_handed_in_is_a_phrase_and_no_zero():
    nobody = rows(table(small()))[0]
    assert [" ".join(cell) for cell in nobody[6:]] == ["not handed in"] * 3
    assert " ".join(rows(table(small()))[1][7]) == "done 1 attempt, 10 min"


def test_attempts_that_do_not_fit_are_told_apart_from_none():
    html = table(book(student("Odd", replace(result(SORT, None), attempts=0, unfit=2))))
    assert "nothing that counts" in html and "2 attempts do not fit the assignment" in html


def test_markup_in_a_name_shows_as_text():
    html = table(small())
    assert "<script" not in html and "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_the_column_that_sorts_says_so_and_turns_round():
    html = table(small(), sort=SORT, down=True)
    assert names(html)[:2] == ["Ada a17", "Bela"]
    head = re.search(r"<th[^>]*aria-sort[^>]*>.*?</th>", html)
    assert head and 'aria-sort="descending"' in head[0] and "Definitions" in head[0]
    assert "&quot;down&quot;:false" in head[0]
    assert html.count("aria-sort") == 1
    assert names(table(small(), sort=SORT))[:2] == ["Bela", "Ada a17"]
    assert sorted_said(read_view({"sort": SORT, "down": True}), small()) == "Sorted by Definitions, highest first."


def test_who_has_nothing_there_stands_last_whichever_way():
    for down in (True, False):
        assert names(table(small(), sort=PLAY, down=down))[0] == "Ada a17"
        assert names(table(small(), sort="last", down=down))[-1].startswith("&lt;script")


def test_evidence_is_a_sentence_with_an_icon():
    html = table(small(), sort="evidence", down=True)
    assert names(html)[0] == "Bela"
    assert 'href="#i-warn"/></svg> <span>The file claims 12 of 12; replaying gives 3.' in html
    assert "Nothing stands out." in html


def test_filters_by_name_id_and_worth_a_look():
    assert names(table(small(), find="ADA")) == ["Ada a17"]
    assert names(table(small(), find="a17")) == ["Ada a17"]
    assert names(table(small(), only="look")) == ["Bela"]  # a note is for information, and no reason to look
    assert "1 of 3 students" in table(small(), only="look")
    assert "Nobody fits" in table(small(), find="nobody")
    assert 'value="ada"' in filters_html(View(find="ada"))


def test_a_long_class_comes_in_pages_and_whole_on_paper():
    many = book(*(student(f"S{number:04}", result(SORT, number % 12)) for number in range(250)))
    first, last = table(many), table(many, page=2)
    assert len(rows(first)) == ROWS and len(rows(last)) == 50
    assert "Students 201 to 250 of 250" in last
    assert re.search(r'id="grade-page-next"[^>]*disabled', last)
    assert names(table(many, page=99))[-1] == "S0249"
    assert len(rows(table(many, whole=True))) == 250


def test_a_lesson_stands_once_over_its_tasks():
    html = table(small())
    assert html.count('scope="colgroup"') == 2 and 'colspan="2"' in html


@given(
    st.dictionaries(
        st.sampled_from(["sort", "down", "find", "page", "only", "task"]),
        st.one_of(st.none(), st.text(), st.integers(), st.booleans(), st.lists(st.integers())),
    )
)
def test_any_view_shows_every_student_or_says_why_not(data):
    view = read_view(data)
    found = shown(small(), view)
    assert len({one.file for one in found}) == len(found)
    if not view.find.strip() and view.only != "look":
        assert len(found) == 3


def test_the_same_view_sorts_readings_by_how_far_they_went():
    assert names(table(small(), sort=READ, down=True))[0] == "Ada a17"
