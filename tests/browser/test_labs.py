"""A reader changes a cell, runs it, breaks it, stops it, comes back to it. The lab of the tests is Ripeness; what is said holds for all."""

import json
import re

import pytest
from playwright.sync_api import expect

from interactive.publishing.headers import policy
from tests.browser.serving import serving
from tests.browser.test_site import axe

LAB = "labs/ripeness.html"
LARGEST = 60_000  # bytes of a lab's page
STOPPED = "Stopped. What the cells had defined is gone; run them again from the top."


def cell(page, number):
    return page.get_by_role("group", name=f"Cell {number}", exact=True)


def code(page, number):
    return cell(page, number).get_by_role("textbox", name=f"Code of cell {number}")


def output(page, number):
    return page.get_by_role("group", name=f"Output of cell {number}", exact=True)


def run(page, number):
    cell(page, number).get_by_role("button", name="Run").click()


def open_lab(page, address, *, python=True):
    page.goto(address + LAB)
    expect(code(page, 12)).to_be_attached()
    if python:
        expect(page.get_by_text("Python is here.")).to_be_visible(timeout=60_000)


def test_what_was_built_is_what_python_gives_in_the_browser(page, address):
    open_lab(page, address)
    outputs = "[...document.querySelectorAll('.st-cell__out')].map((one) => one.innerHTML)"
    built = page.evaluate(outputs)
    assert sum("<svg" in one for one in built) >= 6
    page.evaluate("for (const one of document.querySelectorAll('.st-cell__out')) one.replaceChildren()")
    page.get_by_role("button", name="Run all").click()
    expect(page.locator("[data-st-live]")).to_have_text("All cells have run.", timeout=60_000)
    assert page.evaluate(outputs) == built


def test_a_changed_cell_gives_another_output_and_another_chart(page, address):
    open_lab(page, address)
    chart = output(page, 6).locator("figure > svg")
    expect(chart).to_have_accessible_name(re.compile("Month 24: dialogue begins"))
    before = chart.inner_html()
    code(page, 6).fill(code(page, 6).inner_text().replace("begins=24", "begins=48"))
    expect(cell(page, 6).get_by_text("Changed, not run yet")).to_be_visible()
    run(page, 6)  # the five cells above it have not run in this Python: they run first
    expect(output(page, 6)).to_contain_text("month 58")
    expect(chart).to_have_accessible_name(re.compile("Month 48: dialogue begins"))
    assert chart.inner_html() != before
    expect(cell(page, 6).get_by_text("Changed, not run yet")).to_have_count(0)


def test_an_error_is_told_as_python_tells_it_and_harms_nothing(page, address):
    open_lab(page, address)
    code(page, 6).fill("def share(a):\n    return 1 / a\n\nshare(0)")
    run(page, 6)
    told = output(page, 6)
    expect(told).to_contain_text('File "ripeness, cell 6", line 4, in <module>')
    expect(told).to_contain_text("ZeroDivisionError: division by zero")
    expect(told).not_to_contain_text("cells.py")
    code(page, 7).fill("north.name, share")
    run(page, 7)
    expect(output(page, 7)).to_contain_text("('North', <function share")
    page.get_by_role("link", name="My progress").first.click()
    expect(page.get_by_role("heading", name="My progress")).to_be_visible()


def test_an_endless_loop_can_be_stopped_and_the_cells_run_again(page, address):
    open_lab(page, address)
    code(page, 2).fill("while True:\n    pass")
    run(page, 2)
    expect(cell(page, 2).get_by_text("Running")).to_be_visible()
    page.wait_for_timeout(1500)
    cell(page, 2).get_by_role("button", name="Stop").click()
    expect(output(page, 2)).to_have_text(STOPPED)
    cell(page, 2).get_by_role("button", name="Reset").click()
    run(page, 6)
    expect(output(page, 6)).to_contain_text("month 46", timeout=60_000)


def test_a_cell_may_take_longer_than_an_activity_may(page, address):
    """Nothing but Stop ends a cell; whoever waits for Python meanwhile is answered afterwards."""
    page.clock.install()
    open_lab(page, address)
    code(page, 1).fill("import time\ntime.sleep(3)\n'done'")
    run(page, 1)
    expect(cell(page, 1).get_by_text("Running")).to_be_visible()
    page.clock.run_for(60_000)  # four times what an activity's answer may take
    expect(output(page, 1)).to_have_text("'done'")


def test_leaving_the_page_ends_what_still_runs(page, address):
    open_lab(page, address)
    code(page, 1).fill("while True:\n    pass")
    run(page, 1)
    expect(cell(page, 1).get_by_text("Running")).to_be_visible()
    page.get_by_role("link", name="My progress").first.click()
    expect(page.get_by_text("Nothing yet").or_(page.locator("[data-panel=progress] [data-box]")).first).to_be_visible(
        timeout=60_000
    )


