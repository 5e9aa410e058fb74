"""An attempt shown to an instructor: as the activity draws it, with nothing in it that could be pressed, and nothing left out."""

import re

import pytest

from interactive.activities import KINDS
from interactive.record.codec import read_attempt
from interactive.record.gradebook.draw_attempt import Shown, attempts_html
from interactive.record.gradebook.draw_inert import inert
from interactive.record.summary import Loaded
from tests.record.gradebook.class_sample import attempt
from tests.record.gradebook.small import DEFINITIONS, DIGEST, QUIZ, REFS, STORY

CONTROL = re.compile(r"<(?:input|select|button|textarea)\b[^>]*>")


def shown(ref: str, events: int | None = None, number: int = 1) -> Shown:
    """A student's attempt at this activity, or only the first of its events."""
    data = attempt(DEFINITIONS, DIGEST[ref], number, 0)
    definition = DEFINITIONS[DIGEST[ref]]
    activity = KINDS[str(definition["kind"])]
    told = {**data, "events": data["events"][:events]}
    return Shown(read_attempt(told), Loaded(activity, activity.load({**definition, "digest": DIGEST[ref]})), True)


@pytest.mark.parametrize("ref", REFS)
def test_nothing_in_it_is_alive_and_every_id_is_given_once(ref):
    html = attempts_html([shown(ref, number=1), shown(ref, number=2)], "t1", 0)
    assert not re.search(r" data-(activity|event|command|drag|drop|pick|place)\b", html)
    assert html.count('class="st-asis"') >= 2 and 'role="status"' not in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) and all(re.search(r"-t1-[12](-key)?$", one) for one in ids)
    names = set(ids)
    for pointed in re.findall(r' (?:aria-labelledby|aria-describedby)="([^"]+)"', html):
        assert set(pointed.split()) <= names
    assert all(" disabled" in control for control in CONTROL.findall(html))


def test_radio_buttons_of_two_attempts_are_two_groups():
    html = attempts_html([shown(QUIZ, 1), shown(QUIZ, 1, number=2)], "t1", 0)
    names = set(re.findall(r'<input disabled type="radio"[^>]* name="([^"]+)"', html))
    assert {one[-4:] for one in names} >= {"t1-1", "t1-2"}


def test_a_finished_quiz_shows_marks_reasons_and_score():
    html = attempts_html([shown(QUIZ)], "t1", 0)
    assert re.search(r"Attempt 1, begun 2 February 2026, \d+:\d\d: [\d.]+ of \d", html)
    assert 'class="st-mark' in html and "The key of this round" in html


def test_an_unfinished_quiz_has_its_key_beside_it():
    html = attempts_html([shown(QUIZ, 1)], "t1", 0)
    assert "The key of this round, with the reasons" in html


def test_a_play_shows_its_road_even_if_nobody_opened_the_debrief():
    whole = shown(STORY)
    ended = [entry for entry in whole.attempt.entries if entry.event.get("type") != "debrief"]
    html = attempts_html([shown(STORY, len(ended))], "t1", 0)
    assert "Your road" in html
    begun = attempts_html([shown(STORY, 2)], "t1", 0)
    assert "The decisions so far:" in begun and "Your road" not in begun


def test_what_is_gone_or_broken_is_told_and_takes_nothing_with_it():
    good, broken = shown(QUIZ), shown(STORY)
    html = attempts_html([Shown(good.attempt, None), Shown(good.attempt, broken.loaded), good], "t1", 0)
    assert "version of the activity that this was made with is not here" in html
    assert html.count("<details") >= 3 and "Attempt 3" in html


def test_what_was_written_is_read_whole_and_never_run():
    html = inert(
        '<label for="a">Why</label><textarea id="a" rows="2">&lt;img onerror=x&gt;\nsecond line</textarea>', "m"
    )
    assert '<p class="st-written">&lt;img onerror=x&gt;\nsecond line</p>' in html and "<textarea" not in html
    assert "Nothing was written here." in inert("<textarea></textarea>", "m")


def test_links_and_icons_stay_what_they_were():
    html = inert(
        '<a href="root:lessons/x.html#y">x</a><a href="#i-own">z</a><b id="i-own"></b><use href="#i-warn"/>', "m"
    )
    assert 'href="root:lessons/x.html#y"' in html and 'href="#i-own-m"' in html and 'href="#i-warn"' in html
