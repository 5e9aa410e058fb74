"""The queue: each item once, the shakiest first, a few new terms, and a forecast that adds up."""

from hypothesis import given
from hypothesis import strategies as st

from interactive.kernel.days import DAY, day_of
from interactive.review.cards import deck
from interactive.review.memory import Memory, retrievability
from interactive.review.queue import AHEAD, LEECH, LONGEST, NEW_A_DAY, new_terms, next_day, queue
from interactive.review.ratings import reviews_of
from tests.review.told import ITEMS, NOW, answered, attempts, rated

HOUR = 3_600_000


def card(due, stability=10.0, lapses=0, last=None):
    return Memory(stability, 5.0, due - 10 * DAY if last is None else last, due, 3, lapses, True)


memories = st.builds(
    card,
    st.integers(NOW - 40 * DAY, NOW + 40 * DAY),
    st.floats(0.1, 100),
    st.integers(0, 6),
    st.integers(NOW - 90 * DAY, NOW),
)
decks = st.dictionaries(st.sampled_from([*ITEMS, *"abcdefgh"]), memories)
offsets = st.integers(-720, 840)


@given(decks, st.lists(st.sampled_from([*ITEMS, *"abcdefgh", "gone"])), st.lists(st.sampled_from("tuvab")), offsets)
def test_each_item_is_offered_once_and_only_what_can_be_practised(cards, practisable, new, offset):
    found = queue(cards, practisable, new, NOW, offset)
    every = [*found.due, *found.new, *found.ahead]
    assert len(every) == len(set(every))
    assert {*found.due, *found.ahead} == set(practisable) & set(cards)
    assert set(found.new) == set(new) - set(cards)
    assert sum(found.forecast) + found.later == len(set(practisable) & set(cards))
    assert found.forecast[0] == len(found.due) and len(found.forecast) == AHEAD


@given(decks, offsets)
def test_the_shakiest_comes_first_and_the_order_is_the_same_everywhere(cards, offset):
    found = queue(cards, list(cards), [], NOW, offset)
    keys = [(retrievability(cards[item], NOW), item) for item in found.due]
    assert keys == sorted(keys)
    assert found == queue(dict(reversed(cards.items())), list(reversed(list(cards))), [], NOW, offset)


@given(attempts, attempts, offsets)
def test_two_records_merged_either_way_round_make_one_queue(one, two, offset):
    pairs = [*one.items(), *((f"b-{name}", rows) for name, rows in two.items())]
    found = [queue(deck(reviews_of(some))[0], ITEMS, ["t-1"], NOW, offset) for some in (pairs, pairs[::-1])]
    assert found[0] == found[1]
    reviewed = set(reviews_of(one.items())) | set(reviews_of(two.items()))
    assert {*found[0].due, *found[0].ahead} == reviewed


def test_an_item_is_due_from_the_midnight_of_its_day_on():
    evening = NOW + 9 * HOUR
    assert queue({"a": card(evening)}, ["a"], [], NOW, 0).due == ("a",)
    assert queue({"a": card(NOW + 13 * HOUR)}, ["a"], [], NOW, 0).due == ()
    assert queue({"a": card(NOW + 13 * HOUR)}, ["a"], [], NOW, -120).due == ("a",)  # two hours west it is still today


def test_what_is_overdue_counts_today_and_what_is_far_off_counts_later():
    cards = {
        "a": card(NOW - 30 * DAY),
        "b": card(NOW),
        "c": card(NOW + 3 * DAY),
        "d": card(NOW + 13 * DAY),
        "e": card(NOW + 14 * DAY),
    }
    found = queue(cards, list(cards), [], NOW, 0)
    assert found.forecast == (2, 0, 0, 1, *[0] * 9, 1) and found.later == 1
    assert found.ahead == ("c", "d", "e")


def test_leeches_are_items_that_were_forgotten_again_and_again():
    cards = {"a": card(NOW, lapses=LEECH), "b": card(NOW, lapses=LEECH + 2), "c": card(NOW, lapses=LEECH - 1)}
    assert queue(cards, list(cards), [], NOW, 0).leeches == (("b", LEECH + 2), ("a", LEECH))


def test_a_session_holds_no_more_than_the_practice_takes():
    cards = {f"i-{number:03}": card(NOW) for number in range(300)}
    found = queue(cards, list(cards), ["t"], NOW, 0)
    assert len(found.due) == 300 and len(found.session) == LONGEST and len(set(found.session)) == LONGEST


TERMS = {f"t-{number}": "lesson-1" if number < 8 else "lesson-2" for number in range(10)}


def terms(*rows, met=("lesson-1",), now=NOW, offset=0, practisable=tuple(TERMS)):
    return new_terms(TERMS, met, practisable, reviews_of([("a", rows)]), now, offset)


def test_terms_are_met_with_their_lesson_and_a_few_a_day():
    assert terms() == [f"t-{number}" for number in range(NEW_A_DAY)]
    assert terms(met=()) == [] and terms(met=("lesson-2",)) == ["t-8", "t-9"]
    assert terms(practisable=("t-3",)) == ["t-3"]


def test_what_was_begun_today_is_taken_off_todays_number():
    begun = [rated(f"t-{number}", 3) for number in range(3)]
    assert terms(*begun) == ["t-3", "t-4"]
    assert len(terms(*begun, now=NOW + DAY)) == NEW_A_DAY
    assert terms(*[rated(f"t-{number}", 3) for number in range(5)]) == []
    assert len(terms(rated("t-0", 3, NOW - DAY), rated("t-0", 3))) == NEW_A_DAY  # begun yesterday, seen again today


def test_today_is_the_learners_day_for_terms_too():
    begun = [rated(f"t-{number}", 3, NOW - 13 * HOUR) for number in range(5)]
    assert terms(*begun) == ["t-5", "t-6", "t-7"]
    assert terms(*begun, offset=120) == []


def test_the_next_day_is_told_when_something_is_to_come():
    cards = {"a": card(NOW + 3 * DAY), "b": card(NOW + 3 * DAY + HOUR), "c": card(NOW + 9 * DAY), "d": card(NOW)}
    assert next_day(queue(cards, list(cards), [], NOW, 0), cards, NOW, 0) == (3, 2)
    assert next_day(queue(cards, ["d"], [], NOW, 0), cards, NOW, 0) is None


@given(attempts, st.integers(0, 60), offsets)
def test_what_was_reviewed_comes_back_some_day(some, days, offset):
    cards, _ = deck(reviews_of(some.items()))
    now = NOW + days * DAY
    found = queue(cards, ITEMS, [], now, offset)
    for item in found.ahead:
        assert day_of(cards[item].due, offset) > day_of(now, offset)
    assert set(queue(cards, ITEMS, [], NOW + 400 * 365 * DAY, offset).due) == set(cards)


def test_an_answer_that_was_wrong_is_due_tomorrow():
    cards, _ = deck(reviews_of([("a", [answered("i-1", 0.0)])]))
    assert queue(cards, ITEMS, [], NOW, 0).due == ()
    assert queue(cards, ITEMS, [], NOW + DAY, 0).due == ("i-1",)
