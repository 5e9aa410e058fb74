"""The bridge as the page's script uses it: JSON strings in, JSON strings out, and never an exception."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.runtime.bridge import handle
from tests.activities.plan_sample import DATA as PLAN
from tests.conftest import sorter_data

DATA = sorter_data()
ATTEMPT = {"id": "a-1", "ref": DATA["ref"], "digest": "abc", "seed": 0, "started": 1, "events": []}


def ask(op, **fields):
    return json.loads(handle(json.dumps({"v": 1, "id": 7, "op": op, **fields})))


def opened(**changes):
    return ask("open", attempt={**ATTEMPT, **changes}, definition=DATA, digest="abc", root="../../")


def first_card(html):
    return html.split('id="colors-card-')[1].split('"')[0]


def test_opening_draws_the_round_with_links_from_this_page():
    reply = opened()
    assert reply["ok"] and reply["id"] == 7
    card = first_card(reply["html"])
    done = ask(
        "step", attempt="a-1", event={"type": "place", "card": card, "bin": DATA["cards"][int(card[5:])]["bin"]}, now=5
    )
    assert 'href="../../references.html#work' in done["html"] and "root:" not in done["html"]


def test_a_step_answers_with_html_words_score_and_statements():
    card = first_card(opened()["html"])
    reply = ask(
        "step", attempt="a-1", event={"type": "place", "card": card, "bin": DATA["cards"][int(card[5:])]["bin"]}, now=5
    )
    assert reply["announce"].startswith("Fits.")
    assert reply["score"]["raw"] == 1 and reply["statements"][0]["at"] == 5 and not reply["refused"]


def test_opening_with_events_resumes_where_they_lead():
    card = first_card(opened()["html"])
    event = {"type": "place", "card": card, "bin": "red"}
    stepped = ask("step", attempt="a-1", event=event, now=5)
    resumed = opened(id="a-2", events=[{"id": "t-1", "at": 5, "event": event}])
    assert resumed["html"] == stepped["html"] and resumed["score"] == stepped["score"]


def test_a_refused_event_says_why_and_leaves_the_page():
    before = opened(id="a-3")["html"]
    reply = ask("step", attempt="a-3", event={"type": "finish"}, now=5)
    assert reply["refused"] and "Place at least one card" in reply["announce"] and reply["html"] == before


def test_an_attempt_that_is_not_open_has_its_own_code():
    assert ask("step", attempt="nobody", event={}, now=1)["error"]["code"] == "unknown-attempt"


def test_a_sheet_is_the_untouched_round():
    card = first_card(opened()["html"])
    placed = [{"id": "t-1", "at": 5, "event": {"type": "place", "card": card, "bin": "red"}}]
    reply = ask("sheet", definition=DATA, digest="abc", attempt={**ATTEMPT, "events": placed}, root="")
    assert 'data-state="static"' in reply["html"] and "Because" not in reply["html"]


def test_excerpts_say_what_other_attempts_came_to_and_leave_out_what_says_nothing():
    events = [
        {"type": "pick", "slot": "who", "option": "ann"},
        {"type": "pick", "slot": "where", "option": "hill"},
        {"type": "criticize"},
    ]
    entries = [{"id": f"t-{number}", "at": number, "event": event} for number, event in enumerate(events)]
    attempt = {"id": "a-9", "ref": PLAN["ref"], "digest": "d", "seed": 0, "started": 1, "events": entries}
    asked = [
        {"attempt": attempt, "definition": PLAN, "digest": "d"},
        {"attempt": ATTEMPT, "definition": DATA, "digest": "abc"},
    ]
    texts = ask("excerpts", attempts=asked)["texts"]
    assert texts == {PLAN["ref"]: "They are The ann, and they go to The hill."}


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("", "malformed"),
        ("[" * 100_000, "malformed"),
        ("[]", "malformed"),
        ("{}", "malformed"),
        ('{"v": 1, "op": "dance"}', "malformed"),
        ('{"v": 9, "op": "open"}', "malformed"),
        ('{"v": 1, "op": "open", "attempt": {}}', "malformed"),
    ],
)
def test_a_bad_request_is_an_error_with_a_code(message, code):
    reply = json.loads(handle(message))
    assert not reply["ok"] and reply["error"]["code"] == code and reply["error"]["message"]


def test_a_definition_of_an_unknown_kind_is_refused():
    assert (
        "does not know that kind"
        in ask("open", attempt=ATTEMPT, definition={"kind": "opera"}, digest="x", root="")["error"]["message"]
    )


def test_importing_merges_and_says_what_came():
    here = {"format": "second-track-record", "version": 1, "course": "second-track", "attempts": []}
    file = json.dumps(
        {**here, "attempts": [{**ATTEMPT, "events": [{"id": "t-1", "at": 2, "event": {"type": "check"}}]}]}
    )
    reply = ask("import", record=here, text=file)
    assert reply["announce"] == "1 attempt added. Nothing was overwritten."
    again = ask("import", record=reply["record"], text=file)
    assert again["record"] == reply["record"] and "here already" in again["announce"]


def test_a_refused_import_returns_no_record():
    here = {"format": "second-track-record", "version": 1, "course": "second-track", "attempts": []}
    reply = ask("import", record=here, text="{")
    assert not reply["ok"] and "damaged" in reply["error"]["message"] and "record" not in reply


def summarized(attempt, definition=DATA):
    return ask("summarize", attempts=[attempt], definition=definition, digest="abc")["summaries"][0]


def test_the_record_is_shown_with_scores_from_replay_and_never_from_the_file():
    card = first_card(opened()["html"])
    event = {"type": "place", "card": card, "bin": DATA["cards"][int(card[5:])]["bin"]}
    attempt = {
        **ATTEMPT,
        "score": {"raw": 6, "max": 6},
        "events": [{"id": "t-1", "at": 2, "event": event}, {"id": "t-2", "at": 3, "event": {"type": "finish"}}],
    }
    reply = ask("record", summaries=[summarized(attempt)], pages={DATA["ref"]: {"href": "x.html", "digest": "abc"}})
    assert "Finished: 1 of 6" in reply["html"] and 'href="x.html"' in reply["html"]


def test_an_attempt_whose_version_is_gone_is_still_listed():
    assert "00-sample/colors" in ask("record", summaries=[summarized(ATTEMPT, None)], pages={})["html"]


def test_a_reading_is_listed_by_how_far_it_went():
    lesson = {"format": 1, "kind": "reading", "ref": "00-sample/reading", "title": "Colors"}
    lesson["sections"] = [{"id": "red", "title": "On red"}, {"id": "blue", "title": "On blue"}]
    reached = {"id": "t-1", "at": 2, "event": {"type": "reached", "section": "red"}}
    attempt = {**ATTEMPT, "ref": "00-sample/reading", "events": [reached]}
    html = ask("record", summaries=[summarized(attempt, lesson)], pages={})["html"]
    assert "Reading: Colors" in html and "1 of 2 sections read" in html


@given(st.text(max_size=60))
def test_no_message_makes_it_raise(text):
    assert json.loads(handle(text))["ok"] is False
