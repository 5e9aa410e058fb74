"""What a learner would notice about each move of the sorter."""

import pytest

from interactive.activities.sorter.definition import load
from interactive.activities.sorter.engine import score, start, step
from interactive.activities.sorter.rules import missed
from interactive.kernel.score import Unscorable
from tests.conftest import BINS, sorter_data


@pytest.fixture
def play(sorter):
    """Fold events over the sample sorter; returns (last step, state)."""

    def fold(*events, state=None):
        state, result = state or start(sorter, seed=0), None
        for number, event in enumerate(events):
            result = step(sorter, state, event, now=1000 + number)
            state = result.state
        return result, state

    return fold


def place(card, bin_id):
    return {"type": "place", "card": card, "bin": bin_id}


def key(card):
    return BINS[int(card[5:]) % 3]


def wrong(card):
    return BINS[(int(card[5:]) + 2) % 3]


@pytest.fixture
def drawn(sorter):
    return list(start(sorter, seed=0).slips)


def test_a_round_draws_across_the_bins(drawn):
    assert len(drawn) == 6
    assert {key(card) for card in drawn} == set(BINS)


def test_learn_mode_marks_at_once_and_says_why(play, drawn):
    result, _ = play(place(drawn[0], key(drawn[0])))
    assert result.announce == f"Fits. Because {drawn[0][5:]} & nothing else. 5 cards left to place."


def test_a_wrong_bin_gets_its_own_reason_and_no_other_bin_is_named(play, drawn):
    card = drawn[0]
    result, _ = play(place(card, wrong(card)))
    assert result.announce.startswith(f"Not here. No case for {card[5:]}.")
    assert key(card).title() not in result.announce


def test_a_bin_without_a_reason_of_its_own_gives_its_test(play, drawn):
    card = next(card for card in drawn if int(card[5:]) % 3)
    result, _ = play(place(card, BINS[(int(card[5:]) + 1) % 3]))
    assert "Is it" in result.announce


def test_a_defensible_bin_earns_half(play, sorter, drawn):
    card = next(card for card in drawn if int(card[5:]) % 3 == 0)
    result, state = play(place(card, "green"))
    assert result.announce.startswith("Defensible: half a point. Half a case")
    assert score(sorter, state).raw == 0.5


@pytest.mark.parametrize(
    ("tries", "raw"), [(["key"], 1), (["wrong", "key"], 0.5), (["wrong", "tray", "key"], 0.5), (["key", "wrong"], 1)]
)
def test_a_card_is_worth_its_best_try_and_later_tries_earn_less(play, sorter, drawn, tries, raw):
    card = drawn[0]
    where = {"key": key(card), "wrong": wrong(card), "tray": ""}
    _, state = play(*(place(card, where[name]) for name in tries))
    assert score(sorter, state).raw == raw


def test_a_third_try_earns_nothing(play, sorter):
    sorter_cards = start(sorter, seed=0).slips
    card = next(card for card in sorter_cards if int(card[5:]) % 3)
    others = [name for name in BINS if name != key(card)]
    _, state = play(*(place(card, name) for name in [*others, key(card)]))
    assert score(sorter, state).raw == 0


def test_a_hint_costs_a_quarter_and_is_said(play, sorter, drawn):
    hint = {"type": "hint", "card": drawn[0]}
    result, state = play(hint)
    assert result.announce == f"Hint. Look at {drawn[0][5:]} again."
    _, state = play(hint, place(drawn[0], key(drawn[0])), state=state)
    assert score(sorter, state).raw == 0.75


def test_a_hint_after_a_try_leaves_that_try_alone(play, sorter, drawn):
    card = next(card for card in drawn if int(card[5:]) % 3 == 0)
    _, state = play(place(card, "green"), {"type": "hint", "card": card})
    assert score(sorter, state).raw == 0.5


def test_a_card_that_fits_needs_no_hint(play, drawn):
    result, state = play(place(drawn[0], key(drawn[0])), {"type": "hint", "card": drawn[0]})
    assert "fits already" in result.refusal
    assert not state.slips[drawn[0]].hinted


def test_check_mode_is_silent_until_check(play, sorter, drawn):
    result, state = play({"type": "mode", "mode": "check"}, place(drawn[0], wrong(drawn[0])))
    assert result.announce == f"Placed in {wrong(drawn[0]).title()}. 5 cards left to place."
    assert isinstance(score(sorter, state), Unscorable)
    result, state = play({"type": "check"}, state=state)
    assert result.announce.startswith("Not here.")
    assert score(sorter, state).answered == 1


