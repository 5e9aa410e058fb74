"""Assignments: an instructor makes a link, a student opens it elsewhere, does the work in place and hands in a file."""

import json
import re

import pytest
from playwright.sync_api import expect

from interactive.record.submission import read_submission
from tests.browser.helpers import CASES, DEFINITIONS, activity, choose, live, tray
from tests.browser.pages import LESSON
from tests.browser.test_site import axe

ASSIGN, STUDENT = "instructors/assign.html", "assignment.html"
ONE = "01-what-is-track-two"
FRAGMENT = (
    f"v=1&title=Week+2&due=Monday&note=Read+first.&do={ONE}/reading"
    f"&do={ONE}/definitions;mode=check;seed=7;attempts=2&do={ONE}/bank;count=6;level=2-3;seed=each"
)
QUIZ = "Lesson 1: what is Track Two?"
BIN = "What is done"


def panel(page, name="Make an assignment"):
    return page.get_by_role("region", name=name)


def open_assign(page, address, fragment=""):
    page.goto(address + ASSIGN + fragment)
    expect(page.get_by_label("Title", exact=True)).to_be_visible(timeout=60_000)


def open_student(page, address, fragment=FRAGMENT, name="Ada Lovelace"):
    page.goto(f"{address}{STUDENT}#{fragment}")
    expect(page.get_by_label("Your name")).to_be_visible(timeout=60_000)
    if name:
        write_name(page, name)


def write_name(page, name):
    page.get_by_label("Your name").fill(name)
    page.keyboard.press("Tab")
    expect(page.get_by_text("your cards follow from it")).to_have_count(0)


def task(page, title):
    return page.get_by_role("listitem").filter(has=page.get_by_role("link", name=title, exact=True))


def follow(page, title):
    page.get_by_role("link", name=title, exact=True).click()


def ready(found):
    expect(found).to_have_attribute("data-state", re.compile("ready|checked|finished"), timeout=60_000)
    return found


def cards(found):
    return [text.strip() for text in found.locator(".st-card__text").all_inner_texts()]


def link_of(page):
    return page.get_by_label("The link", exact=True).input_value()


def test_an_assignment_is_made_with_the_mouse(page, address):
    open_assign(page, address)
    expect(page.get_by_text("Nothing yet.")).to_be_visible()
    page.get_by_label("Title", exact=True).fill("Week 2: “cases”")
    page.get_by_label("A note to your students").fill("Read first.")
    lesson = page.get_by_role("group", name="1 · What is Track Two diplomacy?")
    lesson.get_by_label("Read the lesson").check()
    lesson.get_by_label("Four families of definition").check()
    settings = page.get_by_role("group", name="Settings: Four families of definition")
    settings.get_by_label("Mode").select_option("all cards marked together")
    settings.get_by_label("Attempts that count").select_option("2")
    lesson.get_by_label(QUIZ).check()
    settings = page.get_by_role("group", name=f"Settings: {QUIZ}")
    settings.get_by_label("Difficulty, from").select_option("apply")
    expect(settings.get_by_label("Items, of 26 that fit")).to_be_visible()
    settings.get_by_label("Items, of 26 that fit").fill("6")
    page.keyboard.press("Tab")
    settings.get_by_label("Cards").select_option("others for each student")
    settings.get_by_label("apply each element of 18 U.S.C.").uncheck()
    expect(page.get_by_text("3 tasks, about 1 hour 7 minutes")).to_have_count(0)
    expect(page.get_by_text("3 tasks, about 67 minutes in all.")).to_be_visible()
    made = re.compile(
        rf"assignment\.html#v=1&title=Week\+2:\+%E2%80%9Ccases%E2%80%9D&note=Read\+first\."
        rf"&do={ONE}/reading&do={ONE}/definitions;mode=check;seed=\d{{4}};attempts=2"
        rf"&do={ONE}/bank;count=6;level=2-3;objectives=[a-z0-9+-]+;seed=each$"
    )
    expect(page.get_by_label("The link", exact=True)).to_have_value(made)
    link = link_of(page)
    assert "c1-apply-logan" not in link
    expect(page.get_by_role("img", name="QR code of the link to “Week 2: “cases””")).to_be_visible()
    expect(page.get_by_text("characters: short enough for a mail.")).to_be_visible()
    page.reload()  # the draft is kept in this browser
    expect(page.get_by_label("The link", exact=True)).to_have_value(link, timeout=60_000)


