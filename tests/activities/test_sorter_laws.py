"""Laws of the sorter, for any sequence of events a person, two tabs or a hostile file could make."""

from hypothesis import given
from hypothesis import strategies as st

from interactive.activities.sorter.definition import load
from interactive.activities.sorter.engine import score, start, step
from interactive.activities.sorter.view import render
from interactive.kernel.score import Score, Unscorable
from tests.conftest import BINS, sorter_data

SORTER = load(sorter_data())
cards = st.sampled_from([f"card-{n}" for n in range(10)])
junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
sane = st.one_of(
    st.builds(lambda card, where: {"type": "place", "card": card, "bin": where}, cards, st.sampled_from(["", *BINS])),
    st.builds(lambda card: {"type": "hint", "card": card}, cards),
    st.sampled_from([{"type": name} for name in ("check", "finish", "retry", "reveal")]),
    st.sampled_from([{"type": "mode", "mode": mode} for mode in ("learn", "check")]),
)
wild = st.one_of(
    junk,
    st.fixed_dictionaries(
        {"type": st.sampled_from(["place", "hint", "mode", "check"]) | junk},
        optional={"card": junk, "bin": junk, "mode": junk},
    ),
)


def fold(events, seed=0):
    state = start(SORTER, seed=seed)
    for number, event in enumerate(events):
        state = step(SORTER, state, event, now=number).state
    return state


@given(st.lists(wild, max_size=12))
def test_step_never_raises_and_what_is_refused_changes_nothing(events):
    state = start(SORTER, seed=0)
    for event in events:
        result = step(SORTER, state, event, now=0)
        if result.refusal:
            assert result.state == state and not result.statements
        state = result.state
    render(SORTER, state)


@given(st.lists(sane, max_size=40), st.integers(0, 9))
def test_replay_gives_the_same_state_and_the_same_page(events, seed):
    once, again = fold(events, seed), fold(events, seed)
    assert once == again
    assert render(SORTER, once) == render(SORTER, again)


@given(st.lists(sane, max_size=40))
def test_the_score_stays_in_bounds_and_never_falls(events):
    state, last = start(SORTER, seed=0), 0.0
    for event in events:
        state = step(SORTER, state, event, now=0).state
        total = score(SORTER, state)
        if isinstance(total, Score):
            assert last <= total.raw <= total.max == total.items
            assert 0 <= total.scaled <= 1 and all(0 <= share <= 1 for share in total.objectives.values())
            last = total.raw
        else:
            assert isinstance(total, Unscorable) and total.reason and last == 0


@given(st.lists(sane, max_size=30))
def test_no_card_is_ever_lost_or_doubled(events):
    state = fold(events)
    html = render(SORTER, state)
    for name in state.slips:
        assert html.count(f'id="colors-card-{name}"') == 1


@given(st.lists(sane, max_size=30))
def test_a_wrong_mark_never_shows_the_key(events):
    """Until the learner asks for it, nothing in the page tells where a missed card belongs."""
    state = fold(events)
    if state.revealed:
        return
    html = render(SORTER, state)
    assert "Belongs in" not in html and "data-key" not in html
    for name, slip in state.slips.items():
        if slip.bin != SORTER.cards[name].bin:
            assert SORTER.cards[name].rationale not in html
