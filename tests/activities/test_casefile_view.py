"""What stands on the page, as a reader without Python, with a keyboard or with a screen reader meets it."""

import re

import pytest

from interactive.activities.casefile.draw_room import room_sheets
from interactive.activities.casefile.engine import blank, start
from interactive.activities.casefile.view import answers, render
from interactive.kernel.frame import asleep
from tests.activities.casefile_sample import TABLE, sample
from tests.activities.test_casefile_moves import ALL, EXAM, FINISH, check, find, pick, play, rightly, solve, write

LAMPS = sample()
FIRST = start(LAMPS, seed=0).name
FOG = "lamp-fog"


def shown(*events):
    return render(LAMPS, play(*events)[1] if events else start(LAMPS, seed=0))


def fieldset(html, scenario, element):
    return re.search(rf'<fieldset class="st-finding" id="lamps-{scenario}-{element}".*?</fieldset>', html, re.DOTALL)[0]


def test_the_rule_stands_word_for_word():
    html = shown()
    text = re.search(r'<div class="st-statute__text">(.*?)</div>', html, re.DOTALL)[1]
    bare = re.sub(r"<b .*?</b>", "", text)
    paragraphs = [re.sub(r"<[^>]+>", "", one) for one in re.findall(r"<p>(.*?)</p>", bare)]
    plain = [
        one.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&#39;", "'") for one in paragraphs
    ]
    plain = [one.replace("&amp;", "&") for one in plain]
    assert plain == ["".join(words for words, _ in paragraph) for paragraph in LAMPS.rule.text]


def test_each_element_has_its_words_with_a_numeral_and_a_place():
    html = shown()
    assert '<b class="st-el__n">3a</b><span class="st-el" data-el="3" id="lamps-words-guest">to a guest,</span>' in html
    assert html.count('data-el="5"') == 3  # two stretches of words and the fieldset
    assert html.count('id="lamps-words-storm"') == 1
    assert "It takes 1, 2, either 3a or 3b, and not 4." in html


def test_the_words_of_the_element_in_hand_are_marked():
    on = re.compile(r'data-el="(\d)" data-on="true"')
    assert on.findall(shown()) == ["1"]
    assert on.findall(shown(*rightly(FIRST, "keeper"), check(FIRST, "keeper"))) == ["2"]
    assert on.findall(shown(EXAM, *rightly(FIRST, "keeper", "leave"))) == ["3"]
    assert on.findall(shown(*solve(FIRST))) == []


def test_the_untouched_page_can_be_filled_in_and_carries_no_key():
    html = asleep(shown())
    assert html.count('type="radio"') == 6 * 3 + 3 + 2  # findings, modes, sizes
    assert html.count("<textarea") == 6 and html.count("<select") == 5
    for words in (
        "Because ",
        "Sum of",
        "Practice of",
        "Analysis of",
        "Lesson of",
        "Change of",
        "Hint for",
        "Misread",
        "settled",
    ):
        assert words not in html
    assert html.count(" checked data-event") == 2  # only the mode and the size are chosen


def test_the_whole_round_is_on_the_untouched_page():
    html = asleep(shown())
    names = list(start(LAMPS, seed=0).works)
    for name in names:
        assert f"The {name} &lt;case&gt;" in html and f"Facts of <em>{name}</em>" in html
    paper = html.split('class="st-print-only"')[1]
    assert paper.count("<table") == len(names) - 1 and paper.count('class="st-box"') == (len(names) - 1) * 6 * 3
    assert "st-print-only" not in shown(*rightly(FIRST, "keeper"))


def test_the_warning_the_source_and_the_date_are_always_there():
    for events in ([], [EXAM, *rightly(FIRST), FINISH], [{"type": "mode", "mode": "twist"}], solve(FIRST)):
        html = shown(*events)
        assert "For learning; not <em>legal</em> advice." in html
        assert (
            'Lamp Code § 9, checked on <time datetime="2026-03-29">29 March 2026</time>. The keeper’s own copy.' in html
        )
        assert 'Source: <a href="root:references.html#someone1900">Someone 1900</a>' in html


def test_every_control_is_native_and_says_what_it_does():
    html = shown()
    own = fieldset(html, FIRST, "keeper")
    assert "<legend>" in own and "Is <em>keeper</em> there?" in own
    event = f"{{&quot;type&quot;:&quot;find&quot;,&quot;scenario&quot;:&quot;{FIRST}&quot;,&quot;element&quot;:&quot;keeper&quot;}}"
    assert own.count(f'data-event="{event}" data-value="finding"') == 3
    assert 'data-value="reason"' in own and 'data-value="text"' in own and 'maxlength="2000"' in own
    assert 'Check<span class="st-hide">: Keeper</span>' in own
    ending = fieldset(html, FIRST, "conclusion")
    assert "&quot;conclude&quot;" in ending and "<select" not in ending and "Conclude and compare" in ending
    assert "5 elements are open: what stays open is not answered, and not wrong." in ending


