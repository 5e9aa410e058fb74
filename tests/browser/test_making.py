"""What a learner makes: a seat, a plan, a map of who tells whom, and a memo that takes it all up."""

import re

from playwright.sync_api import Locator, Page, expect

INTRODUCTION = "lessons/00-introduction/index.html"
CONCLUSION = "lessons/07-conclusion/index.html"


def open_frame(page: Page, address: str, lesson: str, frame: str) -> Locator:
    page.goto(address + lesson)
    found = page.locator(frame)
    expect(found).to_have_attribute("data-state", re.compile("ready|checked|finished"), timeout=60_000)
    return found


def sit(page: Page, address: str) -> None:
    found = open_frame(page, address, INTRODUCTION, "#seat-activity")
    for group in found.get_by_role("group").all():
        group.get_by_role("radio").first.check()
        page.wait_for_timeout(60)
    found.get_by_role("button", name="Show me where I sit").click()
    expect(found.get_by_text(re.compile("You sit (with|between)"))).to_be_visible()


def test_a_seat_leads_to_a_path_and_is_kept(page, address):
    sit(page, address)
    page.reload()
    found = page.locator("#seat-activity")
    expect(found.get_by_text("A path from here").first).to_be_visible(timeout=60_000)


def test_a_plan_is_criticized_kept_and_revised_by_keyboard(page, address):
    found = open_frame(page, address, "lessons/03-theory-meets-practice/index.html", "#builder-activity")
    for group in found.locator("fieldset.st-slot").all():
        box = group.locator("input[type=radio], input[type=checkbox]").first
        if box.count():
            box.focus()
            page.keyboard.press("Space")
            expect(box).to_be_checked()
            page.wait_for_timeout(80)
    critic = found.get_by_role("button", name="Have it criticized")
    critic.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(400)
    if not found.get_by_text("The critique").count():  # a slot that wants two
        for group in found.locator("fieldset.st-slot:has(input[type=checkbox])").all():
            group.locator("input[type=checkbox]").nth(1).check()
            page.wait_for_timeout(80)
        critic.click()
    expect(found.get_by_role("heading", name="The critique")).to_be_visible()
    expect(found.get_by_text("Your plan in words")).to_be_visible()
    assert found.locator(".st-criteria > li").count() >= 8
    found.get_by_role("button", name="Keep this plan").click()
    expect(found).to_have_attribute("data-state", "finished")
    page.reload()
    found = page.locator("#builder-activity")
    expect(found).to_have_attribute("data-state", "finished", timeout=60_000)


def test_ideas_travel_round_by_round_and_the_plan_is_criticized(page, address):
    found = open_frame(page, address, "lessons/06-transfer-and-evaluation/index.html", "#transfer-activity")
    for number in range(3):
        move = found.locator("fieldset.st-move").nth(number)
        for box in move.get_by_role("combobox").all():
            box.select_option(index=min(1 + number, box.locator("option").count() - 1))
            page.wait_for_timeout(80)
    found.get_by_role("button", name="Watch it travel").click()
    expect(found.get_by_text(re.compile("Round 1")).first).to_be_visible()
    found.get_by_role("button", name=re.compile("To the end")).click()
    expect(found.locator(".st-criteria > li").first).to_be_visible()
    assert found.locator(".st-criteria > li").count() >= 8


def test_a_memo_takes_up_earlier_work_names_what_is_missing_and_travels(page, address):
    sit(page, address)
    found = open_frame(page, address, CONCLUSION, "#capstone-activity")
    found.get_by_role("button", name="Bring in what I decided before").click()
    brought = found.locator("textarea").filter(has_text="You sit").first
    expect(brought).to_be_visible()
    first = found.get_by_role("textbox").nth(1)
    first.fill("The weaker side asked for this. " * 20)
    first.blur()
    page.wait_for_timeout(200)
    found.get_by_role("button", name="Hold it against the rubric").click()
    expect(found.get_by_role("heading", name="The rubric")).to_be_visible()
    assert found.locator(".st-criteria > li[data-mark=not]").count() >= 1
    with page.expect_download() as started:
        found.get_by_role("button", name="Save as Markdown").click()
    text = started.value.path().read_text(encoding="utf-8")
    assert text.startswith("# ") and "The weaker side asked for this." in text
    page.reload()
    found = page.locator("#capstone-activity")
    expect(found.get_by_role("textbox").nth(1)).to_have_value(re.compile("The weaker side"), timeout=60_000)
