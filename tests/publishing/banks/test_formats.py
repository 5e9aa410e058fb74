"""What the writers write: one item of each type in each format, kept as files to be looked at; and that the tables tell the truth."""

import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from interactive.publishing.banks.support import FORMATS, KEPT, MOODLE, held, refusal, sort_of, support
from tests.activities.quiz_sample import BLANK, GUESS, ITEMS, ORDER, PAIRS, SINGLE, TERM
from tests.publishing.banks.samples import compare, read, sample, written

GOLDEN = Path(__file__).parent / "golden"
ONCE = {**PAIRS, "id": "once", "prompts": PAIRS["prompts"][:2]}
EACH = [*ITEMS, ONCE, GUESS]
by_name = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)


@by_name
def test_golden_files(form, tmp_path):
    """After a wanted change: GOLDEN=new pytest tests/publishing/banks, and read what git shows."""
    kept, _ = held(form, sample(EACH, sorter=True))
    data = written(form, kept, tmp_path)
    if form.ending == "zip":
        with zipfile.ZipFile(tmp_path / "made.zip") as package:
            data = b"\n".join(name.encode() + b"\n" + package.read(name) for name in package.namelist())
    text = data.decode().replace("\r\n", "\n")
    path = GOLDEN / f"{form.name}.{'xml' if form.ending == 'zip' else form.ending}"
    if os.environ.get("GOLDEN") == "new":
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


@by_name
def test_the_sample_is_read_back_whole(form, tmp_path):
    kept, refused = held(form, sample(EACH, sorter=True))
    questions = iter(read(form, kept, tmp_path))
    for bank in kept:
        for item in bank.items:
            compare(form, bank, item, next(questions))
    assert {one.item for one in refused} == {
        item.id
        for bank in sample(EACH, sorter=True)
        for item in bank.items
        if support(form, sort_of(bank.kind, item)).fate == "refused"
    }


@by_name
def test_what_the_page_says_is_kept_is_kept(form, tmp_path):
    said = {name: bool(cells[FORMATS.index(form)]) for name, cells in KEPT.items()}
    (half,) = read(form, sample([SINGLE]), tmp_path)
    assert bool(half.answers[0][2]) is said["The reason for each choice"]
    assert (half.answers[3][1] == 50) is said["Half marks"]
    assert bool(half.hints) is said["Hints"]
    assert ("Somebody 1901" in half.general and "On single" in half.general) is said["Sources, and where to read again"]
    assert ("version" in half.folder) is said["A folder that names the version"]
    assert (half.id == "single") is said["The item’s permanent id"]
    assert bool(half.tags) is said["Objective and difficulty"]


def test_a_term_has_nothing_to_mark_and_goes_nowhere():
    (term,) = sample([TERM])[0].items
    assert all("Anki" in refusal(form, "quiz", term) for form in FORMATS)


def test_a_slash_in_a_title_makes_no_folder_in_moodle(tmp_path):
    (bank,) = sample([SINGLE])
    (question,) = read(MOODLE, [replace(bank, title="Either/or")], tmp_path)
    assert question.folder == f"$course$/top/Second Track/Either//or/Quiz, version {bank.version}"


def test_steps_to_match_with_places_do_not_stand_in_their_order(tmp_path):
    for form in FORMATS:
        (question,) = read(form, sample([ORDER]), tmp_path)
        if question.kind == "match":
            assert [target for _, target, _ in question.pairs] != ["1", "2", "3", "4"]
            assert [prompt for prompt, _, _ in sorted(question.pairs, key=lambda pair: pair[1])] == [
                one["text"] for one in ORDER["entries"]
            ]


def test_a_near_miss_earns_half_where_half_is_possible_and_is_never_right(tmp_path):
    for form in FORMATS:
        (question,) = read(form, sample([BLANK]), tmp_path)
        assert {weight for text, weight, _ in question.answers if text == "track 2"} <= {50}
