"""What stands round the table: the head, the flags, the scores, the files, one student."""

import re

from interactive.record.course import Course
from interactive.record.gradebook.draw_files import files_html
from interactive.record.gradebook.draw_flags import NAMES, flags_html
from interactive.record.gradebook.draw_head import EXPORTS, exports_html, head_html
from interactive.record.gradebook.draw_scores import scores_html, spread_chart
from interactive.record.gradebook.draw_student import row_of, student_html
from interactive.record.gradebook.draw_view import View
from interactive.record.gradebook.model import KINDS, Book, Refused
from tests.record.gradebook.book_sample import SORT, book, result, small, student


def test_the_head_counts_and_says_what_it_cannot_know():
    html = head_html(small())
    assert "3 students, 3 tasks" in html and "1 of them has something worth a look" in html
    assert "who sat at the keyboard" in html and "proof" in html
    assert "No class yet" in head_html(Book())


def test_every_export_has_a_button_and_says_where_it_goes():
    html = exports_html(small())
    for form in EXPORTS:
        button = re.search(rf'<button[^>]*data-form="{form}"[^>]*aria-describedby="([^"]+)"', html)
        assert button and f'id="{button[1]}"' in html
    assert exports_html(Book()) == "<div></div>"


def test_every_kind_of_flag_has_a_name():
    assert set(NAMES) == set(KINDS)


def test_flags_are_listed_gravest_first_with_their_students_and_can_be_narrowed():
    html = flags_html(small(), View())
    assert html.index("The file claims") < html.index("2 answers are left open")
    assert 'data-student="Bela.json"' in html
    only = flags_html(small(), View(level="wrong"))
    assert "The file claims" in only and "2 answers are left open" not in only and "1 of 2 lines" in only
    assert "Nothing stands out" in flags_html(book(student("Ada")), View())


def test_scores_are_spread_over_ten_bands_and_nobody_is_lost():
    html = spread_chart([0, 0.099, 0.1, 0.55, 1.0], 2)
    cells = re.findall(r'<th scope="row">([^<]+)</th><td>(\d+)</td>', html)
    assert [many for _, many in cells] == ["2", "1", "0", "0", "0", "1", "0", "0", "0", "1"]
    assert "The middle score is 10%" in html and "2 students without a score there are not in it" in html


def test_scores_of_one_task_leave_out_who_has_none():
    html = scores_html(small(), View(scores=SORT))
    assert "(2 students)" in html and "1 student without a score" in html
    assert "There are no scores yet" in scores_html(Book(), View())


def test_files_say_why_they_were_refused_and_can_be_taken_out():
    html = files_html(book(student("Ada"), refused=(Refused("<b>.json", "", "It is cut short."),)), 0, 3)
    assert "&lt;b&gt;.json" in html and "It is cut short." in html
    assert 'data-file="Ada.json"' in html and "3 files that could not be a submission were left unread" in html


def test_a_student_shows_every_task_and_the_neighbors_of_the_table():
    html = student_html(small(), View(student="Bela.json", sort="total", down=True), Course(), 0)
    assert re.search(r'data-student="Ada.json" id="grade-before"', html)
    assert "3 of 12" in html and "25%" in html and html.count("not handed in") == 2
    assert html.count("data-attempts") == 1 and f'data-attempts="{SORT}"' in html
    assert row_of(small(), "Bela.json") == "grade-row-1"


def test_a_student_who_was_taken_out_is_said_to_be_gone():
    html = student_html(small(), View(student="nobody.json"), Course(), 0)
    assert "no longer in the class" in html and 'id="grade-back"' in html


def test_times_are_told_on_the_instructors_clock():
    late = student_html(book(student("Ada", result(SORT, 3))), View(student="Ada.json"), Course(), 120)
    assert "5 October 2024, 2:00" in late
