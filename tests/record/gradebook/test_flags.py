"""Every flag: what raises it, that it says whom it is about, and that honest work raises none."""

import json

import pytest

from interactive.record.gradebook.model import KINDS, LEVELS, UNNAMED
from interactive.record.model import FORMAT as RECORD
from tests.record.gradebook.class_sample import BEGIN, DAY, MADE, fragment, sealed, submission
from tests.record.gradebook.small import (
    DEFINITIONS,
    DIGEST,
    NOW,
    QUIZ,
    SORTER,
    answers,
    attempt,
    book_of,
    kinds,
    quiz_file,
    shelf,
    student,
)

ADA, BELA = quiz_file("Ada"), quiz_file("Bela", right=["blank", "single", "order", "pairs", "several"])


def flagged(book, name, kind):
    (flag,) = [flag for flag in student(book, name).flags if flag.kind == kind]
    return flag


def test_honest_work_raises_no_flag():
    book = book_of(ADA, BELA, quiz_file("Chen"))
    assert [kinds(one) for one in book.students] == [[], [], []]
    assert book.flags == ()


def test_edited_totals_are_told_with_what_the_replay_gives():
    file = quiz_file("Ada", right=["single"], totals={QUIZ: {"raw": 5, "max": 5}})
    book = book_of(file)
    flag = flagged(book, "Ada", "totals")
    assert flag.level == "wrong" and "5 of 5" in flag.words and "1 of 5" in flag.words
    assert flag.files == ("file-1.json",) and flag.ref == QUIZ


def test_totals_for_what_was_never_done_are_told():
    assert "totals" in kinds(student(book_of({**ADA, "totals": {SORTER: {"raw": 6, "max": 6}}}), "Ada"))


def test_a_check_that_does_not_fit_is_told_whatever_was_edited():
    for edited in (
        sealed(ADA).replace("Ada", "Adx"),  # a swapped name
        sealed(ADA).replace('"raw": 5.0', '"raw": 4.0'),
        sealed(ADA).replace('"option": "b"', '"option": "d"'),
        json.dumps({**json.loads(sealed(ADA)), "check": None}),
    ):
        (one,) = book_of(edited).students
        assert "check" in kinds(one), edited[:80]


def test_one_attempt_under_two_names_is_told_to_both():
    copy = {**ADA, "student": {"name": "Zoe", "id": ""}}
    book = book_of(ADA, copy, BELA)
    for name in ("Ada", "Zoe"):
        flag = flagged(book, name, "same-attempt")
        assert "“Ada” and “Zoe”" in flag.words and set(flag.files) == {"file-1.json", "file-2.json"}
        assert flag.level == "wrong"
    assert kinds(student(book, "Bela")) == []
    assert "same-events" not in kinds(student(book, "Ada"))  # once is enough


def test_the_same_pauses_under_two_names_are_told_though_ids_and_days_differ():
    later = attempt(QUIZ, answers(), "ada", begin=BEGIN + 3 * DAY)
    later = {**later, "id": "zz", "events": [{**one, "id": f"zz-{one['id']}"} for one in later["events"]]}
    copy = {**quiz_file("Zoe"), "attempts": [later]}
    book = book_of(ADA, copy)
    assert kinds(student(book, "Ada")) == kinds(student(book, "Zoe")) == ["same-events"]


def test_the_same_file_twice_counts_once_and_is_told():
    book = book_of(ADA, ADA)
    assert len(book.students) == 1 and len(book.older) == 1
    assert kinds(book.students[0]) == ["same-file"]


def test_of_one_student_the_later_file_counts():
    later = quiz_file("ada  ", right=["single"], made=MADE + 1, totals={QUIZ: {"raw": 1, "max": 5}})
    book = book_of(later, ADA)
    (one,) = book.students
    assert one.made == MADE + 1 and [old.made for old in book.older] == [MADE]
    assert "later-file" in kinds(one) and "same-attempt" not in kinds(one)


def test_two_people_of_one_name_are_kept_apart_by_their_ids():
    one, two = ({**quiz_file("Ada"), "student": {"name": "Ada", "id": number}} for number in ("1", "2"))
    two["attempts"] = BELA["attempts"]
    book = book_of(one, two)
    assert [student.id for student in book.students] == ["1", "2"]


def test_one_id_under_two_names_is_told():
    one, two = ({**file, "student": {"name": name, "id": "77"}} for file, name in ((ADA, "Ada"), (BELA, "Bela")))
    book = book_of(one, two)
    assert kinds(student(book, "Ada")) == kinds(student(book, "Bela")) == ["same-id"]


def test_an_unknown_version_is_scored_with_the_one_that_is_here_and_says_so():
    old = {**ADA["attempts"][0], "digest": "0" * 16}
    own = shelf({**DEFINITIONS, "0" * 16: None})
    book = book_of({**ADA, "attempts": [old]}, own=own)
    one = student(book, "Ada")
    assert kinds(one) == ["old-version"] and one.results[QUIZ].best.raw == 5.0 and not one.results[QUIZ].known
    assert book.unknown == {"0" * 16: QUIZ}


def test_an_unknown_version_of_what_is_gone_has_no_score_and_is_not_zero():
    lost = {**ADA["attempts"][0], "ref": "00-sample/gone", "digest": "0" * 16}
    one = student(book_of(submission("Ada", [lost], {})), "Ada")
    assert kinds(one) == ["unknown-version"]
    assert one.results["00-sample/gone"].attempts == 1 and not hasattr(one.results["00-sample/gone"].best, "raw")


