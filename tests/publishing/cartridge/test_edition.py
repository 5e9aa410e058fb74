"""A page of the site, fit to be read anywhere: the text is whole, and nothing in it runs, leads out or asks for an answer."""

import re

from interactive.publishing.cartridge.edition import alone, edition_of, words_of
from tests.publishing.cartridge.sample import FIGURE, LESSON

WORDS = {"two": words_of(FIGURE)}
EDITION = edition_of(LESSON, WORDS)


def test_the_text_is_all_there_and_nothing_of_the_page_around_it():
    for words in (
        "What is a &lt;sample&gt;?",
        "Beta 2002",
        "Alpha 1901",
        "a term",
        "<em>that</em> &amp; this",
        "A caption",
    ):
        assert words in EDITION.body
    assert not re.search("Menu|Foot|alert", EDITION.body)


def test_nothing_runs_and_nothing_leads_out():
    assert not re.search(r"<a\b|<script|onclick|style=|data-|<button|<input|<svg", EDITION.body)


def test_anchors_and_the_marks_of_the_text_stay():
    assert '<h2 id="one">One</h2>' in EDITION.body
    assert '<p class="st-hook">' in EDITION.body


def test_a_figure_is_a_picture_that_says_what_it_shows():
    assert EDITION.figures == ("two",)
    assert '<img src="figures/two.svg" alt="Two &amp; one. A line.">' in EDITION.body
    assert "inside" not in EDITION.body


def test_an_activity_is_a_box_that_names_it_and_says_where_it_is():
    box = EDITION.body.split('<div class="activity">')[1].split("</div>")[0]
    assert "Sorter · 2 cards" in box and "Which color?" in box and "SCORM" in box
    assert "Secret key" not in EDITION.body and "Other" not in box


def test_what_stands_behind_an_activity_is_not_lost_with_it():
    assert EDITION.body.index("Which color?") < EDITION.body.index("For discussion") < EDITION.body.index("Go further")


def test_works_are_known_by_their_keys():
    assert EDITION.works == ("b2", "a1")


def test_every_element_that_opens_also_closes():
    opened = re.findall(r"<(\w+)[^>]*>", EDITION.body)
    closed = re.findall(r"</(\w+)>", EDITION.body)
    assert sorted(name for name in opened if name not in ("img", "br")) == sorted(closed)


def test_a_drawing_that_is_a_file_does_not_turn_dark_by_itself():
    assert "prefers-color-scheme" not in alone(FIGURE)
    assert "--st-ink:#000" in alone(FIGURE) and ".x text{fill:red}" in alone(FIGURE)


def test_a_page_without_an_article_is_empty():
    assert edition_of("<p>Nothing</p>", {}).body == ""
