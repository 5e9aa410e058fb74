"""What the page of a role-play shows, and what it keeps to itself, as text and as markup."""

import re

import pytest

from interactive.activities.roleplay.engine import start, step
from interactive.activities.roleplay.view import render, room
from interactive.kernel.frame import asleep
from interactive.kernel.html import plain
from tests.activities.roleplay_sample import SAMPLE, opened, played, story, story_data

PREMISE = render(SAMPLE, start(SAMPLE, seed=0))
DEBRIEF = render(SAMPLE, opened("b", "a", "a", "a", "a"))


def ids(html):
    return re.findall(r' id="([^"]+)"', html)


def page(*letters, **more):
    return render(SAMPLE, played(*letters, **more))


PAGES = {
    "premise": PREMISE,
    "scene": page("a"),
    "table": page("a", "a"),
    "exam": page("a", "a", mode="exam"),
    "ending": page("c"),
    "debrief": DEBRIEF,
}


@pytest.mark.parametrize("name", PAGES)
def test_ids_are_unique_and_every_name_points_at_one(name):
    html = PAGES[name]
    assert len(ids(html)) == len(set(ids(html)))
    for attribute in ("aria-labelledby", "for"):
        for value in re.findall(rf'{attribute}="([^"]+)"', html):
            assert set(value.split()) <= set(ids(html)), value
    assert "<section" in html and html.count("<section") == 1


@pytest.mark.parametrize("name", PAGES)
def test_nothing_of_the_builder_shows(name):
    text = PAGES[name]
    for wrong in ("None", "Safe(", "&amp;amp;", "{1}", "{echo", "[]", "&lt;em"):
        assert wrong not in text, wrong


def test_before_the_first_choice_the_premise_the_people_and_the_first_scene_can_be_read():
    text = plain(asleep(PREMISE))
    for words in (
        "Two towns, one bridge.",
        "Ada Ash",
        "Scene note",
        "First of note.",
        "Do a & see.",
        "doing b",
        "Readable now",
    ):
        assert words in text
    assert 'aria-disabled="true"' in asleep(PREMISE) and asleep(PREMISE).count('class="st-choice"') == 3


def test_each_choice_is_a_button_that_names_its_scene():
    html = page("a")
    found = re.findall(
        r"data-event=\"\{&quot;type&quot;:&quot;choose&quot;,&quot;scene&quot;:&quot;(\w+)&quot;,&quot;choice&quot;:&quot;(\w)&quot;\}",
        html,
    )
    assert sorted(found) == [("guests", "a"), ("guests", "b"), ("guests", "c")]
    assert html.count("<button") >= 3 and 'id="bridge-guests-a"' in html


def test_the_scene_says_where_it_stands():
    text = plain(page("a"))
    assert "Role-play · 9:05 · scene 2 · coach mode" in text and "Kept as you go" in text
    assert 'aria-current="step"' in page("a") and "Before" in text


def test_who_speaks_is_named_with_seat_and_listener():
    html = page("b", "a", "b")
    assert "Cor Cray" in plain(html) and "to Ada Ash" in plain(html) and 'class="st-seat"' in html
    assert "Bea Bow</b>" in page("a", "a")  # trust is high, so she speaks


def test_the_table_is_drawn_where_people_sit_at_one_and_its_list_says_the_same():
    assert "st-plan" not in page("a") and "st-plan" in page("a", "a")
    untold = page("b", "a", "b")
    assert "Has left the room" in untold and "is-away" in untold
    assert "Has left the room" not in page("a", "a") and "squares come from" in plain(page("a", "a")).lower()
    assert "plays ada; heard late" in plain(page("a"))


def test_echoes_stand_where_their_condition_holds_and_in_their_place():
    assert "You told them." in page("a", "a") and "You told them." not in page("b", "a", "b")
    twice = page("b", "b", "a", "b", "a", "b")
    assert "Again for the second time and again." in twice
    assert "Again  and again." in page("b", "b", "a", "b") or "Again and again." in plain(page("b", "b", "a", "b"))


