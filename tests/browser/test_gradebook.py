"""A class in the gradebook, in a real browser: files of every kind in, the table, one student, files out. Nothing leaves the page."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.helpers import live
from tests.browser.test_site import axe
from tests.record.gradebook.class_sample import Definitions, from_site, handed_in, name_of, sealed, submissions

GRADEBOOK = "instructors/gradebook.html"
REFS = ("01-what-is-track-two/bank", "01-what-is-track-two/definitions", "04-the-third-party/ninety-minutes")
SIZE = 12
NASTY = '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 2">'


@pytest.fixture(scope="module")
def definitions(site) -> Definitions:
    return from_site(site)


@pytest.fixture(scope="module")
def folder(definitions, tmp_path_factory) -> Path:
    """Twelve honest files."""
    made = tmp_path_factory.mktemp("class")
    for one in submissions(definitions, REFS, SIZE):
        (made / one["file"]).write_text(one["text"], encoding="utf-8")
    return made


def files(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.glob("*.json"))


@pytest.fixture
def gradebook(page: Page, address: str) -> Page:
    page.goto(address + GRADEBOOK)
    expect(page.get_by_role("button", name="Choose files")).to_be_visible()
    return page


def table(page: Page) -> Locator:
    return page.get_by_role("group", name="Students by task")


def names(page: Page) -> list[str]:
    return table(page).locator("tbody th button").all_inner_texts()


def add(page: Page, chosen, *, students: int = SIZE) -> None:
    page.set_input_files("[data-gather=pick]", chosen)
    expect(page.locator("[data-said]")).to_contain_text("read", timeout=90_000)
    expect(page.locator("[data-part=head] .st-big")).to_contain_text(f"{students} student")


def text_of(path: str) -> dict:
    return json.loads(Path(path).read_text(encoding="utf-8"))


def test_a_class_of_twelve_with_everything_that_can_be_wrong(gradebook, folder, definitions, tmp_path):
    page, honest = gradebook, files(folder)
    edited = text_of(honest[0])
    edited["totals"] = {ref: {**total, "raw": total["max"]} for ref, total in edited["totals"].items()}
    swapped = {**text_of(honest[1]), "student": {"name": "Someone Else", "id": ""}}
    nasty = handed_in(definitions, REFS, 40)
    nasty["student"]["name"] = NASTY
    odd = {
        "edited.json": json.dumps(edited),
        "swapped.json": json.dumps(swapped),
        "truncated.json": Path(honest[2]).read_text(encoding="utf-8")[:-500],
        "nasty.json": sealed(nasty),
    }
    for name, text in odd.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with (tmp_path / "junk.json").open("wb") as junk:
        junk.truncate(50_000_000)
    with zipfile.ZipFile(tmp_path / "download.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for path in honest[3:]:
            packed.write(path, f"Lesson one/{Path(path).stem} 1234_assignsubmission_file_/{Path(path).name}")
        packed.writestr("Lesson one/notes.pdf", b"%PDF")
        packed.writestr("__MACOSX/._x.json", b"junk")
    add(page, [honest[1], *(str(path) for path in sorted(tmp_path.iterdir()))], students=SIZE + 1)

    expect(page.locator("[data-part=head]")).to_contain_text("2 files refused")
    rows = table(page).get_by_role("row")
    expect(rows.filter(has_text=name_of(0))).to_contain_text("check in this file does not fit")
    shared = page.locator("[data-part=flags] li").filter(has_text="one and the same")
    expect(shared).to_contain_text(name_of(1))
    expect(shared).to_contain_text("Someone Else")
    expect(page.locator("[data-part=flags]")).to_contain_text("The replay counts")
    refused = page.locator("[data-part=files]")
    expect(refused.get_by_role("row", name="junk.json")).to_contain_text("too large (50.0 MB)")
    expect(refused.get_by_role("row", name="truncated.json")).to_contain_text("damaged or cut short")
    expect(refused).to_contain_text("1 file that could not be a submission was left unread")
    expect(table(page).get_by_role("button", name=NASTY)).to_be_visible()
    assert page.evaluate("window.hacked") is None
    assert page.locator("[data-part] script, [data-part] img").count() == 0


def test_sorting_and_one_student_by_keyboard_alone(gradebook, folder):
    page = gradebook
    add(page, files(folder))
    before = names(page)
    assert before == sorted(before, key=str.casefold)
    head = table(page).get_by_role("button", name="Points")
    head.focus()
    page.keyboard.press("Enter")
    expect(table(page).get_by_role("columnheader", name="Points")).to_have_attribute("aria-sort", "descending")
    expect(table(page).get_by_role("button", name="Points")).to_be_focused()
    expect(live(page)).to_contain_text("Sorted by Points, highest first")
    points = [float(one.rstrip("%")) for one in table(page).locator("tbody td:nth-child(2) small").all_inner_texts()]
    assert points == sorted(points, reverse=True)
    page.keyboard.press("Enter")
    expect(table(page).get_by_role("columnheader", name="Points")).to_have_attribute("aria-sort", "ascending")

    first, second = names(page)[:2]
    table(page).get_by_role("button", name=first, exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=first)).to_be_focused()
    expect(table(page)).to_be_hidden()
    page.get_by_role("button", name="Next student").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=second)).to_be_visible()
    task = page.locator("#grade-task-2 > summary")
    task.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your road").first).to_be_visible(timeout=60_000)
    shown = page.locator("#grade-task-2")
    assert shown.locator(".st-asis :is(button, input, select, textarea):enabled").count() == 0
    page.get_by_role("button", name="Back to the class").focus()
    page.keyboard.press("Enter")
    expect(table(page).get_by_role("button", name=second, exact=True)).to_be_focused()


def test_the_csv_says_what_the_table_says(gradebook, folder, tmp_path):
    page = gradebook
    add(page, files(folder))
    with page.expect_download() as saved:
        page.get_by_role("button", name="CSV, one row a student").click()
    saved.value.save_as(tmp_path / "plain.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "plain.csv").read_text(encoding="utf-8-sig"))))
    heads, body = rows[0], rows[2:]
    assert [row[0] for row in body] == names(page)
    shown = page.evaluate(
        """() => [...document.querySelectorAll(".st-grade tbody tr")].map((row) => [...row.querySelectorAll("td b")].map((cell) => cell.textContent))"""
    )
    total = heads.index("Total")
    for row, cells in zip(body, shown, strict=True):
        told = [float(row[total]), *(float(one) for one in row[2:total] if one)]
        assert [float(one) for one in cells] == pytest.approx(told, abs=0.011)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Excel workbook").click()
    saved.value.save_as(tmp_path / "class.xlsx")
    assert "xl/workbook.xml" in zipfile.ZipFile(tmp_path / "class.xlsx").namelist()
    for name in ("Moodle", "Canvas", "Brightspace", "Blackboard", "CSV, one row an answer"):
        with page.expect_download() as saved:
            page.get_by_role("button", name=name).click()
        assert saved.value.suggested_filename.endswith(".csv")


def test_paste_then_more_files_then_out_again_then_forget(gradebook, folder):
    page, honest = gradebook, files(folder)
    page.get_by_text("Paste the text of a file").click()
    page.get_by_label("The whole text of one submission").fill(Path(honest[0]).read_text(encoding="utf-8"))
    page.get_by_role("button", name="Add this text").click()
    expect(page.locator("[data-part=head] .st-big")).to_contain_text("1 student,", timeout=90_000)
    expect(table(page)).to_contain_text(name_of(0))
    add(page, honest[1:3], students=3)
    page.get_by_role("link", name="My progress").first.click()  # to another page and back: the class is still here
    expect(page.get_by_role("heading", name="My progress")).to_be_visible()
    page.go_back()
    expect(table(page).locator("tbody tr")).to_have_count(3)
    page.get_by_text("In the table: 3 files").click()
    page.get_by_role("button", name=f"Take out the file {Path(honest[1]).name}").click()
    expect(table(page).locator("tbody tr")).to_have_count(2)
    assert name_of(1) not in names(page)
    page.locator("summary", has_text="Forget this class").click()
    page.get_by_role("button", name="Forget it").click()
    expect(table(page)).to_be_hidden()
    kept = page.evaluate("indexedDB.databases().then((all) => all.map((one) => one.name))")
    assert all(name.startswith("second-track") for name in kept)
    stored = page.evaluate(
        """async (names) => { let text = ""; for (const name of names) { const db = await new Promise((done) => { const asked = indexedDB.open(name); asked.onsuccess = () => done(asked.result); });
          for (const store of db.objectStoreNames) text += JSON.stringify(await new Promise((done) => { const asked = db.transaction(store).objectStore(store).getAll(); asked.onsuccess = () => done(asked.result); })); db.close(); } return text; }""",
        kept,
    )
    assert name_of(0) not in stored and name_of(2) not in stored


def test_a_name_is_found_and_flags_can_be_narrowed(gradebook, folder, tmp_path):
    page, honest = gradebook, files(folder)
    changed = {**text_of(honest[0]), "made": 1}
    (tmp_path / "changed.json").write_text(json.dumps(changed), encoding="utf-8")
    add(page, [*honest[1:], str(tmp_path / "changed.json")])
    page.get_by_label("Find a name or an id").fill(name_of(3).upper())
    expect(table(page).locator("tbody tr")).to_have_count(1)
    page.get_by_label("Find a name or an id").fill("")
    expect(table(page).locator("tbody tr")).to_have_count(SIZE)
    page.get_by_label("Only those worth a look").check()
    expect(table(page).locator("tbody tr")).to_have_count(1)
    flags = page.locator("[data-part=flags]")
    flags.get_by_label("Show").select_option("wrong")
    expect(flags.locator("li")).to_have_count(1)
    flags.get_by_role("button", name=name_of(0)).click()
    expect(page.get_by_role("heading", name=name_of(0))).to_be_focused()


def test_items_tell_what_was_answered(gradebook, folder):
    page = gradebook
    add(page, files(folder))
    items = page.locator("[data-part=items]")
    items.get_by_label("Task").select_option(REFS[1])
    expect(items.get_by_role("table")).to_contain_text("What was answered")
    expect(items).to_contain_text("(the answer)")
    expect(page.locator("[data-part=scores]")).to_contain_text("The middle score is")
    expect(page.locator("[data-part=objectives]")).to_contain_text("on average, 12 students")


def test_a_zip_bomb_and_a_broken_zip_stop_nothing(gradebook, folder, tmp_path):
    page, honest = gradebook, files(folder)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.write(honest[0], "first.json")
        bomb.writestr("bomb.json", b" " * 60_000_000)
        bomb.write(honest[1], "last.json")
    whole = (tmp_path / "bomb.zip").read_bytes()
    size = whole.index(b"bomb.json") - 30 + 22  # it lies about its size
    (tmp_path / "bomb.zip").write_bytes(whole[:size] + (100).to_bytes(4, "little") + whole[size + 4 :])
    (tmp_path / "no.zip").write_bytes(b"this is no zip")
    with zipfile.ZipFile(tmp_path / "cut.zip", "w") as cut:
        cut.write(honest[2], "whole.json")
        cut.write(honest[3], "cut.json")
    (tmp_path / "cut.zip").write_bytes((tmp_path / "cut.zip").read_bytes()[:-2000])
    add(page, [str(tmp_path / name) for name in ("bomb.zip", "no.zip", "cut.zip")], students=3)
    refused = page.locator("[data-part=files]")
    expect(refused.get_by_role("row", name="bomb.zip/bomb.json")).to_contain_text("too large")
    expect(refused.get_by_role("row", name="no.zip")).to_contain_text("damaged or cut short")
    expect(refused).to_contain_text("cut.zip/cut.json")


def test_zips_written_as_a_stream_and_without_packing_are_read(gradebook, folder, tmp_path):
    class Pipe(io.RawIOBase):
        """A file that cannot go back, as a server's answer: sizes then stand behind each file."""

        def __init__(self) -> None:
            self.bytes = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data) -> int:
            self.bytes += data
            return len(data)

    page, honest = gradebook, files(folder)
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in honest[:3]:
            packed.write(path, Path(path).name)
    (tmp_path / "stream.zip").write_bytes(pipe.bytes)
    with zipfile.ZipFile(tmp_path / "stored.zip", "w") as stored:
        for path in honest[3:5]:
            stored.write(path, Path(path).name)
    add(page, [str(tmp_path / "stream.zip"), str(tmp_path / "stored.zip")], students=5)


