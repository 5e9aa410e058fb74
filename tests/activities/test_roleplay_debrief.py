"""Looking back: the ledger, the movements, the doors, the dilemma, the questions, the readings, the code."""

import pytest

from interactive.activities.roleplay.doors import card, doors, onward
from interactive.activities.roleplay.ledger import entries, lines_that_hold
from interactive.activities.roleplay.looking_back import (
    code,
    dilemma,
    farthest,
    final_facts,
    from_code,
    notebook,
    offered_prompts,
    spread,
)
from interactive.activities.roleplay.movements import largest, listed, movements, said_number, said_times, told, trades
from interactive.activities.roleplay.rules import first_facts, moments
from tests.activities.roleplay_sample import SAMPLE, choice, opened, played, scene, story, story_data

TOLD, UNTOLD = ("a", "a", "c", "a"), ("b", "a", "a", "a", "a")


def road(*letters, definition=SAMPLE):
    return list(moments(definition, played(*letters, definition=definition).path))


def test_what_was_planted_is_found_where_it_came_back():
    (entry,) = entries(SAMPLE, road(*UNTOLD))
    assert (entry.seed.id, entry.value, entry.planted.number) == ("told", "no", 1)
    (came,) = entry.returns
    assert came.moment.scene.id == "asked" and came.through == "Cor Cray" and entry.spared is None


def test_what_did_not_come_back_is_said_too():
    (entry,) = entries(SAMPLE, road(*TOLD))
    assert entry.returns == () and entry.spared == "Nobody asked who had sent for it."


def test_a_seed_that_nothing_happened_to_is_left_out():
    shut = entries(SAMPLE, road("c"))
    assert shut == []


def test_lines_stand_where_their_condition_holds():
    facts = final_facts(SAMPLE, played(*TOLD))
    assert lines_that_hold(SAMPLE.debrief.missed, facts) == ["Nobody paused."]
    paused = final_facts(SAMPLE, played("b", "b", "a", "b", "b", "b"))
    assert lines_that_hold(SAMPLE.debrief.missed, paused) == []
    lines = SAMPLE.debrief.readings["realist"].lines
    assert lines_that_hold(lines, facts) == ["They used you.", "And the bridge."]
    assert lines_that_hold(SAMPLE.debrief.readings["critic"].lines, paused) == ["You took b first."]


def test_how_a_variable_moved_is_counted_as_it_really_moved():
    trust, access = movements(SAMPLE, road("a", "a", "a", "a"))
    assert trust.values == (2, 3, 4, 4, 4) and trust.change == 2  # the last two went past the end
    assert [moment.number for moment in trust.earned] == [1, 2] and trust.spent == ()
    assert access.values == (2, 1, 0, 0, 0) and dict(access.phases) == {"before": -2, "room": 0}


def test_movements_are_told_in_sentences():
    found = movements(SAMPLE, road("a", "a", "a", "a"))
    assert (
        told(SAMPLE, found[0])
        == "It ended two higher than it began. You raised it at <em>Scene <em>note</em></em> and at <em>Scene <em>guests</em></em>."
    )
    assert "It fell by two in <em>Before</em> and never came back." in told(SAMPLE, found[1])
    same = movements(SAMPLE, road("b", "c", "c", "c", "b", "c"))[0]
    assert told(SAMPLE, same).startswith("It ended one lower than it began.") and same.change == -1
    still = movements(SAMPLE, [])[0]
    assert told(SAMPLE, still) == "Nothing that you did moved it."


def test_what_fell_and_came_back_is_told_so():
    found = movements(SAMPLE, road("a", "a", "c", "b"))[1]
    assert found.values == (2, 1, 0, 1, 2) and "later came back" in told(SAMPLE, found)
    assert told(SAMPLE, found).startswith("It ended where it began.")


def test_two_variables_that_moved_against_each_other_are_called_a_trade():
    assert trades(SAMPLE, movements(SAMPLE, road("a", "a", "a", "a"))) == []  # twice is no habit
    (sentence,) = trades(SAMPLE, movements(SAMPLE, road("b", "a", "a", "a", "a")))
    assert (
        sentence
        == "Three times one decision raised <em>Trust</em> and lowered <em>Access</em>: you bought one with the other."
    )


def test_the_largest_movements_name_each_variable_once():
    found = movements(SAMPLE, road("a", "a", "a", "a"))
    assert largest(SAMPLE, found) == ["Trust rose by two in <em>Before</em>", "Access fell by two in <em>Before</em>"]


@pytest.mark.parametrize(
    ("number", "words"), [(0, "never"), (1, "once"), (2, "twice"), (3, "three times"), (40, "40 times")]
)
def test_how_often_is_said_in_words(number, words):
    assert said_times(number) == words


def test_rows_of_words():
    assert (
        listed([]) == ""
        and listed(["a"]) == "a"
        and listed(["a", "b"]) == "a and b"
        and listed(["a", "b", "c"]) == "a, b and c"
    )
    assert said_number(3) == "three" and said_number(44) == "44"


