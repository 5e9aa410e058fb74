"""A whole round as a learner goes through it: modes, hints, finishing, the second pass, the next round."""

import re

from playwright.sync_api import expect

from tests.browser.helpers import bin_named, choose, live, open_lesson, tray, wait_ready

BINS = ["What is done", "Who is there", "Where it stands", "What kinds"]


def place_all(found, label="What is done"):
    for left in range(12, 0, -1):
        expect(tray(found)).to_have_count(left)
        choose(tray(found).first, label)


def test_learn_mode_marks_at_once_and_never_names_another_bin(page, address):
    found = open_lesson(page, address)
    place_all(found)
    wrong = bin_named(found, "What is done").locator("[data-mark=not]").first
    text = wrong.locator(".st-feedback").inner_text()
    for other in BINS[1:]:
        assert other.lower() not in text.lower()


def test_check_mode_is_silent_until_check(page, address):
    found = open_lesson(page, address)
    found.get_by_role("radio", name="Mark them all when I press Check").check()
    choose(tray(found).first, BINS[0])
    expect(bin_named(found, BINS[0]).get_by_role("listitem")).to_have_count(1)
    expect(found.locator("[data-mark]")).to_have_count(0)
    found.get_by_role("button", name="Check", exact=True).click()
    expect(found.locator("[data-mark]")).to_have_count(1)
    expect(found).to_have_attribute("data-state", "checked")


def test_a_hint_is_shown_and_stays(page, address):
    found = open_lesson(page, address)
    tray(found).first.get_by_role("button", name="Hint").click()
    expect(tray(found).first.get_by_text("Hint:")).to_be_visible()
    expect(live(page)).to_contain_text("Hint.")
    assert page.evaluate("document.activeElement !== document.body"), "focus was lost"


def test_finishing_sums_up_by_family_and_sends_back_to_the_text(page, address):
    found = open_lesson(page, address)
    place_all(found)
    found.get_by_role("button", name="Finish the round").click()
    expect(found).to_have_attribute("data-state", "finished")
    expect(found.get_by_text("How this round went")).to_be_focused()
    reread = found.get_by_role(
        "link", name=re.compile("way|family|lesson|read|asks|done|there|stands|kind", re.I)
    ).first
    reread.click()
    expect(page).to_have_url(re.compile(r"#(what-is-done|who-is-there|where-it-stands|what-kinds)$"))


def test_the_missed_can_be_retried_and_then_shown(page, address):
    found = open_lesson(page, address)
    place_all(found)
    found.get_by_role("button", name="Finish the round").click()
    score = found.get_by_text(re.compile(r"Finished: .+ of 12")).inner_text()
    found.get_by_role("button", name=re.compile(r"Try the .* again")).click()
    expect(tray(found).first).to_be_visible()
    choose(tray(found).first, BINS[1])
    found.get_by_role("button", name="Finish the round").click()
    expect(found.get_by_text(score, exact=True)).to_be_visible()
    found.get_by_role("button", name="Show where they belong").click()
    expect(found.get_by_text("Belongs in:").first).to_be_visible()


def test_another_round_brings_other_cards_and_keeps_the_first(page, address):
    found = open_lesson(page, address)
    before = set(tray(found).locator(".st-card__text").all_inner_texts())
    choose(tray(found).first, BINS[0])
    found.get_by_role("button", name="Finish the round").click()
    found.get_by_role("button", name="Another round").click()
    wait_ready(found)
    expect(tray(found)).to_have_count(12)
    assert not before & set(tray(found).locator(".st-card__text").all_inner_texts())
    choose(tray(found).first, BINS[0])
    rounds = found.get_by_role("navigation", name="Your rounds")
    expect(rounds.get_by_role("button")).to_have_count(2)
    rounds.get_by_role("button").first.click()
    expect(found).to_have_attribute("data-state", "finished")


def test_starting_again_deals_the_same_cards(page, address):
    found = open_lesson(page, address)
    before = tray(found).locator(".st-card__text").all_inner_texts()
    choose(tray(found).first, BINS[0])
    expect(tray(found)).to_have_count(11)
    found.get_by_role("button", name="Start again").click()
    expect(tray(found)).to_have_count(12)
    assert tray(found).locator(".st-card__text").all_inner_texts() == before


def test_finishing_with_nothing_placed_says_why_not(page, address):
    found = open_lesson(page, address)
    found.get_by_role("button", name="Finish the round").click()
    expect(live(page)).to_contain_text("Place at least one card first")
    expect(found).to_have_attribute("data-state", "ready")
