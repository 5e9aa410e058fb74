import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.kernel.html import Safe, escape, hidden, icon, join, plain, tag


def test_text_is_escaped_and_markup_of_ours_is_not():
    assert tag("p", "<script>", Safe("<b>ours</b>")) == "<p>&lt;script&gt;<b>ours</b></p>"


def test_attributes_are_named_quoted_and_left_out():
    made = tag(
        "button",
        class_="a",
        data_event={"type": "x", "n": 1},
        aria_pressed="false",
        disabled=True,
        hidden=False,
        id=None,
    )
    assert made == (
        '<button class="a" data-event="{&quot;type&quot;:&quot;x&quot;,&quot;n&quot;:1}" aria-pressed="false" disabled></button>'
    )


def test_an_element_that_holds_nothing_is_not_closed():
    assert tag("input", type="radio") == '<input type="radio">'


def test_children_nest_and_none_vanishes():
    assert join(["a", None, ["b", [Safe("<i>c</i>")]]]) == "ab<i>c</i>"


def test_icons_are_decoration():
    assert 'aria-hidden="true"' in icon("i-fits")
    assert 'class="st-track"' in icon("t-two")


def test_hidden_words_are_for_the_ear():
    assert hidden(", card 5") == '<span class="st-hide">, card 5</span>'


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>One <em>two</em>.</p>", "One two."),
        ("a &amp;lt; b", "a &lt; b"),
        ("Q &amp; A&#39;s &quot;x&quot;", 'Q & A\'s "x"'),
        ("  spread \n out ", "spread out"),
    ],
)
def test_plain_reads_markup_out(markup, words):
    assert plain(markup) == words


@given(st.text())
def test_no_text_ever_becomes_markup(text):
    made = tag("p", text, title=text)
    assert made.count("<") == 2 and made.count(">") == 2
    assert plain(escape(text)) == " ".join(text.split())
