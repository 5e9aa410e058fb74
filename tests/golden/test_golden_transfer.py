"""Walks written as YAML: a plan, what is said round by round, and where everything stands at the end. One file a feature.

`plan` lists moves as `when carrier receiver idea form`; `rounds` maps a round to its sentences, all of them, in order; `ends` maps
`body idea` to its last state; `facts` are what conditions could ask.
"""

from pathlib import Path

import pytest
import yaml

from interactive.activities.transfer.outcome import facts
from interactive.activities.transfer.said import round_said
from interactive.activities.transfer.spread import Move, spread
from tests.activities.transfer_sample import sample

MAP = sample()
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(Path(__file__).parent.glob("transfer/*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def moved(line):
    when, carrier, receiver, idea, form = line.split()
    return Move(carrier, receiver, idea, form, when)


@pytest.mark.parametrize("case", CASES)
def test_golden_walk(case):
    plan = [moved(line) for line in case["plan"]]
    walk = spread(MAP, plan, case.get("seed", 0))
    for number, sentences in case["rounds"].items():
        assert round_said(MAP, walk, number) == sentences
    ends = {f"{body} {idea}": state for (body, idea), state in walk.state.items()}
    for matter, state in case.get("ends", {}).items():
        assert ends.get(matter, "unheard") == state, ends
    known = facts(MAP, plan, walk)
    assert {name: known[name] for name in case.get("facts", {})} == case.get("facts", {})


def test_there_are_golden_walks_for_each_way_of_going_wrong():
    files = {path.stem for path in Path(__file__).parent.glob("transfer/*.yml")}
    assert files >= {"spreads", "stalls", "bypassed", "rival", "stranger", "season"}
