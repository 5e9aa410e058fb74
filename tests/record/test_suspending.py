"""What an LMS keeps of a lesson, case by case: what goes first when there is no room, and what a changed course does to it."""

import copy
import json

import pytest

from interactive.kernel.reading import Malformed
from interactive.record.lesson_score import FULL, Standing
from interactive.record.suspending.model import prepared
from tests.record.suspended import (
    BANK,
    COLORS,
    DATA,
    ESSAY,
    LAMPS,
    NOW,
    PARTS,
    TRIP,
    attempt,
    back,
    packed,
    part,
    state_of,
)

DRAWN = list(state_of(attempt(COLORS, [])).slips)
PLACES = [{"type": "place", "card": name, "bin": ("red", "green", "blue")[int(name[-1]) % 3]} for name in DRAWN]
ROUND = [*PLACES, {"type": "finish"}]
ALL = {"type": "size", "size": "all"}
LONG = "the chair wrote it down and nobody said a word about the mandate " * 120


def write(text, element="storm", scenario="lamp-gale"):
    return {"type": "write", "scenario": scenario, "element": element, "text": text}


def essay(text):
    sections = [one["id"] for one in DATA[ESSAY]["sections"]]
    return [
        *({"type": "write", "section": name, "text": text} for name in sections),
        {"type": "check"},
        {"type": "keep"},
    ]


def events(one):
    return [dict(entry.event) for entry in one.entries]


def test_what_made_no_difference_is_left_out():
    placed = [{"type": "place", "card": "card-0", "bin": name} for name in ("red", "red", "nowhere")]
    written = [write("one"), write("two"), {"type": "dance"}, write("three")]
    found = back(packed([attempt(COLORS, placed, 0, 0), attempt(LAMPS, [ALL, *written], 0, 1)])[0].text)
    assert [events(one) for one in found.attempts] == [placed[:1], [ALL, write("three")]]


def test_tries_that_cost_points_are_kept():
    tries = [{"type": "place", "card": "card-0", "bin": name} for name in ("blue", "green", "red")]
    one = attempt(COLORS, tries)
    (kept,) = back(packed([one])[0].text).attempts
    assert events(kept) == tries and state_of(kept) == state_of(one)


def test_an_attempt_that_grew_is_gone_on_from():
    one, more = attempt(COLORS, PLACES), attempt(COLORS, ROUND)
    before = prepared(one, PARTS[one.ref])
    assert prepared(more, PARTS[one.ref], before) == prepared(more, PARTS[one.ref])
    other = attempt(COLORS, [{"type": "hint", "card": "card-3"}, *ROUND], number=5)
    assert prepared(other, PARTS[one.ref], before) == prepared(other, PARTS[one.ref])


def test_rounds_come_back_in_their_order_the_latest_last():
    rounds = [attempt(COLORS, ROUND, seed, number) for seed, number in ((2, 3), (0, 1), (1, 2))]
    found = back(packed(rounds)[0].text)
    assert [one.seed for one in found.attempts] == [0, 1, 2]
    times = [entry.at for one in found.attempts for entry in one.entries]
    assert times == sorted(times) and len(set(times)) == len(times)
    ids = [entry.id for one in found.attempts for entry in one.entries] + [one.id for one in found.attempts]
    assert len(set(ids)) == len(ids)


def test_what_is_packed_again_after_a_visit_is_as_long_as_before():
    attempts = [attempt(LAMPS, [write(LONG[:900])], 0, 0), attempt(COLORS, ROUND, 0, 1)]
    first, _ = packed(attempts, 400)
    second, _ = packed(list(back(first.text).attempts), 400, now=NOW + 60_000)
    assert [events(one) for one in back(second.text).attempts] == [events(one) for one in back(first.text).attempts]


def test_old_rounds_go_first_then_the_ends_of_long_texts_and_the_best_and_the_latest_stay():
    best = attempt(COLORS, ROUND, 0, 0)
    poor = [
        attempt(
            COLORS, [{"type": "hint", "card": "card-1"}, {"type": "place", "card": f"card-{n}", "bin": "red"}], n, n
        )
        for n in range(1, 9)
    ]
    text = attempt(LAMPS, [ALL, write(LONG[:1500])], 0, 20)
    whole, standings = packed([best, *poor, text], 100_000)
    assert len(whole.attempts) == 10 and not whole.cut and not whole.left_out
    some, _ = packed([best, *poor, text], len(whole.text) - 30)
    assert not some.cut and 0 < some.left_out < 8
    few, _ = packed([best, *poor, text], 260)
    assert few.cut and few.left_out == 7 and few.attempts == ("a0", "a8", "a20")
    found = back(few.text)
    assert found.standings == standings
    kept = events(found.attempts[-1])[-1]["text"]
    assert kept.endswith("…") and LONG.startswith(kept[:-1]) and len(kept) > 20


def test_what_a_lesson_is_worth_survives_whatever_is_cut():
    done = attempt(ESSAY, essay(LONG[:3000]))
    for limit in (4096, 400, 150, 60):
        told, standings = packed([done, attempt(COLORS, ROUND, 0, 1)], limit)
        assert len(told.text) <= limit
        assert back(told.text).standings == standings
    assert standings["00-sample/colors"] == Standing(FULL, True)


