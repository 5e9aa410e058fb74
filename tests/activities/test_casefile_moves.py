"""What a learner would notice about each move on a scenario and on a round."""

import pytest

from interactive.activities.casefile.definition import CONCLUSION
from interactive.activities.casefile.engine import blank, score, start, step
from interactive.activities.casefile.matrix import matrix
from interactive.activities.casefile.rules import missed, untouched
from interactive.kernel.score import Unscorable
from tests.activities.casefile_sample import TABLE, sample

LAMPS = sample()
ALL = {"type": "size", "size": "all"}
EXAM = {"type": "mode", "mode": "exam"}
FINISH = {"type": "finish"}


def play(*events, state=None, seed=0):
    """Fold events over the sample; returns (last step, state)."""
    state, result = state or start(LAMPS, seed=seed), None
    for number, event in enumerate(events):
        result = step(LAMPS, state, event, now=1000 + number)
        state = result.state
    return result, state


def find(scenario, element, finding):
    if element == CONCLUSION:
        return {"type": "conclude", "scenario": scenario, "finding": finding}
    return {"type": "find", "scenario": scenario, "element": element, "finding": finding}


def pick(scenario, element, reason):
    return {"type": "reason", "scenario": scenario, "element": element, "reason": reason}


def write(scenario, element, text):
    return {"type": "write", "scenario": scenario, "element": element, "text": text}


def check(scenario, element):
    return {"type": "check", "scenario": scenario, "element": element}


def rightly(scenario, *elements):
    """The reasoned finding on these elements, or on all."""
    keys = LAMPS.scenarios[scenario].keys
    return [find(scenario, name, keys[name].finding) for name in elements or keys]


def solve(scenario):
    return [*rightly(scenario), check(scenario, CONCLUSION)]


FOG, LEAVE = "lamp-fog", "lamp-leave"
DRAWN = list(start(LAMPS, seed=0).works)


def test_a_round_deals_over_the_difficulties_and_rises():
    assert len(DRAWN) == 3
    for seed in range(6):
        levels = [TABLE[name][0] for name in start(LAMPS, seed=seed).works]
        assert levels == sorted(levels) and len(set(levels)) > 1


def test_rounds_of_one_pack_bring_other_scenarios():
    one, two = (set(start(LAMPS, seed=seed).works) for seed in (0, 1))
    assert not one & two


def test_all_scenarios_can_be_had_in_one_round():
    result, state = play(ALL)
    assert set(state.works) == set(TABLE) and result.announce == "7 scenarios."
    _, state = play({"type": "size", "size": "draw"}, state=state)
    assert list(state.works) == DRAWN


def test_finding_is_said_and_marks_nothing():
    result, state = play(ALL, find(FOG, "guest", "met"))
    assert result.announce == "Guest: Met. 1 of 5 found."
    assert not result.statements and isinstance(score(LAMPS, state), Unscorable)
    assert play(find(FOG, "guest", "met"), state=state)[0].announce == ""


def test_checking_marks_one_finding_and_says_why():
    result, state = play(ALL, find(FOG, "guest", "met"), check(FOG, "guest"))
    assert result.announce == "Fits. Because lamp-fog guest is met. 1 of 5 found."
    assert result.focus == "lamps-lamp-fog-guest-mark"
    (statement,) = result.statements
    assert (statement.verb, statement.item, statement.response, statement.credit) == (
        "answered",
        "lamp-fog--guest",
        "met",
        1,
    )
    assert statement.objectives == ("s0-lend-lamps",)
    total = score(LAMPS, state)
    assert (total.raw, total.answered, total.items) == (1, 1, 7 * 6)
    assert total.objectives == {"s0-lend-lamps": 1}


def test_a_misread_element_gets_its_own_words_first():
    result, _ = play(ALL, find(FOG, "guest", "not-met"), check(FOG, "guest"))
    assert result.announce.startswith("Does not fit. Misread lamp-fog guest. Because lamp-fog guest is met.")


def test_a_reason_that_does_not_fit_costs_a_quarter_and_is_told():
    result, state = play(ALL, pick(FOG, "guest", "guest-wrong"), find(FOG, "guest", "met"), check(FOG, "guest"))
    assert result.announce.startswith("Fits, but not for that reason: three quarters.")
    assert "Your reason, “guest wrong”, does not decide it here. What decides: “guest & sound”." in result.announce
    assert score(LAMPS, state).raw == 0.75
    assert result.statements[0].response == "met | guest-wrong"


