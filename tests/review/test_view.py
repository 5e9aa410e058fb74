"""The queue's panel: what it says, which buttons it offers, and that it trusts no text."""

import json
import re

from interactive.kernel.days import day_of
from interactive.kernel.html import plain as bare
from interactive.review.queue import AHEAD, Queue
from interactive.review.view import Words, due_said, forecast_chart, queue_html
from tests.review.told import NOW

WORDS = Words(lambda item: f"About {item}?", lambda item: (f"On {item}", f"root:x.html#{item}"))


def found(due=(), new=(), ahead=(), leeches=(), later=0, forecast=None):
    counts = forecast or (len(due), *[0] * (AHEAD - 1))
    return Queue(tuple(due), tuple(new), tuple(ahead), tuple(counts), later, tuple(leeches))


def panel(words=WORDS, following=None, **changes):
    return queue_html(found(**changes), following, words, "practice/review", NOW, 0)


def plain(html):
    return bare(re.sub(r"</(?:p|td|th|div|h\d|li|button)>", r" \g<0>", html))


def buttons(html):
    """Words and events of the buttons, as the page's script reads them."""
    pairs = re.findall(r'data-event="([^"]*)"[^>]*>(.*?)</button>', html)
    return {bare(words): json.loads(event.replace("&quot;", '"')) for event, words in pairs}


def items(number, name="i"):
    return [f"{name}-{place}" for place in range(number)]


def test_nothing_answered_says_what_will_come():
    html = panel()
    assert "Nothing to review yet" in html and "<button" not in html and "<figure" not in html


def test_a_few_due_are_reviewed_together():
    html = panel(due=items(3))
    assert "3 items due" in html and "About 1 minute, the shakiest first." in html
    assert buttons(html) == {"Review all 3": {"type": "begin", "items": items(3)}}
    assert 'data-for="practice/review"' in html and 'data-command="begin"' in html


def test_many_due_come_in_sizes_and_only_the_first_is_filled():
    html = panel(due=items(27))
    assert list(buttons(html)) == ["Review 10 items", "Review 20 items", "Review all 27"]
    assert buttons(html)["Review 10 items"]["items"] == items(10)
    assert html.count("st-button--first") == 1 and len(set(re.findall(r' id="([^"]*)"', html))) == 3


def test_more_than_a_session_takes_is_said():
    assert list(buttons(panel(due=items(230))))[-1] == "Review 200, the most at once"


def test_one_item_is_it():
    assert list(buttons(panel(due=items(1)))) == ["Review it"]


def test_new_terms_come_after_what_is_due():
    html = panel(due=items(2), new=["t-1"])
    assert buttons(html)["Review all 3"]["items"] == ["i-0", "i-1", "t-1"]
    assert "1 term from lessons you have begun is new." in html
    assert "2 terms from lessons you have begun are new." in panel(new=["t-1", "t-2"])


def test_nothing_due_says_when_and_offers_to_review_ahead():
    html = panel(ahead=items(12), following=(1, 4), forecast=(0, 4, *[0] * 12), later=8)
    assert "Nothing due today" in html and "The next 4 items come back tomorrow." in plain(html)
    assert buttons(html) == {"Review ahead: the 10 items that are next": {"type": "begin", "items": items(10)}}
    assert "st-button--first" not in html
    assert "The next 1 item comes back on 9 October." in panel(ahead=items(1), following=(5, 1))
    assert list(buttons(panel(ahead=items(1)))) == ["Review ahead: the item that is next"]


def test_only_what_is_far_off_is_in_good_memory():
    assert "in good memory" in panel(later=3)


def test_leeches_are_listed_with_the_section_to_reread():
    html = panel(due=items(1), leeches=[("i-0", 5)])
    words = plain(html)
    assert "About i-0? Forgotten 5 times. Reread On i-0." in words and 'href="root:x.html#i-0"' in html
    bare_words = panel(Words(lambda item: item, lambda item: ("", "")), due=items(1), leeches=[("i-0", 4)])
    assert "Reread" not in bare_words


def test_the_forecast_is_drawn_said_and_tabled():
    html = forecast_chart(found(due=items(2), forecast=(2, 0, 5, *[0] * 11), later=3), day_of(NOW, 0))
    words = plain(html)
    assert "7 items in the next 14 days, 2 today; 3 later." in words
    assert "The most, 5, come due on 6 October." in html
    assert "Today 2 Tomorrow 0 6 October 5" in words and html.count("<rect") == 2


def test_a_forecast_of_today_or_of_nothing_today_is_said_in_words():
    day = day_of(NOW, 0)
    assert "all of them today." in forecast_chart(found(due=items(2)), day)
    assert "none today." in forecast_chart(found(forecast=(0, 1, *[0] * 12)), day)


def test_what_is_due_is_said():
    assert due_said(found(due=items(1))) == "1 item due" and due_said(found()) == "Nothing due today"


def test_no_label_becomes_markup():
    evil = "<img src=x onerror=alert(1)>"
    html = panel(Words(lambda item: evil, lambda item: (evil, f"root:{evil}")), due=items(1), leeches=[("i-0", 4)])
    assert "<img" not in html


def test_an_id_never_ends_its_event():
    html = panel(due=["a\"'><b>"])
    assert "<b>" not in html.split("<h3>")[0]
