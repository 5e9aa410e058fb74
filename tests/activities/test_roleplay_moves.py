"""What a learner can do in a role-play, one move at a time, and what is refused with a reason."""

import pytest

from interactive.activities.roleplay.engine import LONGEST, score, start, step
from interactive.activities.roleplay.rules import moments
from interactive.activities.roleplay.scoring import evidence, mean_share
from interactive.kernel.score import Score, Unscorable
from tests.activities.roleplay_sample import SAMPLE, opened, played


def do(state, **event):
    return step(SAMPLE, state, event, now=7)


def test_a_choice_leads_on_and_says_so():
    result = do(start(SAMPLE, seed=0), type="choose", scene="note", choice="b")
    assert result.state.scene == "guests" and result.state.path == (("note", "b"),)
    assert result.focus == "bridge-title" and not result.refusal
    (said,) = result.statements
    assert (said.verb, said.item, said.response, said.credit, said.at) == ("answered", "note", "b", None, 7)


def test_the_last_choice_ends_the_story_and_completes_it():
    state = played("a", "a", "a")
    result = do(state, type="choose", scene="last", choice="a")
    assert result.state.ending == "bridge" == result.state.scene and "The bridge opens" in result.announce
    answered, completed = result.statements
    assert answered.item == "last" and completed.verb == "completed" and completed.item == SAMPLE.ref
    assert completed.response == "bridge" and completed.objectives == ("s0-convene",)
    share = mean_share(evidence(SAMPLE, moments(SAMPLE, result.state.path)))
    assert completed.credit == pytest.approx(share, abs=1e-2) and 0 < completed.credit < 1


def test_a_second_press_does_not_decide_the_next_scene():
    once = do(start(SAMPLE, seed=0), type="choose", scene="note", choice="a").state
    twice = do(once, type="choose", scene="note", choice="a")
    assert twice.refusal and twice.state == once and not twice.statements


@pytest.mark.parametrize(
    "event",
    [{"choice": "z"}, {"choice": "d"}, {"choice": None}, {}, {"choice": ["a"]}, {"choice": "a", "scene": "table"}],
)
def test_what_is_not_offered_cannot_be_chosen(event):
    state = start(SAMPLE, seed=0)
    result = do(state, type="choose", **event)
    assert result.refusal and result.state == state


def test_a_choice_whose_condition_does_not_hold_is_not_offered():
    cold = played("b", "a", "b")
    assert cold.scene == "table" and do(cold, type="choose", choice="d").refusal
    warm = played("a", "a")
    assert warm.facts["trust"] == 4 and do(warm, type="choose", choice="d").state.scene == "last"


def test_when_it_is_over_nothing_more_can_be_chosen():
    over = played("c")
    assert over.ending == "shut"
    assert do(over, type="choose", choice="a").refusal and do(over, type="back").refusal


def test_the_mode_is_set_before_the_first_choice():
    result = do(start(SAMPLE, seed=0), type="mode", mode="exam")
    assert result.state.mode == "exam" and "until the debrief" in result.announce
    assert do(result.state, type="mode", mode="coach").state.mode == "coach"
    assert do(played("a"), type="mode", mode="exam").refusal
    assert do(start(SAMPLE, seed=0), type="mode", mode="cheat").refusal


def test_with_the_coach_one_can_go_back_by_one_scene_and_it_is_written_down():
    state = played("a", "a")
    result = do(state, type="back", scene="table")
    back = result.state
    assert back.scene == "guests" and back.path == (("note", "a"),) and back.backs == (("guests", "a"),)
    assert back.facts == played("a").facts and result.focus == "bridge-title"
    assert [(said.verb, said.item, said.response) for said in result.statements] == [("returned", "guests", "a")]
    assert do(back, type="back").refusal  # not by two
    onward = do(back, type="choose", choice="b").state
    assert do(onward, type="back").state.backs == (("guests", "a"), ("guests", "b"))