def test_beside_the_reasoned_finding_a_reason_doubles_the_worth():
    near = find(FOG, "storm", "met")
    assert score(LAMPS, play(ALL, near, check(FOG, "storm"))[1]).raw == 0.75  # a quarter of three points
    result, state = play(ALL, near, pick(FOG, "storm", "storm-edge"), check(FOG, "storm"))
    assert score(LAMPS, state).raw == 1.5 and result.announce.startswith("Close: half.")
    result, state = play(ALL, near, write(FOG, "storm", "A fog is no storm."), check(FOG, "storm"))
    assert score(LAMPS, state).raw == 1.5 and result.statements[0].response == "met | A fog is no storm."


def test_a_reason_can_be_taken_back():
    result, state = play(ALL, pick(FOG, "storm", "storm-wrong"), pick(FOG, "storm", ""))
    assert state.works[FOG].answers["storm"].reason == "" and result.announce == "Reason taken back."


def test_a_marked_finding_stays_as_it_is():
    _, state = play(ALL, find(FOG, "guest", "not-met"), check(FOG, "guest"))
    events = [
        find(FOG, "guest", "met"),
        pick(FOG, "guest", "guest-sound"),
        write(FOG, "guest", "x"),
        check(FOG, "guest"),
    ]
    for event in events:
        result, after = play(event, state=state)
        assert "stays as it is" in result.refusal and after == state


def test_the_conclusion_closes_the_scenario_and_marks_what_was_found():
    result, state = play(ALL, *rightly(FOG, "keeper", "storm", CONCLUSION), check(FOG, CONCLUSION))
    assert [one.item for one in result.statements] == [
        f"lamp-fog--{name}" for name in ("keeper", "storm", "conclusion")
    ]
    assert result.announce == "Fits. Sum of lamp-fog."
    work = state.works[FOG]
    assert work.closed and not work.answers["leave"].marked
    assert score(LAMPS, state).raw == 1 + 3 + 2
    assert "stay as they are" in play(find(FOG, "leave", "met"), state=state)[0].refusal


def test_a_conclusion_takes_a_written_reason_and_no_picked_one():
    result, _ = play(ALL, pick(FOG, CONCLUSION, "storm-edge"))
    assert "not in the list" in result.refusal
    near = find(FOG, CONCLUSION, "met")
    _, state = play(ALL, near, write(FOG, CONCLUSION, "The fog is thin."), check(FOG, CONCLUSION))
    assert score(LAMPS, state).raw == 1  # half of two points


def test_reveal_opens_the_findings_and_leaves_the_rest_unanswered():
    result, state = play(ALL, find(FOG, "guest", "met"), {"type": "reveal", "scenario": FOG})
    assert [one.verb for one in result.statements] == ["answered", "revealed"]
    assert result.focus == "lamps-lamp-fog-compare"
    total = score(LAMPS, state)
    assert (total.raw, total.answered) == (1, 1) and state.works[FOG].closed


def test_a_hint_is_said_kept_and_free():
    hint = {"type": "hint", "scenario": FOG}
    result, state = play(ALL, hint)
    assert result.announce == "Hint. Hint for lamp-fog?" and state.works[FOG].hinted
    assert [(one.verb, one.item) for one in result.statements] == [("hinted", FOG)]
    again, state = play(hint, state=state)
    assert again.announce == result.announce and not again.statements
    _, state = play(*solve(FOG), state=state)
    assert score(LAMPS, state).raw == 9


def test_an_exam_marks_nothing_before_the_end_and_takes_every_change():
    name = DRAWN[0]
    result, state = play(EXAM, *rightly(name), find(name, "keeper", "arguable"), *rightly(name, "keeper"))
    assert result.announce.startswith("Keeper: ") and isinstance(score(LAMPS, state), Unscorable)
    for event in (check(name, "keeper"), {"type": "hint", "scenario": name}, {"type": "reveal", "scenario": name}):
        refused, after = play(event, state=state)
        assert "exam" in refused.refusal and after == state
    result, state = play(FINISH, state=state)
    assert len(result.statements) == 6 + 1 and result.statements[-1].verb == "completed"
    assert score(LAMPS, state).answered == 6 and all(work.closed for work in state.works.values())
    assert result.focus == "lamps-summary" and result.announce.startswith("Round finished. ")


def test_going_through_the_scenarios():
    result, state = play({"type": "go", "to": "next"})
    assert (state.at, result.focus, result.announce) == (1, "lamps-case", "Scenario 2 of 3.")
    assert play({"type": "go", "to": "previous"}, state=state)[1].at == 0
    assert play({"type": "go", "to": DRAWN[2]}, state=state)[1].name == DRAWN[2]
    for to in ("previous", "nowhere", None):
        result, after = play({"type": "go", "to": to})
        assert "no scenario that way" in result.refusal and after.at == 0