def test_reasons_are_shuffled_by_seed_and_first_says_that_one_need_not():
    html = shown()
    for element in LAMPS.elements:
        options = re.findall(r'<option value="([^"]*)"', fieldset(html, FIRST, element))
        assert options[0] == "" and set(options[1:]) == set(LAMPS.elements[element].reasons)
    assert "keeper &amp; sound" in html and "keeper &lt;edge&gt;" in html
    orders = {
        tuple(re.findall(r'<option value="(keeper[^"]*)"', render(LAMPS, start(LAMPS, seed=one)))) for one in range(8)
    }
    assert len(orders) > 1


def test_a_saving_element_says_so():
    storm = fieldset(shown(), FIRST, "storm")
    assert "Is it saved?" in storm and "Where this is met, the rule does not apply." in storm


def test_feedback_has_a_mark_the_reason_what_is_settled_and_sources():
    html = shown(
        ALL,
        {"type": "go", "to": FOG},
        pick(FOG, "storm", "storm-wrong"),
        find(FOG, "storm", "met"),
        check(FOG, "storm"),
    )
    own = fieldset(html, FOG, "storm")
    assert (
        'data-mark="half"' in own
        and "Close, but not for that reason: nothing (0 of 3 points, since the case turns on this)" in own
    )
    assert "The reasoned finding: <b>Arguable</b>." in own
    assert "Your reason, “storm wrong”, does not decide it here. What decides: “storm &lt;edge&gt;”." in own
    assert "Because lamp-fog storm is arguable." in own and "Little is settled about storm." in own
    assert 'Source: <a href="root:references.html#someone1900">' in own
    assert own.count(" disabled") == 3 and "<select" not in own and "Check" not in own
    assert 'id="lamps-lamp-fog-storm-mark" tabindex="-1"' in own


def test_what_was_written_is_shown_again_as_text():
    html = shown(write(FIRST, "keeper", "<b>He</b> & she"), *rightly(FIRST, "keeper"))
    assert ">&lt;b&gt;He&lt;/b&gt; &amp; she</textarea>" in html
    html = shown(write(FIRST, "keeper", "<b>He</b>"), *rightly(FIRST, "keeper"), check(FIRST, "keeper"))
    assert "In your words: “&lt;b&gt;He&lt;/b&gt;”" in html


def test_a_settled_scenario_compares_and_tells_the_practice():
    html = shown(
        ALL,
        {"type": "go", "to": FOG},
        find(FOG, "storm", "met"),
        *rightly(FOG, "keeper", "conclusion"),
        check(FOG, "conclusion"),
    )
    table = re.search(r'<table class="st-table[^>]*st-compare".*?</table>', html, re.DOTALL)[0]
    assert "Your findings beside the reasoned ones" in html and "<caption>3¾ of 9 points</caption>" in table
    rows = re.findall(r"<tr role=\"row\">(.*?)</tr>", table)
    cells = [re.sub(r"<[^>]+>", "|", row).strip("|").replace("||", "|") for row in rows]
    assert [re.sub(r"\|+", "|", row) for row in cells] == [
        "Element|You|Reasoned|Points",
        "1 Keeper|Met|Met|1 of 1",
        "2 Leave|Not answered|Met|0 of 1",
        "3a Guest|Not answered|Met|0 of 1",
        "3b Rain|Not answered|Not met|0 of 1",
        "4 Storm|Met|Arguable|¾ of 3",
        "Conclusion|Arguable|Arguable|2 of 2",
    ]
    for words in ("Practice of lamp-fog.", "Analysis of lamp-fog.", "Lesson of lamp-fog.", "Change one thing"):
        assert words in html
    assert "Change of" not in html and "Not answered, and not wrong" in fieldset(html, FOG, "leave")


def test_tables_have_captions_and_scopes():
    for html in (shown(), shown(*solve(FIRST), FINISH), room_sheets(LAMPS, [FOG])):
        for table in re.findall(r"<table.*?</table>", html, re.DOTALL):
            assert "<caption" in table and 'scope="col"' in table and 'scope="row"' in table


def test_headings_go_down_one_step_at_a_time_and_no_section_nests():
    for events in ([], solve(FIRST), [EXAM, *rightly(FIRST), FINISH]):
        html = shown(*events)
        levels = [int(one) for one in re.findall(r"<h(\d)", html)]
        assert levels[0] == 3 and all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
        assert html.count("<section") == 1


