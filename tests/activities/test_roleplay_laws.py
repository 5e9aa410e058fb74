"""Laws of the role-play, for any sequence of events a person, two tabs or a hostile file could make."""

from hypothesis import given
from hypothesis import strategies as st

from interactive.activities import KINDS
from interactive.activities.roleplay.engine import score, start, step
from interactive.activities.roleplay.rules import moments
from interactive.activities.roleplay.scoring import evidence
from interactive.activities.roleplay.view import render
from interactive.kernel.score import Score
from interactive.record.model import Entry
from interactive.record.replay import replay
from tests.activities.roleplay_sample import SAMPLE

junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
letters = st.sampled_from("abcdz")
choose = st.fixed_dictionaries({"type": st.just("choose"), "choice": letters})
sane = st.one_of(
    choose,
    choose,
    st.sampled_from(
        [{"type": "back"}, {"type": "debrief"}, {"type": "mode", "mode": "exam"}, {"type": "mode", "mode": "coach"}]
    ),
    st.fixed_dictionaries(
        {
            "type": st.just("reflect"),
            "prompt": st.sampled_from(["first", "paused", "readings", "none"]),
            "text": st.text(max_size=9),
        }
    ),
    st.fixed_dictionaries(
        {
            "type": st.just("mark"),
            "reading": st.sampled_from(["realist", "critic"]),
            "as": st.sampled_from(["explains", "annoys"]),
        }
    ),
)
wild = junk | st.fixed_dictionaries(
    {"type": st.sampled_from(["choose", "back", "mode", "debrief", "reflect", "mark"]) | junk},
    optional={
        "scene": junk | st.sampled_from(list(SAMPLE.scenes)),
        "choice": junk | letters,
        "mode": junk,
        "prompt": junk,
        "text": junk,
        "reading": junk,
        "as": junk,
    },
)


def fold(events, seed=0):
    state = start(SAMPLE, seed=seed)
    for number, event in enumerate(events):
        state = step(SAMPLE, state, event, now=number).state
    return state


@given(st.lists(wild | sane, max_size=16))
def test_step_never_raises_and_what_is_refused_changes_nothing(events):
    state = start(SAMPLE, seed=0)
    for event in events:
        result = step(SAMPLE, state, event, now=0)
        if result.refusal:
            assert result.state == state and not result.statements
        state = result.state
    render(SAMPLE, state)


@given(st.lists(sane, max_size=24), st.integers(0, 9))
def test_replay_gives_the_same_state_and_the_same_page(events, seed):
    once, again = fold(events, seed), fold(events, seed)
    assert once == again and render(SAMPLE, once) == render(SAMPLE, again)
    entries = [Entry(f"{number:03}", number, event) for number, event in enumerate(events)]
    assert replay(KINDS["roleplay"], SAMPLE, seed, entries)[0] == once


@given(st.lists(sane, max_size=24))
def test_a_state_is_what_its_path_leads_to(events):
    state = fold(events)
    road = list(moments(SAMPLE, state.path))
    assert [(moment.scene.id, moment.choice.id) for moment in road] == list(state.path)
    assert all(moment.choice in moment.offered for moment in road)
    if road:
        assert road[-1].after == state.facts and road[-1].to == state.scene
    assert (state.ending in SAMPLE.endings) if state.ending else (state.scene in SAMPLE.scenes)


@given(st.lists(sane, max_size=24))
def test_values_stay_in_bounds(events):
    facts = fold(events).facts
    assert all(item.least <= facts[item.id] <= item.most for item in SAMPLE.variables.values())


@given(st.lists(choose, min_size=1, max_size=12))
def test_back_then_forward_gives_the_same_state_apart_from_the_record(events):
    state = fold(events)
    if state.ending or not state.path:
        return
    back = step(SAMPLE, state, {"type": "back"}, now=0).state
    assert back.path == state.path[:-1] and back.backs == (*state.backs, state.path[-1])
    again = step(SAMPLE, back, {"type": "choose", "choice": state.path[-1][1]}, now=0).state
    assert (again.scene, again.facts, again.path, again.ending) == (state.scene, state.facts, state.path, state.ending)


@given(st.lists(sane, max_size=30))
def test_in_exam_mode_nothing_is_ever_taken_back(events):
    state = fold([{"type": "mode", "mode": "exam"}, *events])
    if state.mode == "exam":
        assert state.backs == () and "The margin" not in render(SAMPLE, state)


@given(st.lists(sane, max_size=30))
def test_shares_stay_between_nothing_and_all(events):
    state = fold(events)
    for one in evidence(SAMPLE, moments(SAMPLE, state.path)):
        assert 0 <= one.earned <= one.offered and 0 <= one.share <= 1
    total = score(SAMPLE, state)
    assert isinstance(total, Score) == bool(state.ending)
    if isinstance(total, Score):
        assert 0 <= total.raw <= total.max and 0 <= total.scaled <= 1


@given(st.lists(choose, max_size=12), st.integers(0, 5), st.integers(0, 5))
def test_the_seed_decides_nothing(events, one, other):
    assert fold(events, one).path == fold(events, other).path and fold(events, one).facts == fold(events, other).facts


@given(st.lists(choose, max_size=12))
def test_while_playing_the_page_shows_no_numbers_and_no_debrief(events):
    state = fold(events)
    html = render(SAMPLE, state)
    if not state.ending:
        assert "of what was offered" not in html and "st-map" not in html
        assert "Trust</dt><dd" in html and f">{state.facts['trust']}</dd>" not in html
