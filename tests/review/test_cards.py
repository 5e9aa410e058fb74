"""The deck from the cache is the deck from nothing, whatever was cached and whatever a merge brought since."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.review.cards import deck, fingerprint
from interactive.review.ratings import Review, reviews_of
from tests.review.told import NOW, answered, attempts

DAY = 86_400_000


def cards(some, cached=()):
    return deck(reviews_of(some.items()), cached)


def through_the_page(rows):
    """As the page keeps and returns it: whole numbers lose their point, nothing else changes."""
    return json.loads(json.dumps(rows).replace(".0,", ","))


@given(attempts)
def test_from_the_cache_or_from_nothing_the_deck_is_the_same(some):
    whole, rows = cards(some)
    assert cards(some, through_the_page(rows)) == (whole, rows)


@given(attempts, attempts)
def test_what_came_since_is_added_and_what_came_before_is_folded_anew(one, two):
    """`two` may hold attempts that are earlier than the cached ones, other versions of them, or none at all."""
    _, rows = cards(one)
    merged = {**one, **two}
    assert cards(merged, through_the_page(rows)) == cards(merged)


@given(attempts, attempts)
def test_two_records_merged_either_way_round_make_one_deck(one, two):
    shared = {name: sorted([*one.get(name, []), *two.get(name, [])], key=repr) for name in {*one, *two}}
    turned = dict(reversed(shared.items()))
    assert cards(shared) == cards(turned)
    assert set(cards(shared)[0]) == set(reviews_of(shared.items()))


@given(attempts)
def test_every_item_that_was_reviewed_has_one_card(some):
    whole, rows = cards(some)
    assert [row[0] for row in rows] == sorted(set(reviews_of(some.items()))) == list(whole)


@given(
    st.recursive(
        st.none() | st.integers() | st.text() | st.floats(), lambda inner: st.lists(inner, max_size=9), max_leaves=20
    )
)
def test_any_other_cache_is_passed_over(junk):
    some = {"a-1": [answered("i-1"), answered("i-2", 0.0)]}
    assert cards(some, junk) == cards(some)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (1, "000000000000"),
        (2, -1),
        (2, float("inf")),
        (2, "4"),
        (3, 0),
        (4, -5),
        (5, 1.5),
        (6, 0),
        (6, 99),
        (7, None),
        (0, 7),
    ],
)
def test_a_cached_card_with_a_wrong_value_is_worked_out_anew(place, value):
    some = {"a-1": [answered("i-1", at=NOW - 9 * DAY), answered("i-1", 0.0)]}
    whole, rows = cards(some)
    rows = through_the_page(rows)
    rows[0][place] = value
    assert cards(some, rows)[0] == whole


def test_only_items_with_new_reviews_are_folded_again(monkeypatch):
    from interactive.review import cards as module

    some = {"a-1": [answered(item, at=NOW - DAY) for item in ("i-1", "i-2", "i-3")]}
    _, rows = cards(some)
    folded = []
    real = module.fold
    monkeypatch.setattr(module, "fold", lambda memory, reviews: folded.append(len(reviews)) or real(memory, reviews))
    cards(some, rows)
    assert folded == []
    cards({**some, "a-2": [answered("i-2")]}, rows)
    assert folded == [1]
    cards({**some, "a-0": [answered("i-2", at=NOW - 5 * DAY)]}, rows)
    assert folded == [1, 2]


def test_a_fingerprint_names_times_and_ratings_in_their_order():
    one, two = Review(1, "a", 3), Review(2, "a", 3)
    assert fingerprint([one, two]) != fingerprint([two, one]) != fingerprint([one])
    assert fingerprint([one]) != fingerprint([one._replace(rating=1)])
    assert fingerprint([one]) == fingerprint([one._replace(attempt="b")])
