"""The progress page, whole: it says what the record holds, says what will stand where there is nothing, and trusts no text."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.kernel.days import DAY, day_of
from interactive.kernel.html import plain as bare
from interactive.record.draw_page import progress_html, today_of
from interactive.record.progress import Due, progress, rings_of
from tests.record.told import NOW, ONE, answered, course, course_data, summary

VOID = {"input", "br", "hr", "img"}
ALL_RIGHT = [answered(f"item-{number}", sure="sure") for number in range(6)]


def told(*summaries, due=Due(), memory=None, where=None):  # noqa: B008 (a frozen value)
    return progress(where or course(), summaries, memory or {}, due, NOW, 0)


def page(*summaries, **changes):
    return progress_html(told(*summaries, **changes), None)


def plain(html):
    """The words of a page, with a space where a block ends."""
    return bare(re.sub(r"</(?:p|td|th|div|h\d|li|caption|summary|span)>", r" \g<0>", html))


class Whole(HTMLParser):
    """Fails on a tag that does not close where it should, and collects what matters."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.links, self.handlers = [], [], [], []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values["href"]] if "href" in values else []
        self.handlers += [name for name in values if name.startswith("on") or name == "style"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def parsed(html):
    whole = Whole()
    whole.feed(html)
    whole.close()
    assert whole.open == []
    return whole


def test_an_empty_record_says_what_will_stand_in_every_part():
    words = plain(page())
    for sentence in (
        "Begin anywhere",
        "After your first answers",
        "come back for review",
        "how often your sure was right",
    ):
        assert sentence in words
    assert "The days on which you worked" in words and words.count("Not tried") == 2 and "Being written" in words


def test_a_lesson_says_what_was_done_and_when():
    words = plain(page(summary(answered("item-0"), answered("item-1", 0))))
    assert "2 of 8 items; 1 of 2 activities finished" in words
    assert "0 percent" not in words and "25% done" in words and "yesterday" in words


def test_what_was_only_opened_was_begun_and_what_was_only_read_was_not():
    assert "1 of 2 activities begun" in plain(page(summary(finished=False, entries=1)))
    read = summary(["read", "red", NOW, "", None, [], ""], ref=f"{ONE}/reading", kind="reading")
    assert "Not begun" in plain(page(read)) and "activities begun" not in plain(page(read))


def test_what_was_read_is_said_by_its_last_section():
    reading = {"ref": f"{ONE}/reading", "kind": "reading", "score": {"unscorable": "reading"}}
    rows = [["read", name, NOW, "", None, [], ""] for name in ("red", "blue")]
    assert "1 of 2 sections, last “On red”" in plain(page(summary(rows[0], **reading)))
    assert "To the end" in plain(page(summary(*rows, **reading)))


def test_an_objective_says_its_level_and_what_it_rests_on():
    html = page(summary(*ALL_RIGHT))
    words = plain(html)
    assert "Tell colors sure 6 right of 6 items answered, the last yesterday Nothing for now" in words
    assert "Mix colors not tried Nothing to go on yet. That is not a low score. Asking" in words
    assert "It moves both ways." in words


def test_what_is_weak_sends_back_to_the_section_of_its_weakest_item():
    words = page(summary(answered("item-0"), answered("item-1", 0)))
    assert '<a href="root:one.html#n1">Reread “On 1”</a>' in words
    assert "(there are 6)" in words


def test_what_is_steady_and_fading_sends_to_practice():
    right = summary(*[answered(f"item-{number}") for number in range(5)])
    faded = dict.fromkeys([f"item-{number}" for number in range(5)], 0.85) | {"item-0": 0.7}
    assert '<a href="root:p.html#due">Practice</a>' in page(right, memory=faded)


def test_a_lesson_in_which_nothing_was_tried_has_no_table_of_objectives():
    assert page(summary(answered("item-0"))).count('role="columnheader">Mastery') == 1
    assert "Mastery" not in page()


def test_the_strip_has_as_many_columns_as_there_are_answers():
    assert today_of(told()) == ""
    assert 'data-columns="1"' in today_of(told(summary(*ALL_RIGHT)))
    due = Due(now=3, new=2, week=4, leeches=("item-3",))
    strip = today_of(told(summary(answered("item-0", 0.0), finished=False), due=due))
    words = plain(strip)
    assert 'data-columns="3"' in strip and "3 items And 2 new terms, 4 more items by this day next week." in words
    assert "What color is 3?" in words and "Forgotten four times or more." in words
    assert parsed(strip).links == ["root:one.html#bank", "root:p.html#due", "root:one.html#n3"]


def test_with_nothing_due_the_strip_says_what_is_to_come():
    words = plain(today_of(told(summary(*ALL_RIGHT), due=Due(week=1))))
    assert "Nothing today 1 more item by this day next week." in words
    assert "2 new terms" in plain(today_of(told(summary(*ALL_RIGHT), due=Due(new=2))))


def test_without_a_practice_page_nothing_is_said_of_reviews():
    where = course(practice={})
    assert "Due for review" not in today_of(told(summary(*ALL_RIGHT), due=Due(now=3), where=where))


def test_the_weakest_objective_deserves_another_look_until_it_is_steady():
    strip = today_of(told(summary(answered("item-0", 0.0), answered("item-6", 0.5))))
    assert "Tell colors" in plain(strip) and "root:one.html#n0" in strip
    assert "Worth another look" not in today_of(told(summary(*ALL_RIGHT)))


def test_rings_are_told_by_the_address_of_the_page():
    assert rings_of(told(summary(answered("item-0")))) == {"one.html": "begun", "two.html": "none"}


def test_sure_and_wrong_is_listed_with_the_section_to_reread():
    rows = [answered(f"item-{number % 8}", 0.0, at=NOW - DAY + number, sure="sure") for number in range(8)]
    more = [answered(f"old-{number}", 0.0, at=NOW - 2 * DAY + number, sure="sure") for number in range(4)]
    words = plain(page(summary(*rows), summary(*more, id="a-2")))
    assert "Sure, and wrong" in words and "What color is 7? Answered yesterday. Reread On 7." in words
    assert "And 2 earlier." in words
    assert "0 of 12 right" in words and "often sure of what does not hold" in words


def test_the_calibration_chart_has_a_table_with_every_word():
    words = plain(page(summary(answered("item-0", 0.75, sure="leaning"))))
    assert "Leaning: ¾ of 1 right" in words and "Leaning 1 ¾ 75% about two in three" in words
    assert "Guessing 0 0 0% about one in three" in words


def test_history_and_time_are_told_from_sittings():
    old = summary(answered("item-0", at=NOW - 40 * DAY), id="a-1")
    new = summary(answered("item-1"), id="a-2", seconds=600, sittings=[[NOW - DAY, 600]])
    drill = summary(answered("item-2"), id="a-3", ref="practice/review", seconds=120, sittings=[[NOW, 120]])
    words = plain(page(old, new, drill))
    assert (
        "You were here on 2 of the last 30 days, 12 minutes in all. You stayed longest yesterday: 10 minutes." in words
    )
    assert "17 minutes in all." in words and "1 · Colors: 15 minutes" in words and "Practice: 2 minutes" in words
    assert "1 · Colors 15 minutes 30 minutes Practice 2 minutes none" in words


def test_days_are_those_of_the_learners_own_clock():
    late = summary(
        answered("item-0"), sittings=[[NOW + 11 * 3_600_000 + 1_800_000, 60]]
    )  # half past eleven in the evening, UTC
    here = progress(course(), [late], {}, Due(), NOW, 0)
    east = progress(course(), [late], {}, Due(), NOW + DAY // 2, 120)
    assert here.today == day_of(NOW, 0)
    assert "You stayed longest today" in plain(progress_html(here, None))
    assert "You stayed longest today" in plain(progress_html(east, None))


@pytest.mark.parametrize("record", [(), (summary(answered("item-0", 0.0, sure="sure"), finished=False),)])
def test_the_page_is_whole_names_nothing_twice_and_carries_no_script_or_style(record):
    whole = parsed(page(*record, due=Due(1, 1, 1, ("item-0",))))
    assert len(whole.ids) == len(set(whole.ids)) and whole.handlers == []
    assert all(link.startswith("root:") for link in whole.links)


hostile = st.sampled_from(
    ["<script>alert(1)</script>", '" onload="alert(1)', "'><img src=x onerror=alert(1)>", "&lt;b&gt;"]
)


@given(hostile)
def test_no_text_of_course_or_record_becomes_markup(text):
    data = course_data()
    data["lessons"][0].update(title=text, objectives={"c-tell": text}, sections={"red": text})
    for item in data["items"].values():
        item.update(label=text, reread={"text": text, "href": f"root:{text}"})
    for place in data["activities"].values():
        place.update(title=text)
    rows = [answered(f"item-{number}", 0.0, sure="sure") for number in range(3)]
    html = page(summary(*rows, finished=False, title=text), where=course(**data), due=Due(1, 1, 1, ("item-0",)))
    whole = parsed(html)
    assert whole.handlers == [] and "<script" not in html and "<img" not in html


def test_every_chart_has_a_name_a_sentence_and_a_table():
    html = page(summary(*ALL_RIGHT))
    charts = re.findall(r"<figure.*?</figure>", html, flags=re.DOTALL)
    assert len(charts) == 3
    for chart in charts:
        assert chart.count('role="img"') == 1 and 'aria-label=""' not in chart
        assert "<figcaption><p>" in chart and "<summary>As a table</summary>" in chart and "<tbody><tr>" in chart