def test_dropping_files_anywhere_in_the_gradebook(gradebook, folder):
    page = gradebook
    text = Path(files(folder)[0]).read_text(encoding="utf-8")
    transfer = page.evaluate_handle(
        "(text) => { const all = new DataTransfer(); all.items.add(new File([text], 'dropped.json')); return all; }",
        text,
    )
    page.dispatch_event("[data-panel=gradebook]", "dragover", {"dataTransfer": transfer})
    expect(page.locator("[data-intake]")).to_have_attribute("data-over", "true")
    page.dispatch_event("[data-panel=gradebook]", "drop", {"dataTransfer": transfer})
    expect(table(page)).to_contain_text(name_of(0), timeout=90_000)
    expect(page.locator("[data-intake]")).to_have_attribute("data-over", "false")


def test_cancel_keeps_what_was_replayed_and_the_page_goes_on(gradebook, folder, tmp_path):
    page = gradebook
    many = [str(tmp_path / f"{turn}-{Path(path).name}") for turn in range(12) for path in files(folder)]
    for number, path in enumerate(many):
        told = text_of(files(folder)[number % SIZE])
        told["student"]["name"] = f"Student {number}"
        Path(path).write_text(sealed(told), encoding="utf-8")
    page.set_input_files("[data-gather=pick]", many)
    bar = page.locator("[data-grading]")
    expect(bar.get_by_role("progressbar")).to_be_visible()
    page.wait_for_function(
        "/[1-9]\\d* of/.test(document.querySelector('[data-grading-said]').textContent)", timeout=90_000
    )
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator("[data-said]")).to_contain_text("Canceled")
    expect(bar).to_be_hidden()
    rows = page.locator("[data-part=head] .st-big").inner_text()
    assert 0 < int(rows.split()[0]) <= len(many)
    page.set_input_files("[data-gather=pick]", files(folder)[:1])
    expect(page.locator("[data-said]")).to_contain_text("1 file read", timeout=90_000)
    expect(table(page)).to_be_visible()


