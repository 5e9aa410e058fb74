"""A print set has every activity of its lesson, gives no answer away to students, and is files that need nothing else."""

import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from interactive.activities import KINDS
from interactive.authoring.definitions import compile_refs
from interactive.kernel.html import plain
from interactive.publishing.archive import write_archive
from interactive.publishing.filling import fill
from interactive.publishing.paper.kinds import MAKERS, ROOM, sheets_of
from interactive.publishing.paper.sheet import STUDENTS, YOURS, Sheet, file_of
from interactive.publishing.paper.style import styles
from interactive.publishing.print_sets import files, set_of, sheets_for, write_print_sets
from interactive.publishing.web import sheets as style_sheets
from tests.activities.quiz_sample import quiz_data
from tests.house.files import ROOT

KEYS = ("rationale", "because", "analysis", "in_practice", "lesson", "feedback", "pro", "con", "split")
PAGE = '<article><h1>A &amp; B</h1><h2 id="discussion">For discussion</h2>\n<ol>\n<li>Why?</li>\n</ol></article>'
CSS = "@font-face{src:url(x.woff2)}.st-card{color:red}.st-other{color:red}@media print{.st-card{color:#000}}body{margin:0}"


@cache
def definitions() -> dict[str, dict[str, Any]]:
    return compile_refs(ROOT)


@cache
def real_sheets() -> dict[str, dict[str, Sheet]]:
    """Every sheet of the course, by lesson and name."""
    lessons = sorted({ref.split("/")[0] for ref in definitions()} - {"practice"})
    return {lesson: {sheet.name: sheet for sheet in sheets_for(lesson, PAGE, definitions())} for lesson in lessons}


def every() -> list[Sheet]:
    return [sheet for sheets in real_sheets().values() for sheet in sheets.values()]


def texts(value: Any, keys: tuple[str, ...]) -> set[str]:
    """Every text below one of these keys."""
    if isinstance(value, list):
        return {text for one in value for text in texts(one, keys)}
    if not isinstance(value, dict):
        return set()
    own = {plain(text) for key, text in value.items() if key in keys and isinstance(text, str)}
    return own | {text for one in value.values() for text in texts(one, keys)}


def shown(whose: str, lesson: str) -> str:
    return "\n".join(plain(sheet.html) for sheet in real_sheets()[lesson].values() if sheet.whose == whose)


@pytest.mark.parametrize("kind", ["quiz", "sorter", "casefile"])
def test_no_reason_and_no_key_stands_on_a_sheet_for_students(kind: str):
    for ref, data in definitions().items():
        if data["kind"] == kind and data.get("way", "quiz") == "quiz":
            lesson = ref.split("/")[0]
            secret = {text for text in texts(data, KEYS) if len(text) > 30}
            students, yours = shown(STUDENTS, lesson), shown(YOURS, lesson)
            assert secret and not [text for text in secret if text in students]
            missing = [text for text in texts(data, ("rationale", "because")) if text not in yours]
            assert not missing, missing[:3]


def test_a_story_tells_students_nothing_but_its_beginning_and_their_parts():
    for name in ("two-winters", "forty-days", "ninety-minutes"):
        data = definitions()[f"04-the-third-party/{name}"]
        students = shown(STUDENTS, "04-the-third-party")
        endings = texts(data["endings"], ("title", "paid", "left"))
        assert endings and not [text for text in endings if len(text) > 30 and text in students]


def test_no_sheet_for_students_shows_a_mark_or_a_chosen_answer():
    for sheet in every():
        if sheet.whose == STUDENTS:
            assert not re.search(r'data-mark|data-bin=|st-mark\b|class="st-feedback|<select', sheet.html), sheet.name
            assert not re.search(r"<input[^>]* checked", sheet.html), sheet.name


def test_every_activity_of_a_lesson_is_in_its_set():
    for ref, data in definitions().items():
        lesson, _, name = ref.partition("/")
        if data["kind"] in MAKERS and data.get("way", "quiz") == "quiz":
            own = [sheet for sheet in real_sheets()[lesson] if sheet == name or sheet.startswith(f"{name}-")]
            assert own, ref
    assert set(MAKERS) == set(KINDS) - {"reading"}


