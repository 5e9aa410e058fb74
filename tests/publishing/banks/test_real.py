"""Every item of this course, in every format, read back by readers that know the formats and not us."""

from collections import Counter

import pytest

from interactive.authoring.definitions import compile_refs
from interactive.publishing.banks.items import banks
from interactive.publishing.banks.support import CONTROL, FORMATS, SORTS, TABLE, Fate, held, refusal, sort_of, support
from tests.house.files import ROOT
from tests.publishing.banks.samples import compare, read

by_name = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)


@pytest.fixture(scope="module")
def course():
    return banks(compile_refs(ROOT))


@by_name
def test_every_item_is_read_back_whole_or_refused_as_the_table_says(form, course, tmp_path):
    kept, refused = held(form, course)
    questions = iter(read(form, kept, tmp_path))
    for bank in kept:
        for item in bank.items:
            compare(form, bank, item, next(questions))
    assert not [*questions]
    assert len(refused) + sum(len(bank.items) for bank in kept) == sum(len(bank.items) for bank in course)
    known = {support(form, sort).how for sort in SORTS if support(form, sort).fate is Fate.REFUSED}
    assert {one.why for one in refused} <= known  # nothing is refused for its text alone


@by_name
def test_a_sort_is_in_the_file_or_not_as_a_whole(form, course):
    fates = {(sort_of(bank.kind, item), bool(refusal(form, bank.kind, item))) for bank in course for item in bank.items}
    assert len(fates) == len({sort for sort, _ in fates})


def test_every_sort_of_the_table_exists_and_every_cell_that_changes_something_says_what(course):
    counts = Counter(sort_of(bank.kind, item) for bank in course for item in bank.items)
    assert {*counts} == {*SORTS} - {"term"} and {*TABLE} == {*SORTS}
    for cells in TABLE.values():
        assert len(cells) == len(FORMATS)
        assert all(bool(cell.how) == (cell.fate is not Fate.EXPORTED) for cell in cells)


def test_ids_are_unique_in_the_course_and_short_enough_for_every_system(course):
    counts = Counter(item.id for bank in course for item in bank.items)
    assert max(counts.values()) == 1 and max(map(len, counts)) <= 100


def test_nothing_in_the_files_needs_the_site(course, tmp_path):
    texts = [item.stem for bank in course for item in bank.items]
    assert not [text for text in texts if "root:" in text or 'href="#' in text or CONTROL.search(text)]
