"""The two operations of a package: what a page is told when it begins, and what it is told to report."""

import json

import pytest

from interactive.kernel.html import plain
from interactive.record.codec import attempt_data
from interactive.runtime.bridge import handle
from tests.record.suspended import BANK, CHECK, COLORS, DATA, ESSAY, LAMPS, NOW, STORY, attempt, state_of

LESSON = "00-sample"
DIGEST = "0123456789abcde"
REFS = {f"{LESSON}/{name}": DIGEST + "0123456789"[place] for place, name in enumerate(DATA)}
DEFINITIONS = {REFS[f"{LESSON}/{name}"]: {**data, "ref": f"{LESSON}/{name}"} for name, data in DATA.items()}
COUNTED = (COLORS, BANK, STORY, CHECK, ESSAY)
COURSE = {
    "lessons": [],
    "activities": {
        ref: {
            "href": f"root:lessons/{LESSON}/index.html#x",
            "title": ref.split("/", 1)[1],
            "lesson": LESSON,
            "kind": "",
            "digest": digest,
            "optional": not ref.endswith(COUNTED),
        }
        for ref, digest in REFS.items()
    },
}
DRAWN = list(state_of(attempt(COLORS, [])).slips)
ROUND = [
    *({"type": "place", "card": name, "bin": ("red", "green", "blue")[int(name[-1]) % 3]} for name in DRAWN),
    {"type": "finish"},
]


def ask(op, **fields):
    return json.loads(handle(json.dumps({"v": 1, "id": 1, "op": op, "lesson": LESSON, **fields})))


def resume(state="", attempts=None, definitions=DEFINITIONS, **fields):
    told = {"limit": 4096, "mode": "reports", "root": "../../", "course": COURSE, **fields}
    reply = ask("resume", state=state, attempts=attempts, definitions=definitions, **told)
    assert reply["ok"], reply
    return reply


def suspend(*attempts):
    reply = ask("suspend", attempts=[attempt_data(one) for one in attempts], now=NOW)
    assert reply["ok"], reply
    return reply


def test_a_lesson_begins_with_nothing_and_reports_what_is_done():
    begun = resume()
    assert (begun["attempts"], begun["begun"], begun["score"], begun["done"]) == ([], False, 0, False)
    assert "0 of 5 done." in plain(begun["html"]) and 'href="../../lessons/' in begun["html"]
    told = suspend(attempt(COLORS, ROUND[:3]))
    assert told["score"] > 0 and told["packed"] == ["a0"] and not told["news"]
    told = suspend(attempt(COLORS, ROUND))
    assert (told["score"], told["progress"], told["done"]) == (25, 0.2, False)  # four of the five have points
    assert told["news"] == [{"id": "00-sample.colors", "title": "colors", "result": "1"}]
    assert "1 of 5 done." in plain(told["html"]) and "25 of 100 reported" in plain(told["html"])
    assert not suspend(attempt(COLORS, ROUND))["news"]


def test_what_was_reported_is_resumed_with_the_same_score():
    resume()
    told = suspend(
        attempt(COLORS, ROUND),
        attempt(LAMPS, [{"type": "hint", "scenario": next(iter(state_of(attempt(LAMPS, [])).works))}], number=1),
    )
    again = resume(told["state"])
    assert (again["score"], again["begun"]) == (told["score"], True)
    assert [one["ref"] for one in again["attempts"]] == ["00-sample/colors", "00-sample/lamps"]
    assert [row["event"] for row in again["attempts"][0]["events"]] == ROUND
    assert again["attempts"][0]["digest"] == REFS["00-sample/colors"]
    assert suspend()["state"].startswith("ST1.")


def test_a_browser_that_has_it_whole_brings_it_itself():
    resume()
    told = suspend(attempt(COLORS, ROUND[:2]))
    again = resume(told["state"], attempts=[attempt_data(attempt(COLORS, ROUND))])
    assert not again["attempts"] and again["score"] == 25


def test_the_best_counts_even_when_the_round_is_gone():
    resume()
    told = suspend(attempt(COLORS, ROUND))
    poorer = suspend(attempt(COLORS, [{**ROUND[0], "bin": "blue"}, {"type": "finish"}], 1, 1))
    assert poorer["score"] == told["score"]
    assert resume(poorer["state"])["score"] == told["score"]


