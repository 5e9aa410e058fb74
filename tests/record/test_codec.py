"""A record that comes from a file is untrusted. Whatever it is, the answer is a record or one plain sentence."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.kernel.reading import Malformed
from interactive.record.codec import MAX_CHARACTERS, read, read_text, write

junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)


def record_data(**changes):
    attempt = {
        "id": "a-1",
        "ref": "00-sample/colors",
        "digest": "abc",
        "seed": 0,
        "started": 5,
        "events": [{"id": "t-1", "at": 6, "event": {"type": "check"}}],
    }
    return {
        "format": "second-track-record",
        "version": 1,
        "course": "second-track",
        "attempts": [{**attempt, **changes}],
    }


def test_a_record_survives_writing_and_reading():
    record = read(record_data())
    assert write(record) == record_data()
    assert read_text(json.dumps(write(record)), "second-track") == record


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (json.dumps(record_data())[:-40], "damaged or cut short"),
        ("", "damaged or cut short"),
        ("[" * 100_000, "damaged or cut short"),
        ("x" * (MAX_CHARACTERS + 1), "far larger than any record"),
        ("[]", "not a record of a Second Track course"),
        ('{"format": "something-else"}', "not a record of a Second Track course"),
        (json.dumps({**record_data(), "course": "another"}), "belongs to another course"),
        (json.dumps({**record_data(), "version": 99}), "newer version"),
        (json.dumps({**record_data(), "version": 0}), "no version that ever existed"),
        (json.dumps({**record_data(), "version": True}), "version should be a whole number"),
        (json.dumps({**record_data(), "attempts": {}}), "attempts should be a list"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_in_plain_words(text, words):
    with pytest.raises(Malformed, match=words):
        read_text(text, "second-track")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"id": "<script>alert(1)</script>"}, "attempt 1.id holds characters"),
        ({"ref": "../../etc/passwd\n"}, "attempt 1.ref holds characters"),
        ({"digest": ""}, "attempt 1.digest holds characters"),
        ({"seed": -1}, "attempt 1.seed is out of range"),
        ({"seed": 2**60}, "attempt 1.seed is out of range"),
        ({"started": "yesterday"}, "attempt 1.started should be a whole number"),
        ({"events": [{"id": "t-1", "at": 6, "event": "place"}]}, "attempt 1, event 1.event should be an object"),
        (
            {"events": [{"id": "t-1", "at": 6, "event": {"x": "y" * 30_000}}]},
            "attempt 1, event 1 is larger than any answer",
        ),
        ({"events": [7]}, "attempt 1, event 1 should be an object"),
    ],
)
def test_a_hostile_value_is_refused_with_its_place(changes, words):
    with pytest.raises(Malformed, match=words):
        read(record_data(**changes))


def test_an_event_repeated_in_a_file_counts_once():
    events = record_data()["attempts"][0]["events"]
    assert len(read(record_data(events=events * 3)).attempts["a-1"].entries) == 1


@given(junk)
def test_no_data_makes_reading_raise_anything_else(data):
    for candidate in (
        data,
        {**record_data(), "attempts": data},
        record_data(events=data),
        record_data(id=data, seed=data),
    ):
        try:
            read(candidate)
        except Malformed as error:
            assert str(error)


@given(st.text(max_size=200))
def test_no_text_makes_reading_raise_anything_else(text):
    with pytest.raises(Malformed):
        read_text(text, "second-track")
