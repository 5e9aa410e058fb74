"""The timeline: boxes that narrow it, a count that is said, an address that can be shared, and a drawing to walk through."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ROOT

TIMELINE = "timeline.html"
ALL = re.compile(r"^All \d+ entries shown\.$")


@pytest.fixture
def timeline(page: Page, address: str) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address + TIMELINE)
    expect(said(page)).to_have_text(ALL)
    return page


def said(page: Page) -> Locator:
    """The count, which is a live region."""
    return page.get_by_role("status").filter(has_text="entries shown")


def box(page: Page, name: str) -> Locator:
    return page.get_by_role("form", name="Filter the timeline").get_by_role("checkbox", name=re.compile(f"^{name}"))


def shown(page: Page) -> Locator:
    return page.locator("[data-filter-item]:visible")


def shown_lanes(page: Page, facet: str) -> set[str]:
    return {value for row in shown(page).all() for value in (row.get_attribute(f"data-{facet}") or "").split()}


def drawing(page: Page) -> Locator:
    return page.locator("svg.st-strip:visible")


def test_a_box_narrows_the_list_and_the_count_is_said(timeline, address):
    everything = shown(timeline).count()
    box(timeline, "Africa").check()
    assert shown_lanes(timeline, "region") == {"africa"}
    expect(said(timeline)).to_have_text(f"{shown(timeline).count()} of {everything} entries shown.")
    marks = drawing(timeline).locator("[data-mark]:not([data-off])")
    expect(marks).to_have_count(shown(timeline).count())


def test_boxes_of_a_group_are_alternatives_and_groups_are_all_asked(timeline):
    box(timeline, "Africa").check()
    africa = shown(timeline).count()
    box(timeline, "South Asia").check()
    both = shown(timeline).count()
    assert both > africa and shown_lanes(timeline, "region") == {"africa", "south-asia"}
    box(timeline, "Lesson 6").check()
    assert 0 < shown(timeline).count() < both
    assert all("06-transfer" in (row.get_attribute("data-lesson") or "") for row in shown(timeline).all())


def test_the_keyboard_alone_filters_and_resets(timeline):
    summary = timeline.get_by_text("Filter by region, kind and lesson")
    summary.focus()
    timeline.keyboard.press("Tab")
    expect(box(timeline, "Africa")).to_be_focused()
    timeline.keyboard.press("Space")
    assert shown_lanes(timeline, "region") == {"africa"}
    reset = timeline.get_by_role("button", name="Reset the filters")
    for _ in range(30):
        timeline.keyboard.press("Tab")
        if reset.evaluate("(button) => button === document.activeElement"):
            break
    timeline.keyboard.press("Enter")
    expect(said(timeline)).to_have_text(ALL)
    expect(reset).to_be_focused()
    assert not timeline.locator("[data-filter] input:checked").count()
    assert "#" not in timeline.url


def test_nothing_left_is_said_too(timeline):
    box(timeline, "Americas").check()
    box(timeline, "Institution").check()
    expect(said(timeline)).to_have_text(re.compile(r"^0 of \d+ entries shown\.$"))
    expect(shown(timeline)).to_have_count(0)


def test_what_is_ticked_stands_in_the_address_and_comes_back_from_it(timeline, address):
    box(timeline, "Africa").check()
    box(timeline, "Dialogue or workshop").check()
    assert timeline.url.endswith("#region=africa&kind=dialogue")
    count, shared = shown(timeline).count(), timeline.url
    timeline.goto(address + "index.html")
    timeline.goto(shared)
    expect(box(timeline, "Africa")).to_be_checked()
    expect(shown(timeline)).to_have_count(count)
    timeline.reload()
    expect(box(timeline, "Dialogue or workshop")).to_be_checked()
    expect(shown(timeline)).to_have_count(count)


def test_a_filtered_link_from_another_page_is_followed_and_back_leads_back(timeline, address):
    timeline.goto(address + "glossary.html")
    timeline.evaluate("document.querySelector('main h1').innerHTML = '<a href=\"timeline.html#kind=law\">Laws</a>'")
    timeline.get_by_role("link", name="Laws").click()
    expect(box(timeline, "Law")).to_be_checked()
    assert shown_lanes(timeline, "kind") == {"law"}
    timeline.go_back()
    expect(timeline.get_by_role("heading", level=1)).to_contain_text("Glossary")


def test_an_entry_can_be_linked_to_also_when_a_filter_hides_it(timeline):
    box(timeline, "Africa").check()
    timeline.evaluate("location.hash = 't-oslo-1992'")
    heading = timeline.locator("#t-oslo-1992")
    expect(heading).to_be_visible()
    expect(heading).to_be_in_viewport()
    expect(said(timeline)).to_have_text(ALL)


def test_a_mark_leads_to_its_entry_and_says_what_it_is(timeline):
    mark = drawing(timeline).locator("a[href='#t-dakar-1987']")
    mark.hover()
    expect(timeline.locator("[data-explore-say]")).to_have_text(re.compile("^9–12 July 1987: South Africans meet"))
    mark.click()
    expect(timeline.locator("#t-dakar-1987")).to_be_in_viewport()


def test_the_drawing_is_one_stop_and_the_arrow_keys_walk_it(timeline):
    marks = drawing(timeline).locator("[data-mark]")
    assert drawing(timeline).locator("[data-mark][tabindex='0']").count() == 1
    marks.first.focus()
    timeline.keyboard.press("ArrowRight")
    expect(marks.nth(1)).to_be_focused()
    expect(timeline.locator("[data-explore-say]")).to_have_text(re.compile("Peace Ship"))
    timeline.keyboard.press("End")
    expect(marks.last).to_be_focused()
    timeline.keyboard.press("Enter")
    expect(shown(timeline).last.get_by_role("heading")).to_be_in_viewport()


def test_the_walk_passes_over_what_is_filtered_out(timeline):
    box(timeline, "Law").check()
    marks = drawing(timeline).locator("[data-mark]:not([data-off])")
    expect(drawing(timeline).locator("[data-mark][tabindex='0']:not([data-off])")).to_have_count(1)
    marks.first.focus()
    timeline.keyboard.press("ArrowRight")
    expect(marks.nth(1)).to_be_focused()


@pytest.mark.parametrize("width", [320, 390, 768])
def test_nothing_scrolls_sideways(timeline, width):
    timeline.set_viewport_size({"width": width, "height": 800})
    timeline.reload()
    expect(said(timeline)).to_have_text(ALL)
    assert timeline.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    expect(drawing(timeline)).to_have_count(1)
    timeline.get_by_text("Filter by region, kind and lesson").click()
    expect(box(timeline, "Africa")).to_be_visible()
    assert timeline.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(timeline, scheme, width):
    timeline.emulate_media(color_scheme=scheme)
    timeline.set_viewport_size({"width": width, "height": 900})
    timeline.reload()
    expect(said(timeline)).to_have_text(ALL)
    if not box(timeline, "Africa").is_visible():
        timeline.get_by_text("Filter by region, kind and lesson").click()
    box(timeline, "Africa").check()
    timeline.evaluate("location.hash = 't-dakar-1987'")
    timeline.wait_for_timeout(300)
    timeline.evaluate((ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8"))
    found = timeline.evaluate(
        "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((all) => all.violations)"
    )
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
    timeline.emulate_media(color_scheme="light")


def test_without_javascript_every_entry_is_there_and_no_box(new_context, address):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address + TIMELINE)
    assert shown(page).count() == page.locator("[data-filter-item]").count() >= 30
    expect(page.locator("[data-filter] form")).to_be_hidden()
    expect(drawing(page)).to_have_count(1)


def test_on_paper_there_are_the_entries_and_no_controls(timeline):
    timeline.emulate_media(media="print")
    expect(timeline.locator("[data-filter] form")).to_be_hidden()
    expect(shown(timeline).first).to_be_visible()
    timeline.emulate_media(media="screen")