def test_an_assignment_is_made_with_the_keyboard_and_focus_stays(page, address):
    open_assign(page, address)
    page.get_by_label("Title", exact=True).focus()
    page.keyboard.type("Keys")
    box = page.get_by_role("group", name="2 · ").get_by_label("The whole lesson")
    box.focus()
    page.keyboard.press("Space")
    expect(page.get_by_label("The link", exact=True)).to_have_value(re.compile(r"title=Keys&do=02-[a-z-]+;seed=\d+$"))
    expect(box).to_be_focused()
    page.keyboard.press("Tab")
    cards_list = page.get_by_role("group", name="Settings: The whole lesson").get_by_label("Cards")
    expect(cards_list).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_label("The link", exact=True)).to_have_value(re.compile("seed=each"))
    expect(cards_list).to_be_focused()
    page.get_by_label("Due, in your own words").focus()
    page.keyboard.type("Monday")
    page.get_by_role("button", name="Copy the link").focus()
    page.keyboard.press("Enter")  # at once: what was typed last is in it
    expect(live(page)).to_have_text(re.compile("Copied|selected"))
    assert "due=Monday" in link_of(page)


def test_a_link_is_opened_to_be_changed(page, address):
    open_assign(page, address, f"#{FRAGMENT}")
    expect(page.get_by_label("Title", exact=True)).to_have_value("Week 2")
    expect(page.get_by_label("Four families of definition")).to_be_checked()
    page.get_by_role("button", name="Begin anew").click()
    expect(page.get_by_text("Pick something above")).to_be_visible()
    page.get_by_label("Paste its link").fill(f"{address}{STUDENT}#v=1&title=Old&do=05-problem-solving-workshops")
    page.get_by_role("button", name="Open it here").click()
    expect(page.get_by_label("Title", exact=True)).to_have_value("Old")
    page.get_by_label("Paste its link").fill("https://example.edu/")
    page.get_by_role("button", name="Open it here").click()
    expect(panel(page).get_by_text("This link carries no assignment.")).to_be_visible()
    expect(page.get_by_label("Title", exact=True)).to_have_value("Old")


def test_the_sheet_is_printed_with_its_code_and_the_code_is_saved(page, address):
    page.add_init_script("window.print = () => {};")
    open_assign(page, address, f"#{FRAGMENT}")
    page.get_by_role("button", name="Print this sheet").click()
    sheet = page.locator(".st-paper")
    expect(sheet).to_contain_text("Week 2")
    expect(sheet).to_contain_text("Four families of definition")
    page.emulate_media(media="print")
    expect(sheet.get_by_role("img", name="QR code")).to_be_visible()
    page.emulate_media(media="screen")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the code").click()
    assert saved.value.path().read_text(encoding="utf-8").startswith("<svg")


def test_a_very_long_link_says_so(page, address):
    long = f"v=1&note={'%C3%BC' * 600}&do={ONE}/bank/item-3&do={ONE}"
    open_assign(page, address, f"#{long}")
    expect(page.get_by_text("some mail programs break a link of this length")).to_be_visible()
    expect(page.get_by_text("The course has no “01-what-is-track-two/bank/item-3”.")).to_be_visible()


def test_a_student_does_the_work_in_place_and_hands_it_in(page, address):
    open_student(page, address)
    expect(page.get_by_role("heading", name="Week 2")).to_be_visible()
    expect(page.get_by_text("0 of 3 done. About 67 minutes for the rest.")).to_be_visible()
    follow(page, "Four families of definition")
    found = ready(activity(page))
    expect(page.get_by_text("Assigned: attempt 1 of 2.")).to_be_visible()
    expect(found.get_by_role("radio", name="Mark each card as I place it")).to_have_count(0)
    bar = page.get_by_role("navigation", name="Your assignment")
    expect(bar).to_contain_text("Week 2: 0 of 3 done.")
    for left in (11, 10):
        choose(tray(found).first, BIN)
        expect(tray(found)).to_have_count(left)
    expect(found.locator(".st-mark")).to_have_count(0)  # nothing is marked before Check
    found.get_by_role("button", name="Finish the round").click()
    expect(found).to_have_attribute("data-state", "finished")
    expect(bar).to_contain_text("Week 2: 1 of 3 done.")
    quiz = ready(activity(page, QUIZ))
    expect(quiz.get_by_text("Quiz · 6 of 41 items")).to_be_visible()
    quiz.get_by_role("radio").first.check()
    quiz.get_by_role("button", name="Finish and see the reasons").click()
    expect(quiz).to_have_attribute("data-state", "finished")
    expect(bar).to_contain_text("Week 2: 2 of 3 done.")
    bar.get_by_role("link", name="Back to the checklist").click()
    expect(task(page, "Four families of definition")).to_contain_text("Done")
    expect(task(page, "Four families of definition")).to_contain_text("1 of 2 attempts used")
    expect(task(page, QUIZ)).to_contain_text("of 5")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the file to hand in").click()
    assert saved.value.suggested_filename == "second-track-week-2-ada-lovelace.json"
    text = saved.value.path().read_text(encoding="utf-8")
    file = read_submission(text)
    assert file.whole and file.name == "Ada Lovelace" and file.assignment == FRAGMENT
    sorter, bank = (
        next(one for one in file.attempts if one.ref == f"{ONE}/{name}") for name in ("definitions", "bank")
    )
    assert sorter.seed == 7 and sorter.entries[0].event == {"type": "mode", "mode": "check", "assigned": True}
    assert bank.entries[0].event == {"type": "settings", "count": 6, "level": [2, 3]}
    assert set(file.totals) == {sorter.ref, bank.ref} and file.totals[sorter.ref][1] == 12
    assert len(text) < 20_000


