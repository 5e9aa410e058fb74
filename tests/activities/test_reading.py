"""Reading a lesson: sections are reached, once each, in any order, and nothing is scored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.activities import KINDS
from interactive.activities.reading.definition import load
from interactive.kernel.html import plain
from interactive.kernel.reading import Malformed
from interactive.kernel.score import Unscorable

KIND = KINDS["reading"]
DATA = {
    "format": 1,
    "kind": "reading",
    "ref": "00-sample/reading",
    "title": "Colors",
    "sections": [
        {"id": "red", "title": "On <red>"},
        {"id": "blue", "title": "On blue"},
        {"id": "green", "title": "On green"},
    ],
}
LESSON = load(DATA)


def reached(*names):
    state, statements = KIND.start(LESSON, seed=0), []
    for place, name in enumerate(names):
        result = KIND.step(LESSON, state, {"type": "reached", "section": name}, now=place)
        state = result.state
        statements += result.statements
    return state, [(one.verb, one.item) for one in statements]


def test_a_section_is_read_once():
    state, said = reached("red", "blue", "red")
    assert state.read == ("red", "blue") and said == [("read", "red"), ("read", "blue")]


def test_the_last_section_completes_the_lesson():
    assert reached("green", "red", "blue")[1][-1] == ("completed", "00-sample/reading")


def test_a_section_that_is_not_there_is_refused():
    result = KIND.step(LESSON, KIND.start(LESSON, seed=0), {"type": "reached", "section": "gray"}, now=0)
    assert result.refusal and result.statements == ()


@given(
    st.none()
    | st.integers()
    | st.text()
    | st.dictionaries(st.sampled_from(["type", "section"]), st.text() | st.none() | st.integers())
)
def test_no_event_makes_it_raise_or_read(event):
    state = KIND.start(LESSON, seed=0)
    assert KIND.step(LESSON, state, event, now=0).state == state


@given(st.lists(st.sampled_from(["red", "blue", "green", "gray"])))
def test_what_was_read_is_what_was_reached(names):
    state, said = reached(*names)
    assert set(state.read) == set(names) - {"gray"}
    assert sum(verb == "completed" for verb, _ in said) == (len(state.read) == 3)
    assert KIND.score(LESSON, state) == Unscorable(f"{len(state.read)} of 3 sections read")


def test_it_is_drawn_as_a_list_and_trusts_no_title():
    html = KIND.render(LESSON, reached("red")[0])
    assert "On <red>: read" in plain(html) and "On blue: not read" in plain(html) and "<red>" not in html


@pytest.mark.parametrize(
    "changes", [{"format": 2}, {"kind": "quiz"}, {"sections": None}, {"sections": [{"id": 7}]}, {"title": 1}]
)
def test_what_is_no_reading_is_refused(changes):
    with pytest.raises(Malformed):
        load({**DATA, **changes})
