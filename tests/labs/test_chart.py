"""A chart is drawn to the place, whatever numbers come; its words are text."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.labs.chart import SLACK, STYLE, Chart

values = st.lists(st.floats(0, 1), min_size=2, max_size=80)


def corners(chart, look="a"):
    """The corners of a curve as they are drawn: step and hundredths from the top."""
    path = re.search(
        rf'<path class="{look}" d="M0 (\S+?)l([^"]*)"/></?svg|<path class="{look}" d="M0 (\S+?)l([^"]*)"',
        chart.drawing(),
    )
    first, rest = (path[1], path[2]) if path[1] else (path[3], path[4])
    numbers = [int(number) for number in re.findall(r"-?\d+", rest)]
    found = [(0, int(first))]
    for right, down in zip(numbers[::2], numbers[1::2], strict=True):
        found.append((found[-1][0] + right, found[-1][1] + down))
    return found


@given(values)
def test_a_curve_passes_each_value_as_near_as_the_eye_sees(heights):
    drawn = corners(Chart("Any", {"A": heights}))
    assert drawn[0][0] == 0 and drawn[-1][0] == len(heights) - 1
    for (x1, y1), (x2, y2) in pairwise(drawn):
        for step in range(x1, x2 + 1):
            shown = y1 + (y2 - y1) * (step - x1) / (x2 - x1)
            assert abs(shown - (100 - 100 * heights[step])) <= SLACK + 0.51  # and half a hundredth for whole numbers


def test_a_straight_line_is_one_line():
    assert corners(Chart("Straight", {"A": [n / 60 for n in range(61)]})) == [(0, 100), (60, 0)]


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=20), st.floats(0.1, 1e6))
def test_what_lies_outside_stays_at_the_edge(heights, top):
    assert all(0 <= y <= 100 for _, y in corners(Chart("Any", {"A": heights}, top=top)))


@given(st.text(alphabet='<>&"ab', max_size=20))
def test_words_are_text_and_the_whole_is_well_formed(words):
    chart = Chart(words, {words: [0, 1], "B": [1, 0]}, {0: words, 1: words}, line=0.5)
    tree = ElementTree.fromstring(chart.drawing())
    assert tree.find("figcaption").text in (words, None) and tree.find("svg").get("role") == "img"


def test_a_chart_without_curves_or_with_too_many_is_refused():
    with pytest.raises(ValueError, match="between one and 4"):
        Chart("None", {})
    with pytest.raises(ValueError, match="between one and 4"):
        Chart("Five", {name: [0, 1] for name in "abcde"})
    with pytest.raises(ValueError, match="'A' needs two values"):
        Chart("Short", {"A": [1]})


def test_the_style_goes_with_a_chart_only_where_the_site_does_not_bring_it():
    chart = Chart("Two", {"A": [0, 1]})
    assert STYLE in chart._repr_html_() and "<style" not in chart.drawing() and "style=" not in chart.drawing()
