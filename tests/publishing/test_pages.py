"""Finishing a built page: links, hashed folders, and what stands on it."""

import json

from interactive.activities.reading.definition import load
from interactive.authoring.definitions import digest
from interactive.publishing.pages import Found, finish_page, finish_site, write_index
from interactive.publishing.readings import reading_of

PAGE = """<!doctype html><link href="../../assets/st/x.css"><h2 id="one">One <em>table</em>,
 three</h2><a href="root:references.html#k">k</a>
<section data-activity="l/x" data-digest="d" id="x-activity"><h3 id="t">No <b>section</b></h3></section><h2>Bare</h2>"""


def test_root_links_become_relative_and_folders_get_their_hash():
    done = finish_page(PAGE, 2, {"st": "st-abc"})
    assert 'href="../../references.html#k"' in done and 'href="../../assets/st-abc/x.css"' in done


def test_what_stands_on_a_page_is_told(tmp_path):
    folder = tmp_path / "lessons" / "01"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "404.html").write_text('<a href="/assets/st/x.css">', encoding="utf-8")
    found = finish_site(tmp_path, {"st": "st-abc"})
    assert found.where == {"l/x": {"href": "lessons/01/index.html#x-activity", "digest": "d"}}
    assert found.sections["lessons/01/index.html"] == {"one": "One table, three"}
    assert (tmp_path / "404.html").read_text() == '<a href="assets/st-abc/x.css">'


LESSON = """<!doctype html><h1>Colors <small>and light</small></h1><article class="md-content__inner md-typeset">
<h2 id="red">On red</h2><h2 id="blue">On blue</h2></article>"""


def test_a_lesson_is_marked_as_something_to_read_and_only_once(tmp_path):
    folder = tmp_path / "lessons" / "01-colors"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(LESSON, encoding="utf-8")
    (tmp_path / "index.html").write_text(LESSON, encoding="utf-8")
    found = finish_site(tmp_path, {})
    reading = found.readings["01-colors/reading"]
    assert load(reading).sections == {"red": "On red", "blue": "On blue"} and reading["title"] == "Colors"
    marked = (folder / "index.html").read_text(encoding="utf-8")
    assert f'md-typeset" data-reading="01-colors/reading" data-digest="{digest(reading)}">' in marked
    assert "data-reading" not in (tmp_path / "index.html").read_text(encoding="utf-8")
    finish_site(tmp_path, {})
    assert (folder / "index.html").read_text(encoding="utf-8") == marked


def test_the_index_names_activities_and_readings(tmp_path):
    (tmp_path / "assets" / "definitions").mkdir(parents=True)
    reading = reading_of("lessons/01-colors/index.html", "Colors", {"red": "On red"})
    write_index(tmp_path, Found({"l/x": {"href": "a.html#x", "digest": "d"}}, {}, {"01-colors/reading": reading}))
    index = json.loads((tmp_path / "assets" / "definitions" / "index.json").read_text(encoding="utf-8"))
    assert index["l/x"]["digest"] == "d"
    assert index["01-colors/reading"] == {"href": "lessons/01-colors/index.html", "digest": digest(reading)}


def test_a_page_without_sections_is_nothing_to_read():
    assert reading_of("lessons/01-colors/index.html", "Colors", {}) is None
    assert reading_of("progress.html", "My progress", {"record": "Your record"}) is None
