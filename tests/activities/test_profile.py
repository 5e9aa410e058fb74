"""A profile: nothing in it is right or wrong, and what it suggests follows from the answers alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.activities.profile.definition import load
from interactive.activities.profile.engine import lean, result, score, start, step
from interactive.activities.profile.view import render
from interactive.kernel.html import plain
from interactive.kernel.reading import Malformed
from interactive.kernel.score import Unscorable


def _seat(name):
    path = [{"text": f"Go {name} {turn}", "href": f"root:{name}.html", "why": "Because."} for turn in "12"]
    cites = [{"key": "work1", "label": "Somebody 1901"}]
    return {
        "id": name,
        "label": f"The {name}",
        "description": "x",
        "reading": f"Sees {name}.",
        "cites": cites,
        "path": path,
    }


def _question(number):
    answers = [
        {"id": "a", "text": "North &amp; so on", "seats": {"north": 2}},
        {"id": "b", "text": "South", "seats": {"south": 2}},
        {"id": "c", "text": "Both", "seats": {"north": 1, "south": 1}},
    ]
    return {"id": f"q{number}", "stem": f"Question {number}?", "answers": answers}


DATA = {
    "format": 1,
    "kind": "profile",
    "ref": "00-sample/seat",
    "title": "Where?",
    "objectives": ["s0-choose"],
    "minutes": 2,
    "intro": "Answer.",
    "seats": [_seat("north"), _seat("south")],
    "questions": [_question(number) for number in range(1, 7)],
    "mixed": "Between chairs.",
}
PROFILE = load(DATA)


def play(*events):
    state, last = start(PROFILE, seed=0), None
    for event in events:
        last = step(PROFILE, state, event, now=1)
        state = last.state
    return state, last


def picks(answers):
    return [{"type": "pick", "question": f"q{number}", "answer": answer} for number, answer in enumerate(answers, 1)]


def test_the_answers_lead_to_a_seat_and_a_path():
    state, last = play(*picks("aaab"), {"type": "finish"})
    assert result(PROFILE, state) == ("north",) and last.announce == "You lean to: The north."
    page = plain(render(PROFILE, state))
    assert "You sit with: The north" in page and "Go north 1" in page and "Go south" not in page and "75%" in page
    assert [said.verb for said in last.statements] == ["answered"] * 4 + ["completed"]
    assert all(said.credit is None for said in last.statements)


def test_two_seats_may_come_out_level():
    state, _ = play(*picks("abab"), {"type": "finish"})
    page = plain(render(PROFILE, state))
    assert "You sit between: The north and The south" in page and "Between chairs." in page and "Go south 1" in page


def test_too_few_answers_tell_nothing():
    _, last = play(*picks("aa"), {"type": "finish"})
    assert "at least 4" in last.refusal


def test_answers_may_be_changed_afterward_and_not_while_the_result_is_shown():
    finished = [*picks("aaaa"), {"type": "finish"}]
    _, last = play(*finished, picks("b")[0])
    assert "Change my answers" in last.refusal
    state, _ = play(*finished, {"type": "reconsider"}, *picks("bbbb"), {"type": "finish"})
    assert result(PROFILE, state) == ("south",)


def test_nothing_is_ever_scored():
    state, _ = play(*picks("aaaa"), {"type": "finish"})
    assert isinstance(score(PROFILE, state), Unscorable)


def test_no_id_stands_twice_and_text_is_escaped():
    for state in (play()[0], play(*picks("abca"), {"type": "finish"})[0]):
        html = render(PROFILE, state)
        ids = re.findall(r' id="([^"]+)"', html)
        assert len(ids) == len(set(ids)) and "<script" not in html


junk = st.none() | st.integers() | st.text(max_size=5) | st.lists(st.text(max_size=3), max_size=2)
events = st.fixed_dictionaries(
    {"type": st.sampled_from(["pick", "finish", "reconsider"]) | junk},
    optional={
        "question": st.sampled_from(["q1", "q2", "q3", "q4", "q5"]) | junk,
        "answer": st.sampled_from("abcd") | junk,
    },
)


@given(st.lists(events | junk, max_size=20))
def test_step_never_raises_and_replay_gives_the_same_page(given_):
    once, again = start(PROFILE, seed=0), start(PROFILE, seed=0)
    for event in given_:
        taken = step(PROFILE, once, event, now=0)
        assert not taken.refusal or taken.state == once
        once = taken.state
        again = step(PROFILE, again, event, now=9).state
    assert once == again and render(PROFILE, once) == render(PROFILE, again)
    shares = lean(PROFILE, once)
    assert all(0 <= share <= 1 for share in shares.values()) and (sum(shares.values()) < 1.001)


@pytest.mark.parametrize(
    "spoil",
    [
        {"format": 2},
        {"kind": "quiz"},
        {"seats": [{}]},
        {"questions": [{**_question(1), "answers": [{"id": "a", "text": "x", "seats": {"west": 1}}]}]},
    ],
)
def test_what_is_no_profile_is_refused(spoil):
    with pytest.raises(Malformed):
        load({**DATA, **spoil})
