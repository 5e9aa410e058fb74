"""A summary says what an attempt came to; read back it is what was given out, and nothing else is taken for one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.activities import KINDS
from interactive.kernel.reading import Malformed
from interactive.kernel.score import Score, Unscorable
from interactive.record.model import Attempt, Entry
from interactive.record.sittings import FIRST
from interactive.record.summary import LATEST, Loaded, read_summaries, summarize
from tests.conftest import sorter_data
from tests.record.told import answered, summary, summary_data

KIND = KINDS["sorter"]
DATA = {**sorter_data(), "digest": "d1"}
LOADED = Loaded(KIND, KIND.load(DATA))
CARDS = list(KIND.start(KIND.load(DATA), seed=0).slips)


def attempt(*events, gap=10_000, start=1_000_000):
    entries = tuple(Entry(f"t-{n}", start + n * gap, event) for n, event in enumerate(events))
    return Attempt("a-1", DATA["ref"], "d1", 0, start, entries)


def place(card, bin_id="red"):
    return {"type": "place", "card": card, "bin": bin_id}


def test_a_summary_tells_title_score_time_and_every_statement():
    made = summarize(attempt(*map(place, CARDS), {"type": "finish"}), LOADED, DATA)
    assert (made["title"], made["kind"], made["ref"], made["digest"]) == ("Colors", "sorter", DATA["ref"], "d1")
    assert made["finished"] and made["entries"] == 7 and made["last"] == "t-6"
    assert made["seconds"] == FIRST + 6 * 10 and made["touched"] == 1_060_000
    assert made["score"]["answered"] == 6
    assert [row[0] for row in made["statements"]] == ["answered"] * 6 + ["completed"]
    assert made["statements"][0][5] == ["s0-tell-colors"]


def test_what_is_open_is_not_finished():
    made = summarize(attempt(place(CARDS[0])), LOADED, DATA)
    assert not made["finished"] and made["score"]["answered"] == 1


def test_without_its_definition_a_summary_says_so_and_is_empty():
    made = summarize(attempt(place(CARDS[0])), None, DATA)
    assert "no longer here" in made["score"]["unscorable"] and made["statements"] == []
    assert made["title"] == "Colors" and made["seconds"] == FIRST and made["kind"] == ""
    assert summarize(attempt(place(CARDS[0])), None, {})["title"] == DATA["ref"]


def test_a_long_response_is_cut_and_a_mad_clock_is_held():
    far = Attempt("a-1", DATA["ref"], "d1", 0, 2**52, (Entry("t-1", 2**52, place(CARDS[0])),))
    made = summarize(far, LOADED, DATA)
    assert made["started"] == made["touched"] == made["statements"][0][2] == LATEST
    assert read_summaries([made])[0].touched == LATEST


def test_a_summary_survives_the_pages_own_json():
    made = summarize(attempt(*map(place, CARDS), {"type": "finish"}), LOADED, DATA)
    once = read_summaries(json.loads(json.dumps([made])))[0]
    whole = read_summaries(json.loads(json.dumps([made]).replace(".0,", ",").replace(".0}", "}")))[
        0
    ]  # as JavaScript writes 1.0
    assert once == whole and isinstance(once.score, Score) and once.score.items == 6
    assert once.statements[0].item == CARDS[0] and once.sittings == ((1_000_000, once.seconds),)


def test_an_unscored_summary_is_read_as_such():
    assert summary(score={"unscorable": "Nothing yet."}).score == Unscorable("Nothing yet.")


def test_an_attempt_given_twice_counts_once():
    assert len(read_summaries([summary_data(answered("item-0"))] * 2)) == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"v": 2}, "summary 1 is of another version"),
        ({"id": 7}, "summary 1.id should be text"),
        ({"finished": "yes"}, "summary 1.finished should be true or false"),
        ({"touched": -1}, "a time that no clock shows"),
        ({"started": 2**60}, "a time that no clock shows"),
        ({"seconds": "long"}, "summary 1.seconds should be a whole number"),
        ({"sittings": [[1]]}, "a sitting that is not one"),
        ({"sittings": [["now", 3]]}, "a sitting that is not one"),
        ({"score": {"raw": "all", "max": 1}}, "should say points"),
        ({"score": {"unscorable": 7}}, "summary 1.score.unscorable should be text"),
        ({"statements": "none"}, "summary 1.statements should be a list"),
        ({"statements": [["answered"]]}, "a statement that is not one"),
        ({"statements": [{"verb": "answered"}]}, "a statement that is not one"),
        ({"statements": [["answered", "i", 5, "a", 2, [], ""]]}, "a statement that is not one"),
        ({"statements": [["answered", "i", -5, "a", 1, [], ""]]}, "a statement that is not one"),
        ({"statements": [["answered", "i", True, "a", 1, [], ""]]}, "a statement that is not one"),
        ({"statements": [["answered", 7, 5, "a", 1, [], ""]]}, "a statement that is not one"),
        ({"statements": [["answered", "i", 5, "a", float("nan"), [], ""]]}, "a statement that is not one"),
    ],
)
def test_a_hostile_summary_is_refused_in_a_sentence(changes, words):
    with pytest.raises(Malformed, match=words):
        read_summaries([summary_data(answered("item-0"), **changes)])


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=8) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=9,
)


@given(junk, st.sampled_from(sorted(summary_data())))
def test_no_data_makes_reading_raise_anything_else(data, name):
    for candidate in (data, [data], [{**summary_data(), name: data}], [{**summary_data(), "statements": [data]}]):
        try:
            read_summaries(candidate)
        except Malformed as error:
            assert str(error)