def test_the_notebook_fills_itself_and_marks_what_is_new():
    first, later = page(), page("a", "a")
    assert "Asked first." in first and "All pages" not in first
    assert (
        "All pages: 3 lines on 3 people" in plain(later)
        and "Moved a chair." in later
        and "Fears <em>water</em>." in later
    )


def test_variables_are_shown_as_words_and_a_change_is_marked_with_the_coach_only():
    coached, examined = page("a"), page("a", mode="exam")
    assert "warm" in coached and ", just changed" in coached
    assert "warm" in examined and ", just changed" not in examined


def test_the_coach_speaks_in_coach_mode_and_not_in_an_exam():
    assert "The margin" in page("a") and "Coach on guests." in page("a") and "Somebody 1901" in page("a")
    assert "Coach on" not in page("a", mode="exam") and "Go back one scene" not in page("a", mode="exam")
    assert "What this turns on: What last turns on." in page("a", "a", "a")


def test_the_last_scene_can_be_read_again_and_the_coach_gives_both_cases():
    assert "Look back" in page("a") and "First of note." in page("a") and "For a." in page("a")
    examined = page("a", mode="exam")
    assert "Look back" in examined and "For a." not in examined


def test_one_can_go_back_once():
    assert "Go back one scene" in page("a")
    back = step(SAMPLE, played("a", "a"), {"type": "back"}, now=0).state
    assert "Go back one scene" not in render(SAMPLE, back)


def test_a_source_that_is_not_checked_carries_its_mark():
    html = page("a")
    assert (
        "Else 1902</a><span" in html and "(not checked)" in plain(html) and 'href="root:references.html#work1"' in html
    )


def test_the_last_panel_gives_no_verdict():
    html = page("a", "a", "a", "a")
    text = plain(html)
    for words in (
        "The bridge opens",
        "On Sundays.",
        "What left the room",
        "A key.",
        "Who paid",
        "Bea.",
        "What you do not know",
        "Why.",
    ):
        assert words in text
    assert "Open the debrief" in text and "of what was offered" not in text and "st-map" not in html
    assert "Who paid" not in page("c")  # that ending says no more than its text


def test_the_debrief_has_its_parts_in_order():
    heads = [
        "Your road",
        "Planted and returned",
        "How things stood",
        "Each choice, both ways",
        "Five competencies",
        "other door",
        "The notebook",
        "readings of the same play",
        "Before you close the book",
        "The page",
    ]
    text = plain(DEBRIEF)
    places = [text.index(head) for head in heads]
    assert places == sorted(places)
    assert "Debrief · The bridge · 5 decisions" in text


def test_the_debrief_praises_nobody_and_ranks_nothing():
    text = plain(DEBRIEF).lower()
    for word in (
        "well done",
        "congratulations",
        "correct",
        "wrong",
        "grade",
        "score",
        "because it led to",
        "% of players",
    ):
        assert word not in text, word
    assert "of what was offered" in text


def test_scenes_that_were_not_met_are_dots_without_names():
    road = DEBRIEF.split("st-part--road")[1].split("st-part--ledger")[0]
    assert road.count('class="st-map__dot"') == 2 and "Scene <em>pause</em>" not in road
    assert road.count("st-map__stop") == 5 and "The same road in words" in road


def test_the_path_is_told_as_a_list_and_going_back_is_said():
    back = step(SAMPLE, played("b", "a", "a"), {"type": "back"}, now=0).state
    for letter in "aaa":
        back = step(SAMPLE, back, {"type": "choose", "choice": letter}, now=0).state
    html = render(SAMPLE, step(SAMPLE, back, {"type": "debrief"}, now=0).state)
    assert "You went back at: Scene asked" in plain(html)
    assert "You went back" not in plain(DEBRIEF)