def test_back_then_forward_differs_only_in_the_record():
    state = played("b", "a", "a")
    again = do(do(state, type="back").state, type="choose", choice="a").state
    assert (again.scene, again.facts, again.path) == (state.scene, state.facts, state.path)
    assert again.backs == (("asked", "a"),) and state.backs == ()


def test_in_exam_mode_and_at_the_start_there_is_no_way_back():
    assert do(played("a", "a", mode="exam"), type="back").refusal
    assert do(start(SAMPLE, seed=0), type="back").refusal
    assert do(played("a", "a"), type="back", scene="guests").refusal  # a second press


def test_having_gone_back_to_the_start_the_mode_stays():
    back = do(played("a"), type="back").state
    assert back.path == () and do(back, type="mode", mode="exam").refusal


def test_the_debrief_opens_after_the_ending_and_once():
    assert do(played("a"), type="debrief").refusal
    result = do(played("c"), type="debrief")
    assert result.state.opened and result.focus == "bridge-road"
    assert do(result.state, type="debrief").refusal


def test_what_is_written_is_kept_and_cut_only_at_great_length():
    state = opened("c")
    result = do(state, type="reflect", prompt="first", text="Because <b>.")
    assert result.state.written == {"first": "Because <b>."} and result.announce == "Kept."
    assert do(result.state, type="reflect", prompt="first", text="").state.written == {"first": ""}
    long = do(state, type="reflect", prompt="readings", text="x" * (LONGEST + 9)).state
    assert len(long.written["readings"]) == LONGEST


@pytest.mark.parametrize(
    "event", [{"prompt": "nobody", "text": "x"}, {"prompt": "first", "text": 7}, {"prompt": "first"}, {"text": "x"}]
)
def test_there_is_room_to_write_only_where_something_is_asked(event):
    assert do(opened("c"), type="reflect", **event).refusal
    assert do(played("c"), type="reflect", prompt="first", text="x").refusal  # the debrief is closed


def test_a_reading_can_be_marked_in_two_ways():
    state = opened("b", "a", "a", "a", "a")
    once = do(state, type="mark", reading="realist", **{"as": "explains"})
    assert once.state.marks == {"explains": "realist"} and "explains most" in once.announce
    both = do(once.state, type="mark", reading="realist", **{"as": "annoys"}).state
    assert both.marks == {"explains": "realist", "annoys": "realist"}
    assert do(state, type="mark", reading="poet", **{"as": "explains"}).refusal
    assert do(state, type="mark", reading="realist", **{"as": "amuses"}).refusal


@pytest.mark.parametrize("event", [{}, {"type": "jump"}, {"type": 3}, {"type": None}, "choose", None, 7, ["choose"]])
def test_an_event_that_is_none_is_refused(event):
    state = start(SAMPLE, seed=0)
    result = step(SAMPLE, state, event, now=0)
    assert result.refusal and result.state == state


def test_before_the_ending_there_is_nothing_to_score():
    assert isinstance(score(SAMPLE, played("a", "a")), Unscorable)
    total = score(SAMPLE, played("a", "a", "a", "a"))
    assert isinstance(total, Score) and total.max == 10 and total.answered == total.items == 4
    assert 0 <= total.scaled <= 1 and total.objectives == {"s0-convene": pytest.approx(total.scaled, abs=0.01)}


def test_a_competency_is_what_was_shown_out_of_what_could_have_been():
    found = {one.competency: one for one in evidence(SAMPLE, moments(SAMPLE, played("a", "c", "b", "a").path))}
    process, ethics = found["process"], found["ethics"]
    assert (process.earned, process.offered) == (2 + 1 + 0 + 2, 8)
    assert (ethics.earned, ethics.offered) == (0 + 1 + 2 + 0, 8)
    assert [moment.scene.id for moment in process.passed] == ["table"]
    assert [moment.scene.id for moment in ethics.shown] == ["table", "guests"]  # the clearest first
    assert process.share == pytest.approx(5 / 8)


def test_what_was_never_offered_does_not_count():
    only = [one for one in evidence(SAMPLE, []) if one.offered]
    assert only == [] and mean_share(evidence(SAMPLE, [])) == 0
