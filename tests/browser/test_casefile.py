"""The Logan Act casefile as a reader works it: by mouse and by keyboard, guided, in an exam and with twists; left and taken up again."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.helpers import activity, live, wait_ready
from tests.browser.pages import LESSON

CASEFILE = "The Logan Act casefile"


def open_casefile(page: Page, address: str) -> Locator:
    page.goto(address + LESSON + "#logan-casefile")
    found = activity(page, CASEFILE)
    wait_ready(found)
    return found


def element(found: Locator, name: str) -> Locator:
    return found.get_by_role("group", name=re.compile(name))


def click(page: Page, control: Locator) -> None:
    control.click()


def press(page: Page, control: Locator) -> None:
    control.focus()
    page.keyboard.press("Space")


@pytest.mark.parametrize("use", [click, press])
def test_a_finding_is_checked_at_once_and_says_why(page, address, use):
    found = open_casefile(page, address)
    citizen = element(found, "1 ?Citizen")
    use(page, citizen.get_by_role("radio", name="Met", exact=True))
    expect(citizen.get_by_role("radio", name="Met", exact=True)).to_be_checked()
    use(page, citizen.get_by_role("button", name=re.compile("^Check")))
    expect(citizen.locator(".st-mark").first).to_be_visible()
    expect(citizen.get_by_text(re.compile("18 U.S.C. § 953|18 U.S.C. §§ 11")).first).to_be_visible()
    expect(live(page)).not_to_have_text("")
    assert page.evaluate("document.activeElement !== document.body"), "focus was lost"


def test_the_words_of_the_element_in_hand_are_marked_in_the_statute(page, address):
    found = open_casefile(page, address)
    on = found.locator(".st-el[data-on=true]")
    expect(on).to_have_text(re.compile("^Any citizen of the United States"))
    citizen = element(found, "1 ?Citizen")
    citizen.get_by_role("radio", name="Met", exact=True).check()
    citizen.get_by_role("button", name=re.compile("^Check")).click()
    expect(on).to_have_text(re.compile("^without authority"))


def test_a_case_left_in_the_middle_is_taken_up_in_place(page, address):
    found = open_casefile(page, address)
    citizen = element(found, "1 ?Citizen")
    citizen.get_by_role("radio", name="Met", exact=True).check()
    citizen.get_by_role("button", name=re.compile("^Check")).click()
    expect(citizen.locator(".st-mark").first).to_be_visible()
    second = element(found, "2 ?Without authority")
    second.get_by_role("radio", name="Arguable").check()
    second.get_by_role("textbox").fill("Nobody asked him <b>anything</b>")
    second.get_by_role("textbox").blur()
    page.wait_for_timeout(200)
    page.reload()
    found = activity(page, CASEFILE)
    expect(found).to_have_attribute("data-state", re.compile("ready|checked"), timeout=60_000)
    expect(element(found, "1 ?Citizen").locator(".st-mark").first).to_be_visible()
    second = element(found, "2 ?Without authority")
    expect(second.get_by_role("radio", name="Arguable")).to_be_checked()
    expect(second.get_by_role("textbox")).to_have_value("Nobody asked him <b>anything</b>")


def work_through(found: Locator, finding: str, checks: bool) -> None:
    for group in found.locator("fieldset.st-finding").all():
        group.get_by_role("radio", name=finding, exact=True).check()
        if checks and group.get_by_role("button", name=re.compile("^Check")).count():
            group.get_by_role("button", name=re.compile("^Check")).click()
            expect(group.locator(".st-mark").first).to_be_visible()


def test_a_whole_scenario_ends_in_practice_and_in_a_comparison(page, address):
    found = open_casefile(page, address)
    work_through(found, "Met", checks=True)
    found.get_by_role("button", name="Conclude and compare").click()
    expect(found.get_by_text("In practice").first).to_be_visible()
    table = found.get_by_role("table").first
    expect(table).to_be_visible()
    assert table.get_by_role("row").count() >= 8, "seven elements and the conclusion, side by side"


def test_an_exam_says_nothing_before_it_is_finished_and_ends_in_a_matrix(page, address):
    found = open_casefile(page, address)
    found.get_by_role("radio", name=re.compile("^Exam")).check()
    expect(found.get_by_role("radio", name=re.compile("^Exam"))).to_be_checked()
    work_through(found, "Not met", checks=False)
    assert found.locator("fieldset .st-mark").count() == 0
    found.get_by_role("button", name=re.compile("^Finish")).click()
    expect(found).to_have_attribute("data-state", "finished")
    matrix = found.locator("table.st-matrix")
    expect(matrix).to_be_visible()
    expect(matrix.get_by_role("rowheader", name=re.compile("Citizen"))).to_be_visible()


def test_a_twist_asks_which_finding_flips(page, address):
    found = open_casefile(page, address)
    found.get_by_role("radio", name=re.compile("^Twists")).check()
    flips = found.locator(".st-twist").first
    expect(flips).to_be_visible()
    flips.get_by_role("combobox").first.select_option(index=1)
    flips.get_by_role("button", name=re.compile("^Check")).click()
    expect(flips.locator(".st-mark").first).to_be_visible()


def test_the_second_casefile_works_too(page, address):
    page.goto(address + LESSON + "#other-rules")
    found = page.locator("#other-rules-activity")
    wait_ready(found)
    group = found.locator("fieldset.st-finding").first
    group.get_by_role("radio", name="Arguable").check()
    group.get_by_role("button", name=re.compile("^Check")).click()
    expect(group.locator(".st-mark").first).to_be_visible()


def test_the_room_edition_keeps_its_analyses_apart(page, address):
    page.goto(address + "instructors/room-logan-act.html")
    pages = page.locator(".st-room-edition .st-page")
    expect(pages).to_have_count(18)  # six scenarios: facts, table, analysis
    assert "Analysis" not in " ".join(pages.nth(number).inner_text() for number in range(12))
    assert "not legal advice" in page.locator(".st-room-edition").inner_text()