def test_attempts_beyond_the_allowed_ones_are_practice(page, address):
    open_student(page, address, f"v=1&title=Twice&do={ONE}/definitions;seed=7;attempts=2")
    follow(page, "Four families of definition")
    found = ready(activity(page))
    first = cards(found)
    for said in (
        "Assigned: attempt 1 of 2.",
        "Assigned: attempt 2 of 2.",
        "Your 2 attempts are made, so this is practice",
    ):
        expect(page.get_by_text(said)).to_be_visible()
        choose(tray(found).first, BIN)
        expect(tray(found)).to_have_count(11)
        found.get_by_role("button", name="Finish the round").click()
        expect(found).to_have_attribute("data-state", "finished")
        page.wait_for_timeout(2500)  # the page settles
        found.get_by_role("button", name="Another round").click()
        expect(found).to_have_attribute("data-state", "ready")
    assert cards(found) != first
    page.get_by_role("link", name="Back to the checklist").first.click()
    expect(task(page, "Four families of definition")).to_contain_text("2 of 2 attempts used, and 1 for practice")


def test_cards_follow_from_the_name_and_come_again_with_it(new_context, address):
    def cards_of(name):
        page = new_context().new_page()
        open_student(page, address, f"v=1&do={ONE}/cases;seed=each", name="")
        expect(page.get_by_text("your cards follow from it")).to_be_visible()
        write_name(page, name)
        follow(page, "The spectrum: real dialogues")
        found = ready(activity(page, CASES))
        expect(found.locator(".st-card__text").first).to_be_visible()
        return cards(found)

    ada, again, ben = (cards_of(name) for name in ("Ada Lovelace", " ada  LOVELACE", "Ben"))
    assert ada == again and ada != ben


def test_the_same_cards_for_all_and_other_ones_than_the_page_was_built_with(new_context, address):
    def cards_of(name):
        page = new_context().new_page()
        open_student(page, address, name=name)
        page.goto(address + LESSON)
        found = activity(page)
        expect(found.get_by_text("appears here when Python has arrived").or_(tray(found).first)).to_be_visible()
        return cards(ready(found))

    plain = new_context().new_page()
    plain.goto(address + LESSON)
    ada, ben = cards_of("Ada"), cards_of("Ben")
    assert ada == ben
    assert ada != cards(ready(activity(plain)))


def test_work_comes_along_to_another_device(new_context, address, tmp_path):
    home, library = new_context().new_page(), new_context().new_page()
    open_student(home, address)
    follow(home, "Four families of definition")
    found = ready(activity(home))
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(11)
    home.goto(address + "progress.html")
    with home.expect_download(timeout=60_000) as saved:
        home.get_by_role("button", name="Save a copy").click()
    saved.value.save_as(tmp_path / "record.json")
    library.goto(address + "progress.html")
    expect(library.get_by_role("button", name="Add a saved copy to this record")).to_be_visible(timeout=60_000)
    library.locator("[data-import]").set_input_files(tmp_path / "record.json")
    expect(panel(library, "Your record").get_by_text("1 attempt added")).to_be_visible()
    open_student(library, address)
    expect(task(library, "Four families of definition")).to_contain_text("Begun")
    follow(library, "Four families of definition")
    expect(tray(ready(activity(library)))).to_have_count(11)


