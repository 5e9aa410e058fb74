"""Laws of the quiz, for any sequence of events a person, two tabs or a hostile file could make, in each way of taking it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.activities.quiz.engine import blank, score, start, step
from interactive.activities.quiz.rules import draw, order
from interactive.activities.quiz.view import answers, render
from interactive.kernel.score import Score, Unscorable
from tests.activities.quiz_sample import BLANK, GUESS, ITEMS, OPEN, TERM, quiz

WAYS = {
    "quiz": quiz(),
    "self-test": quiz("self-test"),
    "practice": quiz("practice", *[one for one in ITEMS if one is not OPEN], TERM),
    "check": quiz("check", BLANK, draw=1),
    "guess": quiz("check", GUESS, draw=1),
}
names = st.sampled_from([*[one["id"] for one in ITEMS], "guess", "term-half", "nobody"])
few = st.sampled_from(["a", "b", "c", "d", "e", "p", "q", "x", "y", "z", "", "zz"])
junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
sane = st.one_of(
    st.fixed_dictionaries({"type": st.just("pick"), "item": names, "option": few, "on": st.booleans()}),
    st.fixed_dictionaries(
        {
            "type": st.just("move"),
            "item": st.just("order"),
            "entry": few,
            "to": st.sampled_from(["1", "2", "4", "up", "down"]),
        }
    ),
    st.fixed_dictionaries({"type": st.just("match"), "item": st.just("pairs"), "prompt": few, "target": few}),
    st.fixed_dictionaries(
        {
            "type": st.just("fill"),
            "item": st.just("blank"),
            "text": st.sampled_from(["Track 1.5", "track two", "no", ""]),
        }
    ),
    st.fixed_dictionaries(
        {"type": st.just("sure"), "item": names, "level": st.sampled_from(["guessing", "leaning", "sure"])}
    ),
    st.fixed_dictionaries({"type": st.sampled_from(["hint", "check", "keep", "recall"]), "item": names}),
    st.fixed_dictionaries({"type": st.just("rate"), "item": names, "rating": st.sampled_from("1234")}),
    st.fixed_dictionaries({"type": st.just("begin"), "items": st.lists(names, max_size=6)}),
    st.sampled_from([{"type": name} for name in ("finish", "next", "ask-confidence")]),
    st.fixed_dictionaries(
        {"type": st.just("lesson"), "lesson": st.sampled_from(["00-sample", "01-other"]), "on": st.booleans()}
    ),
    st.fixed_dictionaries({"type": st.just("count"), "count": st.sampled_from(["5", "10", "99"])}),
)
wild = st.one_of(
    junk,
    st.fixed_dictionaries(
        {"type": st.sampled_from(["pick", "move", "match", "fill", "sure", "begin", "rate", "check", "lesson"]) | junk},
        optional={
            "item": names | junk,
            "option": junk,
            "entry": junk,
            "to": junk,
            "text": junk,
            "items": junk,
            "rating": junk,
            "on": junk,
        },
    ),
)
ways = pytest.mark.parametrize("way", WAYS)


def fold(definition, events, seed=0):
    state = start(definition, seed=seed)
    for number, event in enumerate(events):
        state = step(definition, state, event, now=number).state
    return state


@ways
@given(events=st.lists(wild | sane, max_size=14))
def test_step_never_raises_and_what_is_refused_changes_nothing(way, events):
    definition = WAYS[way]
    state = start(definition, seed=0)
    for event in events:
        result = step(definition, state, event, now=0)
        if result.refusal:
            assert result.state == state and not result.statements
        state = result.state
    render(definition, state)


@ways
@given(events=st.lists(sane, max_size=30), seed=st.integers(0, 9))
def test_replay_gives_the_same_state_and_the_same_page(way, events, seed):
    once, again = fold(WAYS[way], events, seed), fold(WAYS[way], events, seed)
    assert once == again
    assert render(WAYS[way], once) == render(WAYS[way], again)


@ways
@given(events=st.lists(sane, max_size=30))
def test_the_score_stays_in_bounds_and_marked_points_never_fall(way, events):
    definition = WAYS[way]
    state, last = start(definition, seed=0), 0.0
    for event in events:
        state = step(definition, state, event, now=0).state
        total = score(definition, state)
        if isinstance(total, Score):
            assert last <= total.raw <= total.max == total.items >= total.answered > 0
            assert 0 <= total.scaled <= 1 and all(0 <= share <= 1 for share in total.objectives.values())
            last = total.raw
        else:
            assert isinstance(total, Unscorable) and total.reason and last == 0


@ways
@given(events=st.lists(sane, max_size=20))
def test_before_an_item_is_marked_nothing_on_the_page_tells_its_answer(way, events):
    definition = WAYS[way]
    state = fold(definition, events)
    html = render(definition, state)
    assert "data-key" not in html and "data-correct" not in html
    for name in state.drawn:
        if not state.answers[name].marked:
            shown = html.split(f'id="{definition.ref.rsplit("/", 1)[-1]}-item-{name}"')
            part = shown[1].split('class="st-item"')[0] if len(shown) > 1 else ""
            assert "Because of" not in part and "It stands between" not in part and "For p" not in part


@ways
@given(events=st.lists(sane, max_size=20))
def test_paper_carries_no_answers_and_its_key_carries_all(way, events):
    definition = WAYS[way]
    state = fold(definition, events)
    sheet = blank(definition, state)
    html = render(definition, sheet)
    assert sheet.drawn == state.drawn
    if not state.drawn:  # a self-test that has not begun shows its settings
        return
    assert "Because of" not in html and " checked" not in html.replace('id="practice-practice-asking"', "")
    key = answers(definition, sheet)
    for name in state.drawn:
        assert definition.items[name].stem in key


@given(st.integers(0, 999))
def test_a_shuffle_is_a_permutation_and_a_sequence_is_never_shown_solved(seed):
    for item in WAYS["quiz"].items.values():
        shown = order(item, seed)
        for field in ("options", "entries", "targets", "positions"):
            if hasattr(item, field):
                assert sorted(shown) == sorted(getattr(item, field))
    assert order(WAYS["quiz"].items["order"], seed) != list("abcd")


@given(st.integers(0, 50), st.integers(1, 3))
def test_rounds_share_no_item_until_all_were_asked(pack, count):
    definition = WAYS["quiz"]
    rounds = (len(definition.items) - 1) // count  # all but the open question
    seen = [name for turn in range(rounds) for name in draw(definition, ("00-sample",), count, pack * rounds + turn)]
    assert len(seen) == len(set(seen)) == rounds * count


@given(st.integers(0, 50))
def test_a_round_asks_one_open_question_and_marks_the_rest(seed):
    drawn = draw(WAYS["quiz"], ("00-sample",), 6, seed)
    assert len(set(drawn)) == 6 and drawn[-1] == "open"


@given(st.lists(sane, max_size=30))
def test_one_answered_statement_an_item(events):
    """What is answered once is said once: a review queue built on statements neither loses nor doubles an item."""
    definition = WAYS["practice"]
    state, said = start(definition, seed=0), []
    for event in [{"type": "begin", "items": ["single", "blank", "order"]}, *events]:
        result = step(definition, state, event, now=0)
        said += [one.item for one in result.statements if one.verb == "answered"]
        state = result.state
    assert len(said) == len(set(said))
    assert set(said) == {name for name, answer in state.answers.items() if answer.marked}
