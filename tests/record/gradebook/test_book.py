"""A class as an instructor reads it: who got what, on which attempts, with which answers."""

from interactive.kernel.score import Score, Unscorable
from interactive.record.gradebook.mastering import mastered, objectives
from interactive.record.gradebook.model import earned, points
from tests.record.gradebook.class_sample import fragment, submission
from tests.record.gradebook.small import (
    CASEFILE,
    QUIZ,
    SORTER,
    STORY,
    answers,
    attempt,
    book_of,
    kinds,
    quiz_file,
    student,
)


def test_a_small_class_is_scored_from_what_was_done():
    book = book_of(quiz_file("Ada"), quiz_file("Bela", right=["blank"], wrong=["single"]))
    assert [one.name for one in book.students] == ["Ada", "Bela"]
    ada, bela = book.students
    assert ada.results[QUIZ].best == Score(5.0, 5.0, 5, 5)
    assert bela.results[QUIZ].best == Score(1.0, 5.0, 2, 5)
    (column,) = book.columns
    assert (column.title, column.most, earned(column, bela.results[QUIZ])) == ("Bank", 5.0, 1.0)
    assert points(book, ada) == (5.0, 5.0)
    assert kinds(ada) == []


def test_the_total_in_the_file_counts_for_nothing():
    file = quiz_file("Ada", right=["blank"], wrong=["single"], totals={QUIZ: {"raw": 5.0, "max": 5.0}})
    assert student(book_of(file), "Ada").results[QUIZ].best == Score(1.0, 5.0, 2, 5)


def test_answers_are_kept_item_by_item_and_what_was_left_open_says_so():
    ada = student(book_of(quiz_file("Ada", right=["blank"], wrong=["single"])), "Ada")
    found = {said.item: (said.answer, said.credit) for said in ada.results[QUIZ].responses}
    assert found["blank"] == ("Track 1.5", 1.0)
    assert found["single"] == ("a", 0.0)
    assert found["several"] == found["pairs"] == ("", None)
    assert {said.item: said.seconds for said in ada.results[QUIZ].responses}["single"] >= 20
    assert kinds(ada) == ["open"]


def test_of_several_attempts_the_best_counts_and_the_first_answers_are_analyzed():
    poor, good = (
        attempt(QUIZ, answers([], ["single"]), "one"),
        attempt(QUIZ, answers(["single"]), "two", begin=1_770_100_000_000),
    )
    file = submission("Ada", [good, poor], {QUIZ: {"raw": 1.0, "max": 5.0}})
    result = student(book_of(file), "Ada").results[QUIZ]
    assert (result.attempts, result.counted, result.best, result.last) == (
        2,
        "two",
        Score(1.0, 5.0, 1, 5),
        Score(1.0, 5.0, 1, 5),
    )
    assert next(said for said in result.responses if said.item == "single").answer == "a"


def test_an_assignment_may_count_the_first_attempt():
    poor, good = (
        attempt(QUIZ, answers([], ["single"]), "one"),
        attempt(QUIZ, answers(["single"]), "two", begin=1_770_100_000_000),
    )
    file = submission("Ada", [poor, good], {}, f"v=1&title=T&do={QUIZ};counts=first")
    assert student(book_of(file), "Ada").results[QUIZ].counted == "one"


def test_what_is_not_handed_in_is_not_zero():
    book = book_of(submission("Ada", [], {}, fragment([QUIZ, SORTER])), quiz_file("Bela"))
    ada = student(book, "Ada")
    column = next(one for one in book.columns if one.ref == QUIZ)
    assert earned(column, ada.results.get(QUIZ)) is None
    assert kinds(ada) == ["empty", "missing"]


def test_a_task_for_a_whole_lesson_takes_in_all_its_activities():
    sorted_ = attempt(SORTER, [{"type": "place", "card": "card-0", "bin": "red"}, {"type": "finish"}], "s")
    book = book_of(submission("Ada", [sorted_], {}, fragment(["00-sample"])))
    assert {SORTER, QUIZ, CASEFILE, STORY} <= {column.ref for column in book.columns}
    assert student(book, "Ada").results[SORTER].attempts == 1


def test_other_kinds_tell_their_answers_too():
    play = attempt(STORY, [{"type": "choose", "scene": "arrive", "choice": "a"}], "p")
    case = attempt(CASEFILE, [{"type": "nothing"}], "c")
    ada = student(book_of(submission("Ada", [play, case], {})), "Ada")
    assert isinstance(ada.results[STORY].best, Unscorable)
    assert all(said.answer == "" and "--" in said.item for said in ada.results[CASEFILE].responses)


def test_mastery_gathers_the_answers_of_all_tasks():
    book = book_of(quiz_file("Ada"), quiz_file("Bela", right=[], wrong=["single"]))
    levels = mastered(student(book, "Ada"), [QUIZ])
    assert levels["s0-know"].share == 1.0
    assert levels["s0-judge"].answers == 3
    assert levels["s0-judge"].word in ("growing", "steady")
    whole = objectives(book)["s0-know"]
    assert (whole.students, sum(whole.levels)) == (2, 2)
    assert 0 < whole.share < 1
