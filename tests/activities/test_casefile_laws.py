"""Laws of the casefile, for any sequence of events a person, two tabs or a hostile file could make."""

import re

from hypothesis import given
from hypothesis import strategies as st

from interactive.activities.casefile.definition import CONCLUSION
from interactive.activities.casefile.engine import score, start, step
from interactive.activities.casefile.logic import FINDINGS
from interactive.activities.casefile.view import answers, render
from interactive.kernel.frame import asleep
from interactive.kernel.score import Score, Unscorable
from tests.activities.casefile_sample import TABLE, sample

LAMPS = sample()
scenarios = st.sampled_from([*TABLE])
elements = st.sampled_from([*LAMPS.elements, CONCLUSION])
findings = st.sampled_from(FINDINGS)
twists = st.sampled_from([(one.id, name) for one in LAMPS.scenarios.values() for name in one.twists])
reasons = st.sampled_from(["", *(name for item in LAMPS.elements.values() for name in item.reasons)])
junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def event(kind, **fields):
    return st.fixed_dictionaries({"type": st.just(kind), **fields})


def about_twist(kind, **fields):
    def named(pair, rest):
        return {"type": kind, "scenario": pair[0], "twist": pair[1], **rest}

    return st.builds(named, twists, st.fixed_dictionaries(fields))


sane = st.one_of(
    event("find", scenario=scenarios, element=elements, finding=findings),
    event("conclude", scenario=scenarios, finding=findings),
    event("reason", scenario=scenarios, element=elements, reason=reasons),
    event("write", scenario=scenarios, element=elements, text=st.text(max_size=12)),
    event("check", scenario=scenarios, element=elements),
    event("hint", scenario=scenarios),
    event("reveal", scenario=scenarios),
    event("go", to=scenarios | st.sampled_from(["previous", "next"])),
    about_twist("twist"),
    about_twist("flip", element=elements, finding=findings | st.just("")),
    about_twist("check-twist"),
    event("finish"),
    event("retry"),
)
settings = st.lists(
    st.one_of(event("mode", mode=st.sampled_from(["guided", "exam", "twist"])), event("size", size=st.just("all"))),
    max_size=2,
)
courses = st.builds(lambda first, rest: [*first, *rest], settings, st.lists(sane, max_size=20))
wild = st.one_of(
    junk,
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(["find", "reason", "write", "check", "go", "flip", "twist", "mode", "size", "hint"])
            | junk
        },
        optional=dict.fromkeys(
            ("scenario", "element", "finding", "reason", "text", "to", "twist", "mode"), junk | scenarios
        ),
    ),
)


def fold(events, seed=0):
    state = start(LAMPS, seed=seed)
    for number, one in enumerate(events):
        state = step(LAMPS, state, one, now=number).state
    return state


@given(st.lists(wild | sane, max_size=15))
def test_step_never_raises_and_what_is_refused_changes_nothing(events):
    state = start(LAMPS, seed=0)
    for one in events:
        result = step(LAMPS, state, one, now=0)
        if result.refusal:
            assert result.state == state and not result.statements
        state = result.state
    render(LAMPS, state)


@given(courses, st.integers(0, 9))
def test_replay_gives_the_same_state_and_the_same_page(events, seed):
    once, again = fold(events, seed), fold(events, seed)
    assert once == again
    assert render(LAMPS, once) == render(LAMPS, again)
    assert answers(LAMPS, once) == answers(LAMPS, again)


@given(courses)
def test_the_score_stays_in_bounds_and_never_falls(events):
    state, last = start(LAMPS, seed=0), 0.0
    for one in events:
        state = step(LAMPS, state, one, now=0).state
        total = score(LAMPS, state)
        if isinstance(total, Score):
            assert last <= total.raw <= total.max and total.answered <= total.items
            assert 0 <= total.scaled <= 1 and all(0 <= share <= 1 for share in total.objectives.values())
            last = total.raw
        else:
            assert isinstance(total, Unscorable) and total.reason and last == 0


@given(courses)
def test_a_marked_answer_never_changes(events):
    """What is marked stays as it is for as long as its pass lasts."""
    state = start(LAMPS, seed=0)
    for one in events:
        after = step(LAMPS, state, one, now=0).state
        if after.pass_ == state.pass_:
            for name, work in state.works.items():
                for element, answer in work.answers.items():
                    assert not answer.marked or after.works[name].answers[element] == answer
                for twist, turn in work.turns.items():
                    assert not turn.marked or after.works[name].turns[twist] == turn
        state = after


@given(courses)
def test_statements_are_about_what_there_is_and_worth_a_share(events):
    items = {f"{one.id}--{name}" for one in LAMPS.scenarios.values() for name in one.keys}
    items |= {LAMPS.ref, *LAMPS.scenarios, *(name for one in LAMPS.scenarios.values() for name in one.twists)}
    state = start(LAMPS, seed=0)
    for number, one in enumerate(events):
        result = step(LAMPS, state, one, now=number)
        state = result.state
        for statement in result.statements:
            assert statement.item in items and statement.at == number
            assert statement.credit is None or 0 <= statement.credit <= 1
            assert statement.objectives == LAMPS.objectives


@given(courses)
def test_no_id_stands_twice_and_nothing_is_left_unescaped(events):
    html = render(LAMPS, fold(events))
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert "<case>" not in html and "<edge>" not in html and "<lending>" not in html


@given(courses)
def test_what_is_not_marked_is_not_told(events):
    """As long as a scenario is open, the page holds no reason why, no analysis and no twist of it."""
    state = fold(events)
    html = render(LAMPS, state)
    work, scenario = state.works[state.name], LAMPS.scenarios[state.name]
    if work.closed:
        return
    for name, key in scenario.keys.items():
        if not work.answers[name].marked:
            assert key.because not in html
    for text in (scenario.in_practice, scenario.analysis, scenario.lesson):
        assert text not in html
    assert all(twist.change not in html for twist in scenario.twists.values())


@given(courses)
def test_an_exam_tells_nothing_before_its_end(events):
    state = fold([{"type": "mode", "mode": "exam"}, *events])
    if state.mode == "exam" and not state.finished and state.pass_ == 1:
        html = render(LAMPS, state)
        assert "Because " not in html and "Analysis of" not in html and "st-mark" not in html
        assert isinstance(score(LAMPS, state), Unscorable)


@given(courses)
def test_the_sleeping_page_has_one_state_and_no_working_button(events):
    html = asleep(render(LAMPS, fold(events)))
    assert html.count(' data-state="static"') == 1
    for button in re.findall(r"<button[^>]*>", html):
        assert "data-needs-python" not in button or 'aria-disabled="true"' in button


@given(courses)
def test_one_filled_button_and_one_focus_target(events):
    state = start(LAMPS, seed=0)
    for one in events:
        result = step(LAMPS, state, one, now=0)
        state = result.state
        html = render(LAMPS, state)
        assert html.count("st-button--first") == 1
        if (
            isinstance(one.get("scenario"), str)
            and one["scenario"] == state.name
            or one["type"] in ("go", "finish", "retry")
        ):
            assert not result.focus or f'id="{result.focus}"' in html