def test_put_away_the_lessons_are_as_they_were(page, address):
    open_student(page, address)
    page.get_by_role("button", name="Put it away").click()
    expect(page.get_by_text("Open the link that your instructor sent")).to_be_visible()
    page.goto(address + LESSON)
    found = ready(activity(page))
    expect(found.get_by_role("radio", name="Mark each card as I place it")).to_be_visible()
    expect(page.get_by_role("navigation", name="Your assignment")).to_have_count(0)
    expect(page.get_by_text("Back to the checklist")).to_have_count(0)


@pytest.mark.parametrize(
    ("fragment", "said"),
    [
        ("nonsense=1", "This link carries no assignment."),
        ("v=7&do=x", "made by a newer version of the course"),
        ("v=1&title=%3Cimg%20src=x%20onerror=alert(1)%3E&do=09-nowhere", "no “09-nowhere”"),
        (f"v=1&do=%00%ff<script>&do={ONE}/definitions;seed=abc", "One task of this link cannot be read"),
    ],
)
def test_a_bad_link_says_what_is_wrong(page, address, fragment, said):
    page.on("dialog", lambda dialog: pytest.fail("a script of the link ran"))
    page.goto(f"{address}{STUDENT}#{fragment}")
    expect(panel(page, "Your assignment").get_by_text(said)).to_be_visible(timeout=60_000)
    if ONE in fragment:
        expect(page.get_by_role("link", name="Four families of definition")).to_be_visible()
        expect(page.get_by_text("A setting of “01-what-is-track-two/definitions” cannot be read")).to_be_visible()


def test_without_a_name_there_is_no_file_and_without_a_clipboard_there_is_text(page, address):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    open_student(page, address, f"v=1&do={ONE}/definitions;seed=7", name="")
    page.get_by_role("button", name="Save the file to hand in").click()
    expect(page.get_by_text("Write your name on this page first")).to_be_visible()
    write_name(page, "Ben")
    page.get_by_role("button", name="Copy it as text").click()
    field = page.get_by_label("The text to hand in")
    expect(field).to_be_visible()
    assert json.loads(field.input_value())["student"]["name"] == "Ben"


def test_the_report_says_what_was_answered(page, address):
    page.add_init_script("window.print = () => {};")
    open_student(page, address, f"v=1&title=Week+2&do={ONE}/definitions;seed=7")
    follow(page, "Four families of definition")
    found = ready(activity(page))
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(11)
    page.get_by_role("link", name="Back to the checklist").first.click()
    expect(task(page, "Four families of definition")).to_contain_text("Begun")
    page.get_by_role("button", name="Print a report").click()
    report = page.locator(".st-paper")
    for said in ("Week 2", "Ada Lovelace", "no proof", BIN, "Not answered"):
        expect(report).to_contain_text(said)
    page.emulate_media(media="print")
    expect(report).to_be_visible()
    expect(page.get_by_role("button", name="Print a report")).to_be_hidden()
    page.emulate_media(media="screen")


def test_without_javascript_the_pages_say_what_is_needed(new_context, address):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address + STUDENT)
    expect(page.get_by_text("JavaScript is off in this browser, so the link")).to_be_visible()
    page.goto(address + ASSIGN)
    expect(page.get_by_text("no link can be made here")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page, address, scheme):
    page.emulate_media(color_scheme=scheme)
    open_assign(page, address, f"#{FRAGMENT}&do=04-the-third-party")
    expect(page.get_by_role("img", name="QR code")).to_be_visible()
    assert axe(page) == []
    open_student(page, address, f"{FRAGMENT}&do=09-nowhere", name="")
    assert axe(page) == []
    page.goto(address + LESSON)
    ready(activity(page))
    expect(page.get_by_role("navigation", name="Your assignment")).to_be_visible()
    assert axe(page) == []
    page.emulate_media(color_scheme="light")


def test_nothing_is_wider_than_a_phone(page, address):
    page.set_viewport_size({"width": 320, "height": 700})
    wide = "document.documentElement.scrollWidth - innerWidth"
    open_assign(page, address, f"#{FRAGMENT}")
    assert page.evaluate(wide) <= 0
    open_student(page, address, name="")
    assert page.evaluate(wide) <= 0
    page.goto(address + LESSON)
    ready(activity(page))
    expect(page.get_by_role("navigation", name="Your assignment")).to_be_visible()
    assert page.evaluate(wide) <= 0
    page.set_viewport_size({"width": 1280, "height": 900})


def test_nothing_is_asked_of_anybody_else(page, address, strangers):
    open_student(page, address)
    assert strangers == [] and activity(page, DEFINITIONS).count() == 0
