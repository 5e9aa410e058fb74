"""An attempt under an assignment's settings: what it opens with, that it stays so, and what a quiz deals from a part of its bank."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.activities import KINDS
from interactive.activities.quiz.choosing import MOST, dealt, opening, read_chosen
from interactive.activities.quiz.definition import Contested
from interactive.activities.quiz.engine import blank, score, start, step
from interactive.activities.quiz.view import render
from interactive.kernel.score import Score
from tests.activities.casefile_sample import sample as casefile
from tests.activities.quiz_sample import ITEMS, SINGLE, quiz
from tests.activities.roleplay_sample import story
from tests.activities.test_quiz_laws import junk, sane
from tests.conftest import sorter_data

DEFINITIONS = {
    "sorter": KINDS["sorter"].load(sorter_data()),
    "casefile": casefile(),
    "roleplay": story(),
    "quiz": quiz(),
}
MODES = [("sorter", "check"), ("sorter", "learn"), ("casefile", "exam"), ("casefile", "guided"), ("casefile", "twist")]
MODES += [("roleplay", "exam"), ("roleplay", "coach")]
FIRST = {"sorter": "learn", "casefile": "guided", "roleplay": "coach"}
MANY = [{**SINGLE, "id": f"one-{n}", "objective": "ab"[n % 2], "difficulty": n % 3 + 1} for n in range(30)]
BANK = quiz("quiz", *MANY, *ITEMS[-1:], draw=10)
AIMED = quiz("quiz", *MANY, draw=10)


def opened(kind, settings, seed=3):
    activity, definition = KINDS[kind], DEFINITIONS[kind]
    state = activity.start(definition, seed=seed)
    for event in activity.opening(definition, settings):
        done = activity.step(definition, state, event, now=0)
        assert not done.refusal and not done.statements
        state = done.state
    return activity, definition, state


@pytest.mark.parametrize(("kind", "mode"), MODES)
def test_an_assigned_mode_is_set_and_cannot_be_changed(kind, mode):
    activity, definition, state = opened(kind, {"mode": mode})
    assert state.mode == mode
    other = next(one for one_kind, one in MODES if one_kind == kind and one != mode)
    done = activity.step(definition, state, {"type": "mode", "mode": other}, now=1)
    assert "assignment" in done.refusal and done.state == state
    assert f'name="{definition.ref.split("/")[-1]}-mode"' not in activity.render(definition, state)


@pytest.mark.parametrize("kind", FIRST)
def test_without_an_assignment_the_mode_is_free_as_ever(kind):
    activity, definition, state = opened(kind, {})
    assert state.mode == FIRST[kind] and not state.assigned
    free = activity.step(definition, state, {"type": "mode", "mode": "check" if kind == "sorter" else "exam"}, now=1)
    assert not free.refusal and not free.state.assigned
    assert f'name="{definition.ref.split("/")[-1]}-mode"' in activity.render(definition, state)


@pytest.mark.parametrize("kind", FIRST)
@pytest.mark.parametrize("mode", ["opera", "", "check exam"])
def test_a_mode_that_a_kind_has_not_opens_nothing(kind, mode):
    assert KINDS[kind].opening(DEFINITIONS[kind], {"mode": mode}) == []


def test_twists_need_a_scenario_that_has_one():
    plain = casefile()
    bare = replace(plain, scenarios={})
    assert KINDS["casefile"].opening(bare, {"mode": "twist"}) == []


def test_the_size_of_an_assigned_casefile_is_settled_too():
    activity, definition, state = opened("casefile", {"mode": "exam"})
    assert "assignment" in activity.step(definition, state, {"type": "size", "size": "all"}, now=1).refusal


def test_settings_of_a_quiz_become_one_event():
    asks = {"count": "8", "level": "2-3", "objectives": "s0-know+gone+s0-judge", "mode": "check"}
    event = {"type": "settings", "count": 8, "level": [2, 3], "objectives": ["s0-know", "s0-judge"]}
    assert opening(quiz(), asks) == [event]
    assert opening(quiz(), {"level": "1"}) == [{"type": "settings", "level": [1, 1]}]
    assert opening(quiz(), {"count": "9999"}) == [{"type": "settings", "count": MOST}]


@pytest.mark.parametrize(
    "asks", [{}, {"mode": "check"}, {"count": "x", "level": "-"}, {"objectives": "gone"}, {"level": "7-9"}]
)
def test_settings_that_choose_nothing_open_nothing(asks):
    assert opening(quiz(), asks) == []
    assert opening(quiz("self-test"), {"count": "5"}) == [] and opening(quiz("check", SINGLE), {"count": "5"}) == []


@given(
    seed=st.integers(0, 5000),
    count=st.integers(1, 40),
    level=st.tuples(st.integers(1, 3), st.integers(1, 3)).map(sorted),
)
def test_what_is_dealt_is_as_many_as_wanted_and_as_difficult(seed, count, level):
    chosen = read_chosen({"count": count, "level": level})
    names = dealt(BANK, chosen, seed)
    items = [BANK.items[name] for name in names]
    fits = [item for item in BANK.items.values() if level[0] <= item.difficulty <= level[1]]
    assert len(set(names)) == len(names) and len(names) <= count
    assert all(level[0] <= item.difficulty <= level[1] for item in items)
    assert sum(isinstance(item, Contested) for item in items) <= 1
    asked = sum(isinstance(item, Contested) for item in fits)
    assert len(names) == min(count, len(fits)) or (asked and len(names) >= min(count, len(fits)) - 1)
    assert names == dealt(BANK, chosen, seed)


@given(st.integers(0, 500), st.integers(1, 15))
def test_objectives_choose_and_attempts_after_one_another_share_no_item(seed, count):
    chosen = read_chosen({"count": count, "objectives": ["a"]})
    rounds = 15 // count
    pack = seed * rounds
    seen = [name for turn in range(rounds) for name in dealt(AIMED, chosen, pack + turn)]
    assert len(seen) == len(set(seen)) == rounds * count
    assert all(AIMED.items[name].objective == "a" for name in seen)


@given(st.lists(sane, max_size=8), st.integers(0, 50))
def test_settings_are_taken_only_before_anything_was_done(events, seed):
    definition = quiz()
    state = start(definition, seed=seed)
    for event in events:
        state = step(definition, state, event, now=0).state
    done = step(definition, state, {"type": "settings", "count": 2}, now=0)
    untouched = not any(answer.response or answer.confidence or answer.hints for answer in state.answers.values())
    assert bool(done.refusal) == (not untouched or state.finished)
    if not done.refusal:
        assert len(done.state.drawn) == 2 and done.state.assigned
        again = step(definition, done.state, {"type": "settings", "count": 3}, now=0)
        assert again.refusal and again.state == done.state


@given(
    st.fixed_dictionaries({"type": st.just("settings")}, optional={"count": junk, "level": junk, "objectives": junk})
)
def test_strange_settings_never_raise_and_change_nothing(event):
    definition = quiz()
    state = start(definition, seed=0)
    done = step(definition, state, event, now=0)
    assert not done.refusal or done.state == state
    assert done.state.drawn and not done.statements
    render(definition, done.state)


@given(st.lists(sane, max_size=25), st.integers(1, 6))
def test_under_settings_the_score_stays_in_bounds_and_paper_holds_the_same_items(events, count):
    definition = quiz()
    state = start(definition, seed=1)
    for event in [*opening(definition, {"count": str(count)}), *events]:
        state = step(definition, state, event, now=0).state
        total = score(definition, state)
        if isinstance(total, Score):
            assert 0 <= total.raw <= total.max <= count and set(total.objectives) <= set(definition.objectives)
    assert blank(definition, state).drawn == state.drawn and len(state.drawn) <= count


def test_the_label_of_an_assigned_quiz_says_its_own_length():
    definition = quiz("quiz", *MANY, draw=10)
    state = step(definition, start(definition, seed=0), {"type": "settings", "count": 4}, now=0).state
    assert "4 of 30 items · about 2 minutes" in render(definition, state)
