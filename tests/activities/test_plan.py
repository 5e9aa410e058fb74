"""A plan: what may be chosen, what it adds up to, what the critique says, and that nothing of it is lost when it is revised."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.activities.plan.definition import load
from interactive.activities.plan.engine import score, start, step
from interactive.activities.plan.rules import facts, missing, over, verdicts
from interactive.activities.plan.view import render
from interactive.kernel.html import plain
from interactive.kernel.reading import Malformed
from interactive.kernel.score import Score, Unscorable
from tests.activities.plan_sample import DATA, plan

PLAN = plan()


def pick(slot, option, **more):
    return {"type": "pick", "slot": slot, "option": option, **more}


WRITE = {"type": "write", "slot": "why", "text": "Because of the <b>view</b>."}
CRITIC, KEEP = {"type": "criticize"}, {"type": "keep"}
GOOD = (pick("who", "ann"), pick("who", "bob"), pick("where", "hill"), WRITE)


def play(*events):
    state, last = start(PLAN, seed=0), None
    for number, event in enumerate(events):
        last = step(PLAN, state, event, now=number)
        state = last.state
    return state, last


def test_a_good_plan_meets_every_condition_and_says_why():
    state, last = play(*GOOD, CRITIC)
    assert last.announce == "3 of 3 conditions met, 0 partly." and last.focus == "trip-critique"
    assert score(PLAN, state) == Score(3.0, 3.0, 3, 3, {"s0-plan": 1.0})
    page = plain(render(PLAN, state))
    assert (
        "Both sorts: met" in page
        and "One of each." in page
        and "They are The ann, The bob, and they go to The hill." in page
    )
    assert [(one.item, one.response, one.credit) for one in last.statements] == [
        ("trip-mix", "met", 1.0),
        ("trip-reason", "met", 1.0),
        ("trip-view", "met", 1.0),
    ]


def test_a_weaker_plan_hears_what_is_missing_and_earns_halves():
    state, last = play(pick("who", "ann"), pick("where", "lake"), CRITIC)
    assert verdicts(PLAN, state.picked) == ("not", "not", "not") and score(PLAN, state).raw == 0
    assert "Not from the lake." in plain(render(PLAN, state))


def test_what_is_open_or_over_the_limit_is_said_before_any_critique():
    _, last = play(CRITIC)
    assert last.refusal == "Still open: Which who?; Which where?"
    _, last = play(pick("who", "bob"), pick("who", "cy"), pick("where", "hill"), CRITIC)
    assert last.refusal.startswith("Over the limit: Money")
    assert "over the limit" in plain(render(PLAN, play(pick("who", "bob"), pick("who", "cy"))[0]))


def test_no_more_is_chosen_than_there_is_room_for():
    _, last = play(pick("who", "ann"), pick("who", "bob"), pick("who", "cy"))
    assert last.refusal == "At most 2 here: take one out first."
    state, _ = play(pick("who", "ann"), pick("who", "ann", on=False))
    assert state.picked["who"] == ()


def test_the_facts_that_conditions_ask_for():
    state, _ = play(*GOOD)
    known = facts(PLAN, state.picked)
    assert known["who"] == 2 and known["who-near"] == 1 and known["where"] == "hill" and known["money"] == 10
    assert known["ann"] == 1 and "cy" not in known and known["written-why"] == 1
    assert facts(PLAN, {})["where"] == "none"


def test_a_plan_is_kept_and_revised_and_the_versions_are_compared():
    _, early = play(*GOOD, KEEP)
    assert "criticized first" in early.refusal
    state, _ = play(pick("who", "ann"), pick("where", "lake"), CRITIC, *GOOD, CRITIC)
    assert "It meets more than the one before." in plain(render(PLAN, state))
    state, last = play(*GOOD, CRITIC, KEEP)
    assert state.finished and last.statements[0].verb == "completed" and last.statements[0].credit == 1.0
    state, _ = play(*GOOD, CRITIC, KEEP, pick("where", "lake"))
    assert not state.finished and "You have changed the plan since." in plain(render(PLAN, state))


def test_what_is_written_is_text_and_never_markup():
    html = render(PLAN, play(*GOOD, CRITIC)[0])
    assert "<b>view</b>" not in html and "&lt;b&gt;view&lt;/b&gt;" in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_before_a_critique_there_is_no_score():
    assert isinstance(score(PLAN, start(PLAN, seed=0)), Unscorable)


names = st.sampled_from(["who", "where", "why", "zz"])
options = st.sampled_from(["ann", "bob", "cy", "lake", "hill", "zz"])
junk = st.none() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=2)
events = st.fixed_dictionaries(
    {"type": st.sampled_from(["pick", "write", "criticize", "keep"]) | junk},
    optional={
        "slot": names | junk,
        "option": options | junk,
        "on": st.booleans() | junk,
        "text": st.text(max_size=9) | junk,
    },
)


@given(st.lists(events | junk, max_size=25))
def test_step_never_raises_the_score_stays_in_bounds_and_replay_is_the_same(given_):
    once, again = start(PLAN, seed=0), start(PLAN, seed=0)
    for event in given_:
        taken = step(PLAN, once, event, now=0)
        assert not taken.refusal or (taken.state == once and not taken.statements)
        once = taken.state
        again = step(PLAN, again, event, now=5).state
        total = score(PLAN, once)
        assert isinstance(total, Unscorable) or 0 <= total.raw <= total.max == 3
        assert len(once.picked.get("who", ())) <= 2
    assert once == again and render(PLAN, once) == render(PLAN, again)
    assert isinstance(missing(PLAN, once.picked), list) and isinstance(over(PLAN, once.picked), list)


@pytest.mark.parametrize(
    "spoil",
    [
        {"format": 3},
        {"slots": [{**DATA["slots"][0], "pick": "dance"}]},
        {"criteria": [{**DATA["criteria"][0], "rules": []}]},
        {"criteria": [{**DATA["criteria"][0], "rules": DATA["criteria"][0]["rules"][:1]}]},
        {"memo": [{"when": ["eval", "x"], "text": "x"}]},
        {"measures": {}},
    ],
)
def test_what_is_no_plan_is_refused(spoil):
    with pytest.raises(Malformed):
        load({**DATA, **spoil})