def test_in_check_mode_a_card_may_be_moved_freely_before_the_check(play, sorter, drawn):
    _, state = play(
        {"type": "mode", "mode": "check"},
        place(drawn[0], wrong(drawn[0])),
        place(drawn[0], key(drawn[0])),
        {"type": "check"},
    )
    assert score(sorter, state).raw == 1


def test_a_second_check_marks_only_what_moved(play, drawn):
    _, state = play(
        {"type": "mode", "mode": "check"},
        place(drawn[0], key(drawn[0])),
        place(drawn[1], wrong(drawn[1])),
        {"type": "check"},
    )
    result, state = play(place(drawn[1], key(drawn[1])), {"type": "check"}, state=state)
    assert [statement.item for statement in result.statements] == [drawn[1]]


@pytest.mark.parametrize(
    ("events", "reason"),
    [
        ([{"type": "check"}], "marked as you place them"),
        ([{"type": "mode", "mode": "check"}, {"type": "check"}], "Not answered is not wrong"),
        ([{"type": "finish"}], "Place at least one card"),
        ([{"type": "retry"}], "Finish the round first"),
        ([{"type": "reveal"}], "Finish the round first"),
        ([{"type": "mode", "mode": "guess"}], "Choose to have each card marked"),
        ([{"type": "place", "card": "card-99", "bin": "red"}], "not in this round"),
        ([{"type": "dance"}], "does not know that action"),
        ([{}], "does not know that action"),
        (["place"], "does not know that action"),
    ],
)
def test_what_cannot_happen_is_refused_with_a_reason(play, events, reason):
    _, before = play(*events[:-1])
    result, state = play(events[-1], state=before or None)
    assert reason in result.refusal
    assert result.statements == ()


def test_an_unknown_bin_is_refused(play, drawn):
    result, state = play(place(drawn[0], "mauve"))
    assert "no such place" in result.refusal and state.slips[drawn[0]].bin == ""


def test_the_mode_is_settled_once_the_round_has_begun(play, drawn):
    result, _ = play(place(drawn[0], "red"), {"type": "mode", "mode": "check"})
    assert "has begun" in result.refusal


def test_finishing_with_cards_left_marks_none_of_them_wrong(play, sorter, drawn):
    result, state = play(place(drawn[0], key(drawn[0])), {"type": "finish"})
    total = score(sorter, state)
    assert (total.raw, total.max, total.answered, total.items) == (1, 6, 1, 6)
    assert total.objectives == {"s0-tell-colors": 1.0}
    assert result.focus == "colors-summary"
    assert result.statements[-1].verb == "completed"


def test_finishing_in_check_mode_marks_what_lies_there(play, sorter, drawn):
    _, state = play({"type": "mode", "mode": "check"}, place(drawn[0], key(drawn[0])), {"type": "finish"})
    assert score(sorter, state).raw == 1


def test_a_second_pass_holds_the_missed_cards_and_leaves_the_score(play, sorter, drawn):
    _, state = play(place(drawn[0], key(drawn[0])), place(drawn[1], wrong(drawn[1])), {"type": "finish"})
    before = score(sorter, state)
    assert set(missed(sorter, state)) == set(drawn[1:])
    result, state = play({"type": "retry"}, state=state)
    assert set(state.slips) == set(drawn[1:]) and "5 cards to try again" in result.announce
    _, state = play(*(place(card, key(card)) for card in drawn[1:]), {"type": "finish"}, state=state)
    assert score(sorter, state) == before
    assert missed(sorter, state) == []
    assert play({"type": "retry"}, state=state)[0].refusal == "No card was missed."


def test_after_the_answers_are_shown_there_is_no_second_pass(play, drawn):
    _, state = play(place(drawn[0], wrong(drawn[0])), {"type": "finish"}, {"type": "reveal"})
    assert "seen where these cards belong" in play({"type": "retry"}, state=state)[0].refusal


def test_a_finished_round_takes_no_more_cards(play, drawn):
    _, state = play(place(drawn[0], "red"), {"type": "finish"})
    assert "finished" in play(place(drawn[1], "red"), state=state)[0].refusal


def test_rounds_of_other_seeds_bring_other_cards():
    definition = load(sorter_data(cards=18, draw=6))
    hands = [set(start(definition, seed=seed).slips) for seed in range(3)]
    assert not (hands[0] & hands[1] or hands[1] & hands[2] or hands[0] & hands[2])