def test_a_history_goes_before_a_whole_attempt_does():
    """Versions that were criticized long ago are missed less than the plan in hand."""
    plan = [{"type": "pick", "slot": "who", "option": "ann", "on": True}]
    for place in ["lake", "hill"] * 20:
        plan += [{"type": "pick", "slot": "where", "option": place}, {"type": "criticize"}]
    attempts = [attempt(COLORS, ROUND, 0, 0), attempt(TRIP, plan, 0, 1)]
    full, standings = packed(attempts)
    small, _ = packed(attempts, len(full.text) - 8)
    assert small.attempts == full.attempts == ("a0", "a1") and not small.left_out
    before, after = state_of(attempts[1]), state_of(back(small.text).attempts[1])
    assert len(after.versions) < len(before.versions) == 40
    assert (after.picked, after.versions[-1]) == (before.picked, before.versions[-1])
    assert back(small.text).standings == standings


def changed(name, change):
    data = copy.deepcopy(DATA[name])
    change(data)
    other = part(name, data, "fedcba9876543210")
    return {**PARTS, other.ref: other}


def test_a_text_that_was_corrected_since_changes_nothing_but_the_version():
    one = attempt(COLORS, ROUND)
    parts = changed(COLORS, lambda data: data["cards"][0].update(text="Another <em>text</em>"))
    found = back(packed([one])[0].text, parts)
    assert found.changed and not found.lost
    assert [kept.digest for kept in found.attempts] == ["fedcba9876543210"]
    assert events(found.attempts[0]) == ROUND


def test_of_a_card_that_is_gone_only_its_own_events_go():
    def without_first(data):
        data["cards"] = [card for card in data["cards"] if card["id"] != DRAWN[0]]
        data["bins"].reverse()

    found = back(packed([attempt(COLORS, ROUND)])[0].text, changed(COLORS, without_first))
    assert found.changed and found.lost
    assert events(found.attempts[0]) == ROUND[1:]
    assert found.standings["00-sample/colors"] == Standing(FULL, True)


def test_of_an_activity_that_is_gone_nothing_is_left_and_the_others_stay():
    parts = {ref: one for ref, one in PARTS.items() if ref != "00-sample/colors"}
    told, _ = packed([attempt(COLORS, ROUND, 0, 0), attempt(LAMPS, [write("x", scenario="lamp-leave")], 0, 1)])
    found = back(told.text, parts)
    assert found.lost and "00-sample/colors" not in found.standings
    assert [one.ref for one in found.attempts] == ["00-sample/lamps"] or not found.attempts


def test_an_activity_that_was_added_is_begun_by_nobody():
    parts = {ref: one for ref, one in PARTS.items() if ref != "00-sample/bank"}
    found = back(packed([attempt(COLORS, ROUND)], parts=parts)[0].text)
    assert not found.lost and not found.changed and "00-sample/bank" not in found.standings


def added(one, fresh, start=0):
    rows = [{"id": entry.id, "at": entry.at, "event": dict(entry.event)} for entry in one.entries[start:]]
    data = {
        "id": one.id,
        "ref": one.ref,
        "digest": one.digest,
        "seed": one.seed,
        "started": one.started,
        "events": rows,
    }
    return json.dumps([{"fresh": fresh, "attempt": data}]).replace("!", "\\u0021")


def test_what_was_done_in_the_last_moment_is_taken_up():
    one = attempt(COLORS, ROUND)
    told, _ = packed([attempt(COLORS, ROUND[:4])])
    found = back(f"{told.text}!{added(one, False, 4)}")
    assert len(found.attempts) == 1 and state_of(found.attempts[0]) == state_of(one)
    other = attempt(COLORS, ROUND, 0, 7)  # the same cards again, from the start
    found = back(f"{told.text}!{added(one, False, 4)}!{added(other, True)}")
    assert [len(kept.entries) for kept in found.attempts] == [len(ROUND), len(ROUND)]


def test_it_is_enough_even_where_python_never_came():
    said = attempt(LAMPS, [write('Well!? "So" <b>said</b> é ❄ she.')])
    found = back(f"!{added(said, True)}")
    assert events(found.attempts[0]) == events(said) and not found.lost


@pytest.mark.parametrize("tail", ["[", "{}", "[[]]", '[{"attempt": {"id": "<b>"}}]', "[" * 400])
def test_a_damaged_end_costs_the_end_and_nothing_more(tail):
    told, standings = packed([attempt(COLORS, ROUND)])
    found = back(f"{told.text}!{tail}")
    assert found.standings == standings and len(found.attempts) == 1


@pytest.mark.parametrize(
    "text", ["2-0-1_foreign", '{"v":1,"d":[123]}', "ST2.AAAA", "ST1.é", " ", "viewed=1,2,3|lastviewedslide=3"]
)
def test_what_another_course_kept_is_refused_with_a_sentence(text):
    with pytest.raises(Malformed, match="state"):
        back(text)


def test_a_whole_bank_fits_many_times_over():
    rounds = []
    for seed in range(12):
        drawn = state_of(attempt(BANK, [], seed)).drawn
        picks = [{"type": "pick", "item": name, "option": "a"} for name in drawn]
        rounds.append(attempt(BANK, [*picks, {"type": "finish"}], seed, seed))
    told, _ = packed(rounds)
    assert len(told.text) < 1000 and not told.left_out
