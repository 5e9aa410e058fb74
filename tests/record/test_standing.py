"""Where a learner stands in a lesson, and where to go on."""

import pytest

from interactive.kernel.days import DAY
from interactive.kernel.score import Unscorable
from interactive.record.answers import answers, latest
from interactive.record.resume import resume
from interactive.record.standing import standings
from tests.record.told import NOW, ONE, answered, course, course_data, summary, summary_data

READING = {"ref": f"{ONE}/reading", "kind": "reading", "title": "Colors", "score": {"unscorable": "reading"}}


def stand(*summaries, where=None):
    return standings(where or course(), summaries, latest(answers(summaries)))


def go_on(*summaries, where=None):
    return resume(where or course(), summaries, stand(*summaries, where=where), NOW, 0)


def read(*sections, at=NOW, **changes):
    rows = [["read", name, at + place, "", None, [], ""] for place, name in enumerate(sections)]
    return summary(*rows, **{**READING, "id": "r-1", "finished": False, **changes})


def test_an_empty_record_stands_nowhere():
    one, two = stand()
    assert (one.ring, two.ring) == ("none", "none") and one.last == 0 and one.done_share == 0
    assert (one.items, one.activities) == (8, 2)


def test_items_count_once_wherever_they_were_answered():
    bank = summary(answered("item-0"), answered("item-0", 0), answered("item-1"), finished=False)
    practice = summary(answered("item-2"), id="a-2", ref="practice/review")
    one = stand(bank, practice)[0]
    assert one.answered == 3 and one.done_share == 3 / 8 and one.finished == 0 and one.ring == "begun"
    assert one.seconds == 300  # a practice session belongs to no lesson


def test_an_answer_in_practice_begins_the_lesson_it_belongs_to():
    assert stand(summary(answered("item-2"), ref="practice/review"))[0].ring == "begun"


def test_done_is_read_to_the_end_with_every_activity_finished_once():
    bank, sort = summary(answered("item-0")), summary(id="a-2", ref=f"{ONE}/sort", entries=3)
    assert stand(bank, sort)[0].ring == "begun"
    assert stand(bank, sort, read("red"))[0].ring == "begun"
    whole = stand(bank, sort, read("red", "blue"))[0]
    assert whole.ring == "done" and whole.read_share == 1 and whole.section == "On blue"


def test_an_attempt_in_which_nothing_was_done_counts_for_nothing():
    assert stand(summary(entries=0))[0].ring == "none"


def test_a_section_that_is_gone_is_not_counted():
    assert stand(read("green", "red"))[0].read == 1


def test_a_lesson_without_items_is_done_by_its_activities():
    where = course(items={})
    assert (
        stand(summary(), summary(id="a-2", ref=f"{ONE}/sort", entries=1, finished=False), where=where)[0].done_share
        == 0
    )
    assert stand(summary(answered("x")), where=where)[0].done_share == 0.5


def test_who_did_nothing_is_sent_nowhere():
    assert go_on() is None


def test_what_is_open_comes_first_with_how_far_it_is():
    where = go_on(summary(answered("item-0"), finished=False, touched=NOW - DAY))
    assert where.title == "Lesson 1, “Asking”" and where.href == "root:one.html#bank"
    assert where.words == "1 of 2 answers given, last worked on yesterday."


def test_what_is_open_and_cannot_be_scored_was_begun():
    open_one = summary_data(answered("item-0"), finished=False, score={"unscorable": "no"})
    assert isinstance(summary(**{**open_one}).score, Unscorable)
    assert go_on(summary(**open_one)).words.startswith("Begun, ")


def test_after_a_finished_activity_comes_the_next_of_its_lesson():
    where = go_on(summary(answered("item-0")))
    assert where.title == "Lesson 1, “Sorting”" and where.words == "Not begun yet."


def test_after_the_last_activity_comes_a_lesson_that_is_ready_and_not_done():
    both = summary(answered("item-0")), summary(id="a-2", ref=f"{ONE}/sort", entries=1)
    where = go_on(*both)
    assert where.href == "root:one.html" and where.words == "About 30 minutes in all."
    assert go_on(*both, read("red", "blue", at=NOW - 9 * DAY)) is None  # all done, and lesson 2 is still being written


def test_reading_goes_on_at_the_next_section():
    where = go_on(read("red"))
    assert (
        where.title == "Lesson 1, “On blue”"
        and where.href == "root:one.html#blue"
        and where.words == "Last read today."
    )


def test_who_jumped_about_goes_on_after_the_last_section_and_then_to_what_was_left_out():
    data = course_data()
    data["lessons"][0]["sections"] = {"a": "A", "b": "B", "c": "C", "d": "D"}
    where = course(lessons=data["lessons"])
    assert go_on(read("a", "c"), where=where).title == "Lesson 1, “D”"
    assert go_on(read("c", "a"), where=where).title == "Lesson 1, “B”"
    assert go_on(read("c", "d"), where=where).title == "Lesson 1, “A”"
    assert stand(read("c", "a"), where=where)[0].section == "A"


def test_read_to_the_end_what_is_to_do_comes_next():
    assert go_on(read("red", "blue")).title == "Lesson 1, “Sorting”"


def test_an_activity_that_no_page_shows_any_more_is_passed_over():
    gone = summary(answered("item-0"), id="a-9", ref=f"{ONE}/gone", finished=False, touched=NOW)
    where = go_on(gone, summary(answered("item-1"), finished=False, touched=NOW - 5 * DAY))
    assert where.title == "Lesson 1, “Asking”"
    assert go_on(gone).title == "Lesson 1: Colors"


def test_an_open_practice_session_is_named_without_a_lesson():
    assert go_on(summary(answered("item-0"), ref="practice/review", finished=False)).title == "Session"


@pytest.mark.parametrize("turn", [1, -1])
def test_the_order_of_attempts_makes_no_difference(turn):
    some = [summary(answered("item-0"), id=f"a-{n}", finished=bool(n % 2), touched=NOW) for n in range(4)]
    assert go_on(*some[::turn]) == go_on(*some)
