"""Assignments over the bridge, as the page's script uses it: a plan, a checklist, a file; and the page on which one is made."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.record.submission import read_submission
from interactive.runtime.bridge import handle
from tests.conftest import sorter_data
from tests.record.assign_sample import BANK, READ, SORT, data
from tests.record.told import NOW, ONE, summary_data

FRAGMENT = f"v=1&title=Week+2&do={READ}&do={SORT};mode=check;seed=7;attempts=2"
EACH = f"v=1&do={SORT};seed=each"
STUDENT = {"name": "Ada Lovelace", "id": "s1"}
MODE = {"type": "mode", "mode": "check", "assigned": True}
SORTER = {**sorter_data(), "ref": SORT}


def ask(op, **fields):
    given_ = {"fragment": FRAGMENT, "student": STUDENT, "course": data(), "root": "../", "plan": {}, **fields}
    return json.loads(handle(json.dumps({"v": 1, "id": 7, "op": op, **given_})))


def plan(fragment=FRAGMENT, **fields):
    return ask("assignment-plan", fragment=fragment, definitions={SORT: SORTER}, **fields)["plan"]


def entry(place, event):
    return {"id": f"e-{place}", "at": NOW + 1000 * place, "event": event}


def attempt(*events, name="a-1", seed=7):
    listed = [entry(place, event) for place, event in enumerate(events)]
    return {"id": name, "ref": SORT, "digest": "d", "seed": seed, "started": NOW, "events": listed}


def shown(fragment=FRAGMENT, **fields):
    known = fields if "plan" in fields else {"plan": plan(fragment), **fields}
    return ask("assignment", **{"fragment": fragment, "attempts": [], "summaries": [], **known})


def test_the_plan_says_how_each_activity_begins():
    assert ask("assignment-plan", definitions={})["needs"] == [SORT]
    assert plan() == {
        READ: {"seed": None, "reach": 100, "attempts": 0, "events": []},
        SORT: {"seed": 7, "reach": 2, "attempts": 2, "events": [MODE]},
    }
    assert plan(EACH, student={"name": "", "id": ""}) == {}  # no cards before there is a name
    one, again, other = (plan(EACH, student={"name": name}) for name in ("Ada", " ada ", "Ben"))
    assert one == again != other


def test_the_checklist_comes_with_its_bar_and_its_notes():
    summaries = [summary_data(id="a-1", ref=SORT, finished=True)]
    reply = shown(attempts=[attempt(MODE, {"type": "place"})], summaries=summaries)
    assert (
        "1 of 2 done" in reply["html"] and 'href="../one.html#sort"' in reply["html"] and "root:" not in reply["html"]
    )
    assert "Week 2: 1 of 2 done." in reply["bar"] and "root:assignment.html" in reply["bar"]
    assert reply["notes"][SORT]["ids"] == {"a-1": "Assigned: attempt 1 of 2."}


def test_an_attempt_that_cannot_be_read_takes_no_other_with_it():
    reply = shown(attempts=[{"id": "<b>"}, attempt(MODE, {"type": "place"})], summaries=[])
    assert reply["ok"] and reply["notes"][SORT]["ids"]


@pytest.mark.parametrize("fragment", ["nonsense", "v=9&do=x", "v=1x", "%00", "v=<script>"])
def test_a_bad_link_is_told_on_the_page_and_not_kept(fragment):
    reply = shown(fragment, plan={})
    assert reply["ok"] and reply["refused"] and 'role="alert"' in reply["html"] and not reply["bar"]
    assert ask("assignment-plan", fragment=fragment)["error"]["code"] == "malformed"


def test_no_link_is_no_fault():
    assert "Open the link" in shown("", plan={})["html"]


def handed(attempts, student=STUDENT, fragment=FRAGMENT):
    fields = {"fragment": fragment, "student": student, "plan": plan(fragment, student=student)}
    parts = []
    for ref in {one["ref"] for one in attempts}:
        own = [one for one in attempts if one["ref"] == ref]
        parts.append(ask("assignment-task", **fields, ref=ref, attempts=own, definitions={"d": SORTER})["part"])
    more = {"parts": parts, "attempts": attempts, "summaries": [], "made": NOW, "offset": 60}
    return ask("submission", **fields, **more)


def test_the_file_holds_the_attempts_that_count_and_what_they_came_to():
    names = list(ask_slips())
    right = {"type": "place", "card": names[0], "bin": bin_of(names[0])}
    made = [
        attempt(MODE, {"type": "place", "card": names[1], "bin": bin_of(names[1])}, name="a-1"),
        attempt(MODE, right, {"type": "finish"}, name="a-2"),
        attempt(MODE, right, {"type": "finish"}, name="a-3"),  # one too many
        attempt(right, {"type": "finish"}, name="a-4"),  # not in the mode that was asked for
        attempt(MODE, right, name="a-5", seed=20),  # other cards
    ]
    reply = handed(made)
    file = read_submission(reply["text"])
    assert file.whole and file.name == "Ada Lovelace" and file.student_id == "s1" and file.assignment == FRAGMENT
    assert [one.id for one in file.attempts] == ["a-1", "a-2"] and file.totals == {SORT: (1.0, 6.0)}
    assert len(file.attempts[1].entries) == 3 and file.made == NOW
    assert reply["file"] == "second-track-week-2-ada-lovelace.json"
    assert "Ada Lovelace" in reply["report"] and "1 of 6, attempt 2 of 2" in reply["report"]


def ask_slips():
    from interactive.activities.sorter.definition import load
    from interactive.activities.sorter.rules import start

    return start(load(SORTER), seed=7).slips


def bin_of(card):
    return next(one["bin"] for one in SORTER["cards"] if one["id"] == card)


def test_no_file_without_a_name_and_none_for_a_task_that_is_not_asked():
    assert "Write your name" in handed([], student={"name": " \n "})["error"]["message"]
    reply = ask("assignment-task", ref=BANK, attempts=[], definitions={})
    assert "no task of the assignment" in reply["error"]["message"]


def test_the_files_name_holds_letters_of_any_script_and_no_path():
    reply = handed([], student={"name": "Łucja/../Żak 李"}, fragment=f"v=1&title=%3C%2Fx%3E&do={READ}")
    assert reply["file"] == "second-track-x-łucja-żak-李.json"
    assert (
        handed([], student={"name": "../"}, fragment=f"v=1&do={READ}")["file"] == "second-track-assignment-student.json"
    )


def make(*events, draft="", **fields):
    base = "https://example.edu/course/assignment.html"
    return ask("assign", draft=draft, events=list(events), now=NOW, base=base, **fields)


def test_what_is_picked_becomes_a_link_with_its_code_and_its_sheet():
    reply = make({"type": "text", "title": "Week 2"}, {"type": "pick", "ref": ONE}, {"type": "pick", "ref": BANK})
    assert reply["draft"].startswith(f"v=1&title=Week+2&do={ONE};seed=") and f"&do={BANK};seed=" in reply["draft"]
    assert reply["link"] == "https://example.edu/course/assignment.html#" + reply["draft"]
    assert reply["code"].startswith("<svg") and reply["code"] in reply["html"] and reply["code"] in reply["sheet"]
    assert "Week 2" in reply["sheet"] and not reply["said"]
    assert make(draft=reply["draft"])["draft"] == reply["draft"]


def test_what_cannot_be_done_is_said_and_the_draft_stays():
    before = make({"type": "pick", "ref": SORT})["draft"]
    reply = make({"type": "open", "text": "https://example.edu/"}, {"type": "pick", "ref": BANK}, 7, draft=before)
    assert reply["said"] and before.split("&do=")[1] in reply["draft"] and BANK in reply["draft"]
    assert make(draft="damaged")["draft"] == "v=1" and not make(draft="damaged")["code"]


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
names = ("fragment", "student", "plan", "attempts", "summaries", "parts", "events", "draft", "definitions", "ref")
fields = st.fixed_dictionaries({}, optional=dict.fromkeys(names, junk))


@given(st.sampled_from(["assign", "assignment", "assignment-plan", "assignment-task", "submission"]), fields)
def test_strange_requests_are_refused_with_a_sentence(op, more):
    whole = {"attempts": [], "summaries": [], "parts": [], "made": NOW, "now": NOW, "offset": 0, "ref": SORT}
    reply = ask(op, **{**whole, "definitions": {}, "events": [], "draft": "", "base": "b", **more})
    assert reply["ok"] or reply["error"]["code"] in ("malformed", "internal")
    assert reply["ok"] or reply["error"]["code"] == "malformed", reply["error"]
