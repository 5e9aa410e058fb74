"""How a play moves: effects that stop at the ends, ways read after the move, choices in a fair order, words instead of numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.activities.roleplay.rules import available, first_facts, moments, move, say, shown, start, varied
from interactive.kernel.html import Safe
from tests.activities.roleplay_sample import SAMPLE, choice, played, scene, story, story_data


def at(name, **facts):
    return {**first_facts(SAMPLE), **facts}, SAMPLE.scenes[name]


def test_a_play_starts_where_the_author_says():
    state = start(SAMPLE, seed=4)
    assert state.scene == "note" and state.path == () and state.ending == "" and state.mode == "coach"
    assert state.facts == {"trust": 2, "access": 2, "told": "unsaid", "@note": 1}


def test_a_choice_moves_plants_and_is_remembered():
    facts, note = at("note")
    to, after = move(SAMPLE, note, note.choice("b"), facts)
    assert to == "guests" and after["access"] == 3 and after["trust"] == 1 and after["told"] == "no"
    assert after["#note"] == "b" and after["@guests"] == 1 and facts["access"] == 2


@pytest.mark.parametrize(
    ("name", "value", "letter", "expected"),
    [("trust", 4, "a", 4), ("trust", 0, "b", 0), ("access", 4, "b", 4), ("access", 0, "a", 0)],
)
def test_effects_stop_at_the_ends_of_a_scale(name, value, letter, expected):
    facts, last = at("last", **{name: value})
    _, after = move(SAMPLE, last, last.choice(letter), facts)
    assert after[name] == expected


def test_the_first_way_whose_condition_holds_is_taken_and_read_after_the_move():
    facts, table = at("table", trust=2)
    assert move(SAMPLE, table, table.choice("b"), facts)[0] == "pause"  # b lowers trust to 1
    assert move(SAMPLE, table, table.choice("a"), facts)[0] == "last"
    facts, guests = at("guests", told="no")
    assert move(SAMPLE, guests, guests.choice("a"), facts)[0] == "asked"
    assert move(SAMPLE, guests, guests.choice("a"), {**facts, "told": "yes"})[0] == "table"


def test_a_choice_on_a_condition_is_offered_only_where_it_holds():
    facts, table = at("table", trust=2)
    assert [one.id for one in available(table, facts)] == ["a", "b", "c"]
    assert [one.id for one in available(table, {**facts, "trust": 3})] == ["a", "b", "c", "d"]


def test_how_often_a_scene_was_met_is_known():
    state = played("b", "b", "a", "b", "a", "b")
    assert state.scene == "pause" and state.facts["@pause"] == 2 and state.facts["@table"] == 2
    assert [one.id for one in available(SAMPLE.scenes["pause"], state.facts)] == ["a", "b", "c"]


def test_choices_are_shuffled_by_the_seed_and_those_on_a_condition_come_last():
    facts, table = at("table", trust=3)
    orders = {tuple(one.id for one in shown(table, facts, seed)) for seed in range(30)}
    assert len(orders) > 3 and all(order[-1] == "d" for order in orders)
    assert shown(table, facts, 5) == shown(table, facts, 5)


@pytest.mark.parametrize(("value", "words"), [(0, "cold"), (1, "cold"), (2, "cool"), (3, "warm"), (4, "warm")])
def test_values_are_said_in_words(value, words):
    assert say(SAMPLE.variables["trust"], value) == words


def test_a_longer_scale_has_a_middle_too():
    data = story_data()["variables"]
    longer = story(variables=[{**data[0], "max": 10}, data[1]]).variables["trust"]
    assert [say(longer, value) for value in (3, 4, 5, 6, 7)] == ["cold", "cool", "cool", "cool", "warm"]


def test_seeded_variants_stand_in_the_text_and_decide_nothing():
    note = SAMPLE.scenes["note"]
    texts = {varied(note.speech[0], note, seed) for seed in range(30)}
    assert texts == {f"“Will you?” {words}" for words in ("It rains.", "It snows.", "It is dry.")}
    assert varied(Safe("no mark"), note, 1) == "no mark"
    assert [moment.to for seed in (0, 1) for moment in moments(SAMPLE, played("a", "a", seed=seed).path)] == [
        "guests",
        "table",
    ] * 2


def test_the_moments_of_a_path_tell_what_was_known_and_offered():
    state = played("a", "a", "d", "a")
    road = list(moments(SAMPLE, state.path))
    assert [moment.number for moment in road] == [1, 2, 3, 4] and road[-1].to == "bridge" == state.ending
    assert road[0].before == first_facts(SAMPLE) and road[-1].after == state.facts
    assert [one.id for one in road[2].offered] == ["a", "b", "c", "d"]
    assert list(moments(SAMPLE, (("note", "z"),))) == []


@given(st.lists(st.sampled_from("abcd"), max_size=20))
def test_values_never_leave_their_scales(letters):
    facts, name = first_facts(SAMPLE), "note"
    for letter in letters:
        if name not in SAMPLE.scenes:
            break
        here = SAMPLE.scenes[name]
        options = available(here, facts)
        chosen = next((one for one in options if one.id == letter), options[0])
        name, facts = move(SAMPLE, here, chosen, facts)
        assert all(item.least <= facts[item.id] <= item.most for item in SAMPLE.variables.values())
        assert facts["told"] in SAMPLE.seeds["told"].values


def test_steps_may_be_larger_than_one():
    wide = choice("a", "shut", {"trust": 3}, {"process": 1})
    one = story(scenes=[scene("note", "before", [wide]), *story_data()["scenes"][1:]])
    _, after = move(one, one.scenes["note"], one.scenes["note"].choices[0], first_facts(one))
    assert after["trust"] == 4
