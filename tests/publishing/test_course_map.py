"""The course map holds what progress and review ask for, from whatever the definitions have."""

import json
from datetime import date

import pytest

from interactive.authoring.project import Project
from interactive.publishing.course_map import LABEL, PRACTICE, course_map, write_course_map
from interactive.publishing.pages import Found
from interactive.record.course import read_course
from tests.conftest import sorter_data

LESSON = """---
layout: lesson
number: 1
title: Colors
minutes: {reading: 10, doing: 20}
objectives:
  s0-tell-colors: tell colors
%s---

## Red {#red}
"""
REREAD = {"text": "On red", "href": "root:lessons/00-sample/index.html#red"}
QUIZ = {
    "kind": "quiz",
    "way": "quiz",
    "title": "Bank",
    "items": [
        {
            "id": "q-1",
            "type": "choice",
            "objective": "s0-tell-colors",
            "stem": "Is <em>this</em> red?",
            "reread": REREAD,
        },
        {"id": "q-2", "type": "contested", "objective": "s0-tell-colors", "stem": "Do you like red?"},
        {"id": "q-3", "type": "fill-in", "objective": "s0-tell-colors", "stem": "word " * 60},
    ],
}
CASEFILE = {
    "kind": "casefile",
    "title": "Case",
    "objectives": ["s0-tell-colors"],
    "elements": [{"id": "hue", "label": "A hue"}, {"id": "shade"}],
    "scenarios": [{"id": "sky", "title": "The sky"}],
    "reread": REREAD,
}
GATHERED = {
    "kind": "quiz",
    "way": "practice",
    "title": "Your session",
    "items": [
        *QUIZ["items"][:1],
        {"id": "term-hue", "type": "term", "stem": "Hue", "lesson": "00-sample", "reread": REREAD},
    ],
}
PAGE = "lessons/00-sample/index.html"


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "content" / "lessons" / "00-sample"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(LESSON % "", encoding="utf-8")
    other = tmp_path / "content" / "lessons" / "01-later"
    other.mkdir()
    (other / "index.md").write_text(
        (LESSON % "being_written: true\n").replace("number: 1", "number: 0"), encoding="utf-8"
    )
    (tmp_path / "content" / "about.md").write_text("# About\n", encoding="utf-8")
    return Project(tmp_path, date(2026, 1, 1))


def found(*refs):
    places = {ref: {"href": f"{PAGE}#{ref.rsplit('/', 1)[-1]}-activity", "digest": "d"} for ref in refs}
    return Found(places, {PAGE: {"red": "Red"}})


def test_lessons_come_in_their_order_with_what_they_promise(project):
    one, two = course_map(project, {}, found())["lessons"]
    assert (one["id"], one["ready"], one["sections"]) == ("01-later", False, {})
    assert two == {
        "id": "00-sample",
        "number": 1,
        "title": "Colors",
        "href": f"root:{PAGE}",
        "minutes": {"reading": 10, "doing": 20},
        "ready": True,
        "objectives": {"s0-tell-colors": "tell colors"},
        "sections": {"red": "Red"},
    }


def test_an_activity_stands_in_its_lesson_and_practice_in_none(project):
    made = course_map(project, {"00-sample/bank": QUIZ, PRACTICE: GATHERED}, found("00-sample/bank", PRACTICE))
    assert made["activities"]["00-sample/bank"] == {
        "href": f"root:{PAGE}#bank-activity",
        "digest": "d",
        "title": "Bank",
        "kind": "quiz",
        "lesson": "00-sample",
        "levels": {"s0-tell-colors": [2, 0, 0]},
    }
    assert made["activities"][PRACTICE]["lesson"] == ""


