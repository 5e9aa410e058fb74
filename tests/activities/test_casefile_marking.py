"""What each answer is worth, to the quarter, and that no constant answer pays."""

import pytest

from interactive.activities.casefile.definition import CONCLUSION
from interactive.activities.casefile.logic import FINDINGS, evaluate
from interactive.activities.casefile.marking import (
    FULL,
    Answer,
    Turn,
    mark,
    possible,
    quarters,
    twist_quarters,
    twisted,
    weight,
)
from tests.activities.casefile_sample import sample

LAMPS = sample()
FOG, LEAVE, DRIZZLE = (LAMPS.scenarios[name] for name in ("lamp-fog", "lamp-leave", "lamp-drizzle"))
MET, ARGUABLE, NOT = FOG.keys["keeper"], FOG.keys["storm"], LEAVE.keys["leave"]


@pytest.mark.parametrize(
    ("key", "finding", "reason", "text", "worth"),
    [
        (MET, "met", "", "", 4),
        (MET, "met", "keeper-sound", "", 4),
        (MET, "met", "keeper-wrong", "", 3),
        (MET, "met", "", "He keeps lamps.", 4),
        (MET, "arguable", "", "", 1),
        (MET, "arguable", "keeper-sound", "", 2),
        (MET, "arguable", "", "One could say so.", 2),
        (MET, "arguable", "", "   \n", 1),
        (MET, "arguable", "keeper-wrong", "", 0),
        (MET, "arguable", "keeper-wrong", "One could say so.", 1),
        (MET, "not-met", "", "", 0),
        (MET, "not-met", "keeper-sound", "", 0),
        (MET, "not-met", "keeper-wrong", "", 0),
        (ARGUABLE, "arguable", "storm-edge", "", 4),
        (ARGUABLE, "arguable", "storm-sound", "", 3),
        (ARGUABLE, "met", "storm-edge", "", 2),
        (ARGUABLE, "not-met", "", "", 1),
        (ARGUABLE, "not-met", "", "For reasons.", 2),
        (NOT, "met", "", "For reasons.", 0),
        (NOT, "arguable", "leave-sound", "", 2),
        (NOT, "not-met", "", "", 4),
    ],
)
def test_a_finding_with_its_reason_is_worth(key, finding, reason, text, worth):
    assert quarters(key, Answer(finding, reason, text)) == worth


def test_the_mark_goes_by_the_finding_alone():
    assert [mark(ARGUABLE, Answer(finding, "storm-wrong")) for finding in ("arguable", "met", "not-met")] == [
        "fits",
        "half",
        "half",
    ]
    assert mark(MET, Answer("not-met")) == "not"


def test_what_decides_weighs_most():
    assert {name: weight(FOG, name) for name in FOG.keys} == {
        "keeper": 1,
        "leave": 1,
        "guest": 1,
        "rain": 1,
        "storm": 3,
        CONCLUSION: 2,
    }
    assert possible(FOG) == 9 and possible(LAMPS.scenarios["lamp-barter"]) == 11


@pytest.mark.parametrize("constant", FINDINGS)
def test_a_constant_answer_earns_less_than_half(constant):
    pairs = [(weight(one, name), key) for one in LAMPS.scenarios.values() for name, key in one.keys.items()]
    earned = sum(carries * quarters(key, Answer(constant)) for carries, key in pairs)
    assert 0 < earned * 2 < sum(carries * FULL for carries, _ in pairs)


@pytest.mark.parametrize(
    ("flips", "worth"),
    [
        ({"guest": "arguable", "storm": "met"}, 4),
        ({"guest": "arguable"}, 2),
        ({"storm": "met"}, 2),
        ({"guest": "met", "storm": "met"}, 3),
        ({"guest": "arguable", "storm": "arguable"}, 3),
        ({"guest": "met", "storm": "arguable"}, 2),
        ({"guest": "arguable", "storm": "met", "keeper": "not-met"}, 2),
        ({"keeper": "not-met"}, 0),
        ({"rain": "met", "keeper": "not-met", "leave": "not-met", "storm": "met"}, 0),
    ],
)
def test_a_twist_is_worth_the_share_that_is_right(flips, worth):
    assert twist_quarters(DRIZZLE.twists["lamp-drizzle-twist-1"], Turn(flips, True, True)) == worth


def test_a_twist_that_was_not_marked_is_worth_nothing():
    assert twist_quarters(DRIZZLE.twists["lamp-drizzle-twist-0"], Turn({"rain": "met"}, True)) == 0


@pytest.mark.parametrize("name", LAMPS.scenarios)
def test_a_twist_changes_exactly_the_findings_that_it_names(name):
    scenario = LAMPS.scenarios[name]
    for twist in scenario.twists.values():
        new = twisted(scenario, twist)
        changed = {one for one in LAMPS.elements if new[one].finding != scenario.keys[one].finding}
        assert changed == set(twist.flips)
        assert all(new[one] == scenario.keys[one] for one in LAMPS.elements if one not in changed)


@pytest.mark.parametrize("name", LAMPS.scenarios)
def test_every_conclusion_of_the_sample_follows(name):
    scenario = LAMPS.scenarios[name]
    for keys in (scenario.keys, *(twisted(scenario, twist) for twist in scenario.twists.values())):
        findings = {element: keys[element].finding for element in LAMPS.elements}
        assert keys[CONCLUSION].finding == evaluate(LAMPS.formula, findings)
