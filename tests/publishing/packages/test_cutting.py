"""A page of the site cut for a package: what it loses, what it keeps, and where its links lead."""

import json
import re

import pytest

from interactive.publishing.packages.cutting import Page, cut
from interactive.publishing.packages.inside import Inside, Lesson
from interactive.publishing.packages.rules import KEPT_THERE
from tests.publishing.packages.sample import BESIDE, LESSON, page

FIRST = Lesson("01-first", "First & foremost", "lessons/01-first/index.html")
SECOND = Lesson("02-second", "Second", "lessons/02-second/index.html")
BESIDES = {"glossary.html": "Glossary", "references.html": "References", "labs/drawing.html": "Drawing"}
ALONE = Inside((FIRST,), BESIDES)
WHOLE = Inside((FIRST, SECOND), BESIDES)
WORDS = LESSON.format(title="First", words="Words &ndash; &#8217; <b>bold</b>.", folder="01-first", digest="d")


def lesson(inside: Inside = ALONE, body: str = WORDS) -> Page:
    return cut(page(FIRST.page, body, "First"), FIRST.page, inside, "<script id=before></script>")


def glossary(inside: Inside = ALONE) -> Page:
    return cut(
        page("glossary.html", BESIDE["glossary.html"], "Glossary", hidden=" hidden"), "glossary.html", inside, ""
    )


def article(html: str) -> str:
    return html.partition("<article")[2].partition("</article>")[0]


def links(html: str) -> dict[str, str]:
    return {words: href for href, words in re.findall(r'<a\b[^>]*?href="([^"]*)"[^>]*>([^<]*)</a>', html)}


def test_search_tabs_and_the_way_to_other_pages_are_gone():
    html = lesson().html
    for gone in (
        "md-search",
        "st-find",
        "md-tabs",
        "md-footer__inner",
        "canonical",
        "Instructors",
        "My progress",
        "search.js",
    ):
        assert gone not in html
    assert 'for="__search"' not in html
    assert 'id="__search"' in html  # Material's script ends with an error where its two boxes are missing
    assert 'data-md-component="header"' in html
    assert 'data-md-component="palette"' in html


def test_links_to_what_is_inside_stay_and_others_become_words():
    found = links(article(lesson().html))
    assert found["the term"] == "../../glossary.html#term"
    assert found["Work 1"] == "../../references.html#work1"
    assert found["the lab"] == "../../labs/drawing.html"
    assert found["the first"] == "../01-first/index.html#one"
    assert found["below"] == "#deeper"
    assert not {"the second", "your progress", "doi:10.1/x"} & set(found)
    for words in ("the second", "your progress", "doi:10.1/x"):
        assert words in lesson().html


def test_a_dressed_link_keeps_its_dress_and_its_title():
    assert '<span class="st-next" title="On">the second</span>' in lesson().html
    assert "</span>,\nyour progress, <a" in lesson().html


def test_an_anchor_without_an_address_stays():
    assert '<a id="deeper"></a>' in lesson().html


def test_the_text_of_the_page_is_untouched_otherwise():
    html = article(lesson().html)
    for kept in (
        "Words &ndash; &#8217; <b>bold</b>.",
        'title="A &quot;word&quot;"',
        "<br/>",
        '<linearGradient id="g">',
    ):
        assert kept in html
    assert re.sub(r"<[^>]*>", "", html) == re.sub(r"<[^>]*>", "", article(page(FIRST.page, WORDS, "First")))


def test_the_contents_have_the_lessons_sections_and_what_stands_beside_it():
    html = lesson().html.partition("md-sidebar__inner")[2].partition("<article")[0]
    found = links(html)
    assert found["One &amp; only"] == "#one"
    assert found["Deeper"] == "#deeper"
    assert re.findall(r'href="([^"#]+)"', html) == ["index.html", *(f"../../{name}" for name in BESIDES)]
    assert html.count("<nav") == html.count("</nav>")
    assert html.count("<ul") == html.count("</ul>")
    assert "1 · First &amp; foremost" in html


def test_a_page_beside_leads_back_and_shows_its_contents_at_every_width():
    html = glossary().html
    assert links(html)["Back to the lesson: First &amp; foremost"] == "lessons/01-first/index.html"
    assert "hidden>" not in html.partition("md-sidebar--primary")[2].partition("\n")[0]
    assert links(article(html))["First"] == "lessons/01-first/index.html#one"
    assert "Second" not in links(html)


def test_with_all_lessons_inside_each_is_marked_so_that_one_can_be_chosen():
    html = glossary(WHOLE).html
    assert re.findall(r'data-inside-lesson="([^"]*)"', html) == ["01-first", "02-second"] * 2
    assert links(article(html))["Second"] == "lessons/02-second/index.html"
    assert "Back to the lesson" not in lesson(WHOLE).html


def test_the_footer_says_where_answers_go():
    html = lesson().html
    assert KEPT_THERE in html
    assert "stay in this browser" not in html
    assert "Made with Material for MkDocs" in html


def test_material_is_told_of_no_search():
    told = json.loads(re.search(r'<script id="__config"[^>]*>(.*?)</script>', lesson().html)[1])
    assert told["search"] is None
    assert told["features"] == ["content.tooltips"]
    assert told["base"] == "../.."


def test_what_a_page_shows_and_offers_is_needed():
    assert lesson().needs == {
        "assets/favicon.svg",
        "assets/st-aaaaaaaaaa/second-track.css",
        "assets/st-aaaaaaaaaa/boot.js",
        "assets/javascripts/scope.js",
        "assets/javascripts/bundle.bbbbbbbb.min.js",
        "figures/plain.svg",
        "figures/tall.svg",
    }
    lab = cut(page("labs/drawing.html", BESIDE["labs/drawing.html"], "D"), "labs/drawing.html", ALONE, "")
    assert "labs/drawing.ipynb" in lab.needs
    assert "How to work in a lab" not in links(lab.html)


def test_the_scripts_of_the_package_come_before_the_sites():
    html = lesson().html
    assert html.index("<script id=before>") < html.index("bundle.bbbbbbbb") < html.index("boot.js")


@pytest.mark.parametrize("href", ["https://elsewhere.example/a.png", "//elsewhere.example/a.png", "/a.png"])
def test_what_comes_from_another_host_is_noticed(href):
    assert lesson(body=f'<img src="{href}" alt="">').strangers == (href,)
    assert lesson().strangers == ()


def test_a_page_that_is_cut_once_more_stays_as_it_is_but_for_the_scripts():
    once = lesson().html.replace("<script id=before></script>", "")
    again = cut(once, FIRST.page, ALONE, "").html
    assert article(again) == article(once)
