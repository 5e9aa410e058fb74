"""Items and objectives in words: what they rest on is always said."""

import re
from dataclasses import replace

from interactive.kernel.score import Score
from interactive.record.course import Course, Lesson
from interactive.record.gradebook.analysis import Chosen, Item
from interactive.record.gradebook.describing import Asked
from interactive.record.gradebook.draw_items import column_of, items_html, ordered, tells
from interactive.record.gradebook.draw_objectives import objectives_html, student_objectives
from interactive.record.gradebook.draw_view import View
from interactive.record.gradebook.model import Book, Response, Result
from tests.record.gradebook.book_sample import SORT, book, small, student

ASKED = {
    "why": Asked("Why <i>then</i>?", "one", {"a": "Because", "b": "Despite"}, frozenset({"a"})),
    "who": Asked("Who?", "words", {}, frozenset({"nobody"})),
}


BASE = Item("why", "Why?", "one", 40, 0, 0.5, 0.4, "", ())


def item(**given: object) -> Item:
    return replace(BASE, **given)  # type: ignore[arg-type]


def answered(*pairs: tuple[str, str, float]) -> Result:
    """A result whose answers are these: item, answer, credit; everybody earns the same objective."""
    responses = tuple(Response(name, words, credit) for name, words, credit in pairs)
    score = Score(sum(credit for *_, credit in pairs), len(pairs), len(pairs), len(pairs))
    return Result(
        SORT, "quiz", 1, best=score, last=score, finished=True, objectives={"o1": (1.5, 2)}, responses=responses
    )


def klass(many: int = 12) -> Book:
    """Half of them right on both, half wrong on both."""
    right, wrong = answered(("why", "a", 1.0), ("who", "nobody", 1.0)), answered(("why", "b", 0.0), ("who", "Me", 0.0))
    return book(*(student(f"S{number:02}", right if number % 2 else wrong) for number in range(many)))


def table(found: Book, **view: str) -> str:
    column = column_of(found, View(**view))  # type: ignore[arg-type]
    return items_html(found, View(**view), ASKED, column)  # type: ignore[arg-type]


def test_an_item_shows_its_stem_its_difficulty_and_whom_each_answer_draws():
    html = table(klass())
    assert "Why &lt;i&gt;then&lt;/i&gt;?" in html and "50%" in html and "12 students" in html
    assert re.search(r"Because \(the answer\): <b>6</b> \(50%\)<small>top third 100%, bottom third 0%", html)
    assert re.search(r"Despite: <b>6</b>", html)


def test_words_for_telling_apart_say_what_they_rest_on():
    assert tells(item()) == "It tells students apart well (r = 0.40, from 40 students)"
    assert "so it may be chance" in tells(item(answered=12))
    assert "Too few to say (4 of the 10" in tells(item(answered=4, discrimination=None, why="too few"))
    assert tells(item(discrimination=None, why="no spread")) == "Everybody earned the same here"
    assert "look at its wording and its key" in tells(item(discrimination=-0.2))
    assert tells(item(difficulty=None)) == "Not scored"


def test_order_by_difficulty_leaves_what_is_not_scored_to_the_end():
    found = [item(item="a", difficulty=None), item(item="b", difficulty=0.9), item(item="c", difficulty=0.1)]
    assert [one.item for one in ordered(found, "hard")] == ["c", "b", "a"]
    assert [one.item for one in ordered(found, "")] == ["a", "b", "c"]


def test_of_many_pairs_the_wrong_ones_come_first_and_the_rest_unfolds():
    pairs = tuple(Chosen(f"p{n}", f"Pair {n}", n, n / 20, None, None, n == 9) for n in range(10))
    from interactive.kernel.html import join
    from interactive.record.gradebook.draw_items import _chosen

    html = join(_chosen(item(form="pairs", options=pairs)))
    shown, rest = html.split("<details")
    assert re.findall(r"Pair (\d)", shown) == ["8", "7", "6", "5"] and "Pair 9 (the answer)" in rest


def test_a_class_without_answers_says_so():
    assert "Nobody has answered an item yet." in table(book(student("Ada")))


def test_objectives_are_told_by_lesson_with_numbers_in_words_and_as_a_table():
    lesson = Lesson("01", 1, "What", "l.html", 0, True, {"o1": "sort a definition", "o2": "unused"}, {})
    html = objectives_html(klass(), Course((lesson,)))
    assert "1 · What" in html and "Sort a definition: 75% on average, 12 students (12 growing)" in html
    assert "unused" not in html
    assert re.search(r'<th scope="row">Sort a definition</th><td>75%</td><td>12</td>', html)
    assert "Nothing in these files assesses an objective." in objectives_html(small(), Course())


def test_an_objective_that_no_lesson_knows_is_not_lost():
    assert "Other objectives" in objectives_html(klass(), Course()) and "O1: 75%" in objectives_html(klass(), Course())


def test_one_student_by_objective():
    lesson = Lesson("01", 1, "What", "l.html", 0, True, {"o1": "sort a definition"}, {})
    html = student_objectives(klass().students[0], klass(), Course((lesson,)))
    assert html and "growing" in html and "Sort a definition" in html  # type: ignore[operator]
    assert student_objectives(student("Ada"), klass(), Course((lesson,))) is None
