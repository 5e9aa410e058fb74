"""Every question scores what it should and says why, for QTI's own rules and for the two readers that were seen to need care."""

import copy
from functools import cache
from html import unescape
from itertools import combinations
from typing import Any

import pytest
from lxml import etree

from interactive.activities.quiz.definition import Choice, FillIn, Matching, Sequencing
from interactive.authoring.definitions import compile_refs
from interactive.kernel.html import plain
from interactive.publishing.banks.items import Bank, banks
from interactive.publishing.cartridge.items import questions, short
from interactive.publishing.cartridge.quizzes import question_bank, quiz
from interactive.publishing.cartridge.versions import CC11, CC13
from tests.activities.quiz_sample import BLANK, GUESS, ITEMS, PAIRS, SEVERAL, SINGLE, quiz_data
from tests.house.files import ROOT
from tests.publishing.cartridge.answering import (
    Q,
    for_cc2olx,
    for_moodle,
    general_for_moodle,
    options,
    profile,
    qti,
)


def bank_of(*items: dict[str, Any]) -> dict[str, etree._Element]:
    """The questions of a bank by ident."""
    (bank,) = banks({"00-sample/bank": quiz_data(items=list(items))})
    root = etree.fromstring(question_bank([bank]).content(CC11).encode())
    return {one.get("ident"): one for one in root.iterfind(f"{Q}objectbank/{Q}item")}


def one(item: dict[str, Any]) -> etree._Element:
    (found,) = bank_of(item).values()
    return found


def test_one_right_answer():
    item = one(SINGLE)
    assert profile(item) == "cc.multiple_choice.v0p1"
    assert {name: qti(item, {name})[0] for name in options(item)} == {"a": 0, "b": 100, "c": 0, "d": 0}
    assert qti(item, {"c"})[1][-1] == "Because of c."
    assert for_moodle(item) == (
        {"b"},
        {**{name: f"Because of {name}." for name in "abc"}, "d": qti(item, {"d"})[1][-1]},
    )
    assert for_cc2olx(item) == {"b"}


def test_a_defensible_answer_is_wrong_there_and_hears_that_it_is_not_here():
    assert "half a point" in qti(one(SINGLE), {"d"})[1][-1]


def test_several_right_answers():
    item = one(SEVERAL)
    names = list(options(item))
    assert profile(item) == "cc.multiple_response.v0p1"
    scores = {given: qti(item, set(given))[0] for size in range(6) for given in combinations(sorted(names), size)}
    assert {given for given, score in scores.items() if score} == {("a", "c", "e")}
    right, told = for_moodle(item)
    assert right == for_cc2olx(item) == {"a", "c", "e"}
    assert told == {name: f"Because of {name}." for name in "abcde"}


def test_everybody_is_told_every_reason_where_several_can_be_chosen():
    (said,) = general_for_moodle(one(SEVERAL))
    assert all(f"Because of {name}." in said for name in "abcde") and said.count("Right.") == 3


def test_pairs_are_asked_one_by_one():
    found = bank_of(PAIRS)
    assert [*found] == [f"item-pairs--{name}-q" for name in "abcd"]
    for (ident, item), key in zip(found.items(), "xyxz", strict=True):
        assert {name for name in options(item) if qti(item, {name})[0]} == {key} == for_cc2olx(item)
        assert f"Because of {ident[-3]}." in qti(item, {"x"})[1][-1] and set(for_moodle(item)[1]) == set("xyz")


def test_a_blank_takes_every_accepted_form_in_any_capitals():
    item = one(BLANK)
    assert profile(item) == "cc.fib.v0p1"
    for form in ("Track 1.5", "TRACK 1.5", "track one and a half"):
        assert qti(item, {form})[0] == 100
    assert qti(item, {"track 2"}) == (
        0,
        [*general_for_moodle(item), "<strong>Close. </strong>What about the officials?"],
    )
    assert for_cc2olx(item) == {"Track 1.5", "track one and a half"}
    assert "It stands between." in general_for_moodle(item)[0]


