import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.kernel.reading import Malformed, parse, take
from interactive.kernel.score import Score, Unscorable, points, score_data


@pytest.mark.parametrize(
    ("quarters", "said"), [(0, "0"), (1, "¼"), (2, "½"), (4, "1"), (22, "5½"), (23, "5¾"), (48, "12")]
)
def test_points_are_written_as_people_write_them(quarters, said):
    assert points(quarters) == said


def test_not_answered_crosses_the_bridge_as_a_reason():
    assert score_data(Unscorable("Nothing yet.")) == {"unscorable": "Nothing yet."}


def test_nothing_to_earn_is_not_a_division():
    assert Score(0, 0, 0, 0).scaled == 0


@given(st.integers(0, 400), st.integers(1, 100))
def test_scaled_is_raw_over_max(quarters, most):
    score = Score(quarters / 4, float(most), 1, most)
    assert score_data(score)["scaled"] == round(quarters / 4 / most, 4)


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        ({"a": 1}, str, "a should be text"),
        ({}, list, "a should be a list"),
        ({"a": True}, int, "a should be a whole number"),
        ([], dict, "the file should be an object"),
    ],
)
def test_what_is_malformed_is_said_with_its_place(data, kind, words):
    with pytest.raises(Malformed, match=words):
        take(data, "a", kind)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 5_000 + "1" + "}" * 5_000, '"', "{", "", "NaN,"])
def test_text_that_is_no_data_of_ours_is_malformed_and_ends_nothing(text):
    """In the browser a deep nest would overflow the stack and end Python itself."""
    with pytest.raises(Malformed):
        parse(text)


def test_brackets_inside_strings_are_only_text():
    assert parse('{"a": "' + "[" * 500 + '\\"[["}')["a"].startswith("[[")
