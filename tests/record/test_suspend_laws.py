"""Laws of what an LMS keeps: whatever a learner does comes back, worth what it was worth; whatever else an LMS brings raises nothing."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from interactive.activities import KINDS
from interactive.kernel.reading import Malformed
from interactive.record.suspending.envelope import Streams, opened, sealed
from interactive.record.suspending.values import Reader, Writer
from interactive.record.suspending.vocabulary import NUMBERS, WORDS, Vocabulary
from tests.activities import test_casefile_laws, test_quiz_laws, test_roleplay_laws, test_sorter_laws
from tests.record.suspended import BANK, CHECK, COLORS, LAMPS, STORY, attempt, back, packed, state_of

DONE = {
    COLORS: test_sorter_laws.sane,
    LAMPS: test_casefile_laws.sane,
    BANK: test_quiz_laws.sane,
    STORY: test_roleplay_laws.sane,
    CHECK: test_quiz_laws.sane,
}
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=20)
    | st.sampled_from(WORDS)
)
values = st.recursive(
    scalars | st.sampled_from(["met", "lamp-gale", "Ünïcode \x00\x01"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=8,
)
events = st.lists(st.dictionaries(st.sampled_from(WORDS[:30]) | st.text(max_size=6), values, max_size=5), max_size=30)


@pytest.mark.parametrize("name", DONE)
@given(data=st.data(), seed=st.integers(0, 5))
def test_what_was_done_comes_back_to_the_same_state_and_score(name, data, seed):
    done = data.draw(st.lists(DONE[name], min_size=1, max_size=40))
    one = attempt(name, done, seed)
    told, standings = packed([one])
    found = back(told.text)
    assert found.standings == standings
    assert [state_of(kept) for kept in found.attempts] == [state_of(one)] * len(found.attempts)
    assert found.attempts or state_of(one) == state_of(attempt(name, [], seed))
    assert told.text.isascii() and not found.lost and not found.changed


@given(events, st.sampled_from(["met", "lamp-gale"]))
def test_any_event_of_json_comes_back_as_it_was(done, name):
    words = Vocabulary({"lamp-gale": "met", "other": ["a", {"b": 1}]})
    writer = Writer()
    writer.begin(words)
    for event in done:
        writer.event(event)
    streams = opened(sealed(Streams(bytes(writer.hashes), bytes(writer.numbers), tuple(writer.texts))))
    reader = Reader(streams.numbers, streams.hashes, list(streams.texts))
    reader.begin(words)
    assert json.dumps([reader.event() for _ in done]) == json.dumps(done)


@given(st.lists(st.text(max_size=300), max_size=5), st.integers(150, 600))
def test_the_limit_holds_and_the_worth_with_it(texts, limit):
    done = [{"type": "write", "scenario": "lamp-gale", "element": "storm", "text": text} for text in texts]
    attempts = [attempt(LAMPS, [{"type": "size", "size": "all"}, *done], n, n) for n in range(3)]
    attempts.append(attempt(COLORS, [{"type": "place", "card": f"card-{n}", "bin": "red"} for n in range(9)], 0, 4))
    told, standings = packed(attempts, limit)
    assert len(told.text) <= limit
    assert back(told.text).standings == standings


@example("ST1.")
@example("ST1.AAAA")
@example("!")
@example("![]![{}]![[]]")
@example('![{"attempt": {"id": "a"}}]')
@given(st.text(max_size=80) | st.text(alphabet="ST1.AZaz09-_!", max_size=60).map("ST1.".__add__))
def test_hostile_text_is_refused_or_read_and_nothing_else(text):
    try:
        found = back(text)
    except Malformed as error:
        assert str(error)
    else:
        assert not found.attempts


@settings(max_examples=300)
@given(st.binary(max_size=60), st.binary(max_size=40), st.lists(st.text(max_size=5), max_size=4))
def test_well_sealed_nonsense_is_refused_or_read_and_nothing_else(numbers, hashes, texts):
    try:
        back(sealed(Streams(hashes, numbers, tuple(texts))))
    except Malformed as error:
        assert str(error)


@given(st.data())
def test_one_changed_letter_is_noticed(data):
    text = packed([attempt(COLORS, [{"type": "place", "card": "card-1", "bin": "red"}])])[0].text
    place = data.draw(st.integers(4, len(text) - 2))
    letter = data.draw(st.sampled_from("ABCxyz019-_").filter(lambda one: one != text[place]))
    with pytest.raises(Malformed):
        back(text[:place] + letter + text[place + 1 :])
    with pytest.raises(Malformed):
        back(text[:place])


def test_a_state_that_would_unfold_to_no_end_is_refused():
    bomb = sealed(Streams(b"", b"\x00" * 5_000_000, ()))
    assert len(bomb) < 8000
    with pytest.raises(Malformed):
        back(bomb)


def test_every_word_of_every_engine_has_its_number():
    """What is not in the list still works, but costs a text each time."""
    handled = {name for kind in KINDS.values() for name in getattr(kind.step, "__globals__", {}).get("HANDLERS", {})}
    assert handled
    assert sorted(handled - set(NUMBERS)) == []


def test_the_numbers_of_words_are_for_ever():
    """Schools keep states for years: a word may be added at the end, and none may ever move."""
    assert WORDS[:6] == ("type", "item", "option", "on", "card", "bin")
    assert WORDS.index("conclusion") == 79
    assert len(set(WORDS)) == len(WORDS)
