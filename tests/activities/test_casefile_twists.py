"""Twists: the same facts with one thing changed, after a scenario or as a round of their own."""

import pytest

from interactive.activities.casefile.engine import score, start, step
from interactive.activities.casefile.rules import missed, twist_counts
from interactive.kernel.score import Unscorable
from tests.activities.casefile_sample import TABLE, sample
from tests.activities.test_casefile_moves import ALL, EXAM, FINISH, find, play, solve

LAMPS = sample()
TWISTS = {"type": "mode", "mode": "twist"}
DRIZZLE, ONE, TWO = "lamp-drizzle", "lamp-drizzle-twist-0", "lamp-drizzle-twist-1"
OPEN = {"type": "twist", "scenario": DRIZZLE, "twist": TWO}
CHECK = {"type": "check-twist", "scenario": DRIZZLE, "twist": TWO}


def flip(element, finding, twist=TWO):
    return {"type": "flip", "scenario": DRIZZLE, "twist": twist, "element": element, "finding": finding}


@pytest.fixture
def settled():
    return play(ALL, *solve(DRIZZLE))[1]


def test_a_twist_waits_until_the_scenario_is_settled():
    assert "Settle the scenario first" in play(ALL, OPEN)[0].refusal
    assert "Settle the scenario first" in play(ALL, EXAM, OPEN)[0].refusal


def test_opening_tells_what_changed(settled):
    result, state = play(OPEN, state=settled)
    assert result.announce == "One thing changed. Change of lamp-drizzle-twist-1. Which findings flip?"
    assert result.focus == "lamps-lamp-drizzle-twist-1" and state.works[DRIZZLE].turns[TWO].opened
    assert play(OPEN, state=state)[1] == state


def test_wholly_right_is_exactly_what_flips(settled):
    result, state = play(OPEN, flip("guest", "arguable"), flip("storm", "met"), CHECK, state=settled)
    assert result.announce == "Fits: exactly what flips. Effect of lamp-drizzle-twist-1."
    (statement,) = result.statements
    assert (statement.item, statement.response, statement.credit) == (TWO, "guest=arguable, storm=met", 1)
    assert result.focus == "lamps-lamp-drizzle-twist-1-mark"
    assert twist_counts(LAMPS, state.works) == (4, 1, 1, 5)


def test_twists_are_counted_apart_from_the_score(settled):
    _, state = play(OPEN, flip("guest", "arguable"), flip("storm", "met"), CHECK, state=settled)
    assert score(LAMPS, state) == score(LAMPS, settled)


def test_half_of_what_flips_earns_half(settled):
    result, _ = play(OPEN, flip("storm", "met"), CHECK, state=settled)
    assert result.announce.startswith("In part: half of its point.") and result.statements[0].credit == 0.5


def test_a_flip_is_said_and_can_be_taken_back(settled):
    result, state = play(OPEN, flip("storm", "met"), state=settled)
    assert result.announce == "Storm: it flips to Met."
    for back in ("", "not-met"):  # the finding that it has without the twist
        result, after = play(flip("storm", back), state=state)
        assert result.announce == "Storm: it stays as it was." and not after.works[DRIZZLE].turns[TWO].flips


@pytest.mark.parametrize(
    ("events", "reason"),
    [
        ([flip("storm", "met")], "Open the twist first"),
        ([OPEN, CHECK], "Something flips in every twist"),
        ([OPEN, flip("lamp", "met")], "no such element"),
        ([OPEN, flip("conclusion", "met")], "no such element"),
        ([OPEN, flip("storm", "perhaps")], "Choose one of these"),
        ([OPEN, flip("storm", "met", "lamp-fog-twist-0")], "no such twist"),
        ([OPEN, flip("storm", "met"), CHECK, flip("guest", "met")], "stays as it is"),
        ([OPEN, flip("storm", "met"), CHECK, CHECK], "stays as it is"),
        ([{**OPEN, "scenario": "lamp-none"}], "not in this round"),
    ],
)
def test_what_cannot_happen_to_a_twist_is_refused(settled, events, reason):
    before = play(*events[:-1], state=settled)[1]
    result, after = play(events[-1], state=before)
    assert reason in result.refusal and after == before and not result.statements


def test_after_the_end_of_a_guided_round_twists_are_still_open(settled):
    _, state = play(FINISH, OPEN, flip("storm", "met"), CHECK, state=settled)
    assert state.works[DRIZZLE].turns[TWO].marked and not state.first[DRIZZLE].turns[TWO].marked


def test_a_round_of_twists_holds_only_scenarios_that_have_one():
    result, state = play(TWISTS, ALL)
    assert set(state.works) == {name for name, row in TABLE.items() if row[4]}
    assert all(work.closed and all(turn.opened for turn in work.turns.values()) for work in state.works.values())
    assert isinstance(score(LAMPS, state), Unscorable) and "twist" in score(LAMPS, state).reason
    assert result.announce == "4 scenarios."


def test_in_a_round_of_twists_they_are_the_score():
    _, state = play(TWISTS, ALL, flip("rain", "met", ONE), flip("storm", "met"), FINISH)
    total = score(LAMPS, state)
    assert (total.raw, total.max, total.answered, total.items) == (1.5, 5, 2, 5)
    assert total.objectives == {"s0-lend-lamps": 0.75}
    late = {"type": "flip", "scenario": "lamp-fog", "twist": "lamp-fog-twist-0", "element": "storm", "finding": "met"}
    assert "round is finished" in play(late, state=state)[0].refusal


def test_a_round_of_twists_can_be_tried_again():
    right = [flip("rain", "met", ONE), flip("guest", "arguable"), flip("storm", "met")]
    _, state = play(TWISTS, ALL, *right, FINISH)
    assert DRIZZLE not in missed(LAMPS, state)
    _, state = play({"type": "retry"}, state=state)
    assert len(state.works) == 3 and all(work.closed for work in state.works.values())


def test_without_a_twist_answered_there_is_nothing_to_sum_up():
    assert "nothing to sum up" in play(TWISTS, FINISH)[0].refusal


def test_a_casefile_without_twists_has_no_round_of_them():
    data = sample().scenarios["lamp-gale"]
    lamps = sample()
    bare = type(lamps)(**{name: getattr(lamps, name) for name in lamps.__slots__} | {"scenarios": {data.id: data}})
    result = step(bare, start(bare, seed=0), TWISTS, now=0)
    assert "where scenarios have them" in result.refusal


def test_findings_are_given_in_a_round_of_twists():
    _, state = play(TWISTS, ALL)
    assert "findings are given" in play(find(DRIZZLE, "rain", "met"), state=state)[0].refusal