@pytest.mark.parametrize(
    ("events", "reason"),
    [
        ([FINISH], "nothing to sum up"),
        ([{"type": "retry"}], "Finish the round first"),
        ([{"type": "mode", "mode": "race"}], "Choose guided"),
        ([{"type": "size", "size": "huge"}], "Choose one round"),
        ([find("lamp-none", "keeper", "met")], "not in this round"),
        ([ALL, find(FOG, "lamp", "met")], "no such element"),
        ([ALL, find(FOG, "keeper", "perhaps")], "Choose one of these: Met, Arguable, Not met."),
        ([ALL, pick(FOG, "keeper", "leave-sound")], "not in the list"),
        ([ALL, write(FOG, "keeper", "x" * 2001)], "under 2000 characters"),
        ([ALL, check(FOG, "keeper")], "not answered is not wrong"),
        ([ALL, check(FOG, CONCLUSION)], "not answered is not wrong"),
        ([find(DRAWN[0], "keeper", "met"), EXAM], "has begun"),
        ([find(DRAWN[0], "keeper", "met"), ALL], "has begun"),
        ([ALL, *solve(FOG), FINISH, FINISH], "finished already"),
        ([ALL, *solve(FOG), FINISH, find(LEAVE, "keeper", "met")], "round is finished"),
        ([{"type": "mode", "mode": "twist"}, find(DRAWN[0], "keeper", "met")], "findings are given"),
        ([{"type": "dance"}], "does not know that action"),
        ([{}], "does not know that action"),
        (["find"], "does not know that action"),
    ],
)
def test_what_cannot_happen_is_refused_with_a_reason(events, reason):
    before = play(*events[:-1])[1] if events[:-1] else start(LAMPS, seed=0)
    name = next(iter(before.works))
    event = {**events[-1], "scenario": name} if before.mode == "twist" else events[-1]
    result, after = play(event, state=before)
    assert reason in result.refusal
    assert result.statements == () and after == before


def test_finishing_marks_what_was_found_and_nothing_else_is_wrong():
    result, state = play(ALL, find(FOG, "guest", "met"), find(LEAVE, "leave", "not-met"), FINISH)
    total = score(LAMPS, state)
    assert (total.raw, total.answered, total.items, total.max) == (4, 2, 42, 65)
    assert result.statements[-1].credit == pytest.approx(4 / 65)


def test_a_second_pass_holds_the_missed_scenarios_and_leaves_the_score():
    _, state = play(*solve(DRAWN[0]), find(DRAWN[1], "keeper", "met"), FINISH)
    before = score(LAMPS, state)
    assert missed(LAMPS, state) == DRAWN[1:]
    result, state = play({"type": "retry"}, state=state)
    assert list(state.works) == DRAWN[1:] and (state.pass_, state.at) == (2, 0)
    assert result.announce == "2 scenarios to try again. Your score stays as it was."
    assert "nothing to sum up" in play(FINISH, state=state)[0].refusal
    result, state = play(*solve(DRAWN[1]), *solve(DRAWN[2]), FINISH, state=state)
    assert score(LAMPS, state) == before and result.statements[-1].response == "2"
    assert play({"type": "retry"}, state=state)[0].refusal == "No scenario was missed."


def test_the_blank_of_a_round_is_that_round_untouched():
    _, state = play(ALL, EXAM, *rightly(FOG), FINISH)
    fresh = blank(LAMPS, state)
    assert list(fresh.works) == list(state.works) and fresh.mode == "exam" and not fresh.finished
    assert all(work == untouched(LAMPS.scenarios[name], "exam") for name, work in fresh.works.items())


def test_the_matrix_counts_by_element_and_direction():
    wrongly = [find(FOG, "storm", "met"), find(LEAVE, "leave", "met"), find("lamp-gale", "storm", "not-met")]
    _, state = play(ALL, *wrongly, find("lamp-drizzle", "storm", "met"), *rightly(FOG, "keeper"), FINISH)
    rows = {row.element: row for row in matrix(LAMPS, state.works)}
    assert list(rows) == [*LAMPS.elements, CONCLUSION]
    assert rows["storm"].label == "4 Storm"
    assert [rows["storm"].fits, rows["storm"].half, rows["storm"].missed, rows["storm"].left] == [0, 1, 2, 4]
    assert rows["storm"].slips == {("met", "arguable"): 1, ("met", "not-met"): 1, ("not-met", "met"): 1}
    assert rows["keeper"].fits == 1 and not rows["keeper"].slips and rows[CONCLUSION].left == 7
