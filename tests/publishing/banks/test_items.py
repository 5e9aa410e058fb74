"""The neutral reading: what goes out of the course holds no link into it and is sorted as an instructor would look for it."""

from interactive.activities.quiz.definition import Term
from interactive.publishing.banks.items import banks, read_items
from tests.activities.quiz_sample import BLANK, ITEMS, SINGLE, TERM, quiz_data
from tests.conftest import sorter_data
from tests.publishing.banks.samples import definitions, sample


def test_a_course_has_a_bank_for_each_quiz_sorter_and_casefile_and_none_for_what_only_gathers():
    found = banks(
        {
            "practice/review": quiz_data("practice"),
            "00-sample/bank/single": quiz_data("check", items=ITEMS[:1]),
            "00-sample/colors": sorter_data(),
            **definitions(),
            "00-sample/play": {"kind": "roleplay", "ref": "00-sample/play"},
        }
    )
    assert [(bank.ref, bank.kind) for bank in found] == [("00-sample/bank", "quiz"), ("00-sample/colors", "sorter")]
    assert len(found[0].items) == 7 and len(found[1].items) == 9


def test_a_sorters_card_asks_for_its_bin_and_a_defensible_bin_is_half_right():
    card = sample(sorter=True)[1].items[0]
    assert card.key == ("red",) and [*card.options] == ["red", "green", "blue"]
    assert [one.half for one in card.options.values()] == [False, True, False]
    assert "Thing <em>0</em>" in card.stem and card.options["blue"].rationale == "No case for 0."


def test_links_into_the_site_are_words_and_others_stay_everywhere():
    into, out = '<a href="root:a.html#b">this <em>page</em></a>', '<a href="https://example.org/">that</a>'
    option = {"id": "a", "text": f"{into} {out}", "rationale": into}
    (item,) = read_items([{**SINGLE, "stem": f"{into}, {out}", "hints": [into], "options": [option], "key": ["a"]}])
    assert item.stem == f"this <em>page</em>, {out}"
    assert item.options["a"].text == f"this <em>page</em> {out}"
    assert item.options["a"].rationale == item.hints[0] == "this <em>page</em>"


def test_runs_of_white_space_are_one_space_since_lines_and_tabs_end_records_somewhere():
    (item,) = read_items([{**BLANK, "stem": " a\n\tb\u00a0 c ", "accept": ["x\r\n y"]}])
    assert item.stem == "a b\u00a0 c" and item.accept == ("x y",)


def test_terms_can_be_read_too():
    (term,) = read_items([TERM])
    assert isinstance(term, Term) and term.meaning == "Neither one nor two."


def test_a_version_belongs_to_the_items_alone():
    (one,), (two,) = banks({"a": quiz_data(draw=6)}), banks({"a": {**quiz_data(draw=3), "intro": "Other words."}})
    assert one.version == two.version and len(one.version) == 8
    assert sample([SINGLE])[0].version != one.version
