"""Whatever an author writes, a format's reader finds it letter by letter, or the item is refused with a reason."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interactive.kernel.html import escape
from interactive.publishing.banks.items import banks
from interactive.publishing.banks.support import CONTROL, FORMATS, GIFT, MOODLE, held, refusal
from tests.activities.quiz_sample import BLANK, OPEN, ORDER, PAIRS, SEVERAL, SINGLE, quiz_data
from tests.publishing.banks.samples import compare, definitions, read, sample, written

NASTY = "{}~=#:\\[]%<>&\"'\t\n\r ->*/|,;$@_.`\u00a0\u2019\u00e9\U0001f600"
PIECES = [
    "->",
    "::",
    "####",
    "//",
    "[html]",
    "%50%",
    "=~",
    "\\n",
    "]]>",
    "&amp;",
    "<!--",
    "$CATEGORY:",
    "NewQuestion",
    "TRUE",
    "\\",
]
text = st.lists(
    st.one_of(st.text(NASTY, min_size=1, max_size=4), st.sampled_from([*PIECES, "word"])), min_size=1, max_size=5
)
plain = text.map("".join).filter(lambda words: words.strip())
html = st.one_of(
    plain.map(escape),
    plain.map(lambda words: f"<em>{escape(words)}</em> &amp; more"),
    plain.map(lambda words: f'<a href="https://example.org/a?b=c#d~e:f">{escape(words)}</a>'),
)
by_name = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
law = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def hostile(draw):
    """An item of some type, with hostile text wherever text can be."""
    item = draw(st.sampled_from([SINGLE, SEVERAL, ORDER, PAIRS, BLANK, OPEN]))
    item = {**item, "stem": draw(html), "hints": [draw(html)], "cites": [{"key": "k", "label": draw(plain)}]}
    for name in ("options", "entries", "prompts"):
        if name in item:
            item[name] = [{**one, "text": draw(html), "rationale": draw(html)} for one in item[name]]
    if "targets" in item:
        item["targets"] = [{**one, "text": draw(plain.map(escape))} for one in item["targets"]]
    if "positions" in item:
        item["positions"] = [{**one, "text": draw(html), "pro": draw(html)} for one in item["positions"]]
    if "accept" in item:
        item |= {"accept": [draw(plain), draw(plain)], "rationale": draw(html)}
        item["near"] = [{"forms": [draw(plain)], "feedback": draw(html)}]
    return item


@by_name
@law
@given(item=hostile())
def test_hostile_text_comes_back_as_it_was(form, tmp_path, item):
    found = banks({"00-sample/bank": quiz_data(items=[item, {**SINGLE, "id": "after"}])})
    kept, refused = held(form, found)
    bank = kept[0]
    questions = read(form, kept, tmp_path)
    assert len(questions) == len(bank.items) == 2 - len(refused)  # what is hostile does not swallow its neighbor
    for one, question in zip(bank.items, questions, strict=True):
        compare(form, bank, one, question)
    assert all(one.why.endswith(".") for one in refused)


@by_name
@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1b", "\x85", "\u2028", "\ufffe", "\uffff"])
@pytest.mark.parametrize("where", ["stem", "rationale", "accept", "hint"])
def test_a_character_that_no_file_can_hold_is_refused_with_the_reason(form, bad, where):
    changes = {"hint": {"hints": [f"a{bad}"]}, "accept": {"accept": [f"a{bad}"]}}
    found = sample([{**BLANK, **changes.get(where, {where: f"a{bad}b"})}])
    assert CONTROL.search(bad)
    kept, (refused,) = held(form, found)
    assert kept == () and refused.item == "blank" and "character" in refused.why


def test_what_only_some_formats_cannot_hold_is_refused_there_alone():
    emphasis = {**PAIRS, "targets": [{**one, "text": f"<em>{one['id']}</em>"} for one in PAIRS["targets"]]}
    same = {**PAIRS, "targets": [{**one, "text": "same"} for one in PAIRS["targets"]]}
    arrow = {**BLANK, "accept": ["a -> b"]}
    many = {**SEVERAL, "options": [{"id": f"o{n}", "text": f"{n}", "rationale": "r"} for n in range(12)]}
    many["key"] = [f"o{n}" for n in range(11)]

    def refusing(item):
        (one,) = sample([item])[0].items
        return {form.name for form in FORMATS if refusal(form, "quiz", one)}

    assert refusing(emphasis) == refusing(same) == {"moodle", "gift", "canvas", "blackboard"}  # x is right twice
    assert refusing(arrow) == {"gift"}
    assert refusing(many) == {"moodle", "gift"}


@pytest.mark.parametrize("count", range(2, 11))
def test_any_number_of_keys_up_to_ten_gives_a_fraction_that_moodle_knows(count, tmp_path):
    options = [{"id": f"o{n}", "text": f"{n}", "rationale": "r"} for n in range(count + 1)]
    found = sample([{**SEVERAL, "options": options, "key": [f"o{n}" for n in range(count)]}])
    for form in (MOODLE, GIFT):
        (question,) = read(form, found, tmp_path)  # the reader looks the fraction up
        compare(form, found[0], found[0].items[0], question)


@by_name
def test_the_same_source_gives_the_same_bytes_and_another_text_another_version(form, tmp_path):
    one = sample()
    assert written(form, one, tmp_path) == written(form, sample(), tmp_path)
    (other,) = sample([{**SINGLE, "stem": "Another?"}])
    (same,) = sample([SINGLE])
    assert other.version != same.version and other.ref == same.ref
    assert banks(definitions([SINGLE]))[0] == same
    assert replace(same, version="") != same
