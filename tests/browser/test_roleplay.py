"""The role-play as it is played: by keyboard through its phases, left and taken up, with the coach and without, to the debrief."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.helpers import live
from tests.browser.test_site import axe

LESSON_4 = "lessons/04-the-third-party/index.html"
STORY = "#two-winters-activity"


def open_story(page: Page, address: str, frame: str = STORY) -> Locator:
    page.goto(address + LESSON_4)
    found = page.locator(frame)
    expect(found).to_have_attribute("data-state", re.compile("ready|finished"), timeout=60_000)
    return found


def choices(found: Locator) -> Locator:
    return found.locator("button[data-event*='\"choose\"']")


def title(found: Locator) -> str:
    return found.locator(".st-activity__title").inner_text()


def choose(page: Page, found: Locator, number: int, by_keyboard: bool = True) -> None:
    before = found.locator(".st-label").first.inner_text()
    button = choices(found).nth(number % choices(found).count())
    if by_keyboard:
        button.focus()
        page.keyboard.press("Enter")
    else:
        button.click()
    expect(found.locator(".st-label").first).not_to_have_text(before)
    page.wait_for_timeout(50)  # the rest of the frame is swapped in the same turn


def play_on(page: Page, found: Locator, at_most: int = 80) -> int:
    made = 0
    while found.get_attribute("data-state") != "finished" and made < at_most:
        choose(page, found, made)
        made += 1
    return made


def test_a_whole_play_by_keyboard_goes_through_its_phases_to_an_ending_and_a_debrief(page, address):
    found = open_story(page, address)
    phases = set()
    for _ in range(80):
        if found.get_attribute("data-state") == "finished":
            break
        phases.add(found.locator("[aria-current='step']").inner_text().strip())
        choose(page, found, 0)
        assert page.evaluate("document.activeElement !== document.body"), "focus was lost"
    expect(found).to_have_attribute("data-state", "finished")
    assert len(phases) == 5, phases
    for words in ("What left the room", "Who paid", "What you do not know"):
        expect(found.get_by_text(words).first).to_be_visible()
    found.get_by_role("button", name=re.compile("debrief", re.IGNORECASE)).first.click()
    expect(found.get_by_role("heading", name="Your road")).to_be_visible(timeout=40_000)
    for heading in ("Planted and returned", "Each choice, both ways"):
        expect(found.get_by_role("heading", name=heading)).to_be_visible()
    written = found.get_by_role("textbox").first
    written.fill("I should have asked who paid.")
    written.blur()
    page.wait_for_timeout(300)
    page.reload()
    found = page.locator(STORY)
    expect(found.get_by_role("textbox").first).to_have_value("I should have asked who paid.", timeout=60_000)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe(page) == []
    page.emulate_media(color_scheme="light")


def test_a_play_left_in_the_middle_is_taken_up_in_the_same_scene(page, address):
    found = open_story(page, address)
    for number in range(6):
        choose(page, found, number)
    here = title(found)
    page.reload()
    found = page.locator(STORY)
    expect(found.locator(".st-activity__title")).to_have_text(here, timeout=60_000)
    expect(choices(found).first).to_be_visible()


def test_the_coach_speaks_and_lets_you_go_back_by_one_scene(page, address):
    found = open_story(page, address)
    choose(page, found, 0, by_keyboard=False)
    expect(found.locator(".st-activity__title")).not_to_have_text(re.compile("Two Winters|A letter on heavy paper"))
    expect(found.get_by_text(re.compile("Maudry’s margin"))).to_be_visible()
    found.get_by_role("button", name=re.compile("Go back")).click()
    expect(found.locator(".st-activity__title")).to_have_text("A letter on heavy paper")  # the first scene
    expect(choices(found).first).to_be_visible()
    expect(live(page)).not_to_have_text("")


def test_an_exam_is_silent_and_has_no_way_back(page, address):
    found = open_story(page, address)
    found.get_by_role("radio", name=re.compile("exam")).check()
    choose(page, found, 1)
    expect(found.get_by_text(re.compile("Maudry’s margin"))).to_have_count(0)
    expect(found.get_by_role("button", name=re.compile("Go back"))).to_have_count(0)
    assert "trust-b" not in found.inner_text() and not re.search(r"\b[0-4] of 4\b", found.inner_text())


@pytest.mark.parametrize("frame", ["#forty-days-activity", "#ninety-minutes-activity"])
def test_the_shorter_stories_end_too(page, address, frame):
    found = open_story(page, address, frame)
    made = play_on(page, found, 25)
    expect(found).to_have_attribute("data-state", "finished")
    assert 9 <= made <= 17
    found.get_by_role("button", name=re.compile("debrief", re.IGNORECASE)).first.click()
    expect(found.get_by_role("heading", name="Your road")).to_be_visible(timeout=40_000)


def test_a_scene_on_a_phone_and_in_dark(page, address):
    page.set_viewport_size({"width": 320, "height": 800})
    page.emulate_media(color_scheme="dark")
    found = open_story(page, address)
    choose(page, found, 2)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert axe(page) == []
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})


def test_the_debrief_prints(page, address):
    page.add_init_script(
        "window.print = () => { window.printed = document.querySelector('.st-paper').textContent; dispatchEvent(new Event('afterprint')); };"
    )
    found = open_story(page, address, "#forty-days-activity")
    play_on(page, found, 25)
    found.get_by_role("button", name=re.compile("debrief", re.IGNORECASE)).first.click()
    expect(found.get_by_role("heading", name="Your road")).to_be_visible(timeout=40_000)
    found.get_by_role("button", name=re.compile("hand in|Print")).first.click()
    page.wait_for_function("window.printed")
    assert "Your road" in page.evaluate("window.printed")


def test_the_room_edition_keeps_its_role_sheets_apart(page, address):
    page.goto(address + "instructors/room-two-winters.html")
    sheets = page.locator(".st-room-edition .st-page")
    assert sheets.count() >= 10
    assert page.get_by_text("May be shown.").count() >= 8
    assert page.get_by_text("for you alone").count() >= 8