@pytest.mark.parametrize("state", ["viewed=1,2|last=3", "ST1.AAAA", "{}"])
def test_what_cannot_be_read_begins_anew_with_a_word(state):
    begun = resume(state)
    assert begun["ok"] and not begun["attempts"] and not begun["begun"]
    assert "begins anew" in plain(begun["html"])
    assert state not in suspend(attempt(COLORS, ROUND))["state"]


def test_an_activity_that_is_no_longer_there_is_left_out_with_a_word():
    resume()
    told = suspend(attempt(COLORS, ROUND), attempt(BANK, [{"type": "ask-confidence", "on": True}], number=1))
    fewer = {digest: data for digest, data in DEFINITIONS.items() if data["ref"] != "00-sample/bank"}
    again = resume(told["state"], definitions=fewer)
    assert "no longer fits" in plain(again["html"])
    assert [one["ref"] for one in again["attempts"]] == ["00-sample/colors"]


def test_long_texts_are_cut_with_a_word_and_the_score_stays():
    resume(limit=300)
    sections = [one["id"] for one in DATA[ESSAY]["sections"]]
    text = " ".join(f"word{n}" for n in range(800))
    told = suspend(
        attempt(
            ESSAY,
            [
                *({"type": "write", "section": name, "text": text} for name in sections),
                {"type": "check"},
                {"type": "keep"},
            ],
        )
    )
    assert len(told["state"]) <= 300
    assert "stays in this browser only" in plain(told["html"])
    assert resume(told["state"])["score"] == told["score"]


def test_all_is_done_when_everything_that_counts_is_finished():
    resume()
    path = []
    for _ in range(30):
        for letter in "abcd":
            longer = [*path, {"type": "choose", "choice": letter}]
            if state_of(attempt(STORY, longer)).path != state_of(attempt(STORY, path)).path:
                path = longer
                break
    sections = [one["id"] for one in DATA[ESSAY]["sections"]]
    words = " ".join(["word"] * 60)
    essay = [
        *({"type": "write", "section": name, "text": words} for name in sections),
        {"type": "check"},
        {"type": "keep"},
    ]
    drawn = state_of(attempt(BANK, [])).drawn
    answers = [{"type": "pick", "item": name, "option": "a"} for name in drawn]
    guess = [{"type": "pick", "item": "guess", "option": "p"}, {"type": "sure", "item": "guess", "level": "sure"}]
    done = [(COLORS, ROUND), (STORY, path), (ESSAY, essay), (BANK, [*answers, {"type": "finish"}])]
    done.append((CHECK, [*guess, {"type": "keep", "item": "guess"}]))
    told = [suspend(attempt(name, events, 0, number)) for number, (name, events) in enumerate(done)]
    assert [one["done"] for one in told] == [False, False, False, False, True]
    assert told[-1]["progress"] == 1 and 50 < told[-1]["score"] <= 100


def test_without_a_beginning_the_page_is_told_to_begin():
    assert ask("suspend", lesson="01-other", attempts=[], now=NOW)["error"]["code"] == "unknown-attempt"


def test_one_attempt_that_cannot_be_read_takes_no_other_with_it():
    resume()
    reply = ask("suspend", attempts=[{"id": "<b>"}, attempt_data(attempt(COLORS, ROUND)), None], now=NOW)
    assert reply["score"] == 25


def test_a_definition_that_this_engine_does_not_know_is_left_out():
    strange = {
        **DEFINITIONS,
        "aaaaaaaaaaaaaaaa": {"kind": "dance", "ref": "00-sample/dance"},
        "b" * 16: {"kind": "sorter", "ref": "00-sample/x"},
        "c" * 16: 7,
    }
    assert "0 of 5 done." in plain(resume(definitions=strange)["html"])


@pytest.mark.parametrize(
    ("mode", "words"), [("review", "looking back"), ("alone", "No school’s system opened this page")]
)
def test_the_strip_says_when_nothing_is_reported(mode, words):
    assert words in plain(resume(mode=mode)["html"])
    assert words in plain(suspend(attempt(COLORS, ROUND))["html"])
