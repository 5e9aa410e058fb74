"""The parts that a state is made with: names by hashes, events as numbers, idle events found by trying, text in an envelope."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.kernel.reading import Malformed
from interactive.record.suspending.envelope import MARK, Streams, opened, sealed
from interactive.record.suspending.pruning import effective, fold, pruned, squeezed
from interactive.record.suspending.values import FIRST, GUESSED, SAME, TEXT, Reader, Writer
from interactive.record.suspending.vocabulary import LONG, NUMBERS, SHORT, WORDS, Vocabulary, hashed
from tests.record.suspended import BANK, COLORS, ESSAY, LAMPS, PARTS, STORY, TRIP, attempt, state_of


def twins() -> tuple[str, str]:
    """Two ids that have the same short hash."""
    seen: dict[bytes, str] = {}
    for number in itertools.count():
        name = f"card-{number}"
        key = hashed(name)
        if key in seen:
            return seen[key], name
        seen[key] = name
    raise AssertionError


def streams_of(events, words):
    writer = Writer()
    writer.begin(words)
    for event in events:
        writer.event(event)
    return writer


def read_back(writer, words, count):
    reader = Reader(bytes(writer.numbers), bytes(writer.hashes), writer.texts)
    reader.begin(words)
    return [reader.event() for _ in range(count)]


# ---- vocabulary


def test_every_text_that_can_be_an_id_is_a_name_and_no_sentence_is():
    words = Vocabulary(
        {
            "items": [{"id": "q-1", "stem": "What is this?", "options": {"a": {"text": "One thing", "half": True}}}],
            "n": 3,
        }
    )
    assert {"q-1", "a", "items", "options"} <= words.names
    assert not {"What is this?", "One thing", "3"} & words.names
    assert words.name_of(words.hash_of("q-1")) == "q-1"
    assert words.hash_of("nobody") is None


def test_two_names_with_one_short_hash_take_the_long_one():
    one, other = twins()
    words = Vocabulary({one: other, "third": ""})
    assert [len(words.hash_of(name)) for name in (one, other, "third")] == [LONG, LONG, SHORT]
    assert [words.name_of(words.hash_of(name)) for name in (one, other)] == [one, other]
    assert words.name_of(hashed(one)) is None


def test_a_name_with_a_twin_comes_back_in_an_event():
    one, other = twins()
    words = Vocabulary({one: other})
    events = [{"type": "place", "card": name} for name in (one, other, one)]
    assert read_back(streams_of(events, words), words, 3) == events


def test_a_name_that_gets_a_twin_later_is_unsure_and_its_event_goes():
    one, other = twins()
    before, after = Vocabulary({one: ""}), Vocabulary({one: other})
    events = [{"type": "place", "card": one}, {"type": "finish"}]
    assert read_back(streams_of(events, before), after, 2) == [None, {"type": "finish"}]


# ---- values


def test_an_event_like_the_last_one_is_as_many_bytes_as_it_has_fields():
    words = Vocabulary(dict.fromkeys(("card-1", "card-2", "red"), ""))
    events = [{"type": "place", "card": "card-1", "bin": "red"}] * 2
    first = len(streams_of(events[:1], words).numbers)
    second = streams_of(events, words).numbers[first:]
    assert list(second) == [SAME] * 4


def test_a_list_gone_through_again_is_guessed():
    words = Vocabulary({f"el-{n}": "" for n in range(5)})
    events = [{"type": "check", "element": f"el-{n}"} for n in range(5)] * 2
    writer = streams_of(events, words)
    again = list(writer.numbers)[-3 * 4 :]
    assert set(again) <= {SAME, GUESSED}
    assert read_back(writer, words, 10) == events


def test_what_was_written_is_never_guessed_so_that_it_can_be_cut():
    words = Vocabulary({})
    events = [{"type": "write", "text": "the same words"}] * 3
    writer = streams_of(events, words)
    assert writer.texts == ["the same words"] * 3 and list(writer.numbers).count(TEXT) >= 3
    writer.texts[1] = "cut…"
    assert [event["text"] for event in read_back(writer, words, 3)] == ["the same words", "cut…", "the same words"]


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        False,
        0,
        -1,
        127,
        128,
        2**53 - 1,
        -(2**53) + 1,
        2**53,
        10**30,
        0.5,
        -1e300,
        "",
        "a",
        "é\x00",
        [],
        {},
        [[1, {"a": None}]],
    ],
)
def test_each_value_comes_back_with_its_type(value):
    words = Vocabulary({})
    (event,) = read_back(streams_of([{"x": value}], words), words, 1)
    assert event == {"x": value} and type(event["x"]) is type(value)


def test_one_and_true_are_told_apart():
    words = Vocabulary({})
    events = [{"on": one} for one in (1, True, 1, True, 0, False, True)]
    found = read_back(streams_of(events, words), words, len(events))
    assert [type(event["on"]) for event in found] == [int, bool, int, bool, int, bool, bool]
    assert found == events


def test_a_name_that_is_gone_takes_only_the_events_that_speak_of_it():
    before = Vocabulary(dict.fromkeys(("card-1", "card-2", "red"), ""))
    after = Vocabulary(dict.fromkeys(("card-2", "red"), ""))
    events = [
        {"type": "place", "card": name, "bin": "red"} for name in ("card-1", "card-2", "card-1", "card-2", "card-2")
    ]
    found = read_back(streams_of(events, before), after, 5)
    assert found == [None, events[1], None, events[3], events[4]]


def test_a_name_inside_a_list_that_is_gone_takes_its_event_too():
    before, after = Vocabulary({"one": "two"}), Vocabulary({"two": ""})
    events = [{"type": "begin", "items": ["one", "two"]}, {"type": "begin", "items": ["two"]}]
    assert read_back(streams_of(events, before), after, 2) == [None, events[1]]


@pytest.mark.parametrize(
    "numbers",
    [
        b"",
        bytes([FIRST + 5]),
        bytes([SAME]),
        bytes([FIRST, 200]),
        bytes([255] * 20),
        bytes([FIRST, 1, FIRST + 9]),
        bytes([FIRST, 1, TEXT]),
    ],
)
def test_numbers_that_make_no_sense_are_refused(numbers):
    with pytest.raises(Malformed):
        Reader(numbers, b"", []).event()


def test_lists_in_lists_in_lists_are_refused():
    deep: list = []
    for _ in range(40):
        deep = [deep]
    writer = streams_of([{"x": deep}], Vocabulary({}))
    with pytest.raises(Malformed, match="deep"):
        Reader(bytes(writer.numbers), b"", writer.texts).event()


# ---- envelope


@given(st.binary(max_size=200), st.binary(max_size=200), st.lists(st.text(max_size=60), max_size=5))
def test_what_is_sealed_can_be_opened(hashes, numbers, texts):
    text = sealed(Streams(hashes, numbers, tuple(texts)))
    assert opened(text) == Streams(hashes, numbers, tuple(texts))
    assert text.startswith(MARK) and text.isascii() and not set(text) & set(" !\"'<>&%+/=\\|;,\n")


def test_a_lone_half_of_a_letter_survives():
    texts = ("\ud83d", "a\udc00b")
    assert opened(sealed(Streams(b"", b"", texts))).texts == texts


# ---- pruning


def loaded(name):
    return PARTS[f"00-sample/{name}"].loaded


def kept(name, events):
    made, state, _ = effective(loaded(name), 0, events)
    return pruned(loaded(name), 0, made, state)


def test_of_a_text_only_its_last_version_is_kept():
    section = "claim"
    name = next(iter(loaded(ESSAY).definition.sections))
    drafts = [{"type": "write", "section": name, "text": text} for text in (section, section * 2, section * 3)]
    assert kept(ESSAY, drafts) == drafts[-1:]


def test_several_options_of_one_item_are_all_kept_and_one_of_several_only_the_last():
    definition = loaded(BANK).definition
    drawn = state_of(attempt(BANK, [])).drawn
    several = next((name for name in drawn if getattr(definition.items[name], "multiple", False)), None)
    single = next(name for name in drawn if getattr(definition.items[name], "multiple", None) is False)
    first, last = (
        {"type": "pick", "item": single, "option": one} for one in list(definition.items[single].options)[:2]
    )
    assert kept(BANK, [first, last]) == [last]
    if several:
        ticks = [
            {"type": "pick", "item": several, "option": one, "on": True}
            for one in list(definition.items[several].options)[:2]
        ]
        assert kept(BANK, [*ticks, {**ticks[0], "on": False}])[-1] in ([*ticks, {**ticks[0], "on": False}])
        state = fold(loaded(BANK), 0, kept(BANK, [*ticks, first, last]))
        assert len(state.answers[several].response) == 2


def test_what_was_criticized_before_it_was_changed_stays():
    plan = [{"type": "pick", "slot": "who", "option": "ann", "on": True}]
    for place in ("lake", "hill", "lake"):
        plan += [{"type": "pick", "slot": "where", "option": place}, {"type": "criticize"}]
    assert fold(loaded(TRIP), 0, kept(TRIP, plan)) == fold(loaded(TRIP), 0, plan)
    fewer = squeezed(loaded(TRIP), 0, plan)
    assert len(fewer) < len(plan)
    assert loaded(TRIP).activity.score(loaded(TRIP).definition, fold(loaded(TRIP), 0, fewer)) == loaded(
        TRIP
    ).activity.score(loaded(TRIP).definition, fold(loaded(TRIP), 0, plan))


def test_a_way_through_a_story_is_kept_step_by_step():
    path = []
    for letter in "abcdabcd":
        longer = [*path, {"type": "choose", "choice": letter}]
        if state_of(attempt(STORY, longer)).path != state_of(attempt(STORY, path)).path:
            path = longer
    assert path and kept(STORY, [*path, {"type": "choose", "choice": "no"}]) == path


@pytest.mark.parametrize("name", [COLORS, LAMPS, BANK, STORY, ESSAY, TRIP])
def test_nothing_done_is_nothing_kept(name):
    assert kept(name, []) == []
    assert kept(name, [{"type": "dance"}, {}, {"type": 3}]) == []


def test_words_are_told_from_names_by_their_own_code():
    assert NUMBERS[WORDS[-1]] == len(WORDS) - 1
    words = Vocabulary({"place": "card"})
    writer = streams_of([{"type": "place", "card": "card"}], words)
    assert not writer.hashes, "a word of the engines costs no hash, also where a definition has it as an id"