def test_a_contested_question_is_an_essay_without_points():
    item = one(GUESS)
    assert profile(item) == "cc.essay.v0p1" and item.find(f".//{Q}setvar") is None
    stem = item.findtext(f"{Q}presentation/{Q}material/{Q}mattext")
    assert "Position p" in stem and "For p." not in stem
    assert "For p." in general_for_moodle(item)[0] and "Some say p" in general_for_moodle(item)[0]


def test_what_must_be_put_in_order_is_left_out():
    assert not any("order" in name for name in bank_of(*ITEMS))


def test_sources_are_named_in_words_and_links_are_words():
    linked = {
        **copy.deepcopy(SINGLE),
        "stem": 'See <a href="https://example.org/x">this</a> and <a href="root:a.html">that</a>.',
    }
    text = etree.tostring(one(linked), encoding="unicode")
    assert "Somebody 1901" in text and "example.org" not in text and "See this and that." in text


def test_a_text_that_xml_cannot_hold_does_not_break_the_file():
    assert one({**SINGLE, "stem": "A\x00 bell\x07 & <b>bold</b>"}).get("title") == "A bell & bold"


def test_html_is_text_that_is_told_to_be_html():
    texts = list(one(SINGLE).iter(f"{Q}mattext"))
    assert {text.get("texttype") for text in texts} == {"text/html"}
    assert "Option <em>a</em>" in [text.text for text in texts]
    assert all(len(text) == 0 for text in texts)


@cache
def real_banks() -> tuple[Bank, ...]:
    """The course's own banks."""
    return tuple(bank for bank in banks(compile_refs(ROOT)) if bank.kind == "quiz")


@cache
def real() -> tuple[tuple[Any, ...], dict[str, etree._Element]]:
    """The course's own items and questions."""
    root = etree.fromstring(question_bank(real_banks()).content(CC11).encode())
    items = root.findall(f"{Q}objectbank/{Q}item")
    return tuple(item for bank in real_banks() for item in bank.items), {item.get("ident"): item for item in items}


def test_no_item_of_the_course_is_lost_unsaid():
    items, found = real()
    expected = [f"item-{question.id}-q" for item in items for question in questions(item)]
    assert sorted(found) == sorted(expected) and len(set(expected)) == len(expected)
    assert {type(item) for item in items if not list(questions(item))} == {Sequencing}


@pytest.mark.parametrize("kind", [Choice, FillIn, Matching])
def test_each_key_of_the_course_and_nothing_else_earns_the_point(kind: type):
    items, found = real()
    for item in (one for one in items if isinstance(one, kind)):
        for question in questions(item):
            asked = found[f"item-{question.id}-q"]
            if isinstance(item, FillIn):
                assert all(qti(asked, {form})[0] == 100 for form in item.accept)
                continue
            key = set(item.key) if isinstance(item, Choice) else {item.prompts[question.id.split("--")[1]].key}
            assert qti(asked, key)[0] == 100
            assert for_cc2olx(asked) == for_moodle(asked)[0] == key
            assert all(qti(asked, {name})[0] == 0 for name in options(asked) if {name} != key)


def test_each_option_of_the_course_keeps_its_reason():
    items, found = real()
    for item in items:
        if isinstance(item, Choice):
            told = for_moodle(found[f"item-{item.id}-q"])[1]
            assert all(plain(option.rationale) in plain(unescape(told[name])) for name, option in item.options.items())


def test_a_quiz_is_short_marked_by_the_system_and_covers_its_objectives():
    for bank in real_banks():
        resource = quiz(bank, 10)
        assert resource is not None
        root = etree.fromstring(resource.content(CC13).encode())
        drawn = {item.get("ident"): profile(item) for item in root.iterfind(f"{Q}assessment/{Q}section/{Q}item")}
        fit = [item for item in bank.items if short(item)]
        assert len(drawn) == min(10, len(fit)) and "cc.essay.v0p1" not in drawn.values()
        asked = {item.objective for item in fit if f"item-{item.id}-q" in drawn}
        assert asked == {item.objective for item in fit}


def test_a_lesson_without_items_has_no_quiz():
    (bank,) = banks({"00-sample/bank": quiz_data(items=[GUESS])})
    assert quiz(bank, 10) is None
