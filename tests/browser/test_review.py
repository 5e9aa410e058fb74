"""Spaced review and progress in a browser: what was answered comes back, on this device and on another."""

import json
import re

from playwright.sync_api import Page, expect

from tests.browser.helpers import wait_ready
from tests.browser.pages import LESSON

PRACTICE, PROGRESS = "practice/index.html", "progress.html"


def answer_one(page: Page, address: str, option: int = 0) -> None:
    page.goto(address + LESSON)
    found = page.locator("#map-room-activity")
    wait_ready(found)
    found.get_by_role("radio").nth(option).check()
    found.get_by_role("button", name="Check").click()
    expect(found).to_have_attribute("data-state", "finished")


def test_what_was_answered_is_in_the_queue_and_its_lesson_brings_new_terms(page, address):
    answer_one(page, address)
    page.goto(address + PRACTICE)
    queue = page.locator("[data-panel=queue]")
    expect(queue.get_by_role("button", name=re.compile("Review"))).to_be_visible(timeout=60_000)
    expect(queue.get_by_text(re.compile("1 item in the next 14 days"))).to_be_visible()
    queue.get_by_role("button", name=re.compile("Review")).first.click()
    session = page.locator("[data-activity='practice/review']")
    expect(session.get_by_text(re.compile("Practice · item 1 of 5"))).to_be_visible()
    for number in range(1, 6):
        session.get_by_role("button", name="Show what it means").click()
        session.get_by_role("radio", name="Good").check()
        session.get_by_role("button", name=re.compile("Next item|Finish the session")).click()
        if number < 5:
            expect(session.get_by_text(f"item {number + 1} of 5")).to_be_visible()
    expect(session).to_have_attribute("data-state", "finished")
    expect(queue.get_by_text(re.compile("6 items in the next 14 days"))).to_be_visible()


def test_a_session_is_left_and_taken_up_by_keyboard_alone(page, address):
    answer_one(page, address)
    page.goto(address + PRACTICE)
    begin = page.locator("[data-panel=queue]").get_by_role("button", name=re.compile("Review")).first
    begin.focus()
    page.keyboard.press("Enter")
    session = page.locator("[data-activity='practice/review']")
    show = session.get_by_role("button", name="Show what it means")
    expect(show).to_be_visible()
    assert page.evaluate("document.activeElement.closest('[data-activity]') !== null"), "focus goes to the first item"
    show.focus()
    page.keyboard.press("Space")
    session.get_by_role("radio", name="Hard").focus()
    page.keyboard.press("Space")
    expect(session.get_by_role("radio", name="Hard")).to_be_checked()
    page.wait_for_timeout(200)
    page.reload()
    session = page.locator("[data-activity='practice/review']")
    expect(session.get_by_role("radio", name="Hard")).to_be_checked(timeout=60_000)


def test_progress_shows_what_was_done_and_home_leads_back(page, address):
    answer_one(page, address)
    page.goto(address + PROGRESS)
    expect(page.get_by_text("Pick up where you stopped")).to_be_visible(timeout=60_000)
    lessons = page.get_by_role("table", name=re.compile("Progress by lesson|Lessons"))
    expect(lessons.get_by_role("row", name=re.compile("1 · What is Track Two"))).to_contain_text("today")
    expect(page.get_by_role("img", name=re.compile("next 14 days|comes back", re.IGNORECASE))).to_be_visible()
    page.goto(address + "index.html")
    expect(page.get_by_role("region", name="Pick up where you stopped")).to_be_visible(timeout=60_000)


def test_sure_and_wrong_is_shown_as_the_interesting_corner(page, address):
    page.goto(address + LESSON + "#quiz")
    quiz = page.locator("#bank-activity")
    wait_ready(quiz)
    quiz.get_by_role("checkbox", name=re.compile("how sure")).check()
    item = quiz.locator(".st-item[data-type=choice]:has(input[type=radio])").first
    expect(item.get_by_role("radio", name="Sure")).to_be_visible()
    digest = quiz.get_attribute("data-digest")
    data = page.evaluate(
        "(digest) => fetch(`../../assets/definitions/${digest}.json`).then((reply) => reply.json())", digest
    )
    name = item.get_attribute("id").removeprefix("bank-item-")
    key = next(one for one in data["items"] if one["id"] == name)["key"]
    wrong = next(box for box in item.locator(".st-options input").all() if box.get_attribute("value") not in key)
    wrong.check()
    item.get_by_role("radio", name="Sure").check()
    quiz.get_by_role("button", name="Finish and see the reasons").click()
    expect(quiz).to_have_attribute("data-state", "finished")
    page.goto(address + PROGRESS)
    expect(page.get_by_text(re.compile("^Sure, and wrong$")).first).to_be_visible(timeout=60_000)


def test_a_record_from_another_device_brings_its_queue_whichever_way_round(new_context, address, tmp_path):
    def device(option: int, item: str) -> tuple[Page, str]:
        page = new_context(accept_downloads=True).new_page()
        page.goto(address + LESSON)
        found = page.locator(f"#{item}-activity")
        expect(found).to_have_attribute("data-state", "ready", timeout=90_000)
        found.get_by_role("radio").nth(option).check()
        found.get_by_role("button", name="Check").click()
        expect(found).to_have_attribute("data-state", "finished")
        return page, save(page)

    def save(page: Page) -> str:
        page.goto(address + PROGRESS)
        expect(page.get_by_role("button", name="Save a copy")).to_be_visible(timeout=60_000)
        expect(page.get_by_text("Pick up where you stopped")).to_be_visible(timeout=60_000)
        with page.expect_download() as started:
            page.get_by_role("button", name="Save a copy").click()
        return started.value.path().read_text(encoding="utf-8")

    def take_in(page: Page, text: str, name: str) -> None:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        page.locator("input[type=file]").set_input_files(file)
        expect(page.get_by_text("Nothing was overwritten.")).to_have_count(2)  # said and shown

    one, first = device(0, "map-room")
    two, second = device(1, "only-track-two")
    take_in(one, second, "second.json")
    take_in(two, first, "first.json")
    merged = [json.loads(save(page))["attempts"] for page in (one, two)]
    assert merged[0] == merged[1] and len({attempt["ref"] for attempt in merged[0]}) >= 2
    shown = []
    for page in (one, two):
        page.goto(address + PRACTICE)
        queue = page.locator("[data-panel=queue]")
        expect(queue.get_by_role("button", name=re.compile("Review")).first).to_be_visible(timeout=60_000)
        shown.append(queue.get_by_role("button", name=re.compile("Review")).first.get_attribute("data-event"))
    assert shown[0] == shown[1]