def test_the_farthest_other_choice_is_the_one_that_moves_most_otherwise():
    first = road("a", "a", "a", "a")[0]
    assert farthest(first).id == "b"
    alone = played("b", "b", "a", "b", "a", "b", "c")
    assert alone.scene == "alone"
    one_only = story(
        scenes=[scene("note", "before", [choice("a", "shut", {}, {"process": 1})]), *story_data()["scenes"][1:]]
    )
    assert farthest(road("a", definition=one_only)[0]) is None


def test_the_dilemma_is_the_latest_moment_at_which_two_could_not_both_be_served():
    found = dilemma(SAMPLE, road("a", "a", "a", "b"))
    assert (
        found.moment.scene.id == "last"
        and found.served.id == "ethics"
        and found.left.id == "process"
        and found.other.id == "a"
    )
    assert dilemma(SAMPLE, road("c")) is None


def test_the_notebook_holds_what_was_heard_in_this_play_and_nothing_twice():
    told_ = [(where.id, note.person, note.kind) for where, note in notebook(SAMPLE, played("a", "a"))]
    assert told_ == [("note", "ada", "interest"), ("guests", "cor", "fear"), ("table", "bea", "fact")]
    untold = [note.person for _, note in notebook(SAMPLE, played("b", "b", "a", "b", "a"))]
    assert untold == ["ada", "bea"]  # the table was met twice
    assert [note.person for _, note in notebook(SAMPLE, played())] == ["ada"]


def test_the_questions_fit_what_happened():
    calm = [prompt.id for prompt in offered_prompts(SAMPLE, played(*TOLD))]
    assert calm == ["first", "unpaused"]
    paused = [prompt.id for prompt in offered_prompts(SAMPLE, played("b", "b", "a", "b", "b", "b"))]
    assert paused == ["first", "paused"]


def test_of_many_fitting_questions_two_are_chosen_by_the_seed():
    prompts = [{"id": f"q{number}", "text": f"{number}?", "turns": "happened"} for number in range(6)]
    many = story(debrief={**story_data()["debrief"], "prompts": prompts})
    chosen = {
        tuple(prompt.id for prompt in offered_prompts(many, played("c", definition=many, seed=seed)))
        for seed in range(20)
    }
    assert all(len(one) == 2 for one in chosen) and len(chosen) > 3


def test_a_path_can_be_written_as_a_code_and_read_again():
    state = played(*UNTOLD, seed=7)
    assert code(SAMPLE, state) == "7-baaaa" and from_code("7-baaaa") == list("baaaa")
    assert from_code(" 7-one.two.three ") == ["one", "two", "three"] and from_code("7-") == []


def test_a_few_moments_are_taken_from_as_many_phases_as_can_be():
    every = road("b", "a", "a", "a", "a")
    assert [moment.number for moment in spread(every, 2)] == [1, 3]
    assert [moment.number for moment in spread(every, 4)] == [1, 2, 3, 4]
    assert spread(every, 0) == [] and spread([], 3) == []


def test_hands_are_fixed_for_ever():
    table = SAMPLE.scenes["table"]
    assert [card(hand, table, 1, 3) for hand in range(12)] == [card(hand, table, 1, 3) for hand in range(12)]
    assert {card(hand, table, 1, 3) for hand in range(40)} == {0, 1, 2}
    assert [card(hand, table, 1, 3) for hand in range(8)] != [
        card(hand, table, 2, 3) for hand in range(8)
    ]  # or a loop would never end
    assert [card(hand, table, 1, 3) for hand in range(8)] == [2, 1, 1, 2, 2, 2, 0, 0]


def test_a_way_on_is_played_from_where_one_stood_to_an_ending():
    note = SAMPLE.scenes["note"]
    for hand in range(20):
        ending, met = onward(SAMPLE, note, note.choice("b"), first_facts(SAMPLE), hand)
        assert ending in SAMPLE.endings and "guests" in met and "asked" in met
    assert onward(SAMPLE, note, note.choice("c"), first_facts(SAMPLE), 0) == ("shut", frozenset())


def test_two_doors_are_found_and_their_claims_are_true():
    state = played(*UNTOLD)
    found = doors(SAMPLE, state.path)
    assert 1 <= len(found) <= 2 and [door.moment.number for door in found] == sorted(
        door.moment.number for door in found
    )
    for door in found:
        assert door.other in door.moment.offered and door.other is not door.moment.choice
        assert 0 < door.ends <= door.hands == 48
        assert not set(door.opened) & set(door.closed) and set(door.gained).isdisjoint(door.lost)
        here = {onward(SAMPLE, door.moment.scene, door.other, door.moment.before, hand)[0] for hand in range(48)}
        assert set(door.opened) <= here and here.isdisjoint(door.closed)


def test_the_last_choice_is_no_door_and_doors_are_worked_out_once():
    state = played("a", "a", "a", "a")
    assert all(door.moment.scene.id != "last" for door in doors(SAMPLE, state.path))
    assert doors(SAMPLE, state.path) is doors(SAMPLE, state.path)
    assert doors(SAMPLE, ()) == ()


def test_a_play_that_broke_off_has_its_beginning_for_a_door():
    (door, *_rest) = doors(SAMPLE, played("c").path)
    assert door.moment.scene.id == "note" and door.other.id in "ab" and "guests" in door.gained


def test_the_debrief_knows_how_the_play_ended():
    assert final_facts(SAMPLE, opened(*TOLD))["ending"] == "bridge"
