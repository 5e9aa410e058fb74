"""What a learner does with a quiz, and what they notice of it, move by move."""

import pytest

from interactive.activities.quiz.engine import score, start, step
from interactive.activities.quiz.rules import Answer
from interactive.kernel.score import Score, Unscorable
from tests.activities.quiz_sample import BLANK, GUESS, OPEN, ORDER, PAIRS, SEVERAL, SINGLE, TERM, quiz


def play(definition, *events, seed=0):
    """Fold events, each a dict; returns the state and the last step."""
    state, result = start(definition, seed=seed), None
    for number, event in enumerate(events):
        result = step(definition, state, event, now=1000 + number)
        state = result.state
    return state, result


def check(name, **more):
    return {"type": "check", "item": name, **more}


def pick(name, option, **more):
    return {"type": "pick", "item": name, "option": option, **more}


def one(item):
    return quiz("check", item, draw=1)


def test_a_check_is_marked_at_once_and_finishes():
    state, result = play(one(SINGLE), pick("single", "b"), check("single"))
    assert state.finished and result.announce == "Right: 1 point. Because of b."
    verbs = [(said.verb, said.item, said.credit) for said in result.statements]
    assert verbs == [("answered", "single", 1.0), ("completed", "practice/check", 1.0)]
    assert result.statements[0].objectives == ("s0-know",) and result.statements[0].response == "b"


def test_checking_nothing_is_refused_and_not_wrong():
    state, result = play(one(SINGLE), check("single"))
    assert "not wrong" in result.refusal and not state.finished


def test_a_single_choice_is_replaced_and_a_multiple_one_grows_and_shrinks():
    state, _ = play(one(SINGLE), pick("single", "a"), pick("single", "b"))
    assert state.answers["single"].response == ("b",)
    state, _ = play(one(SEVERAL), pick("several", "e", on=True), pick("several", "a"), pick("several", "e", on=False))
    assert state.answers["several"].response == ("a",)


def test_hints_come_one_by_one_and_each_costs_a_quarter():
    hint = {"type": "hint", "item": "single"}
    state, result = play(one(SINGLE), hint, hint)
    assert result.announce == "Hint. A stronger one for single." and state.answers["single"].hints == 2
    _, third = play(one(SINGLE), hint, hint, hint)
    assert third.refusal == "There is no further hint."
    state, result = play(one(SINGLE), hint, hint, pick("single", "b"), check("single"))
    assert score(one(SINGLE), state).raw == 0.5 and "½ point, after two hints" in result.announce


def test_hints_never_push_a_point_below_nothing():
    hint = {"type": "hint", "item": "several"}
    state, _ = play(one(SEVERAL), hint, hint, pick("several", "a"), check("several"))
    assert score(one(SEVERAL), state).raw == 0


def test_entries_move_by_place_and_by_step_and_close_ranks():
    definition = one(ORDER)

    def moved(*events):
        return (
            play(definition, *[{"type": "move", "item": "order", **event} for event in events])[0]
            .answers["order"]
            .response
        )

    whole = [{"entry": name, "to": str(place)} for place, name in enumerate("abcd", 1)]
    assert moved(*whole) == ("a", "b", "c", "d")
    assert moved(*whole, {"entry": "d", "to": "1"}) == ("d", "a", "b", "c")
    assert moved(*whole, {"entry": "a", "to": "down"}) == ("b", "a", "c", "d")
    assert moved(*whole, {"entry": "a", "to": "up"}) == ("a", "b", "c", "d")


def test_the_new_order_is_read_out():
    _, result = play(one(ORDER), {"type": "move", "item": "order", "entry": "c", "to": "1"})
    assert result.announce.startswith("Now: 1, Step c; 2, ")


def test_a_sequence_nobody_touched_is_not_answered():
    _, result = play(one(ORDER), check("order"))
    assert "Nothing is answered" in result.refusal


def test_prompts_are_matched_and_unmatched():
    def match(prompt, target):
        return {"type": "match", "item": "pairs", "prompt": prompt, "target": target}

    state, _ = play(one(PAIRS), match("a", "x"), match("c", "x"), match("a", ""))
    assert state.answers["pairs"].response == ("", "", "x", "")
    state, result = play(one(PAIRS), match("a", "x"), match("b", "z"), check("pairs"))
    assert score(one(PAIRS), state).raw == 0.25 and result.announce.startswith("Partly right: ¼ point.")


def test_a_near_miss_is_told_so_and_stays_open_and_costs_a_quarter():
    definition = one(BLANK)
    near = {"type": "fill", "item": "blank", "text": "track two"}
    state, result = play(definition, near, check("blank"))
    assert result.announce == "Close. What about the officials?" and not state.answers["blank"].marked
    right = {"type": "fill", "item": "blank", "text": "Track 1.5"}
    state, result = play(definition, near, check("blank"), right, check("blank"))
    assert score(definition, state).raw == 0.75 and "after one near miss" in result.announce