def test_a_worker_that_dies_is_replaced_and_no_file_is_lost(new_context, address, folder):
    page = new_context().new_page()
    page.goto(address + GRADEBOOK)
    expect(page.get_by_role("button", name="Choose files")).to_be_visible()
    page.set_input_files("[data-gather=pick]", files(folder))
    page.wait_for_timeout(1500)
    for worker in page.workers:
        worker.evaluate("setTimeout(() => { throw new Error('killed by the test'); })")
    expect(page.locator("[data-said]")).to_contain_text("12 files read", timeout=120_000)
    expect(table(page).locator("tbody tr")).to_have_count(SIZE)


def test_print_of_the_table_and_of_one_student(gradebook, folder):
    page = gradebook
    page.evaluate(
        "() => { window.print = () => { window.printed = document.querySelector('.st-paper').innerText || document.querySelector('.st-paper').textContent; dispatchEvent(new Event('afterprint')); }; }"
    )
    add(page, files(folder))
    page.get_by_role("button", name="Print the table").click()
    page.wait_for_function("window.printed")
    assert all(name_of(number) in page.evaluate("window.printed") for number in range(SIZE))
    page.evaluate("window.printed = ''")
    table(page).get_by_role("button", name=name_of(0), exact=True).click()
    page.get_by_role("button", name="Open every task").click()
    expect(page.get_by_text("Your road").first).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Print this student").click()
    page.wait_for_function("window.printed", timeout=60_000)
    text = page.evaluate("window.printed")
    assert "Your road" in text and "Every task" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_axe_finds_nothing_and_nothing_sticks_out(gradebook, folder, scheme, width):
    page = gradebook
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    assert axe(page) == []
    add(page, files(folder))
    expect(page.locator("[data-part=items] table")).to_be_visible()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    table(page).get_by_role("button", name=name_of(0), exact=True).click()
    for place in (0, 1, 2):
        page.locator(f"#grade-task-{place} > summary").click()
    expect(page.get_by_text("Your road").first).to_be_visible(timeout=60_000)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})


def test_without_javascript_the_page_says_what_it_needs(new_context, address):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address + GRADEBOOK)
    assert "JavaScript is off in this browser. The gradebook" in page.inner_text("main")
    assert page.get_by_role("button", name="Choose files").count() == 0