def test_a_check_is_an_item_of_the_bank_and_stands_with_the_bank():
    for ref, data in definitions().items():
        if data.get("way") == "check":
            (item,) = data["items"]
            assert plain(item["stem"]) in plain(real_sheets()[ref.split("/")[0]]["bank-all-items"].html)


def test_every_card_is_there_with_its_number_and_the_key_goes_by_it():
    sheets = real_sheets()["01-what-is-track-two"]
    cards = re.findall(r'<div class="st-cut">.*?</div>', sheets["definitions-cards"].html)
    data = definitions()["01-what-is-track-two/definitions"]
    assert len(cards) == len(data["cards"])
    rows = re.findall(r"<tr><th scope=\"row\">(\d+)</th>.*?</tr>", sheets["definitions-key"].html, re.DOTALL)
    assert rows == [re.search(r'st-n">(\d+)<', card)[1] for card in cards] == [str(n) for n in range(1, len(cards) + 1)]
    bins = {one["id"]: plain(one["label"]) for one in data["bins"]}
    for card in data["cards"]:
        number = next(n for n, html in enumerate(cards, 1) if plain(card["text"]) in plain(html))
        row = re.search(rf'<th scope="row">{number}</th><td>(.*?)</td><td>(.*?)</td>', sheets["definitions-key"].html)
        assert row and plain(row[2]) == bins[card["bin"]]


def test_the_order_of_the_cards_tells_nothing():
    sheets = real_sheets()["01-what-is-track-two"]
    data = definitions()["01-what-is-track-two/definitions"]
    bins = {plain(card["text"]): card["bin"] for card in data["cards"]}
    found = [plain(text) for text in re.findall(r"</span>(.*?)</p>", sheets["definitions-cards"].html)]
    order = [bins[text] for text in found if text in bins]
    changes = sum(one != two for one, two in zip(order, order[1:], strict=False))
    assert len(order) == len(bins) and changes > len(order) / 2


def test_a_role_play_gives_students_the_premise_and_roles_and_the_instructor_the_rest():
    sheets = real_sheets()["04-the-third-party"]
    assert all(
        sheets[f"two-winters-{part}"].whose == (STUDENTS if shared else YOURS) for part, (_, _, shared) in ROOM.items()
    )
    assert "forty-days-sheets" not in sheets and sheets["forty-days-script"].whose == YOURS
    assert sheets["two-winters-sheets"].html.count("st-page") == 9


def test_files_that_hold_answers_say_so_in_their_names():
    """As the page promises: an instructor sorts by name."""
    assert {sheet.name for sheet in every() if sheet.whose == YOURS} == {
        sheet.name for sheet in every() if re.search("-(key|analysis|guide|deck|script)$", sheet.name)
    }


def test_names_are_unique_in_a_set():
    for lesson in real_sheets():
        names = [sheet.name for sheet in sheets_for(lesson, PAGE, definitions())]
        assert len(names) == len(set(names)) and "index" not in names


def test_prompts_are_taken_from_the_page():
    (sheet,) = sheets_for("00-sample", PAGE, {})
    assert sheet.name == "discussion" and "Why?" in sheet.html
    assert sheets_for("00-sample", "<article></article>", {}) == []


def test_a_sheet_has_lines_where_the_screen_has_fields():
    sheet = next(iter(sheets_of(quiz_data())))
    assert sheet.name == "bank-quiz" and sheet.named
    assert sheet.html.count("st-line") >= 4 and not re.search(
        r"<select|<input type=\"text\"|<button|<a\b|<textarea", sheet.html
    )
    assert "Name: ___" in file_of(sheet, "") and "Name: ___" not in file_of(Sheet("x", "X", "", "y"), "")


def test_only_a_casefile_whose_facts_fit_a_page_is_for_both_sides():
    sheets = real_sheets()["01-what-is-track-two"]
    logan, other = sheets["logan-act"], sheets["other-rules"]
    assert "both sides" in logan.about and logan.pages == logan.html.count('class="st-page"')
    assert "one side" in other.about and other.pages == 30


