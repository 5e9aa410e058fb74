"""The file that is handed in: what is written is read again, and what was changed on the way is told or refused."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interactive.kernel.reading import Malformed
from interactive.record.submission import (
    LONGEST_NAME,
    MAX_ATTEMPTS,
    MAX_CHARACTERS,
    Submission,
    canonical,
    check_of,
    read_submission,
    submission_data,
    write_submission,
)
from tests.record.assign_sample import BANK, DONE, SORT, attempt

FILE = Submission(
    "v=1&title=Week+2&do=01-colors/sort;seed=7",
    "Ada Lovelace",
    1_700_000_000_000,
    (attempt(SORT, DONE), attempt(BANK, {"type": "fill", "text": "ünï</script>"}, name="a-2")),
    {SORT: (5.5, 8.0), BANK: (0.0, 4.0)},
    "s123",
)
TEXT = write_submission(FILE)

names = st.text(min_size=1, max_size=40).map(lambda text: " ".join("".join(filter(str.isprintable, text)).split()))
events = st.dictionaries(st.text(max_size=6), st.integers() | st.text(max_size=20) | st.booleans(), max_size=3)
attempts = st.lists(
    st.builds(lambda done, seed: attempt(SORT, *done, seed=seed), st.lists(events, max_size=3), st.integers(0, 99)),
    max_size=3,
)
points = st.integers(0, 80).map(lambda quarters: quarters / 4)
files = st.builds(
    lambda name, made, found, totals, number: Submission("v=1&do=01-colors", name, made, tuple(found), totals, number),
    names,
    st.integers(0, 2**52),
    attempts,
    st.dictionaries(st.sampled_from([SORT, BANK]), st.tuples(points, points)),
    names,
)


def whole(read, written):
    return read.whole and {**submission_data(read), "check": 0} == {**submission_data(written), "check": 0}


@given(files)
def test_what_is_written_is_read_again(file):
    text = write_submission(file)
    assert whole(read_submission(text), file)
    assert write_submission(read_submission(text)) == text


def test_the_file_is_as_the_contract_says():
    data = json.loads(TEXT)
    assert data["format"] == "second-track-submission" and data["version"] == 1 and data["course"] == "second-track"
    assert data["student"] == {"name": "Ada Lovelace", "id": "s123"} and data["made"] == FILE.made
    assert data["totals"] == {SORT: {"raw": 5.5, "max": 8}, BANK: {"raw": 0, "max": 4}}
    assert [one["id"] for one in data["attempts"]] == ["a-1", "a-2"] and data["attempts"][0]["events"][0][
        "event"
    ] == DONE
    assert data["check"] == check_of(data) and len(data["check"]) == 8


def test_another_layout_of_the_same_file_is_still_whole():
    again = json.dumps(json.loads(TEXT), indent=2, sort_keys=True)
    assert read_submission("\ufeff" + again + "\n").whole


@pytest.mark.parametrize(
    "edit",
    [
        lambda data: data["totals"][SORT].update(raw=8),
        lambda data: data["student"].update(name="Ben"),
        lambda data: data["attempts"].pop(),
        lambda data: data["attempts"][0]["events"][0].update(at=5),
        lambda data: data.update(assignment="v=1&do=02-sounds"),
        lambda data: data.update(check="00000000"),
        lambda data: data.pop("check"),
        lambda data: data.update(check=["x"]),
        lambda data: data.update(more="x"),
    ],
)
def test_an_edit_shows(edit):
    data = json.loads(TEXT)
    edit(data)
    assert not read_submission(json.dumps(data)).whole


@given(st.integers(0, len(TEXT) - 3))
def test_a_file_that_was_cut_short_is_refused(end):
    with pytest.raises(Malformed, match="damaged or cut short|not a submission"):
        read_submission(TEXT[:end])


@settings(max_examples=300)
@given(st.integers(0, len(TEXT) - 1), st.characters(codec="utf-8"))
def test_one_changed_character_is_told_or_refused(place, char):
    changed = TEXT[:place] + char + TEXT[place + 1 :]
    try:
        found = read_submission(changed)
    except Malformed as error:
        assert str(error)
    else:
        assert not found.whole or canonical(json.loads(changed)) == canonical(json.loads(TEXT))


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(junk | st.fixed_dictionaries({"format": st.just("second-track-submission"), "version": st.just(1) | junk}))
def test_junk_is_refused_with_a_sentence(data):
    with pytest.raises(Malformed, match="."):
        read_submission(json.dumps(data))


@given(st.sampled_from(sorted(json.loads(TEXT))), junk)
def test_a_file_with_a_strange_part_is_read_or_refused_and_never_whole(name, value):
    data = json.loads(TEXT) | {name: value}
    try:
        found = read_submission(json.dumps(data))
    except Malformed:
        return
    assert not found.whole or data == json.loads(TEXT)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x" * (MAX_CHARACTERS + 1), "far larger"),
        ("[" * 100_000, "damaged"),
        (TEXT.replace('"version":1', '"version":2'), "a newer version"),
        (TEXT.replace('"version":1', '"version":0'), "no known version"),
        (TEXT.replace('"second-track"', '"other-course"'), "another course"),
        (TEXT.replace("second-track-submission", "second-track-record"), "not a submission"),
        (TEXT.replace('"a-1"', '"<b>"'), "characters that no id"),
        (TEXT.replace('"made":1700000000000', '"made":-1'), "made is out of range"),
        ("", "damaged"),
    ],
)
def test_what_cannot_be_a_submission_is_refused(text, said):
    with pytest.raises(Malformed, match=said):
        read_submission(text)


def test_too_many_attempts_are_refused():
    data = json.loads(TEXT)
    data["attempts"] = [{}] * (MAX_ATTEMPTS + 1)
    with pytest.raises(Malformed, match="more attempts"):
        read_submission(json.dumps(data))


def test_a_name_is_text_on_one_line_and_nothing_else():
    data = json.loads(TEXT)
    data["student"] = {"name": '<script>alert("x")</script>\n\u202eadA' + "x" * 900, "id": None}
    found = read_submission(json.dumps(data))
    assert found.name.startswith('<script>alert("x")</script> adA') and len(found.name) == LONGEST_NAME
    assert found.student_id == ""


def test_claimed_totals_that_are_no_numbers_are_left_out():
    data = json.loads(TEXT)
    data["totals"] = {SORT: {"raw": 1, "max": 2}, "a": {"raw": "1", "max": 2}, "b": 3, "c": {"raw": 1e999, "max": 1}}
    assert read_submission(json.dumps(data)).totals == {SORT: (1.0, 2.0)}
    data["totals"] = {"d": {"raw": 10**400, "max": 1}, "e": {"raw": float("nan"), "max": 1}}
    assert read_submission(json.dumps(data)).totals == {}


def test_everything_of_a_long_course_is_small_enough():
    """Thirty tasks, three attempts each, every answer of the longest ones with a page of text."""
    page = "She wrote a whole page about it. " * 60
    found = [
        attempt(
            SORT,
            *[{**DONE, "card": f"card-{at}"} for at in range(60)],
            *[{"type": "write", "text": page}] * 4,
            name=f"a-{n}",
        )
        for n in range(90)
    ]
    text = write_submission(Submission("v=1", "Ada", 1, tuple(found)))
    assert len(text) < 2_000_000
    assert read_submission(text).whole
