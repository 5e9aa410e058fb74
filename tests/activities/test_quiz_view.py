"""What a reader sees of a quiz: names, groups, marks with words, reasons under every option, ids that are their own."""

import re

import pytest

from interactive.activities.quiz.definition import load
from interactive.activities.quiz.engine import start
from interactive.activities.quiz.view import answers, render
from interactive.kernel.frame import asleep
from interactive.kernel.html import plain
from interactive.kernel.reading import Malformed
from tests.activities.quiz_sample import BLANK, GUESS, ITEMS, ORDER, PAIRS, SEVERAL, SINGLE, TERM, quiz, quiz_data
from tests.activities.test_quiz_moves import check, one, pick, play

FINISH = {"type": "finish"}


def seen(definition, *events):
    return render(definition, play(definition, *events)[0])


def test_every_item_is_a_group_named_by_its_stem_and_numbered():
    html = seen(quiz())
    assert html.count('class="st-item__n"') == 6 and "1. " in html and "6. " in html
    assert len(re.findall(r'tabindex="-1">About \w+ &amp; more\?', html)) == 6


@pytest.mark.parametrize(
    "events",
    [[], [pick("single", "a"), FINISH], [pick("several", "a", on=True), {"type": "ask-confidence", "on": True}]],
)
def test_no_id_stands_twice(events):
    ids = re.findall(r' id="([^"]+)"', seen(quiz(), *events))
    assert len(ids) == len(set(ids))


def test_after_finishing_every_option_of_every_item_says_why():
    html = seen(quiz(), pick("single", "a"), FINISH)
    for name in "abcd":
        assert f"Because of {name}." in html
    assert html.count("This is the answer.") == 1 and html.count("Your answer.") == 1


def test_what_was_not_answered_is_shown_unmarked_and_without_reproach():
    html = seen(quiz(), pick("single", "b"), FINISH)
    assert "Not this time" not in html and "4 not answered, and not wrong" in plain(html)


def test_the_key_that_was_left_out_is_said():
    html = plain(seen(quiz(), pick("several", "a"), FINISH))
    assert "You left it out." in html and "This belongs to the answer. You chose it." in html


def test_the_marked_sequence_shows_the_right_order_and_where_each_was_put():
    moves = [{"type": "move", "item": "order", "entry": name, "to": str(place)} for place, name in enumerate("bacd", 1)]
    html = plain(seen(one(ORDER), *moves, check("order")))
    assert "You put it in place 2." in html and html.count("In its place.") == 2


def test_the_marked_pairs_show_what_belongs_and_what_was_chosen():
    html = plain(seen(one(PAIRS), {"type": "match", "item": "pairs", "prompt": "a", "target": "z"}, check("pairs")))
    assert "You chose: Target z." in html and "Not answered." in html


def test_what_was_written_is_shown_as_text_and_never_as_markup():
    nasty = {"type": "fill", "item": "blank", "text": "<script>alert(1)</script>"}
    html = seen(one(BLANK), nasty, check("blank"))
    assert "<script" not in html and "&lt;script&gt;" in html


def test_a_near_miss_shows_its_words_and_a_way_out():
    html = seen(one(BLANK), {"type": "fill", "item": "blank", "text": "track two"}, check("blank"))
    assert "What about the officials?" in html and "Show the answer" in html and "It stands between." not in html


def test_hints_stay_visible_after_the_mark():
    html = seen(one(SINGLE), {"type": "hint", "item": "single"}, pick("single", "b"), check("single"))
    assert "A nudge for single." in html and "A stronger one" not in html


def test_a_guess_shows_no_argument_until_it_is_taken_up_again():
    sure, keep = {"type": "sure", "item": "guess", "level": "sure"}, {"type": "keep", "item": "guess"}
    once = seen(one(GUESS), pick("guess", "p"), sure, keep)
    assert "For p." not in once and "Your first guess: “Position p” (sure)." in plain(once)
    twice = plain(seen(one(GUESS), pick("guess", "p"), sure, keep, pick("guess", "q"), keep))
    assert "You have moved." in twice and "For. For p." in twice and "Some say p" in twice


def test_an_open_question_has_its_own_look_and_says_that_it_is_not_graded():
    html = seen(one(GUESS))
    assert 'data-kind="contested"' in html and "First guess · not graded" in html


def test_the_prerendered_form_can_be_filled_in_before_python_is_there():
    html = asleep(seen(quiz()))
    assert 'data-state="static"' in html
    assert html.count('type="radio"') >= 4 and html.count('type="checkbox"') >= 5 and 'type="text"' in html
    assert html.count("<select") == 8 and " disabled" not in html.replace("aria-disabled", "")


def test_confidence_is_asked_only_when_wanted():
    assert (
        "How sure are you?" in seen(quiz()) and seen(quiz()).count("How sure are you?") == 1
    )  # the open question asks always
    assert seen(quiz(), {"type": "ask-confidence", "on": True}).count("How sure are you?") == 6


def test_a_session_shows_one_item_and_then_asks_how_it_went():
    definition = quiz("practice", SINGLE, TERM)
    begin = {"type": "begin", "items": ["single", "term-half"]}
    html = seen(definition, begin)
    assert "Practice · item 1 of 2" in html and html.count("<legend>") == 2  # the item and its confidence
    html = seen(definition, begin, pick("single", "b"), check("single"))
    assert "It comes back by how you did" in html
    html = seen(definition, begin, {"type": "next"}, {"type": "recall", "item": "term-half"})
    assert "Neither one nor two." in html and "How well did you know it?" in html


def test_the_sum_sends_back_to_what_was_missed_once_a_section():
    html = plain(seen(quiz(), pick("single", "a"), pick("several", "b"), FINISH))
    assert "To read again" in html and html.count("(item ") == 2 and "On pairs (item" not in html


def test_the_answer_key_holds_every_reason_and_nobodys_answers():
    definition = quiz()
    key = plain(answers(definition, start(definition, seed=0)))
    assert "answers and reasons" in key and "It stands between." in key and "For. For p." in key
    assert "You chose" not in key and "You wrote" not in key and "Your answer" not in key


@pytest.mark.parametrize(
    "spoil",
    [
        {"format": 2},
        {"kind": "sorter"},
        {"way": "exam"},
        {"items": [{"id": "x"}]},
        {"items": [{**SINGLE, "key": []}]},
        {"items": [{**SINGLE, "key": ["zz"]}]},
        {"items": [{**SINGLE, "type": "essay"}]},
        {"items": [{**PAIRS, "targets": None}]},
        {"items": [{**SEVERAL, "options": {"a": "text"}}]},
        {"lessons": []},
    ],
)
def test_what_is_no_quiz_is_refused_with_a_sentence(spoil):
    with pytest.raises(Malformed) as refused:
        load({**quiz_data(items=ITEMS), **spoil})
    assert str(refused.value)
