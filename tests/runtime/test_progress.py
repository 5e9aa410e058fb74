"""Progress and review through the bridge: from records as they are exported to what the page shows, whichever way they were merged."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.record.codec import read, read_text, write
from interactive.record.merge import merge
from interactive.runtime.bridge import handle
from tests.conftest import BINS, sorter_data

DAY = 86_400_000
NOW = 20_000 * DAY + DAY // 2
DATA = sorter_data()
CARDS = [card["id"] for card in DATA["cards"]]
LESSON = "00-sample"
COURSE = {
    "lessons": [
        {
            "id": LESSON,
            "number": 0,
            "title": "Sample",
            "href": "root:x.html",
            "objectives": {"s0-tell-colors": "tell colors"},
        }
    ],
    "activities": {
        DATA["ref"]: {"href": "root:x.html#a", "digest": "abc", "title": "Colors", "kind": "sorter", "lesson": LESSON}
    },
    "items": {
        name: {
            "objectives": ["s0-tell-colors"],
            "label": name,
            "reread": {"text": "On colors", "href": "root:x.html#colors"},
            "lesson": LESSON,
            "ref": DATA["ref"],
        }
        for name in CARDS
    },
    "terms": {"term-hue": {"label": "Hue", "lesson": LESSON}},
    "practice": {"ref": "practice/review", "href": "root:p.html#due", "items": [*CARDS, "term-hue"]},
}
SAVED = Path(__file__).parents[1] / "saved" / "v1"


def ask(op, **fields):
    return json.loads(handle(json.dumps({"v": 1, "id": 7, "op": op, **fields})))


def whole(op, summaries, cards=(), **changes):
    fields = {"summaries": summaries, "cards": list(cards), "course": COURSE, "now": NOW, "offset": 0, "root": "../"}
    return ask(op, **{**fields, **changes})


def summaries_of(record, definition=DATA):
    """As the page makes them, in the order of the store."""
    attempts = write(record)["attempts"]
    return ask("summarize", attempts=attempts, definition=definition, digest="abc")["summaries"]


def record_data(*attempts):
    return {"format": "second-track-record", "version": 1, "course": "second-track", "attempts": list(attempts)}


places = st.tuples(st.sampled_from(CARDS), st.sampled_from(BINS)).map(
    lambda pair: {"type": "place", "card": pair[0], "bin": pair[1]}
)
events = st.one_of(
    places, places, places, st.sampled_from([{"type": "finish"}, {"type": "hint", "card": CARDS[0]}, {"type": "junk"}])
)
attempts = st.builds(
    lambda name, seed, start, steps: {
        "id": name,
        "ref": DATA["ref"],
        "digest": "abc",
        "seed": seed,
        "started": start,
        "events": [
            {"id": f"{name}-{place}", "at": start + place * gap, "event": event}
            for place, (event, gap) in enumerate(steps)
        ],
    },
    st.sampled_from(["a-1", "a-2", "a-3"]),
    st.integers(0, 2),
    st.integers(NOW - 60 * DAY, NOW - 20 * DAY),
    st.lists(st.tuples(events, st.integers(0, 5 * DAY)), max_size=6),
)
records = st.lists(attempts, max_size=3, unique_by=lambda attempt: attempt["id"]).map(
    lambda some: read(record_data(*some))
)


@given(records, records)
def test_merged_either_way_round_two_records_make_one_queue_and_one_page(one, two):
    here, there = summaries_of(merge(one, two).record), summaries_of(merge(two, one).record)
    for op in ("queue", "progress", "overview"):
        assert whole(op, here) == whole(op, there)


@given(records, records)
def test_a_record_made_on_one_device_and_imported_on_another_keeps_every_card(one, two):
    """The importing device has a deck of its own in its cache; it loses nothing by that and doubles nothing."""
    cards = whole("queue", summaries_of(two))["cards"]
    merged = merge(two, read_text(json.dumps(write(one)), "second-track")).record
    fresh, cached = whole("queue", summaries_of(merged)), whole("queue", summaries_of(merged), cards)
    assert fresh == cached
    names = [row[0] for row in fresh["cards"]]
    assert len(names) == len(set(names))
    before = {row[0] for some in (one, two) for row in whole("queue", summaries_of(some))["cards"]}
    same_attempts = {name for name in one.attempts if one.attempts[name] != two.attempts.get(name)} & set(two.attempts)
    assert (
        before == set(names) or same_attempts
    )  # two devices that dealt one attempt differently settle on one of the deals


@given(records, st.integers(0, 90), st.integers(-720, 840))
def test_what_is_due_is_what_the_forecast_says_of_today(record, days, offset):
    reply = whole("queue", summaries_of(record), now=NOW + days * DAY, offset=offset)
    assert reply["ok"] and 0 <= reply["due"] <= len(reply["cards"])


def one_round(finish=True):
    steps = [{"type": "place", "card": card, "bin": "red"} for card in CARDS[:6]] + (
        [{"type": "finish"}] if finish else []
    )
    start = NOW - 3 * DAY
    return record_data(
        {
            "id": "a-1",
            "ref": DATA["ref"],
            "digest": "abc",
            "seed": 0,
            "started": start,
            "events": [
                {"id": f"t-{place}", "at": start + place * 20_000, "event": event} for place, event in enumerate(steps)
            ],
        }
    )


def test_the_whole_way_from_a_record_to_a_session():
    summaries = summaries_of(read(one_round()))
    reply = whole("queue", summaries)
    assert reply["due"] == len(reply["cards"]) > 0
    assert 'data-for="practice/review"' in reply["html"] and "term-hue" in reply["html"]
    assert whole("queue", summaries, now=NOW - 3 * DAY + 3_600_000)["due"] == 0


def test_the_page_has_links_from_where_it_stands_and_home_gets_them_from_the_root():
    reply = whole("progress", summaries_of(read(one_round(finish=False))))
    assert 'href="../x.html#a"' in reply["html"] and "root:" not in reply["html"]
    assert 'href="root:x.html#a"' in reply["resume"]
    assert reply["rings"] == {"x.html": "begun"}


def test_a_finished_lesson_has_a_full_ring():
    summaries = summaries_of(read(one_round()))
    assert whole("overview", summaries)["rings"] == {"x.html": "done"}
    assert whole("overview", summaries)["cards"] == whole("queue", summaries)["cards"]


def test_an_empty_record_has_pages_too():
    for op in ("progress", "queue"):
        assert whole(op, [])["html"]
    assert whole("overview", [])["resume"] == "" and whole("overview", [])["rings"] == {"x.html": "none"}


def test_a_course_without_a_map_is_no_reason_to_fail():
    for op in ("progress", "queue", "overview"):
        assert whole(op, summaries_of(read(one_round())), course={})["ok"]


def test_a_stale_or_damaged_cache_is_passed_over():
    summaries = summaries_of(read(one_round()))
    fresh = whole("queue", summaries)
    for cards in ([["card-0"]], [7], "cards", [[*fresh["cards"][0][:1], "0" * 12, *fresh["cards"][0][2:]]], None):
        assert (
            whole("queue", summaries, cards=[])["cards"]
            == ask("queue", summaries=summaries, cards=cards, course=COURSE, now=NOW, offset=0, root="")["cards"]
        )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"summaries": {}}, "summaries should be a list"),
        ({"summaries": [7]}, "summary 1 should be an object"),
        ({"course": []}, "the course map should be an object"),
        ({"now": "today"}, "now should be a whole number"),
        ({"now": -1}, "out of range"),
        ({"offset": 5000}, "out of range"),
        ({"root": None}, "root should be text"),
    ],
)
@pytest.mark.parametrize("op", ["progress", "queue"])
def test_a_hostile_request_is_refused_in_a_sentence(op, changes, words):
    reply = whole(op, **{"summaries": [], **changes})
    assert reply["error"]["code"] == "malformed" and words in reply["error"]["message"]


def test_a_definition_that_is_gone_leaves_an_empty_summary_and_no_card():
    (summary,) = summaries_of(read(one_round()), definition=None)
    assert summary["kind"] == "" and "unscorable" in summary["score"] and summary["entries"] == 7
    assert whole("queue", [summary])["cards"] == []
    assert whole("progress", [summary])["ok"]


def test_attempts_are_summarized_together_as_one_by_one():
    one, two = one_round()["attempts"][0], {**one_round(finish=False)["attempts"][0], "id": "a-2"}
    together = ask("summarize", attempts=[one, two], definition=DATA, digest="abc")["summaries"]
    alone = [ask("summarize", attempts=[each], definition=DATA, digest="abc")["summaries"][0] for each in (one, two)]
    assert together == alone and [summary["id"] for summary in together] == ["a-1", "a-2"]


def test_an_attempt_that_an_engine_stumbles_over_takes_no_other_with_it(monkeypatch):
    from interactive.runtime import summaries as module

    real = module.summarize

    def stumble(attempt, loaded, data):
        if attempt.id == "a-2" and loaded:
            raise RuntimeError("a bug")
        return real(attempt, loaded, data)

    monkeypatch.setattr(module, "summarize", stumble)
    one, two = one_round()["attempts"][0], {**one_round()["attempts"][0], "id": "a-2"}
    first, second = ask("summarize", attempts=[one, two], definition=DATA, digest="abc")["summaries"]
    assert first["statements"] and second["statements"] == [] and second["kind"] == ""


def test_a_definition_that_cannot_be_read_leaves_empty_summaries():
    (summary,) = summaries_of(read(one_round()), definition={**DATA, "format": 9})
    assert summary["statements"] == [] and summary["kind"] == ""


def test_a_version_that_stands_in_for_one_that_is_gone_keeps_what_both_have():
    """A record from elsewhere, made with cards that were since reworded: the answers still count for their items."""
    later = {**DATA, "cards": [{**card, "text": "Reworded"} for card in DATA["cards"]]}
    made = summaries_of(read(one_round()), definition=later)
    assert whole("queue", made)["cards"] == whole("queue", summaries_of(read(one_round())))["cards"]


@pytest.mark.parametrize("path", sorted(SAVED.glob("*.record.json")), ids=lambda path: path.stem)
def test_records_saved_by_the_first_version_have_progress_and_a_queue(path):
    record = read_text(path.read_text(encoding="utf-8"), "second-track")
    definition = json.loads((SAVED / "definition.json").read_text(encoding="utf-8"))
    summaries = summaries_of(record, definition)
    expected = json.loads(path.with_suffix("").with_suffix(".expected.json").read_text(encoding="utf-8"))
    for summary in summaries:
        raw, most, answered = expected[summary["id"]]
        assert [summary["score"][name] for name in ("raw", "max", "answered")] == [raw, most, answered]
    reply = whole("queue", summaries)
    assert reply["ok"] and len(reply["cards"]) == len(
        {row[1] for one in summaries for row in one["statements"] if row[0] == "answered"}
    )
    assert whole("progress", summaries)["ok"]