def test_pages_are_counted_roughly():
    assert Sheet("x", "X", "", "short").pages == 1
    assert Sheet("x", "X", "", "word " * 2000).pages in range(4, 7)
    assert real_sheets()["04-the-third-party"]["two-winters-sheets"].pages == 9
    assert real_sheets()["01-what-is-track-two"]["definitions-cards"].pages in (5, 6)


def test_of_the_styles_a_file_takes_what_it_uses_and_prints_always():
    taken = styles(CSS, '<p class="st-card">')
    assert ".st-card{color:red}" in taken and "@media all{.st-card{color:#000}}" in taken and "body{margin:0}" in taken
    assert "st-other" not in taken and "woff2" not in taken and ".st-cut" in taken


def site_of(folder: Path) -> Path:
    """A site with one lesson, the course's own styles and the page that lists the sets."""
    css = "\n".join(path.read_text(encoding="utf-8") for path in style_sheets(ROOT))
    written = {
        "lessons/00-sample/index.html": PAGE,
        "lessons/notes/index.html": PAGE,
        "assets/st-1234567890/second-track.css": css,
        "instructors/print-sets.html": "<h1>x</h1><div data-print-sets>old</div>",
    }
    for name, text in written.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_a_set_is_one_download_with_a_list_and_stands_on_its_page(tmp_path: Path):
    site = site_of(tmp_path)
    (path,) = write_print_sets(site, {"00-sample/bank": quiz_data()})
    assert path == site / set_of("00-sample") == site / "downloads/print/second-track-00-print.zip"
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        index = archive.read("index.html").decode()
    assert names[0] == "index.html" and set(re.findall(r'href="([^"]+)"', index)) == set(names) - {"index.html"}
    assert index.index("For students") < index.index("For the instructor") and "Lesson 0: A &amp; B" in index
    page = (site / "instructors/print-sets.html").read_text()
    assert (
        'href="../downloads/print/second-track-00-print.zip"' in page and "old" not in page and 'id="lesson-0"' in page
    )


def test_the_same_source_gives_the_same_bytes(tmp_path: Path):
    made = [
        write_print_sets(site_of(tmp_path / name), {"00-sample/bank": quiz_data()})[0].read_bytes() for name in "ab"
    ]
    assert made[0] == made[1]


def test_no_file_runs_anything_or_asks_for_anything():
    for lesson, sheets in real_sheets().items():
        for name, html in files(lesson, list(sheets.values()), "body{margin:0}").items():
            found = re.findall(r"(?:src|action|xlink:href)=|url\(|@import|<script|<link|\son\w+=|https?://", html)
            allowed = {"http://"} if 'xmlns="http://www.w3.org' in html else set()
            assert not set(found) - allowed, (lesson, name, found[:3])
            links = set(re.findall(r' href="([^"]+)"', html))
            assert not links or name == "index.html" or links <= {one for one in links if one.startswith("#")}, name


def test_a_set_is_small_enough_to_mail(tmp_path: Path):
    css = "\n".join(path.read_text(encoding="utf-8") for path in style_sheets(ROOT))
    for lesson, sheets in real_sheets().items():
        path = write_archive(tmp_path / f"{lesson}.zip", files(lesson, list(sheets.values()), css))
        assert path.stat().st_size < 500_000, lesson  # unpacked styles here; the build's are shorter


def test_an_archive_keeps_no_trace_of_when_and_where(tmp_path: Path):
    path = write_archive(tmp_path / "new" / "x.zip", {"b.txt": "b", "a.txt": b"a", "z.xml": "z"}, first="z.xml")
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["z.xml", "a.txt", "b.txt"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {3}


def test_a_place_is_filled_again_and_nothing_else_is_touched(tmp_path: Path):
    page = tmp_path / "x.html"
    page.write_text("<div data-a>1</div><div data-b>2</div>")
    for words in ("first", r"second \1"):
        fill(page, "a", words)
    assert page.read_text() == r"<div data-a>second \1</div><div data-b>2</div>"
    fill(tmp_path / "none.html", "a", "x")
    assert not (tmp_path / "none.html").exists()
