"""Each way of placing a card, with each device; each must end in the same place with the same words."""

import re

from playwright.sync_api import expect

from tests.browser.helpers import CASES, activity, bin_named, choose, live, open_lesson, the_list, tray, wait_ready

BIN = "What is done"


def placed(found):
    return bin_named(found, BIN).get_by_role("listitem")


def expect_marked(page, found):
    card = placed(found)
    expect(card).to_have_count(1)
    expect(card).to_have_attribute("data-mark", re.compile("fits|half|not"))
    expect(card.get_by_text("Source")).to_be_visible()
    expect(live(page)).to_contain_text("left to place")


def test_from_the_list(page, address):
    found = open_lesson(page, address)
    expect(tray(found)).to_have_count(12)
    choose(tray(found).first, BIN)
    expect_marked(page, found)
    expect(tray(found)).to_have_count(11)


def test_picked_up_and_placed_with_the_mouse(page, address):
    found = open_lesson(page, address)
    tray(found).nth(2).get_by_role("button", name="Pick up").click()
    expect(live(page)).to_contain_text("You hold")
    expect(tray(found).nth(2).get_by_role("button", name="Put back")).to_have_attribute("aria-pressed", "true")
    bin_named(found, BIN).get_by_role("button", name="Place here").click()
    expect_marked(page, found)


def test_picked_up_and_placed_with_the_keyboard_alone(page, address):
    found = open_lesson(page, address)
    tray(found).first.get_by_role("button", name="Pick up").focus()
    page.keyboard.press("Enter")
    bin_named(found, BIN).get_by_role("button", name="Place here").focus()
    page.keyboard.press("Space")
    expect_marked(page, found)
    assert page.evaluate("document.activeElement !== document.body"), "focus was lost"


def test_a_list_by_keyboard_places_only_what_is_confirmed(page, address):
    """Arrow keys walk through a closed list; nothing is marked before Enter or before the list is left."""
    found = open_lesson(page, address)
    the_list(tray(found).first).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(300)
    expect(tray(found)).to_have_count(12)
    page.keyboard.press("Enter")
    expect(bin_named(found, "Who is there").get_by_role("listitem")).to_have_count(1)
    the_list(tray(found).first).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(placed(found)).to_have_count(1)
    expect(tray(found)).to_have_count(10)
    assert page.evaluate("document.activeElement !== document.body"), "focus was lost"


def test_escape_puts_a_held_card_back_and_returns_to_it(page, address):
    found = open_lesson(page, address)
    tray(found).first.get_by_role("button", name="Pick up").click()
    page.keyboard.press("Escape")
    button = tray(found).first.get_by_role("button", name="Pick up")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-pressed", "false")


def test_placing_with_nothing_held_says_what_to_do(page, address):
    found = open_lesson(page, address)
    bin_named(found, BIN).get_by_role("button", name="Place here").click()
    expect(live(page)).to_contain_text("Pick a card up first")


def drag(page, card, target, *, drop=True):
    card.locator("p").first.scroll_into_view_if_needed()
    start = card.locator("p").first.bounding_box()
    page.mouse.move(start["x"] + 20, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(start["x"] + 40, start["y"] + 40, steps=4)
    for _ in range(60):  # near the edge the page scrolls by itself until the bin comes into reach
        box = target.bounding_box()
        if box["y"] + 30 < 880 and box["y"] > 60:
            break
        page.mouse.move(start["x"] + 40, 890 if box["y"] > 60 else 70)
        page.mouse.move(start["x"] + 41, 889 if box["y"] > 60 else 71)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 25, steps=5)
    if drop:
        page.mouse.up()


def test_dragged_with_the_mouse(page, address):
    found = open_lesson(page, address)
    drag(page, tray(found).first, bin_named(found, BIN))
    expect_marked(page, found)


def test_a_drag_is_cancelled_with_escape(page, address):
    found = open_lesson(page, address)
    drag(page, tray(found).first, bin_named(found, BIN), drop=False)
    page.keyboard.press("Escape")
    page.mouse.up()
    page.wait_for_timeout(200)
    expect(tray(found)).to_have_count(12)
    expect(page.locator(".st-ghost")).to_have_count(0)


def test_dragged_with_a_finger(new_context, address):
    """A finger that rests takes the card; the same finger swiping at once moves the page."""
    page = new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True).new_page()
    found = open_lesson(page, address)
    card = tray(found).last
    card.scroll_into_view_if_needed()
    touch = page.context.new_cdp_session(page)

    def send(kind, x, y):
        points = [] if kind == "touchEnd" else [{"x": x, "y": y}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    box = card.locator("p").first.bounding_box()
    x, y = box["x"] + 30, box["y"] + 12
    send("touchStart", x, y)
    page.wait_for_timeout(350)
    target = bin_named(found, BIN)
    for _ in range(80):
        place = target.bounding_box()
        if place["y"] + 40 < 700:
            break
        send("touchMove", x, 800)
        send("touchMove", x, 802)
        page.wait_for_timeout(16)
    send("touchMove", x, target.bounding_box()["y"] + 20)
    send("touchMove", x, target.bounding_box()["y"] + 24)
    send("touchEnd", 0, 0)
    expect(placed(found)).to_have_count(1)


def test_on_a_phone_the_dock_serves_the_bins(new_context, address):
    page = new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True).new_page()
    found = open_lesson(page, address)
    tray(found).nth(1).get_by_role("button", name="Pick up").tap()
    dock = found.get_by_role("group", name="Place the card that you hold")
    expect(dock).to_be_visible()
    expect(dock).to_be_in_viewport()
    dock.get_by_role("button", name=BIN).tap()
    expect(placed(found)).to_have_count(1)
    expect(dock).to_be_hidden()
    assert page.evaluate("document.activeElement !== document.body"), "focus was lost"


def test_what_is_placed_can_be_moved_on_and_taken_back(page, address):
    found = open_lesson(page, address)
    choose(tray(found).first, BIN)
    choose(placed(found).first, "What kinds")
    moved = bin_named(found, "What kinds").get_by_role("listitem")
    expect(moved).to_have_count(1)
    choose(moved, "Choose…")
    expect(tray(found)).to_have_count(12)


def test_both_sorters_of_the_lesson_share_one_worker(page, address):
    open_lesson(page, address)
    other = activity(page, CASES)
    wait_ready(other)
    choose(tray(other).first, "Track Two")
    expect(bin_named(other, "Track Two").get_by_role("listitem")).to_have_count(1)
    assert sum("/st-" in worker.url for worker in page.workers) == 1
