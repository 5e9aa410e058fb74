"""Every type of item, answered by mouse and by keyboard, right, half right and wrong; and what a reader is then told.

The answers come from the compiled definition, as the reader's own browser has it: a page has no secrets.
"""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.helpers import activity, live, wait_ready
from tests.browser.pages import LESSON

QUIZ = "Lesson 1: what is Track Two?"
TYPES = {"choice", "several", "sequencing", "matching", "fillin"}


def open_quiz(page: Page, address: str) -> Locator:
    page.goto(address + LESSON + "#quiz")
    found = activity(page, QUIZ)
    wait_ready(found)
    return found


def bank(page: Page, found: Locator) -> dict:
    digest = found.get_attribute("data-digest")
    data = page.evaluate(
        "(digest) => fetch(new URL(`../../assets/definitions/${digest}.json`, location.href)).then((reply) => reply.json())",
        digest,
    )
    return {item["id"]: item for item in data["items"]}


class Mouse:
    """Answers as people do who click."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def tick(self, box: Locator) -> None:
        box.click()

    def choose(self, box: Locator, label: str) -> None:
        box.select_option(label=label)

    def write(self, box: Locator, text: str) -> None:
        box.click()
        box.fill(text)
        box.blur()

    def press(self, button: Locator) -> None:
        button.click()


class Keyboard(Mouse):
    """Answers as people do who have no mouse: Tab, arrows, Space, Enter."""

    def tick(self, box: Locator) -> None:
        box.focus()
        self.page.keyboard.press("Space")

    def choose(self, box: Locator, label: str) -> None:
        box.focus()
        self.page.keyboard.type(label)
        self.page.keyboard.press("Enter")

    def write(self, box: Locator, text: str) -> None:
        box.focus()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Tab")

    def press(self, button: Locator) -> None:
        button.focus()
        self.page.keyboard.press("Enter")


def kind(item: dict) -> str:
    return {"fill-in": "fillin"}.get(item["type"], "several" if len(item.get("key", "x")) > 1 else item["type"])


def answer(hand: Mouse, box: Locator, item: dict, how: str) -> str:
    """Answer one item right, half or wrong; returns the points to be expected."""
    return {"choice": one, "several": several, "sequencing": sequence, "matching": match, "fillin": fill}[kind(item)](
        hand, box, item, how
    )


def option(box: Locator, name: str) -> Locator:
    return box.locator(f"input[value='{name}']")


def settled(box: Locator) -> None:
    """A click's answer has come back: what was chosen is chosen in what Python drew too."""
    box.page.wait_for_timeout(120)


def one(hand, box, item, how):
    wrong = next(one["id"] for one in item["options"] if one["id"] not in item["key"])
    hand.tick(option(box, item["key"][0] if how == "right" else wrong))
    return "1" if how == "right" else "0"


