"""A memo: what is written is kept as it is written, what is brought in comes once, and the rubric writes nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.activities.memo.definition import load
from interactive.activities.memo.engine import score, start, step
from interactive.activities.memo.rules import facts, markdown
from interactive.activities.memo.view import render
from interactive.kernel.html import plain
from interactive.kernel.reading import Malformed
from interactive.kernel.score import Score, Unscorable

CITES = [{"key": "work1", "label": "Somebody 1901"}]


def _rule(verdict, when, say):
    return {"when": when, "verdict": verdict, "say": say, "cites": []}


DATA = {
    "format": 1,
    "kind": "memo",
    "ref": "00-sample/paper",
    "title": "A paper &amp; more",
    "objectives": ["s0-write"],
    "minutes": 9,
    "intro": "Write.",
    "sections": [
        {"id": "why", "label": "Why", "asks": "Why?", "least": 20, "most": 60, "sources": ["00-sample/trip"]},
        {"id": "how", "label": "How", "asks": "How?", "least": 20, "most": 60, "sources": []},
    ],
    "topics": {"risk": ["risk", "danger"]},
    "criteria": [
        {
            "id": "risky",
            "label": "Risk",
            "asks": "Is there a risk?",
            "cites": CITES,
            "rules": [
                _rule("met", [">=", "how-risk", 1], "It is named."),
                _rule("partly", [">=", "risk", 1], "Not where it belongs."),
                _rule("not", None, "What could go wrong?"),
            ],
        },
        {
            "id": "long",
            "label": "Length",
            "asks": "Is it long enough?",
            "cites": CITES,
            "rules": [_rule("met", [">=", "total", 60], "It is."), _rule("not", None, "What is missing?")],
        },
    ],
    "closing": "Give it to a reader.",
}
MEMO = load(DATA)
LONG = "word " * 58


def write(section, text):
    return {"type": "write", "section": section, "text": text}


CHECK, KEEP = {"type": "check"}, {"type": "keep"}


def play(*events):
    state, last = start(MEMO, seed=0), None
    for number, event in enumerate(events):
        last = step(MEMO, state, event, now=number)
        state = last.state
    return state, last


def test_the_rubric_says_what_is_there_and_asks_for_what_is_not():
    state, last = play(write("why", LONG), CHECK)
    assert last.announce == "0 of 2 conditions met, 0 partly." and last.focus == "paper-rubric"
    page = plain(render(MEMO, state))
    assert "What could go wrong?" in page and "cannot judge an argument" in page and "Give it to a reader." in page
    state, last = play(write("why", LONG + " two danger zones"), CHECK)
    assert score(MEMO, state) == Score(1.5, 2.0, 2, 2, {"s0-write": 0.75})
    state, _ = play(write("why", LONG), write("how", "Risks, and more risks"), CHECK)
    assert score(MEMO, state).raw == 2


def test_an_empty_page_gets_no_rubric_and_no_score():
    state, last = play(write("why", "Too little."), CHECK)
    assert "at least 50 words" in last.refusal and isinstance(score(MEMO, state), Unscorable)


def test_earlier_work_is_brought_in_once_below_what_stands_there():
    brought = {"type": "gather", "texts": {"00-sample/trip": "They are Ann and Bob.", "00-sample/unknown": "No."}}
    state, last = play(write("why", "My own words."), brought)
    assert state.texts["why"] == "My own words.\n\nThey are Ann and Bob." and "1 piece" in last.announce
    _, last = play(write("why", "My own words."), brought, brought)
    assert "nothing new" in last.refusal
    _, last = play({"type": "gather", "texts": ["nonsense"]})
    assert last.refusal


def test_a_memo_is_kept_and_any_change_opens_it():
    _, early = play(write("why", LONG), KEEP)
    assert "rubric first" in early.refusal
    state, last = play(write("why", LONG), CHECK, KEEP)
    assert state.finished and last.statements[0].verb == "completed"
    state, _ = play(write("why", LONG), CHECK, KEEP, write("how", "More."))
    assert not state.finished and "You have changed the memo since." in plain(render(MEMO, state))


def test_the_memo_as_markdown():
    state, _ = play(write("how", "By *boat*.\n\nAnd on foot."))
    assert markdown(MEMO, state) == "# A paper & more\n\n## How\n\nBy *boat*.\n\nAnd on foot.\n"


def test_what_is_written_is_text_with_its_line_breaks_and_never_markup():
    html = render(MEMO, play(write("why", "\n<script>alert(1)</script>\nsecond"))[0])
    assert "<script" not in html and ">\n\n&lt;script&gt;" in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_the_facts_of_the_rubric():
    known = facts(MEMO, {"why": "Risk and RISKS; no asterisk", "how": "endangered"})
    assert known["why-risk"] == 2 and known["how-risk"] == 0 and known["risk"] == 2 and known["total"] == 6


junk = st.none() | st.integers() | st.text(max_size=5) | st.dictionaries(st.text(max_size=3), st.integers(), max_size=2)
events = st.fixed_dictionaries(
    {"type": st.sampled_from(["write", "gather", "check", "keep"]) | junk},
    optional={
        "section": st.sampled_from(["why", "how"]) | junk,
        "text": st.sampled_from([LONG, "risk"]) | junk,
        "texts": junk,
    },
)


@given(st.lists(events | junk, max_size=15))
def test_step_never_raises_and_replay_gives_the_same_page(given_):
    once, again = start(MEMO, seed=0), start(MEMO, seed=0)
    for event in given_:
        taken = step(MEMO, once, event, now=0)
        assert not taken.refusal or (taken.state == once and not taken.statements)
        once = taken.state
        again = step(MEMO, again, event, now=3).state
    assert once == again and render(MEMO, once) == render(MEMO, again)
    total = score(MEMO, once)
    assert isinstance(total, Unscorable) or 0 <= total.raw <= total.max


@pytest.mark.parametrize(
    "spoil", [{"format": 2}, {"sections": [{}]}, {"topics": []}, {"criteria": [{**DATA["criteria"][0], "rules": []}]}]
)
def test_what_is_no_memo_is_refused(spoil):
    with pytest.raises(Malformed):
        load({**DATA, **spoil})
