"""Nothing a learner did is ever lost: reloads, tabs, browsers that refuse, damaged stores, files from elsewhere."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import activity, bin_named, choose, open_lesson, the_list, tray, wait_ready
from tests.browser.pages import LESSON

BIN = "What is done"
PROGRESS = "progress.html"


def kept(page):
    """The learner's record as the page itself would export it."""
    return page.evaluate(
        """async () => {
          const names = (await indexedDB.databases()).map((one) => one.name).filter((name) => name.startsWith("second-track"));
          const db = await new Promise((resolve) => { const asked = indexedDB.open(names[0]); asked.onsuccess = () => resolve(asked.result); });
          const all = (name) => new Promise((resolve) => { const asked = db.transaction(name).objectStore(name).getAll(); asked.onsuccess = () => resolve(asked.result); });
          const found = { names, attempts: await all("attempts"), entries: await all("entries") };
          db.close();
          return found;
        }"""
    )


def test_a_reload_in_the_middle_resumes(page, address):
    found = open_lesson(page, address)
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(11)
    choose(tray(found).first, "What kinds")
    expect(tray(found)).to_have_count(10)
    page.reload()
    expect(tray(found)).to_have_count(10)
    wait_ready(found)
    expect(bin_named(found, BIN).get_by_role("listitem")).to_have_count(1)


def test_a_new_visit_resumes(new_context, address):
    context = new_context()
    page = context.new_page()
    found = open_lesson(page, address)
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(11)
    page.close()
    again = context.new_page()
    found = open_lesson(again, address)
    expect(tray(found)).to_have_count(11)


def test_what_is_filled_in_before_python_is_ready_is_kept(page, address):
    page.route("**/pyodide.asm.wasm", lambda route: (page.wait_for_timeout(1500), route.continue_()))
    page.goto(address + LESSON)
    found = activity(page)
    the_list(tray(found).nth(3)).select_option(label=BIN)
    the_list(tray(found).nth(4)).select_option(label="What kinds")
    tray(found).nth(5).get_by_role("button", name="Pick up").click()
    bin_named(found, "Who is there").get_by_role("button", name="Place here").click()
    assert found.get_attribute("data-state") != "ready"
    wait_ready(found)
    expect(tray(found)).to_have_count(9)
    for label in (BIN, "What kinds", "Who is there"):
        expect(bin_named(found, label).get_by_role("listitem")).to_have_count(1)


def test_answers_given_before_python_survive_closing_the_tab(new_context, address):
    context = new_context()
    page = context.new_page()
    page.goto(address + LESSON)
    found = activity(page)
    the_list(tray(found).first).select_option(label=BIN)
    page.wait_for_timeout(300)
    page.close()
    again = context.new_page()
    found = open_lesson(again, address)
    expect(bin_named(found, BIN).get_by_role("listitem")).to_have_count(1)


def test_two_tabs_on_one_activity_lose_no_answer(new_context, address):
    context = new_context()
    one, two = context.new_page(), context.new_page()
    first, second = open_lesson(one, address), open_lesson(two, address)
    choose(tray(first).first, BIN)
    expect(tray(second)).to_have_count(11)
    choose(tray(second).last, "What kinds")
    expect(tray(first)).to_have_count(10)
    choose(tray(first).first, "Who is there")
    expect(tray(second)).to_have_count(9)
    record = kept(one)
    assert len(record["attempts"]) == 1 and len(record["entries"]) == 3


def test_two_tabs_answering_at_the_same_moment_lose_nothing(new_context, address):
    context = new_context()
    one, two = context.new_page(), context.new_page()
    first, second = open_lesson(one, address), open_lesson(two, address)
    choose(tray(first).first, BIN)
    expect(tray(second)).to_have_count(11)
    for page, place in ((one, 0), (two, 5), (one, 1), (two, 6)):
        page.evaluate(
            """(place) => { const list = document.querySelectorAll(".st-tray select")[place]; list.value = "kinds";
              list.dispatchEvent(new Event("change", { bubbles: true })); }""",
            place,
        )
    one.wait_for_timeout(800)
    assert len(kept(one)["entries"]) == 5
    one.reload()
    wait_ready(first)
    expect(tray(first)).to_have_count(7)


def test_storage_refused_works_and_says_so(new_context, address):
    context = new_context()
    context.add_init_script(
        "Object.defineProperty(globalThis, 'indexedDB', { get() { throw new DOMException('refused', 'SecurityError'); } });"
    )
    page = context.new_page()
    found = open_lesson(page, address)
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(11)
    expect(page.get_by_text("This browser keeps nothing for this site").first).to_be_visible()