def several(hand, box, item, how):
    for name in item["key"][: None if how == "right" else 1] if how != "wrong" else []:
        hand.tick(option(box, name))
        settled(box)
    if how == "wrong":
        hand.tick(option(box, next(one["id"] for one in item["options"] if one["id"] not in item["key"])))
    quarters = {"right": 4, "half": 4 // len(item["key"]), "wrong": 0}[how]
    return ["0", "¼", "½", "¾", "1"][quarters]


def sequence(hand, box, item, how):
    names = [one["id"] for one in item["entries"]]
    if how == "wrong":
        names = names[::-1]
    elif how == "half":
        names = [*names[:-2], names[-1], names[-2]]
    for place, name in enumerate(names, 1):
        row = box.locator(f"li[id$='-{name}']")
        if row.get_by_role("combobox").input_value() != str(place):
            hand.choose(row.get_by_role("combobox"), str(place))
            expect(row.get_by_role("combobox")).to_have_value(str(place))
            settled(box)
    pairs = len(names) * (len(names) - 1) // 2
    quarters = {"right": 4, "half": 4 * (pairs - 2) // pairs, "wrong": 0}[how]
    return ["0", "¼", "½", "¾", "1"][quarters]


def match(hand, box, item, how):
    words = {one["id"]: re.sub(r"<[^>]+>", "", one["text"]).replace("&amp;", "&") for one in item["targets"]}
    prompts = item["prompts"][: len(item["prompts"]) // 2] if how == "half" else item["prompts"]
    for prompt in prompts:
        wrong = next(name for name in words if name != prompt["key"])
        hand.choose(box.locator(f"select[id$='-{prompt['id']}']"), words[wrong if how == "wrong" else prompt["key"]])
        settled(box)
    quarters = {"right": 4, "half": 4 * len(prompts) // len(item["prompts"]), "wrong": 0}[how]
    return ["0", "¼", "½", "¾", "1"][quarters]


def fill(hand, box, item, how):
    near = item["near"][0]["forms"][0] if item["near"] else ""
    text = {"right": item["accept"][0], "half": near or "something else", "wrong": "something else"}[how]
    hand.write(box.get_by_role("textbox"), text)
    return {"right": "1", "half": "½" if near else "0", "wrong": "0"}[how]


@pytest.mark.parametrize("by", [Mouse, Keyboard])
def test_every_type_of_item_right_half_and_wrong(page, address, by):
    hand, seen = by(page), set()
    found = open_quiz(page, address)
    items = bank(page, found)
    for turn in range(6):
        how = ("right", "half", "wrong")[turn % 3]
        boxes = found.locator(".st-item")
        names = [box.get_attribute("id").removeprefix("bank-item-") for box in boxes.all()]
        expected = {}
        for name in names:
            item = items[name]
            if item["type"] == "contested" or (kind(item), how) in seen:
                continue
            expected[name] = answer(hand, found.locator(f"#bank-item-{name}"), item, how)
            seen.add((kind(item), how))
            settled(found)
        if expected:
            hand.press(found.get_by_role("button", name="Finish and see the reasons"))
            expect(found).to_have_attribute("data-state", "finished")
            for name, points in expected.items():
                box = found.locator(f"#bank-item-{name}")
                mark = box.locator(":scope > .st-mark")
                expect(mark).to_contain_text(
                    {"1": "Right: 1 point", "0": "Not this time"}.get(points, f"Partly right: {points} point")
                )
                expect(box.get_by_text(re.compile("Sources?: "))).to_be_visible()
        if {(one, "right") for one in TYPES} | {(one, "wrong") for one in TYPES} <= seen and turn > 2:
            break
        hand.press(
            found.get_by_role("button", name=re.compile("Another quiz|Start again")).first
            if expected
            else found.get_by_role("button", name="Start again")
        )
        expect(found).to_have_attribute("data-state", "ready")
    assert {one for one, how in seen if how == "right"} == TYPES, seen
    assert {one for one, how in seen if how == "wrong"} >= TYPES - {"matching"}, seen


def test_an_item_in_the_lesson_is_marked_at_once_and_every_option_explains_itself(page, address):
    page.goto(address + LESSON)
    found = page.locator("#map-room-activity")
    wait_ready(found)
    found.get_by_role("button", name="Hint").click()
    expect(found.get_by_text("Hint:")).to_be_visible()
    found.get_by_role("radio").first.check()
    found.get_by_role("button", name="Check").click()
    expect(found).to_have_attribute("data-state", "finished")
    assert found.locator(".st-option__why").count() == found.get_by_role("radio").count()
    expect(live(page)).to_contain_text(re.compile("Right|Not this time"))
    page.reload()
    wait = page.locator("#map-room-activity")
    expect(wait).to_have_attribute("data-state", "finished", timeout=60_000)


def test_checking_nothing_is_answered_kindly(page, address):
    page.goto(address + LESSON)
    found = page.locator("#map-room-activity")
    wait_ready(found)
    found.get_by_role("button", name="Check").click()
    expect(live(page)).to_contain_text("not wrong")


def test_a_first_guess_is_kept_met_again_after_a_reload_and_then_argued(page, address):
    page.goto(address + LESSON)
    found = page.locator("#label-on-the-door-activity")
    wait_ready(found)
    expect(found.get_by_text("First guess · not graded")).to_be_visible()
    found.get_by_role("radio", name=re.compile("Track 1.5")).check()
    found.get_by_role("radio", name="Leaning").check()
    found.get_by_role("button", name="Keep my guess").click()
    expect(found.get_by_text("Your first guess:")).to_be_visible()
    expect(found.get_by_text("Against.")).to_have_count(0)
    page.reload()
    found = page.locator("#label-on-the-door-activity")
    wait_ready(found)
    expect(found.get_by_text("Your first guess:")).to_be_visible()
    page.get_by_role("link", name="the label you chose for the door").click()
    found.get_by_role("radio", name=re.compile("Track Two")).check()
    found.get_by_role("button", name="This is where I stand now").click()
    expect(found.get_by_text("You have moved.")).to_be_visible()
    expect(found.get_by_text("Against.").first).to_be_visible()
    expect(found.get_by_text("How views divide.")).to_be_visible()


def test_what_is_answered_before_python_comes_is_not_lost(new_context, address):
    context = new_context()
    page = context.new_page()
    hold = []
    page.route("**/pyodide.asm.wasm", lambda route: hold.append(route))
    page.goto(address + LESSON)
    found = activity(page, QUIZ)
    expect(found).to_have_attribute("data-state", "booting", timeout=60_000)
    box = found.locator(".st-item[data-type=choice]").first
    name = box.get_attribute("id")
    box.locator("input").nth(1).check()
    chosen = box.locator("input").nth(1).get_attribute("value")
    while not hold:
        page.wait_for_timeout(100)
    hold[0].continue_()
    wait_ready(found)
    expect(page.locator(f"#{name} input[value='{chosen}']")).to_be_checked()
    found.get_by_role("button", name="Finish and see the reasons").click()
    expect(found).to_have_attribute("data-state", "finished")


def test_an_unfinished_quiz_is_found_as_it_was(page, address):
    found = open_quiz(page, address)
    text = found.get_by_role("textbox").first
    text.fill("private")
    text.blur()
    settled(found)
    page.reload()
    found = activity(page, QUIZ)
    wait_ready(found)
    expect(found.get_by_role("textbox").first).to_have_value("private")


def test_confidence_is_asked_when_wanted(page, address):
    found = open_quiz(page, address)
    expect(found.get_by_role("group", name="How sure are you?")).to_have_count(1)  # the open question asks always
    found.get_by_role("checkbox", name="Ask me how sure I am").check()
    expect(found.get_by_role("group", name="How sure are you?").nth(1)).to_be_visible()


def test_a_self_test_asks_of_chosen_lessons_and_is_printed_with_its_key_apart(page, address):
    page.goto(address + "practice/self-test.html")
    found = activity(page, "Test yourself")
    wait_ready(found)
    found.get_by_role("combobox", name="How many?").select_option("5 items")
    found.get_by_role("button", name="Begin the self-test").click()
    expect(found.locator(".st-item")).to_have_count(5)
    page.evaluate(
        "() => { globalThis.print = () => { globalThis.printed = document.querySelector('.st-paper').innerText; dispatchEvent(new Event('afterprint')); }; }"
    )
    found.get_by_role("button", name="Print the quiz").click()
    page.wait_for_function("globalThis.printed")
    sheet = page.evaluate("globalThis.printed")
    page.evaluate("globalThis.printed = ''")
    found.get_by_role("button", name="Print the answer key").click()
    page.wait_for_function("globalThis.printed")
    key = page.evaluate("globalThis.printed")
    assert "answers and reasons" in key and key.count("Read again:") == 5
    assert "Read again:" not in sheet and "answer." not in sheet