def test_what_a_lesson_calls_optional_is_so_in_the_map(project):
    head = "content/lessons/00-sample/index.md"
    page = project.root / head
    page.write_text(page.read_text(encoding="utf-8").replace("layout:", "optional: [bank]\nlayout:"), encoding="utf-8")
    refs = ("00-sample/bank", "00-sample/colors")
    made = course_map(Project(project.root, date(2026, 1, 1)), dict.fromkeys(refs, QUIZ), found(*refs))["activities"]
    assert [made[ref].get("optional", False) for ref in refs] == [True, False]
    assert [place.optional for place in read_course({"activities": made}).activities.values()] == [True, False]


def test_the_items_of_a_bank_have_words_an_objective_and_a_section(project):
    items = course_map(project, {"00-sample/bank": QUIZ}, found("00-sample/bank"))["items"]
    assert items["q-1"] == {
        "objectives": ["s0-tell-colors"],
        "label": "Is this red?",
        "reread": REREAD,
        "lesson": "00-sample",
        "ref": "00-sample/bank",
    }
    assert "q-2" not in items  # a contested item is never scored, and so never comes back
    assert len(items["q-3"]["label"]) <= LABEL and items["q-3"]["label"].endswith("word…")


def test_an_item_shown_by_itself_is_found_where_it_stands(project):
    check = {**QUIZ, "way": "check", "title": "Check yourself", "items": QUIZ["items"][:1]}
    definitions = {"00-sample/bank": QUIZ, "00-sample/bank/q-1": check}
    made = course_map(project, definitions, found("00-sample/bank/q-1"))
    assert made["items"]["q-1"]["ref"] == "00-sample/bank/q-1" and made["items"]["q-3"]["ref"] == ""
    assert (
        made["activities"]["00-sample/bank/q-1"]["title"] == "Is this red?"
    )  # ten of them named Check yourself say nothing


def test_the_cards_of_a_sorter_reread_for_their_bin(project):
    items = course_map(project, {"00-sample/colors": sorter_data()}, found("00-sample/colors"))["items"]
    assert items["card-0"]["label"] == "Thing 0" and items["card-0"]["reread"]["text"] == "On red"
    assert len(items) == 9 and items["card-4"]["objectives"] == ["s0-tell-colors"]


def test_a_casefile_has_an_item_for_each_finding(project):
    items = course_map(project, {"00-sample/case": CASEFILE}, found())["items"]
    assert list(items) == ["sky--hue", "sky--shade", "sky--conclusion"]
    assert items["sky--hue"]["label"] == "The sky: A hue" and items["sky--shade"]["reread"] == REREAD


def test_only_what_a_page_offers_can_be_practised(project):
    definitions = {"00-sample/bank": QUIZ, PRACTICE: GATHERED}
    nowhere = course_map(project, definitions, found())
    assert nowhere["practice"] == {"ref": PRACTICE, "href": "", "items": []} and nowhere["terms"] == {}
    made = course_map(project, definitions, found(PRACTICE))
    assert made["practice"] == {"ref": PRACTICE, "href": f"root:{PAGE}#due", "items": ["q-1", "term-hue"]}
    assert made["terms"]["term-hue"]["label"] == "Hue" and made["terms"]["term-hue"]["lesson"] == "00-sample"


def test_a_kind_that_is_not_known_here_has_no_items(project):
    definitions = {"00-sample/opera": {"kind": "opera"}, "00-sample/bare": {}, "00-sample/empty": {"kind": "quiz"}}
    assert course_map(project, definitions, found())["items"] == {}


def test_what_is_written_is_what_the_record_reads(project, tmp_path):
    (tmp_path / "assets" / "definitions").mkdir(parents=True)
    made = course_map(project, {"00-sample/bank": QUIZ, PRACTICE: GATHERED}, found("00-sample/bank", PRACTICE))
    write_course_map(tmp_path, made)
    course = read_course(json.loads((tmp_path / "assets" / "definitions" / "course.json").read_text(encoding="utf-8")))
    assert course.lesson_of("00-sample/bank") == "00-sample" and course.practisable == ("q-1", "term-hue")
    assert course.lessons[1].minutes == 30 and course.reread("q-1") == (REREAD["text"], REREAD["href"])