def test_the_ledger_says_what_came_back_and_what_did_not():
    text = plain(DEBRIEF)
    assert "Came back at Scene asked, through Cor Cray, 2 scenes later" in text
    spared = plain(render(SAMPLE, opened("a", "a", "c", "a")))
    assert "What did not come back because of what you did" in spared and "Nobody asked who had sent for it." in spared
    assert "What went on without you" in spared and "Nobody paused." in spared


def test_each_decision_has_both_cases_and_those_of_the_choice_not_made():
    part = plain(DEBRIEF.split("st-part--decisions")[1].split("st-part--evidence")[0])
    assert part.count("And the choice that you did not make") == 5 and "For a." in part and "Against b." in part


def test_what_was_hidden_and_the_blank_pages_are_told():
    text = plain(DEBRIEF)
    assert "The beam. It is cracked. You were told of it." in text and "A page is still blank: Cor Cray." in text
    told = plain(render(SAMPLE, opened("a", "a", "c", "a")))
    assert "You were not told of it." in told and "No page is blank." in told
    assert "One way to understand the ending. It means a key." in told


def test_readings_are_put_together_from_the_path():
    text = plain(DEBRIEF)
    assert (
        "They used you. And the bridge." in text and "You took b first." in text and "Which one explains most?" in text
    )
    shut = plain(render(SAMPLE, opened("c")))
    assert "And the bridge." not in shut and "A critic" not in shut


def test_what_was_written_stands_in_its_place_and_is_escaped():
    state = opened("c")
    for prompt, text in (("first", "<script>x</script>"), ("readings", "Because.")):
        state = step(SAMPLE, state, {"type": "reflect", "prompt": prompt, "text": text}, now=0).state
    html = render(SAMPLE, state)
    assert "&lt;script&gt;x&lt;/script&gt;</textarea>" in html and ">Because.</textarea>" in html
    marked = render(SAMPLE, step(SAMPLE, state, {"type": "mark", "reading": "realist", "as": "annoys"}, now=0).state)
    assert re.search(r'id="bridge-mark-annoys-realist"[^>]* checked', marked)


def test_the_page_carries_the_code_and_the_assignment():
    text = plain(DEBRIEF)
    assert "0-baaaa" in text and "Write a page." in text and "Print, or hand in" in text


def test_a_story_without_a_debrief_of_its_own_still_looks_back():
    bare = story(debrief={}, seeds=[{**story_data()["seeds"][0], "did": {}, "spared": {}}])
    state = step(bare, played("a", "a", "c", "a", definition=bare), {"type": "debrief"}, now=0).state
    text = plain(render(bare, state))
    assert "Your road" in text and "Four readings" not in text and "Before you close the book" not in text


def test_the_room_edition_has_its_parts_and_each_alone():
    whole = plain(room(SAMPLE, ()))
    for words in (
        "Premise, to be read aloud",
        "The class, minute by minute",
        "Role sheet",
        "Only you know: the beam.",
        "Observers",
        "Ending",
        "Facilitator's script".replace("'", "'"),
    ):
        assert words in whole or words.replace("'", "’") in whole, words
    sheets = room(SAMPLE, ("sheets",))
    assert sheets.count("st-page") == 1 and "Seconds." not in sheets
    assert room(SAMPLE, ("deck",)).count('class="st-page"') == 7 + 3
    assert "trust" not in plain(room(SAMPLE, ("deck",))).lower()  # the cards give no score away


def test_the_script_says_in_words_what_a_choice_does():
    text = plain(room(SAMPLE, ("script",)))
    assert "Trust +1, Access −1" in text and "Who was told: yes" in text
    assert "scene 3 if “Who was told: no”; else scene 4" in text or "scene 3 if “Who was told: no”" in text
    assert "Trust is at most 1" in text and "only if Trust is at least 3" in text and "was met >= 2 times" in text


def test_an_excerpt_says_how_a_play_ended_and_nothing_before():
    from interactive.activities.roleplay.view import excerpt

    assert excerpt(SAMPLE, start(SAMPLE, seed=0)) == ""
    assert excerpt(SAMPLE, played("c")).startswith("I convened ")