def test_a_damaged_store_is_said_and_left_as_it_is(new_context, address):
    context = new_context()
    page = context.new_page()
    found = open_lesson(page, address)
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(11)
    page.evaluate(
        """async () => {
          const name = (await indexedDB.databases()).map((one) => one.name).find((one) => one.startsWith("second-track"));
          const db = await new Promise((resolve) => { const asked = indexedDB.open(name); asked.onsuccess = () => resolve(asked.result); });
          const work = db.transaction(["attempts", "entries", "views"], "readwrite");
          const attempts = work.objectStore("attempts");
          const rows = await new Promise((resolve) => { const asked = attempts.getAll(); asked.onsuccess = () => resolve(asked.result); });
          work.objectStore("views").clear();
          attempts.put({ ...rows[0], seed: "<img src=x onerror=alert(1)>" });
          work.objectStore("entries").put({ attempt: rows[0].id, id: "<script>", at: "never", event: 7 });
          await new Promise((resolve) => { work.oncomplete = resolve; });
          db.close();
        }"""
    )
    page.reload()
    wait_ready(found)
    expect(page.get_by_text("could not be read").first).to_be_visible()
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(11)
    assert len(kept(page)["attempts"]) == 2


def save_a_copy(page):
    with page.expect_download() as download:
        page.get_by_role("button", name="Save a copy").click()
    return json.loads(download.value.path().read_text(encoding="utf-8"))


def test_a_copy_taken_on_one_device_adds_to_another(new_context, address):
    one = new_context().new_page()
    found = open_lesson(one, address)
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(11)
    one.goto(address + PROGRESS)
    expect(one.get_by_role("row").filter(has_text="1 of 12 answered")).to_be_visible()
    copy = save_a_copy(one)
    assert copy["format"] == "second-track-record" and len(copy["attempts"]) == 1

    two = new_context().new_page()
    two.goto(address + PROGRESS)
    expect(two.get_by_text("Nothing yet")).to_be_visible(timeout=60_000)
    two.locator("input[type=file]").set_input_files(
        {"name": "copy.json", "mimeType": "application/json", "buffer": json.dumps(copy).encode()}
    )
    expect(two.get_by_text("1 attempt added. Nothing was overwritten.").first).to_be_visible()
    two.get_by_role("link", name="Four families of definition").click()
    there = activity(two)
    wait_ready(there)
    expect(tray(there)).to_have_count(11)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"format": "second-track-record", "version": 1, "cou', "damaged or cut short"),
        (
            b'{"format": "second-track-record", "version": 1, "course": "another", "attempts": []}',
            "belongs to another course",
        ),
        (b"x" * 9_000_000, "far larger than any record"),
        (b"[" * 200_000, "damaged or cut short"),
        (
            b'{"format":"second-track-record","version":1,"course":"second-track","attempts":[{"id":"<script>alert(1)</script>","ref":"x",'
            b'"digest":"d","seed":0,"started":1,"events":[]}]}',
            "holds characters that no id of ours has",
        ),
        (b"\xff\xfe\x00junk", "damaged or cut short"),
    ],
    ids=["truncated", "other course", "huge", "deep", "hostile", "binary"],
)
def test_a_bad_file_is_refused_and_the_record_untouched(page, address, content, said):
    found = open_lesson(page, address)
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(11)
    before = kept(page)
    page.goto(address + PROGRESS)
    expect(page.get_by_role("row").filter(has_text="1 of 12 answered")).to_be_visible(timeout=60_000)
    page.locator("input[type=file]").set_input_files(
        {"name": "copy.json", "mimeType": "application/json", "buffer": content}
    )
    expect(page.get_by_text(said).first).to_be_visible()
    assert kept(page)["entries"] == before["entries"]


def test_the_record_can_be_deleted_after_a_warning(page, address):
    found = open_lesson(page, address)
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(11)
    page.goto(address + PROGRESS)
    page.get_by_text("Delete this record…").click()
    page.get_by_role("button", name="Delete my record").click()
    expect(page.get_by_text("Nothing yet")).to_be_visible()
    assert kept(page)["entries"] == []
    open_lesson(page, address)
    expect(tray(found)).to_have_count(12)


def test_two_courses_on_one_origin_never_meet(page, address):
    open_lesson(page, address)
    choose(tray(activity(page)).first, BIN)
    expect(tray(activity(page))).to_have_count(11)
    assert kept(page)["names"] == ["second-track /some/course/"]
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/some/course/", address)
