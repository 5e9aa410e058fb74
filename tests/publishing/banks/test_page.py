"""The files of a site, and what the instructors' page says of them."""

import re
from html.parser import HTMLParser

import pytest

from interactive.publishing.banks.page import PARTS, show_banks
from interactive.publishing.banks.support import FORMATS, SORTS
from interactive.publishing.banks.writing import write_banks
from tests.activities.quiz_sample import SINGLE, quiz_data
from tests.conftest import sorter_data
from tests.house.files import ROOT
from tests.publishing.banks.readers import READERS
from tests.publishing.banks.samples import definitions

PLACES = "".join(f"<div data-banks-{name}></div>" for name in PARTS)


class Reader(HTMLParser):
    """The links, the tables as lists of rows, and whether every element was closed."""

    def __init__(self, html):
        super().__init__()
        self.links, self.rows, self.open = [], [], []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.links += [dict(attrs)["href"]] if tag == "a" else []
        self.rows += [[]] if tag == "tr" else []
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.rows and {"td", "th"} & {*self.open}:
            self.rows[-1][-1] += data


@pytest.fixture
def site(tmp_path):
    (tmp_path / "instructors").mkdir()
    (tmp_path / "instructors/lms.html").write_text(f"<main>{PLACES}</main>", encoding="utf-8")
    return tmp_path


def fill(site, found=None):
    shelf = write_banks(site, found or {**definitions(), "00-sample/colors": sorter_data()})
    show_banks(site, shelf)
    return shelf, (site / "instructors/lms.html").read_text(encoding="utf-8")


def test_every_file_that_is_written_is_linked_with_its_number_of_questions_and_nothing_else(site):
    shelf, html = fill(site)
    page = Reader(html)
    files = {path.relative_to(site).as_posix(): path for path in (site / "downloads/banks").iterdir()}
    assert sorted(page.links) == sorted(f"../{name}" for name in files)
    for one in shelf.downloads:
        data = files[one.path].read_bytes()
        assert len(READERS[one.form.name](data)) == one.items and len(data) == one.size
        assert re.search(rf'href="../{one.path}" download>{one.items}<span', html)


def test_names_tell_the_lesson_the_part_and_the_system(site):
    shelf, _ = fill(site)
    names = {one.path.rsplit("/")[-1] for one in shelf.downloads}
    assert {"second-track-00-moodle.xml", "second-track-canvas.zip", "second-track-00-activities-gift.txt"} <= names
    assert not [name for name in names if "activities-canvas" in name or "activities-blackboard" in name]
    assert not [name for name in names if not re.fullmatch(r"[a-z0-9-]+\.[a-z]+", name)]


def test_the_page_shows_every_cell_of_the_table(site):
    _, html = fill(site)
    rows = {row[0]: row[1:] for row in Reader(html).rows}
    for name in SORTS.values():
        found = [cells for first, cells in rows.items() if first.startswith(name)]
        assert len(found) >= 1 and all(len(cells) == len(FORMATS) and all(cells) for cells in found)
    assert rows["A sorter’s card 9 of them"][2].startswith("No No half marks there")


def test_a_second_build_leaves_nothing_stale_and_gives_the_same_bytes(site):
    _, html = fill(site)
    before = {path.name: path.read_bytes() for path in (site / "downloads/banks").iterdir()}
    (site / "downloads/banks/second-track-99-gift.txt").write_text("old", encoding="utf-8")
    assert fill(site)[1] == html
    assert {path.name: path.read_bytes() for path in (site / "downloads/banks").iterdir()} == before


def test_a_site_without_the_page_or_without_banks_is_built_all_the_same(tmp_path):
    shelf = write_banks(tmp_path, {})
    show_banks(tmp_path, shelf)
    assert shelf.downloads == () and not [*(tmp_path / "downloads/banks").iterdir()]


def test_a_title_with_markup_in_it_is_words(site):
    _, html = fill(site, {"a": {**quiz_data(items=[SINGLE]), "title": "<b>Bold</b> & brave"}})
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; brave" in html and "<b>Bold" not in html


def test_the_courses_page_has_a_place_for_each_part():
    page = (ROOT / "content/instructors/lms.md").read_text(encoding="utf-8")
    assert re.findall(r"<div data-banks-([a-z]+)></div>", page) == [*PARTS]
