"""A transfer map: how ideas travel, what it costs, what may be done when, and that the same plan and seed are the same walk."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.activities.transfer.definition import load
from interactive.activities.transfer.engine import score, start, step
from interactive.activities.transfer.outcome import exposure, facts
from interactive.activities.transfer.rules import walk_of
from interactive.activities.transfer.said import round_said, state_at
from interactive.activities.transfer.spread import Move, moods_of, spread
from interactive.activities.transfer.view import excerpt, render
from interactive.kernel.frame import asleep
from interactive.kernel.html import plain
from interactive.kernel.reading import Malformed
from interactive.kernel.score import Score, Unscorable
from tests.activities.transfer_sample import DATA, sample

MAP = sample()  # without luck, for the stories
LUCKY = load({**DATA, "luck": 5})
WATCH, END, KEEP, SEASON = {"type": "watch"}, {"type": "round", "to": "end"}, {"type": "keep"}, {"type": "season"}
NEXT, BACK = {"type": "round", "to": "next"}, {"type": "round", "to": "back"}
WORD = Move("ann", "desk", "plan", "word", "early")
SONG = Move("bob", "choir", "song", "joint", "early")
ARTICLE = Move("ann", "post", "plan", "article", "early")


def sets(place, move):
    parts = zip(("carrier", "receiver", "idea", "form", "when"), vars_of(move), strict=True)
    return [{"type": "set", "move": place, "part": part, "value": value} for part, value in parts]


def vars_of(move):
    return move.carrier, move.receiver, move.idea, move.form, move.when


def play(*events, seed=0):
    state, last = start(MAP, seed=seed), None
    for number, event in enumerate(events):
        last = step(MAP, state, event, now=number)
        state = last.state
    return state, last


def planned(*moves):
    return [event for place, move in enumerate(moves) for event in sets(place, move)]


def ends(*moves, seed=0):
    return spread(MAP, moves, seed).state


def test_a_word_to_the_right_ear_reaches_the_top_and_loses_a_little_at_each_hand():
    walk = spread(MAP, [WORD], 0)
    assert state_at(MAP, walk, 1) == {("desk", "plan"): "for"}
    assert walk.rounds[1].tellings[0].weight == 3  # trust 3, form 1, one hand
    assert walk.state["office", "plan"] == "heard"  # 3 is not enough; nothing faded on paper
    assert ends(Move("ann", "desk", "plan", "paper", "early"))["office", "plan"] == "for"


def test_what_is_told_by_a_stranger_or_by_somebody_distrusted_is_not_believed():
    assert ends(Move("bob", "desk", "song", "word", "early"))["desk", "song"] == "against"
    assert ends(Move("ann", "bureau", "plan", "word", "early"))["bureau", "plan"] == "against"
    assert ends(Move("bob", "bureau", "plan", "word", "early"))["bureau", "plan"] == "heard"


def test_officials_who_read_of_it_first_were_bypassed_and_those_told_before_were_not():
    rude = spread(MAP, [ARTICLE], 0)
    assert ("desk", "plan") in rude.bypassed and ("office", "plan") in rude.bypassed
    assert rude.state["post", "plan"] == "against" and rude.rounds[1].printed == (("post", "plan", False),)
    late = Move("ann", "post", "plan", "article", "late")
    polite = spread(MAP, [Move("ann", "desk", "plan", "paper", "early"), late], 0)
    assert not polite.bypassed and polite.state["office", "plan"] == "for"
    words = " ".join(round_said(MAP, rude, 2))
    assert "The post & co (Left) has got hold of the plan and prints it as a scandal." in words


def test_a_rival_who_holds_it_first_burns_it():
    early = [Move("cy", "party", "plan", "paper", "early"), Move("ann", "desk", "plan", "paper", "late")]
    walk = spread(MAP, early, 0)
    assert walk.state["party", "plan"] == "for" and walk.state["office", "plan"] != "for"


def test_two_appear_together_and_the_press_of_both_sides_hears_of_it():
    walk = spread(MAP, [SONG], 0)
    assert walk.state["choir", "song"] == "for" and walk.state["post", "song"] == "heard"
    assert exposure(MAP, [SONG], walk) == {"ann": 1, "bob": 3}


def test_a_season_turns_what_is_undecided():
    assert ends(Move("bob", "palace", "plan", "word", "early"), seed=0)["palace", "plan"] == "for"
    walk = spread(MAP, [Move("bob", "choir", "song", "word", "early")], 1)
    assert walk.season.title == "A storm" and any("Wind & rain." in said for said in round_said(MAP, walk, 2))


def test_the_facts_that_conditions_ask_for():
    moves = [Move("ann", "desk", "plan", "paper", "early"), SONG]
    known = facts(MAP, moves, spread(MAP, moves, 0))
    assert known["up-left"] == 1 and known["trace-left"] == 1 and known["up-right"] == 0 and known["shared"] == 0
    assert known["moves"] == 2 and known["form-paper"] == 1 and known["by-right"] == 1 and known["convener-moves"] == 0
    assert known["exposed"] == 3 and known["gap-right"] == 2 and known["exposed-people"] == 0
    assert known["plan-top"] == 1 and known["song-for"] >= 1


def test_a_plan_travels_round_by_round_and_is_judged_at_the_end():
    events = planned(Move("ann", "desk", "plan", "paper", "early"), SONG)
    state, last = play(*events, WATCH)
    assert state.shown == 1 and last.focus == "map-round" and not last.statements and not state.versions
    state, last = play(*events, WATCH, NEXT, NEXT, BACK, NEXT)
    assert state.shown == 3 and last.announce.startswith("Round 3 of 4.") and last.focus == ""
    state, last = play(*events, WATCH, END)
    assert [(one.item, one.response, one.credit, one.objectives) for one in last.statements] == [
        ("map-top", "met", 1.0, ("s0-design",)),
        ("map-public", "met", 1.0, ("s0-design",)),
        ("map-safe", "not", 0.0, ("s0-home",)),
    ]
    assert score(MAP, state) == Score(2.0, 3.0, 3, 3, {"s0-design": 1.0, "s0-home": 0.0})
    again = step(MAP, step(MAP, state, BACK, now=0).state, NEXT, now=0)
    assert len(again.state.versions) == 1 and not again.statements


def test_what_cannot_be_is_refused_with_a_reason():
    assert "at least 1" in play(WATCH)[1].refusal
    assert "move 1" in play(sets(0, WORD)[0], WATCH)[1].refusal
    assert "the same" in play(*planned(WORD, WORD), WATCH)[1].refusal
    assert play(END)[1].refusal and play(*planned(WORD), WATCH, BACK)[1].refusal and play(SEASON)[1].refusal
    assert play({"type": "set", "move": 0, "part": "carrier", "value": "desk"})[1].refusal
    assert play({"type": "set", "move": 3, "part": "carrier", "value": "ann"})[1].refusal
    assert "to its end" in play(*planned(WORD), WATCH, KEEP)[1].refusal


def test_another_season_and_changed_moves_are_versions_that_are_compared():
    events = [*planned(WORD), WATCH, END]
    state, _ = play(*events, SEASON, END)
    assert [one.season for one in state.versions] == [0, 1] and walk_of(MAP, state).season.title == "A storm"
    page = plain(render(MAP, state))
    assert "The same plan, another season." in page and "A storm: " in page
    state, _ = play(*events, *sets(1, SONG), WATCH, END)
    assert "Version 2 is worth" in plain(render(MAP, state)) and "1 of 2 moves are new." in plain(render(MAP, state))
    state, _ = play(*events, *sets(1, SONG))
    assert "You have changed the plan since it set out." in plain(render(MAP, state))


def test_a_plan_is_kept_and_can_be_taken_up_again():
    state, last = play(*planned(WORD), WATCH, END, KEEP)
    assert state.finished and last.statements[0].verb == "completed"
    assert step(MAP, state, KEEP, now=0).refusal
    state, last = play(*planned(WORD), WATCH, END, KEEP, {"type": "clear", "move": 0})
    assert not state.finished and state.moves[0] == Move() and last.announce == "Move 1 is open again."


def test_the_excerpt_tells_the_plan_and_what_came_of_it():
    assert excerpt(MAP, start(MAP, seed=0)) == ""
    told = excerpt(MAP, play(*planned(WORD, SONG), WATCH, END)[0])
    assert "- Early: Ann to the desk & co (Left), the plan, by word." in told
    assert "- Early: Bob and Ann to the choir & co (Right), the song, by joint." in told
    assert "Where Left decides, nothing was taken up." in told and "<" not in told


def states():
    yield start(MAP, seed=0)
    yield play(*planned(WORD, SONG, ARTICLE), WATCH, NEXT)[0]
    yield play(*planned(WORD, SONG, ARTICLE), WATCH, END, SEASON, END, KEEP)[0]


@pytest.mark.parametrize("state", list(states()))
def test_the_page_has_no_id_twice_and_escapes_what_it_shows(state):
    html = render(MAP, state)
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) and "& co" not in html and "&amp; co" in html
    named = re.findall(r'aria-labelledby="([^"]+)"', html)
    assert all(one in ids for group in named for one in group.split())
    assert html.count("<select") == 15 and "st-net" in html and "The network in words" in html


def test_asleep_it_can_be_read_and_filled_in():
    html = asleep(render(MAP, start(MAP, seed=0)))
    assert 'data-state="static"' in html and "Listens to Ann (much)" in plain(html) and html.count("aria-disabled") >= 1


def test_the_picture_shows_what_the_words_say():
    state, _ = play(*planned(WORD, SONG, ARTICLE), WATCH, END)
    html = render(MAP, state)
    ends_ = walk_of(MAP, state).state
    for what in ("for", "heard", "against"):
        in_places = html.count(f"st-net__mark is-{what}") - html.count(
            f'<svg class="st-net__key" viewBox="0 0 22 22" aria-hidden="true"><g class="st-net__mark is-{what}'
        )
        assert in_places == sum(one == what for one in ends_.values())


junk = st.none() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=2)
parts = st.sampled_from(["carrier", "receiver", "idea", "form", "when"])
values = st.sampled_from(
    ["ann", "bob", "cy", "desk", "post", "choir", "plan", "song", "word", "article", "joint", "early", "late", ""]
)
events = st.fixed_dictionaries(
    {"type": st.sampled_from(["set", "set", "clear", "watch", "season", "round", "keep"]) | junk},
    optional={
        "move": st.integers(-1, 4) | junk,
        "part": parts | junk,
        "value": values | junk,
        "to": st.sampled_from(["next", "back", "end"]) | junk,
    },
)
moves = st.builds(
    Move,
    st.sampled_from(list(MAP.carriers)),
    st.sampled_from(list(MAP.bodies)),
    st.sampled_from(list(MAP.ideas)),
    st.sampled_from(list(MAP.forms)),
    st.sampled_from(list(MAP.times)),
)
whole_plans = st.lists(moves, min_size=1, max_size=3, unique=True)


@given(st.just([]) | whole_plans, st.lists(events | junk, max_size=20), st.integers(0, 10**6))
def test_step_never_raises_the_score_stays_in_bounds_and_replay_is_the_same(plan, given_, seed):
    once, again = start(LUCKY, seed=seed), start(LUCKY, seed=seed)
    for event in [*planned(*plan), *given_, WATCH, END, SEASON]:
        taken = step(LUCKY, once, event, now=0)
        assert not taken.refusal or (taken.state == once and not taken.statements)
        once = taken.state
        again = step(LUCKY, again, event, now=5).state
        total = score(LUCKY, once)
        assert isinstance(total, Unscorable) or 0 <= total.raw <= total.max == 3
        assert len(once.moves) == 3 and 0 <= once.shown <= 4
    assert once == again and render(LUCKY, once) == render(LUCKY, again)


@given(st.lists(moves, max_size=6), st.integers(0, 10**6))
def test_a_walk_is_the_same_again_only_grows_and_nobody_takes_up_what_they_oppose(plan, seed):
    walk = spread(LUCKY, plan, seed)
    assert walk == spread(LUCKY, plan, seed)
    before: dict[tuple[str, str], str] = {}
    for number in range(1, LUCKY.rounds + 1):
        now = state_at(LUCKY, walk, number)
        assert set(before) <= set(now)
        assert all(now[matter] == state for matter, state in before.items() if state != "heard")
        before = now
    assert before == walk.state and set(before.values()) <= {"for", "against", "heard"}
    assert len(walk.rounds) == LUCKY.rounds and all(round_said(LUCKY, walk, one) for one in range(1, LUCKY.rounds + 1))
    assert all(paid >= 0 for paid in exposure(LUCKY, plan, walk).values())


@given(st.integers(0, 10**9))
def test_luck_is_dealt_evenly(seed):
    moods = list(moods_of(LUCKY, seed).values())
    assert moods.count(1) == moods.count(-1) == len(moods) // 5


@pytest.mark.parametrize(
    "spoil",
    [
        {"format": 2},
        {"rounds": 0},
        {"most": 0},
        {"bodies": [{**DATA["bodies"][0], "lane": "sideways"}]},
        {"bodies": [{**DATA["bodies"][0], "trusts": {"nobody": 1}}]},
        {"forms": [{**DATA["forms"][0], "heard_by": "all"}]},
        {"times": [{"id": "early", "label": "Early", "round": 9}]},
        {"seasons": []},
        {"criteria": [{**DATA["criteria"][0], "objective": 3}]},
    ],
)
def test_what_is_no_transfer_map_is_refused(spoil):
    with pytest.raises(Malformed):
        load({**DATA, **spoil})
