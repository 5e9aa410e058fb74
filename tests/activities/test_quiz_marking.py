"""What a response is worth: the stated rules of each type, and the laws that hold for any response."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.activities.quiz.marking import FULL, answered, fold, mark, near
from interactive.kernel.score import Unscorable
from tests.activities.quiz_sample import TERM, quiz

BANK = quiz()
ITEMS = BANK.items
WORTH = [
    ("single", ("b",), 4),
    ("single", ("a",), 0),
    ("single", ("d",), 2),
    ("several", ("a", "c", "e"), 4),
    ("several", ("a", "c"), 2),
    ("several", ("a",), 1),
    ("several", ("a", "b"), 0),
    ("several", ("a", "c", "b"), 1),
    ("several", ("a", "b", "c", "d", "e"), 1),
    ("order", ("a", "b", "c", "d"), 4),
    ("order", ("b", "a", "c", "d"), 2),
    ("order", ("d", "c", "b", "a"), 0),
    ("order", ("a", "c", "b"), 0),
    ("pairs", ("x", "y", "x", "z"), 4),
    ("pairs", ("x", "y", "x", ""), 3),
    ("pairs", ("x", "", "", ""), 1),
    ("pairs", ("y", "x", "y", "x"), 0),
    ("blank", ("Track 1.5",), 4),
    ("blank", ("  the TRACK   1.5! ",), 4),
    ("blank", ("track one and a half",), 4),
    ("blank", ("Track two",), 2),
    ("blank", ("track 15",), 0),
    ("blank", ("something else",), 0),
]


@pytest.mark.parametrize(("name", "response", "quarters"), WORTH)
def test_a_response_is_worth_what_the_rules_say(name, response, quarters):
    assert mark(ITEMS[name], response) == quarters


@pytest.mark.parametrize("name", [*ITEMS])
@pytest.mark.parametrize("response", [(), ("",), ("   ",), ("", "")])
def test_not_answered_is_never_wrong(name, response):
    assert not answered(ITEMS[name], response)
    given_ = mark(ITEMS[name], response)
    assert isinstance(given_, Unscorable) and "not wrong" in given_.reason


def test_a_contested_item_and_a_term_are_never_right_or_wrong():
    for item in (ITEMS["open"], quiz("practice", TERM).items["term-half"]):
        for response in (("p",), ("nonsense",)):
            assert isinstance(mark(item, response), Unscorable)


junk = st.lists(st.text(max_size=8) | st.sampled_from("abcdexyz"), max_size=6).map(tuple)


@given(st.sampled_from(sorted(ITEMS)), junk)
def test_every_response_scores_in_bounds_or_says_why_not(name, response):
    got = mark(ITEMS[name], response)
    assert (isinstance(got, int) and 0 <= got <= FULL) or (isinstance(got, Unscorable) and got.reason)


@given(st.sets(st.sampled_from("abcde")), st.sampled_from("abcde"))
def test_one_more_right_choice_never_costs_and_one_more_wrong_never_helps(chosen, other):
    item = ITEMS["several"]
    before = mark(item, tuple(sorted(chosen)))
    after = mark(item, tuple(sorted(chosen | {other})))
    if isinstance(before, Unscorable):
        before = 0
    assert after >= before if other in item.key else after <= before or other in chosen


@given(st.permutations("abcd"), st.integers(0, 2))
def test_mending_two_neighbors_never_costs(order, place):
    one, two = order[place], order[place + 1]
    if one < two:
        return
    mended = [*order[:place], two, one, *order[place + 2 :]]
    assert mark(ITEMS["order"], tuple(mended)) >= mark(ITEMS["order"], tuple(order))


@given(st.lists(st.sampled_from(["", "x", "y", "z"]), min_size=4, max_size=4), st.integers(0, 3))
def test_matching_one_more_prompt_never_costs(given_, place):
    right = ["x", "y", "x", "z"]
    better = [*given_]
    better[place] = right[place]
    before = mark(ITEMS["pairs"], tuple(given_))
    assert mark(ITEMS["pairs"], tuple(better)) >= (0 if isinstance(before, Unscorable) else before)


def test_a_random_order_earns_about_nothing():
    from itertools import permutations

    earned = [mark(ITEMS["order"], order) for order in permutations("abcd")]
    assert sum(earned) / len(earned) < 1  # under a quarter of the point


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Inter-Tajik Dialogue", "inter tajik dialogue"),
        ("The Hague", "hague"),
        ("Cafés", "CAFES"),
        ("track 1.5", "Track 1.5."),
        ("  a   b ", "b"),
        ("The", "the"),
        ("circum-negotiation", "circum negotiation"),
    ],
)
def test_spelling_that_does_not_matter_does_not_count(one, two):
    assert fold(one) == fold(two)


@pytest.mark.parametrize(("one", "two"), [("1.5", "15"), ("track one", "track two"), ("formal", "informal")])
def test_spelling_that_matters_counts(one, two):
    assert fold(one) != fold(two)


@given(st.text(max_size=400))
def test_folding_is_settled_after_once(text):
    assert fold(fold(text)) == fold(text)


def test_a_near_miss_has_words_of_its_own():
    assert near(ITEMS["blank"], "TRACK 2") == "What about the officials?"
    assert near(ITEMS["blank"], "track 3") == ""