def test_a_change_outlives_a_reload_and_reset_brings_the_author_back(page, address):
    open_lab(page, address)
    code(page, 4).fill("2 ** 10")
    run(page, 4)
    expect(output(page, 4)).to_have_text("1024")
    page.wait_for_timeout(500)
    page.reload()
    expect(code(page, 4)).to_have_text("2 ** 10")
    expect(output(page, 4).locator("figure > svg")).to_be_visible()  # what the author's code gives, until it is run
    expect(cell(page, 4).get_by_text("Changed, not run yet")).to_be_visible()
    cell(page, 4).get_by_role("button", name="Reset").click()
    expect(code(page, 4)).to_contain_text("alone = live(north)")
    page.wait_for_timeout(500)
    page.reload()
    expect(code(page, 4)).to_contain_text("alone = live(north)")


def test_by_keyboard_alone(page, address):
    open_lab(page, address)
    code(page, 1).focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("if True:")
    page.keyboard.press("Enter")
    page.keyboard.type("f = 6 * 7")  # f is a shortcut of the theme's search, but not here
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("f / 2")
    page.keyboard.press("Shift+Enter")
    expect(output(page, 1)).to_have_text("21.0")
    expect(page.locator("[data-md-toggle=search]")).not_to_be_checked()
    page.keyboard.press("Tab")  # indents
    expect(code(page, 1)).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")  # leaves
    expect(cell(page, 1).get_by_role("button", name="Run")).to_be_focused()
    page.keyboard.press("Tab")
    expect(cell(page, 1).get_by_role("button", name="Reset")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(code(page, 1)).to_be_focused()


def test_a_cell_that_breaks_python_down_is_told_of_and_python_comes_back(new_context, address):
    page = new_context().new_page()  # Pyodide itself logs an error, as it should
    open_lab(page, address)
    code(page, 1).fill("import os\nos._exit(1)")
    run(page, 1)
    expect(output(page, 1)).to_contain_text("Python broke down over this cell", timeout=60_000)
    code(page, 1).fill("6 * 7")
    run(page, 1)
    expect(output(page, 1)).to_have_text("42", timeout=60_000)


def test_without_javascript_the_lab_reads_with_its_outputs(new_context, address):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address + LAB)
    expect(page.get_by_text("JavaScript is off in this browser")).to_be_visible()
    expect(cell(page, 6).get_by_text("compare(north, south, Dialogue(begins=24))")).to_be_visible()
    expect(cell(page, 6).locator("figure > svg")).to_be_visible()
    page.get_by_text("Answer", exact=True).first.click()
    expect(page.get_by_text("A stalemate pushes")).to_be_visible()
    assert page.get_by_role("button").count() == 0


def test_under_a_strict_policy_the_editor_has_its_style(new_context, site):
    with serving(site, Content_Security_Policy=policy(site)) as root:
        page = new_context().new_page()
        refused = []
        page.on("console", lambda message: refused.append(message.text) if "Content Security" in message.text else None)
        open_lab(page, root)
        code(
            page, 1
        ).focus()  # typing over a selection, Chromium itself sets a style, which is refused and which nobody misses
        page.keyboard.press("ControlOrMeta+End")
        page.keyboard.press("Enter")
        page.keyboard.type("1 + 1")
        run(page, 1)
        expect(output(page, 1)).to_have_text("2")
        space = code(page, 1).evaluate("(one) => getComputedStyle(one).whiteSpace")
        assert space == "break-spaces"  # so says CodeMirror's own sheet
        assert not refused, refused


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page, address, scheme):
    page.emulate_media(color_scheme=scheme)
    open_lab(page, address)
    code(page, 1).fill("1 / 0")
    run(page, 1)
    expect(output(page, 1)).to_contain_text("ZeroDivisionError")
    assert axe(page) == []
    page.goto(address + "labs/index.html")
    assert axe(page) == []
    page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_scrolls_sideways_on_a_small_screen(page, address, width):
    page.set_viewport_size({"width": width, "height": 800})
    open_lab(page, address)
    code(page, 1).fill("print('long' * 100)\n1 / 0")
    run(page, 1)
    expect(output(page, 1)).to_contain_text("ZeroDivisionError")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.set_viewport_size({"width": 1280, "height": 900})


def test_other_pages_do_not_pay_for_the_editor(page, address):
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/editor-" in request.url else None)
    page.goto(address + "practice/index.html")
    page.wait_for_timeout(500)
    assert not asked
    page.get_by_role("link", name="Labs", exact=True).first.click()
    page.get_by_role("link", name="Open the lab").click()
    expect(code(page, 1)).to_be_attached()
    assert len(asked) == 1


def test_the_page_is_small_and_the_notebook_can_be_downloaded(page, address, site):
    for path in (site / "labs").glob("*.ipynb"):
        size = path.with_suffix(".html").stat().st_size
        assert size < LARGEST, f"{path.stem}: {size} bytes"
    open_lab(page, address, python=False)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download the notebook").click()
    notebook = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    assert waiting.value.suggested_filename == "ripeness.ipynb"
    assert notebook["nbformat"] == 4 and any(one.get("outputs") for one in notebook["cells"])