def test_the_definition_of_another_activity_is_not_taken_for_ones_own():
    easy = {**ADA["attempts"][0], "digest": DIGEST[SORTER]}
    assert "old-version" in kinds(student(book_of({**ADA, "attempts": [easy]}), "Ada"))


def test_answers_faster_than_anybody_reads_are_worth_a_look():
    events = [{"type": "place", "card": f"card-{n}", "bin": "red"} for n in range(9)]
    quick = attempt(SORTER, events, "q", pace=-3500)
    quick["events"] = [{**one, "at": BEGIN + 300 * place} for place, one in enumerate(quick["events"], 1)]
    book = book_of(submission("Ada", [quick], {}))
    flag = flagged(book, "Ada", "fast")
    assert flag.level == "look" and "0.3 seconds" in flag.words and "Worth a look" in flag.words


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"made": BEGIN - DAY}, "future"),  # worked on after it was saved
        ({"made": NOW + 3 * DAY}, "future"),
    ],
)
def test_times_that_cannot_be_are_worth_a_look(changes, kind):
    assert kinds(student(book_of({**ADA, **changes}), "Ada")) == [kind]


def test_work_before_its_own_beginning_and_before_the_course_is_worth_a_look():
    late = {**ADA["attempts"][0], "started": BEGIN + DAY}
    assert kinds(student(book_of({**ADA, "attempts": [late]}), "Ada")) == ["order"]
    early = attempt(QUIZ, answers(), "ada", begin=1_000_000_000_000)
    assert kinds(student(book_of({**ADA, "attempts": [early]}), "Ada")) == ["early"]


def test_an_instructor_may_say_since_when():
    assert kinds(student(book_of(ADA, since=BEGIN + 1), "Ada")) == ["early"]
    assert kinds(student(book_of(ADA, since=BEGIN - 1), "Ada")) == []


def test_attempts_that_do_not_fit_the_tasks_seed_are_not_counted():
    assigned = f"v=1&title=T&do={QUIZ};seed=7;attempts=2"
    own, other = attempt(QUIZ, answers(), "x", seed=8), attempt(QUIZ, answers(), "y", seed=3)
    one = student(book_of(submission("Ada", [own, other], {}, assigned)), "Ada")
    assert kinds(one) == ["unfit"] and (one.results[QUIZ].attempts, one.results[QUIZ].unfit) == (1, 1)


def test_a_file_under_another_name_has_the_wrong_cards():
    assigned = f"v=1&title=T&do={QUIZ};seed=each"
    one = student(book_of(submission("Zoe", [attempt(QUIZ, answers(), "x", seed=1)], {}, assigned)), "Zoe")
    assert kinds(one) == ["empty", "missing", "unfit"]


def test_what_the_assignment_does_not_ask_for_is_not_counted():
    more = attempt(SORTER, [{"type": "place", "card": "card-0", "bin": "red"}], "s")
    book = book_of({**ADA, "attempts": [*ADA["attempts"], more]})
    assert kinds(student(book, "Ada")) == ["unfit"]
    assert [column.ref for column in book.columns] == [QUIZ]


def test_more_attempts_than_allowed_count_only_as_many_as_allowed():
    poor, good = attempt(QUIZ, answers([], ["single"]), "one"), attempt(QUIZ, answers(), "two", begin=BEGIN + DAY)
    one = student(book_of(submission("Ada", [poor, good], {}, f"v=1&title=T&do={QUIZ};attempts=1")), "Ada")
    assert "too-many" in kinds(one) and one.results[QUIZ].counted == "one"


def test_another_assignment_than_the_rest_of_the_class_is_told():
    changed = {**quiz_file("Zoe"), "assignment": f"v=1&title=Easier&do={QUIZ}"}
    book = book_of(ADA, BELA, quiz_file("Chen"), changed)
    assert kinds(student(book, "Zoe")) == ["other-assignment"]
    assert book.title == "The whole course" and len(book.assignments) == 2


def test_missing_tasks_and_answers_are_notes():
    part = quiz_file("Ada", right=["single"], assignment=fragment([QUIZ, SORTER]), totals={})
    one = student(book_of(part), "Ada")
    assert kinds(one) == ["missing", "open"] and one.level == "note"
    assert "“Colors”" in next(flag.words for flag in one.flags if flag.kind == "missing")


def test_a_whole_record_is_taken_without_a_name():
    record = {"format": RECORD, "version": 1, "course": "second-track", "attempts": ADA["attempts"]}
    book = book_of(json.dumps(record))
    (one,) = book.students
    assert one.name == UNNAMED and one.record and one.results[QUIZ].best.raw == 5.0
    assert kinds(one) == ["record", "unnamed"] and [column.ref for column in book.columns] == [QUIZ]


def test_two_files_without_a_name_are_two_students():
    files = ({**one, "student": {"name": "", "id": ""}} for one in (ADA, BELA))
    assert len(book_of(*files).students) == 2


def test_an_attempt_that_breaks_the_engine_is_told_and_takes_nothing_with_it(monkeypatch):
    own = shelf()
    loaded = own.loaded[DIGEST[QUIZ]]
    good = attempt(SORTER, [{"type": "place", "card": "card-0", "bin": "red"}], "s")
    object.__setattr__(loaded.definition, "items", None)
    one = student(book_of(submission("Ada", [*ADA["attempts"], good], {}), own=own), "Ada")
    assert "stumbled" in kinds(one) and one.results[SORTER].attempts == 1


def test_every_kind_of_flag_has_a_level():
    assert set(KINDS.values()) == set(LEVELS)