@pytest.mark.parametrize("name", ["lamp-drizzle"])
def test_a_twist_in_its_three_forms(name):
    twist, start_ = f"{name}-twist-0", [ALL, {"type": "go", "to": name}, *solve(name)]
    assert "One thing changed (1 of 2)" in shown(*start_)
    opening = {"type": "twist", "scenario": name, "twist": twist}
    html = shown(*start_, opening)
    assert f"Change of <em>{twist}</em>" in html and html.count("stays: ") == 5 and f"Effect of {twist}" not in html
    assert html.count(">flips to: Arguable</option>") == 4  # one element is arguable already
    said = {"type": "flip", "scenario": name, "twist": twist, "element": "keeper", "finding": "not-met"}
    html = shown(*start_, opening, said, {**opening, "type": "check-twist"})
    assert "stays Met; you let it flip to Not met." in html
    assert "flips from Arguable to Met. You left it as it was." in html
    assert "Conclusion now: Met." in html and f"Sum of {twist}." in html and "Does not fit" in html


def test_a_round_of_twists_gives_the_findings_and_asks():
    html = shown({"type": "mode", "mode": "twist"})
    assert "Your findings" not in html and "The reasoned findings" in html and "Check the twist" in html
    assert "Analysis of" not in html


def test_the_list_names_every_scenario_with_its_state():
    html = shown(*rightly(FIRST, "keeper"))
    names = list(start(LAMPS, seed=0).works)
    row = re.search(r'<li aria-current="true">(.*?)</li>', html)[1]
    assert f"The {FIRST} &lt;case&gt;" in row and "1 of 5 found" in row and "shown here" in row
    assert html.count("not begun") == len(names) - 1 and html.count("&quot;go&quot;") == len(names) - 1 + 1
    assert "points, all right" in shown(*solve(FIRST))


def test_the_end_shows_what_is_misjudged_and_where_to_reread():
    events = [
        ALL,
        find(FOG, "storm", "met"),
        find("lamp-gale", "storm", "arguable"),
        find("lamp-leave", "storm", "met"),
        FINISH,
    ]
    html = shown(*events)
    assert "How this round went" in html
    told = re.search(r"<li><b>4 Storm</b>: (.*?)\. <a", html)[1]
    assert set(told.split("; ")) == {
        "you found “Met” where it was “Arguable”: once",
        "you found “Arguable” where it was “Met”: once",
        "you found “Met” where it was “Not met”: once",
    }
    assert 'href="#lamps-words-storm"' in html
    assert 'Reread: <a href="root:lessons/00-sample/index.html#red">On lamps</a>' in html
    assert "Twists: none tried of the 5 in this round." in html
    matrix = re.search(r'<table class="st-table[^>]*st-matrix".*?</table>', html, re.DOTALL)[0]
    assert matrix.count("<tr") == 1 + 6


def test_the_choices_go_once_the_round_has_begun():
    assert "How to work" in shown() and "All 7" in shown()
    assert "How to work" not in shown(*rightly(FIRST, "keeper"))


def test_mode_is_chosen_before_the_findings_in_the_page():
    """What was filled in before Python came is taken up in the order of the page."""
    html = shown()
    assert html.index('id="lamps-mode-exam"') < html.index('data-value="finding"')


def test_the_analysis_sheets_are_apart_from_the_room_sheets():
    html = room_sheets(LAMPS, [FOG, "lamp-leave"])
    pages = html.split('<div class="st-page">')[1:]
    assert len(pages) == 6
    for page in pages[:4]:
        assert "Because lamp" not in page and "Analysis of" not in page
    assert "Facts of <em>lamp-fog</em>" in pages[0] and "to a guest," in pages[0]
    assert "Is <em>keeper</em> there?" in pages[1] and "Change of <em>lamp-fog-twist-0</em>" in pages[1]
    assert pages[1].count('class="st-box"') == 6 * 3
    for words in ("Because lamp-fog storm is arguable.", "Analysis of lamp-fog.", "Effect of lamp-fog-twist-0."):
        assert words in pages[4]
    assert " id=" not in html


def test_the_answer_key_holds_the_round_and_nothing_else():
    _, state = play(ALL, EXAM, *rightly(FOG), FINISH)
    html = answers(LAMPS, blank(LAMPS, state))
    assert all(f"Analysis of {name}." in html for name in TABLE) and "st-box" not in html
    assert "Analysis of lamp-fog." not in answers(LAMPS, start(LAMPS, seed=0)) or FOG in start(LAMPS, seed=0).works
