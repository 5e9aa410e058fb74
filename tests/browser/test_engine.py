"""The worker may fail in every way a worker can: the page says so, keeps what was done, and tries again."""

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import activity, choose, open_lesson, the_list, tray, wait_ready
from tests.browser.pages import LESSON, wait_for_snapshot

BIN = "What is done"


def kill(page):
    """End the worker from inside; the page learns of it only by its silence."""
    worker = next(worker for worker in page.workers if "/st-" in worker.url)
    worker.evaluate("self.close()")


def test_the_first_visit_boots_plainly_and_later_ones_from_the_snapshot(new_context, address):
    context = new_context()
    page = context.new_page()
    open_lesson(page, address)
    wait_for_snapshot(page)
    page.reload()
    wait_ready(activity(page))
    again = context.new_page()
    wheels = []
    again.on("request", lambda request: wheels.append(request.url) if request.url.endswith(".whl") else None)
    open_lesson(again, address)
    assert not wheels, "a boot from the snapshot fetched the wheel again"


def test_a_damaged_snapshot_falls_back_to_a_plain_boot(new_context, address):
    context = new_context()
    page = context.new_page()
    open_lesson(page, address)
    wait_for_snapshot(page)
    page.evaluate(
        """async () => {
          const kept = await caches.open("second-track-python");
          const [key] = await kept.keys();
          const packed = new Response(new Uint8Array(4000).fill(7)).body.pipeThrough(new CompressionStream("gzip"));
          await kept.put(key, new Response(packed));
        }"""
    )
    page.reload()
    found = activity(page)
    wait_ready(found)
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(11)


def test_progress_is_real_while_booting(new_context, address):
    page = new_context().new_page()
    page.goto(address + LESSON)
    bar = activity(page).get_by_role("progressbar", name="Fetching Python")
    expect(bar).to_be_attached()
    wait_ready(activity(page))
    expect(bar).to_have_count(0)


def test_a_worker_that_dies_is_restarted_and_the_attempt_resumes(page, address):
    found = open_lesson(page, address)
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(11)
    kill(page)
    choose(tray(found).first, "What kinds")  # its answer never comes; it must not be lost
    expect(tray(found)).to_have_count(10, timeout=60_000)
    wait_ready(found)


@pytest.mark.parametrize("what", ["**/pyodide.asm.wasm", "**/worker.js", "**/python_stdlib.zip"])
def test_after_three_deaths_the_page_says_so_and_stays_readable(new_context, address, what):
    page = new_context().new_page()
    page.route(what, lambda route: route.abort())
    page.goto(address + LESSON)
    found = activity(page)
    expect(found).to_have_attribute("data-state", "failed", timeout=60_000)
    expect(found.get_by_text("Python did not start").first).to_be_visible()
    expect(found.get_by_text("Your answers are safe in this browser.")).to_be_visible()
    found.get_by_text("What to tell your instructor").click()
    expect(found.get_by_text("Second Track: Python did not start (")).to_be_visible()
    the_list(tray(found).first).select_option(label=BIN)  # still a form
    page.unroute(what)
    found.get_by_role("button", name="Try again").click()
    wait_ready(found)
    expect(tray(found)).to_have_count(11)


def test_offline_in_the_middle_goes_on(new_context, address):
    context = new_context()
    page = context.new_page()
    found = open_lesson(page, address)
    context.set_offline(True)
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(11)


def test_a_browser_without_cache_storage_boots_plainly(new_context, address):
    context = new_context()
    context.add_init_script("delete globalThis.caches;")
    page = context.new_page()
    page.route(
        "**/worker.js",
        lambda route: route.fulfill(
            body="delete globalThis.caches; Object.defineProperty(globalThis, 'caches', { get() { throw new Error('none'); } });\n"
            + route.fetch().text(),
            content_type="text/javascript",
        ),
    )
    found = open_lesson(page, address)
    choose(tray(found).first, BIN)
    expect(tray(found)).to_have_count(11)
