"""Item analysis: hard and easy, telling apart or not, which answer draws whom. The numbers are worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.record.gradebook.analysis import ALIKE, ENOUGH, FEW, analyze, correlation
from interactive.record.gradebook.describing import describe
from interactive.record.gradebook.model import Column
from tests.record.gradebook.small import (
    CASEFILE,
    DIGEST,
    QUIZ,
    SORTER,
    STORY,
    attempt,
    book_of,
    quiz_file,
    shelf,
    submission,
)

ASKED = {ref: describe(shelf().loaded[DIGEST[ref]]) for ref in DIGEST}
EVERY = ("blank", "several", "order", "pairs")


def class_of(good: int, poor: int):
    """Good students know everything; poor ones know one item and miss the single choice."""
    files = [quiz_file(f"Good {number}") for number in range(good)]
    files += [quiz_file(f"Poor {number}", right=["blank"], wrong=["single", "several"]) for number in range(poor)]
    return book_of(*files)


def items_of(book, ref=QUIZ):
    column = next(column for column in book.columns if column.ref == ref)
    return {item.item: item for item in analyze(book, column, ASKED[ref])}


def test_difficulty_is_the_mean_credit_of_those_who_answered():
    found = items_of(class_of(6, 2))
    assert found["single"].difficulty == 0.75 and found["single"].answered == 8
    assert found["blank"].difficulty == 1.0
    assert (found["pairs"].answered, found["pairs"].left, found["pairs"].difficulty) == (6, 2, 1.0)


def test_what_is_not_scored_has_no_difficulty():
    assert items_of(class_of(1, 0))["open"].difficulty is None


def test_an_item_that_parts_good_from_poor_discriminates_and_one_that_all_know_cannot():
    found = items_of(class_of(6, 6))
    assert found["single"].discrimination == pytest.approx(1.0, abs=0.01) and found["single"].shaky
    assert (found["blank"].discrimination, found["blank"].why) == (None, ALIKE)


def test_a_small_class_is_told_that_it_is_too_small():
    found = items_of(class_of(5, 4))
    assert (found["single"].discrimination, found["single"].why) == (None, FEW)


def test_a_distractor_tells_whom_it_draws():
    options = {one.option: one for one in items_of(class_of(6, 6))["single"].options}
    assert list(options) == ["a", "b", "c", "d"]  # every option, in the author's order, chosen or not
    assert (options["a"].count, options["a"].share, options["a"].top, options["a"].bottom) == (6, 0.5, 0.0, 1.0)
    assert options["b"].key and (options["b"].top, options["b"].bottom) == (1.0, 0.0)
    assert options["c"].count == 0 and options["a"].words == "Option a"


def test_under_nine_there_are_no_thirds():
    options = items_of(class_of(4, 4))["single"].options
    assert {(one.top, one.bottom) for one in options} == {(None, None)}


def test_several_choices_and_pairs_are_counted_option_by_option():
    found = items_of(class_of(3, 1))
    several = {one.option: one.share for one in found["several"].options}
    assert several == {"a": 1.0, "b": 0.0, "c": 0.75, "d": 0.0, "e": 0.75}
    pairs = {one.words: one.share for one in found["pairs"].options}
    assert pairs["Prompt a → Target x"] == 1.0 and len(pairs) == 4
    assert found["order"].options[0].words == "in the right order" and found["order"].options[0].share == 1.0


def test_written_answers_are_counted_as_written_whatever_their_case():
    assert [(one.option, one.key) for one in items_of(class_of(2, 0))["blank"].options] == [("track 1.5", True)]


def test_sorters_findings_and_choices_are_analyzed_too():
    placed = [{"type": "place", "card": "card-0", "bin": "green"}, {"type": "place", "card": "card-1", "bin": "green"}]
    start = next(iter(ASKED[STORY]))
    choice = next(iter(ASKED[STORY][start].options))
    scenario, _, element = next(iter(ASKED[CASEFILE])).partition("--")
    events = {
        SORTER: placed,
        STORY: [{"type": "choose", "scene": start, "choice": choice}],
        CASEFILE: [
            {"type": type_, "scenario": scenario, "element": element, "finding": "met"} for type_ in ("find", "check")
        ],
    }
    book = book_of(submission("Ada", [attempt(ref, own, ref[-3:]) for ref, own in events.items()], {}))
    card = items_of(book, SORTER).get("card-0")
    if card and card.answered:
        assert card.difficulty == 0.5 and next(one for one in card.options if one.count).words == "Green"
    chosen = items_of(book, STORY)[start]
    assert chosen.difficulty is None and [one.share for one in chosen.options if one.count] == [1.0]
    dealt = items_of(book, CASEFILE)
    found = dealt.get(f"{scenario}--{element}")
    if found and found.answered:
        assert next(one for one in found.options if one.count).words == "Met"
    assert all(item.words and "--" not in item.words for item in dealt.values())


def test_items_that_the_definition_does_not_know_come_last_under_their_ids():
    book = class_of(1, 0)
    column = Column(QUIZ, "Bank", "quiz", "")
    names = [item.words for item in analyze(book, column, {"order": ASKED[QUIZ]["order"]})]
    assert names[0].startswith("About order") and names[1:] == sorted(names[1:])


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=ENOUGH, max_size=40))
def test_a_correlation_lies_between_minus_one_and_one_and_does_not_mind_the_order(pairs):
    r, why = correlation(pairs)
    back, _ = correlation(pairs[::-1])
    if r is None or back is None:
        assert why in (ALIKE, "")
    else:
        assert -1 <= r <= 1 and r == pytest.approx(back, abs=2e-3)


def test_a_correlation_worked_out_by_hand():
    pairs = [(0.0, 0.2), (0.0, 0.4), (1.0, 0.6), (1.0, 0.8)] * 3
    assert correlation(pairs)[0] == pytest.approx(0.8944, abs=1e-4)
