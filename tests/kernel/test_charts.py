"""Charts: what is drawn is in proportion, what is said is the same, and no page's policy is broken by them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from interactive.kernel.charts import Bar, chart, lying, rails, standing

words = st.text("ab1 <>&\"'", max_size=6)
bars = st.lists(st.builds(Bar, words, st.floats(0, 1e6), words, words), max_size=31)


def heights(svg):
    return [float(found) for found in re.findall(r'<rect[^>]* height="([\d.]+)rem"', svg)]


def widths(html):
    return [float(found) for found in re.findall(r'<rect[^>]* width="([\d.]+)%"', html)]


def test_standing_bars_are_in_proportion_and_the_smallest_can_be_seen():
    svg = standing([Bar("a", 10, "10"), Bar("b", 5, "5"), Bar("c", 0.01, "a bit"), Bar("d", 0, "none")], "Four bars")
    assert heights(svg) == [5.5, 2.75, 0.1]


def test_only_every_seventh_bar_is_labeled_where_that_is_asked():
    svg = standing([Bar(str(day), 1, "one") for day in range(15)], "Days", every=7)
    assert re.findall(r">(\d+)</text>", svg) == ["0", "7", "14"]


def test_lying_bars_carry_their_words_and_a_tick():
    html = lying([Bar("Sure", 0.5, "2 of 4 right", mark=0.9)], "One", most=1.0)
    assert "Sure: 2 of 4 right" in html and widths(html) == [100, 50] and 'x1="90%"' in html


def test_a_value_beyond_the_scale_ends_at_its_end():
    assert widths(lying([Bar("a", 3, "3", mark=9)], "One", most=1.0)) == [100, 100]
    assert max(widths(rails(2, 1.5))) == 100


def test_empty_rails_draw_no_bar():
    assert "<rect" not in rails(0, 0)


@given(bars, words)
def test_any_bars_make_one_image_with_a_name_and_no_style(some, say):
    for html in (standing(some, say), lying(some, say, most=1.0)):
        assert html.count('role="img"') == 1 and "aria-label=" in html
        assert "style=" not in html and not re.search(r'="-?(nan|inf)', html)
        assert all(0 <= value <= 100 for value in widths(html))


def test_colors_are_tokens():
    html = standing([Bar("a", 1, "1", "1")], "x") + lying([Bar("a", 1, "1", mark=1)], "x", most=1) + rails(0.5, 0.5)
    assert {*re.findall(r'(?:fill|stroke)="([^"]*)"', html)} <= {
        f"var(--st-{name})" for name in ("ink", "ink-2", "rule", "brass-line")
    }


def test_a_chart_stands_with_its_sentence_and_its_table():
    html = chart("Three items.", standing([], "none"), ("Day", "Items"), [("Today", "3"), ("<b>", "0")])
    assert "<figcaption>Three items.</figcaption>" in html
    assert '<th scope="row">Today</th><td>3</td>' in html and "&lt;b&gt;" in html