def test_a_near_miss_that_is_left_at_that_earns_half():
    definition = one(BLANK)
    near = {"type": "fill", "item": "blank", "text": "track two"}
    state, _ = play(definition, near, check("blank"), check("blank", final=True))
    assert state.finished and score(definition, state).raw == 0.5


def test_an_open_question_is_kept_and_never_scored():
    definition = one(OPEN)
    sure = {"type": "sure", "item": "open", "level": "leaning"}
    keep = {"type": "keep", "item": "open"}
    _, early = play(definition, pick("open", "p"), keep)
    assert "how sure" in early.refusal
    state, result = play(definition, pick("open", "p"), sure, keep)
    assert state.finished and isinstance(score(definition, state), Unscorable)
    said = result.statements[0]
    assert (said.verb, said.response, said.credit, said.confidence) == ("answered", "p", None, "leaning")


def test_a_first_guess_is_kept_twice():
    definition = one(GUESS)
    sure = {"type": "sure", "item": "guess", "level": "sure"}
    keep = {"type": "keep", "item": "guess"}
    state, result = play(definition, pick("guess", "p"), sure, keep)
    assert not state.finished and "You will meet it again" in result.announce
    state, _ = play(definition, pick("guess", "p"), sure, keep, pick("guess", "q"), keep)
    assert state.finished
    assert state.answers["guess"].first == ("p",) and state.answers["guess"].response == ("q",)


def test_a_quiz_is_marked_only_when_it_is_finished():
    definition = quiz()
    _, result = play(definition, pick("single", "b"), check("single"))
    assert "marked together" in result.refusal
    state, result = play(definition, pick("single", "a"), pick("single", "b"), {"type": "finish"})
    total = score(definition, state)
    assert isinstance(total, Score) and (total.raw, total.max, total.answered, total.items) == (1, 5, 1, 5)
    assert result.announce == "Finished. 1 of 5 points. 4 not answered, and not wrong."
    assert result.focus == "bank-summary"
    assert [said.verb for said in result.statements] == ["answered", "completed"]


def test_a_finished_quiz_takes_no_more_answers():
    _, result = play(quiz(), pick("single", "b"), {"type": "finish"}, pick("single", "a"))
    assert "Another round" in result.refusal


def test_an_empty_quiz_is_not_finished():
    _, result = play(quiz(), {"type": "finish"})
    assert "Answer at least one" in result.refusal


def test_confidence_is_asked_when_wanted_and_goes_into_the_record():
    sure = {"type": "sure", "item": "single", "level": "guessing"}
    state, result = play(quiz(), {"type": "ask-confidence", "on": True}, pick("single", "b"), sure, {"type": "finish"})
    assert state.asking and result.statements[0].confidence == "guessing"


def test_a_self_test_asks_of_the_lessons_that_were_chosen():
    definition = quiz("self-test")
    state, result = play(definition, {"type": "count", "count": "5"}, {"type": "begin"})
    assert len(state.drawn) == 5 and result.statements[0].verb == "began"
    _, result = play(definition, {"type": "lesson", "lesson": "00-sample", "on": False}, {"type": "begin"})
    assert result.refusal == "Choose at least one lesson."


@pytest.mark.parametrize("count", ["7", "", "-5", "1000000"])
def test_a_self_test_has_only_the_offered_sizes(count):
    _, result = play(quiz("self-test"), {"type": "count", "count": count})
    assert result.refusal


def session(*events):
    return play(
        quiz("practice", SINGLE, BLANK, TERM),
        {"type": "begin", "items": ["term-half", "single", "ghost", "single"]},
        *events,
    )


def test_a_session_has_the_list_that_the_record_gave_without_strangers_or_doubles():
    state, _ = session()
    assert state.drawn == ("term-half", "single") and state.asking


def test_a_term_is_recalled_and_rated_by_the_learner():
    state, result = session(
        {"type": "recall", "item": "term-half"}, {"type": "rate", "item": "term-half", "rating": "2"}
    )
    said = result.statements[0]
    assert (said.verb, said.item, said.response, said.objectives) == ("rated", "term-half", "2", ())
    assert state.answers["term-half"] == Answer(marked=True, rating=2)


def test_a_session_goes_on_item_by_item_and_ends_with_a_sum():
    onward = {"type": "next"}
    state, result = session(onward)
    assert state.place == 1 and result.focus == "practice-item-single-stem"
    state, result = session(
        onward, pick("single", "b"), check("single"), {"type": "rate", "item": "single", "rating": "4"}, onward
    )
    assert state.finished and result.announce == "Finished. 1 of 1 points."
    assert score(quiz("practice", SINGLE, BLANK, TERM), state).raw == 1


def test_nothing_is_rated_before_it_is_marked():
    _, result = session({"type": "rate", "item": "single", "rating": "4"})
    assert result.refusal
